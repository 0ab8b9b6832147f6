"""Words without case, punctuation and spacing."""

import re

_GAP = re.compile(r"[\W_]+")


def folded(words: str) -> str:
    """Letters and digits in lower case, every word between single spaces, the outer ones included."""
    return f" {_GAP.sub(' ', words.casefold()).strip()} "


def stands_in(words: str, text: str) -> bool:
    """Whether `words` stand in `text` as whole words; no words stand nowhere.

    The text, which may be long, is searched and not folded.
    """
    inner = [re.escape(word) for word in folded(words).split()]
    if not inner:
        return False
    # What is looked for comes first, what may not stand before it behind: a search for such is many times faster.
    whole = rf"{inner[0]}(?<![^\W_]{inner[0]})" + "".join(rf"[\W_]+{word}" for word in inner[1:])
    return re.search(rf"{whole}(?![^\W_])", text.casefold()) is not None
