"""Words without case, punctuation and spacing."""


def folded(words: str) -> str:
    """Letters and digits in lower case, every word between single spaces, the outer ones included."""
    letters = "".join(letter if letter.isalnum() else " " for letter in words.casefold())
    return f" {' '.join(letters.split())} "


def stands_in(words: str, text: str) -> bool:
    """Whether `words` stand in `text` as whole words; no words stand nowhere."""
    inner = folded(words)
    return bool(inner.strip()) and inner in folded(text)
