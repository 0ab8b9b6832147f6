"""The words of a name as compared: folded, without articles, titles and legal forms, numbers as digits."""

import re

from anyascii import anyascii

from provenance.values.names import lexicon

_CAMEL = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z\u00c0-\u00de][a-z\u00df-\u00ff])")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_MARKS = re.compile(r"['`´\"ʻʼʿʾ]+")
_PARTS = re.compile(r"[a-z0-9%]+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_GLUED_ARTICLE = re.compile(r"al[b-df-hj-np-tv-z]{2}[^eiou]*$")
_INSIDE = re.compile(r"(?<=[a-z])[0-9](?=[a-z])")
_LOOKS_LIKE = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g"}
_SERVANT = re.compile(r"abd[aeiou]l(?=...)")
_SERVANTS = frozenset(("abd", "abdul", "abdel", "abdal", "abdol", "abdoul"))
MAX_NAME = 400
"""Code points of a name that are looked at; the rest of a longer one is not a name."""


def fold(name: str) -> list[str]:
    """The words of `name`: ASCII, lower case, glued words parted, dotted capitals joined, quotes dropped."""
    text = _CAMEL.sub(" ", name[:MAX_NAME])
    text = str(anyascii(text)).lower()
    text = _DOTTED.sub(lambda m: m.group().replace(".", "") + " ", text)
    words = _PARTS.findall(_MARKS.sub("", text))
    short = lexicon.short_forms()
    return [short.get(word, word) if word.isalpha() else _INSIDE.sub(_letter, word) for word in words]


def _letter(match: re.Match[str]) -> str:
    """The letter that a digit between letters stands for ("Sech1n")."""
    return _LOOKS_LIKE.get(match.group(), match.group())


def without_articles(words: list[str]) -> list[str]:
    """Without Arabic articles, apart or glued; "abd al-karim" and "abdel karim" as one word."""
    kept: list[str] = []
    last = len(words) - 1
    for i, word in enumerate(words):
        if i < last and _is_article(word, words[i + 1]):
            continue
        if _GLUED_ARTICLE.match(word):
            word = word[2:]
        elif kept and kept[-1] in _SERVANTS:
            kept.pop()
            word = "abdullah" if word in ("allah", "ullah") else "abdul" + word
        kept.append(_SERVANT.sub("abdul", word) if word.startswith("abd") else word)
    return kept


def _is_article(word: str, following: str) -> bool:
    """ "al" before anything; "ad", "ash" and the like only where the next word begins with the same sound."""
    if word not in lexicon.words("articles.txt"):
        return False
    sound = word.removeprefix("eh") if word.startswith("eh") else word[1:]
    return sound == "l" or following.startswith(sound)


def without_forms(words: list[str]) -> list[str]:
    """Without legal forms at either end ("Siemens AG", "OOO Romashka")."""
    first, last = lexicon.edges_of_forms()
    while len(words) > 1 and (words[0] in first or words[-1] in last):
        for form in lexicon.legal_forms():
            n = len(form)
            if n < len(words) and tuple(words[-n:]) == form:
                words = words[:-n]
                break
            if n < len(words) and tuple(words[:n]) == form:
                words = words[n:]
                break
        else:
            return words
    return words


def without_titles(words: list[str]) -> list[str]:
    """Without titles before the name; one word stays."""
    titles = lexicon.words("titles.txt")
    start = 0
    while start < len(words) - 1 and words[start] in titles:
        start += 1
    return words[start:]


def numbered(words: list[str]) -> tuple[frozenset[int], list[str]]:
    """The numbers among the words, and the words that are left (each number as one token of digits)."""
    found: list[int] = []
    left: list[str] = []
    cardinals = lexicon.cardinals()
    tens = 0
    for i, word in enumerate(words):
        match = _ORDINAL.fullmatch(word)
        value = int(match.group(1)[:12]) if match else (cardinals.get(word) if i or len(word) > 3 else None)
        if value is None:
            left.append(word)
            tens = 0
        elif tens and value < 10:
            found[-1] = tens + value
            left[-1] = str(found[-1])
            tens = 0
        else:
            found.append(value)
            left.append(str(value))
            tens = value if value in range(20, 100, 10) else 0
    return frozenset(found), left
