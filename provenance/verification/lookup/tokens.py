"""Words of a draft or a source as they are aligned: folded, by base form, without marks."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from provenance.extraction.lexicon import base
from provenance.matching.signature.words import weight
from provenance.text.fold import fold

# "[W]e" is one word: its first letter is an editor's.
_WORD = re.compile(r"(?:\[[^\W_]\](?=[^\W_]))?[^\W_]+(?:['.,][^\W_]+)*|[%$€£¥]")
_MARKS = str.maketrans("‘’“”–—…\u00a0\u2009", "''\"\"--   ")
_NOT = {"cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}
_COMPOUNDS = {
    "airstrike": ("air", "strike"),
    "ceasefire": ("cease", "fire"),
    "childcare": ("child", "care"),
    "healthcare": ("health", "care"),
    "underway": ("under", "way"),
}
"""Base forms of words that are written as one or as two."""
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: str(number) for number, word in enumerate(_SMALL, 1)}
_SAME = _NUMBERS | {"%": "percent", "an": "a", "usd": "$", "per": "per"}


class Token(NamedTuple):
    """A word; `start` and `end` are code points of the text it was read from, half-open."""

    key: str
    """What is compared: stem in lower case, numbers without commas."""
    base: str
    """The base form that word lists hold."""
    word: str
    """As written, folded."""
    start: int
    end: int
    weight: float
    """How telling it is, 0 to 1; 0 for function words and numbers."""
    is_number: bool
    """Whether it holds a digit."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.word[:1].isupper()


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """The words of `text`, in order; `offset` is added to their places. "isn't" gives "is" and "not"."""
    found = []
    for word, start, end in placed(text, offset):
        number, forms = _forms(word)
        found += [Token(stem(form), form, word, start, end, heavy, number) for form, heavy in forms]
    return found


def placed(text: str, offset: int = 0) -> Iterator[tuple[str, int, int]]:
    """The words of `text` as written, folded, with their places as `tokenize` has them."""
    plain = text.translate(_MARKS)
    folded = None if plain.isascii() else fold(text)  # most text is plain but for its marks
    for match in _WORD.finditer(plain if folded is None else folded.text):
        start, end = match.span() if folded is None else folded.original(*match.span())
        yield _bare(match.group()), start + offset, end + offset


def written(text: str) -> list[str]:
    """The words of `text` as `placed` gives them, without places: several times as fast as `tokenize`."""
    plain = text if text.isascii() else text.translate(_MARKS)
    found: list[str] = _WORD.findall(plain if plain.isascii() else fold(text).text)
    return [_bare(word) for word in found] if "[" in plain else found


def lowered(text: str) -> list[str]:
    """The words of `text` as `written` gives them, in lower case."""
    plain = text if text.isascii() else text.translate(_MARKS)
    if plain.isascii() and "[" not in plain:  # the usual text: one step for all words
        found: list[str] = _WORD.findall(plain.lower())
        return found
    return [word.lower() for word in written(text)]


def _bare(word: str) -> str:
    return word if word[0] != "[" else word[1] + word[3:]


def count(words: Sequence[str]) -> int:
    """How many tokens words in lower case make: one each, but for those that hold a "not" and for compounds."""
    return len(words) + sum(_holds_not(word) or is_compound(word) for word in words)


@lru_cache(maxsize=65536)
def _holds_not(word: str) -> bool:
    return word in _NOT or (word.endswith("n't") and len(word) > 3)


@lru_cache(maxsize=65536)
def is_compound(word: str) -> bool:
    """Whether a word in lower case is one that is written as two words as well: "airstrikes"."""
    return base(word) in _COMPOUNDS


@lru_cache(maxsize=65536)
def keys(word: str, least: float = 0.0) -> tuple[str, ...]:
    """The keys of the tokens that a word makes, in any case; of those that are numbers or weigh at least `least`."""
    number, forms = _forms(word)
    return tuple(stem(form) for form, heavy in forms if number or heavy >= least)


def spelt(key: str) -> tuple[str, ...]:
    """The base forms, but for their ending, that have a key: itself, and those that count as the same."""
    return (key, *(form for form, same in _SAME.items() if stem(same) == key))


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """A base form without what its ending may have left: "raise" and "rais", "admit" and "admitt" meet."""
    short = form.rstrip("e") if len(form) > 3 else form
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] and short[-1] in "bdgklmnprtz" else short


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[bool, tuple[tuple[str, float], ...]]:
    """Whether a word holds a digit; base form and weight of it, or of the words that it holds."""
    lower = word.lower()
    if lower in _NOT:
        return False, tuple((part, 0.0) for part in _NOT[lower])
    if _holds_not(lower):
        return False, ((base(lower[:-3]), 0.0), ("not", 0.0))
    if not lower.isalpha() and any(letter.isdigit() for letter in lower):
        return True, ((lower.replace(",", "").rstrip("."), 0.0),)
    form = base(lower.replace(".", "") if "." in lower else lower)
    if is_compound(lower):
        return False, tuple((base(part), weight(base(part))) for part in _COMPOUNDS[form])
    return False, ((_SAME.get(form, form), weight(form)),)
