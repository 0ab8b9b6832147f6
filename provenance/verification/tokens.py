"""Words of a draft or a source as they are aligned: folded, by base form, without marks."""

import re
from dataclasses import dataclass
from functools import lru_cache

from provenance.extraction.lexicon import base
from provenance.matching.words import weight
from provenance.text.fold import fold

_WORD = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*|[%$€£¥]")
_NOT = {"cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}
_SAME = {"%": "percent", "an": "a", "usd": "$", "per": "per"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word; `start` and `end` are code points of the text it was read from, half-open."""

    key: str
    """What is compared: base form in lower case, numbers without commas."""
    word: str
    """As written, folded."""
    start: int
    end: int
    weight: float
    """How telling it is, 0 to 1; 0 for function words and numbers."""

    @property
    def is_number(self) -> bool:
        """Whether it holds a digit."""
        return any(letter.isdigit() for letter in self.word)

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.word[:1].isupper()


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """The words of `text`, in order; `offset` is added to their places. "isn't" gives "is" and "not"."""
    folded = fold(text)
    found = []
    for match in _WORD.finditer(folded.text):
        start, end = folded.original(*match.span())
        for key, heavy in _keys(match.group()):
            found.append(Token(key, match.group(), start + offset, end + offset, heavy))
    return found


@lru_cache(maxsize=65536)
def _keys(word: str) -> tuple[tuple[str, float], ...]:
    lower = word.lower()
    if lower in _NOT:
        return tuple((part, 0.0) for part in _NOT[lower])
    if lower.endswith("n't") and len(lower) > 3:
        return (base(lower[:-3]), 0.0), ("not", 0.0)
    if any(letter.isdigit() for letter in lower):
        return ((lower.replace(",", "").rstrip("."), 0.0),)
    key = base(lower.replace(".", "") if "." in lower else lower)
    return ((_SAME.get(key, key), weight(key)),)
