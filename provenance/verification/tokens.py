"""Words of a draft or a source as they are aligned: folded, by base form, without marks."""

import re
from dataclasses import dataclass
from functools import lru_cache

from provenance.extraction.lexicon import base
from provenance.matching.words import weight
from provenance.text.fold import fold

# "[W]e" is one word: its first letter is an editor's.
_WORD = re.compile(r"(?:\[[^\W_]\](?=[^\W_]))?[^\W_]+(?:['.,][^\W_]+)*|[%$€£¥]")
_MARKS = str.maketrans("‘’“”–—…\u00a0\u2009", "''\"\"--.  ")
_NOT = {"cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: str(number) for number, word in enumerate(_SMALL, 1)}
_SAME = _NUMBERS | {"%": "percent", "an": "a", "usd": "$", "per": "per"}


@dataclass(frozen=True, slots=True)
class Token:
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
    plain = text.translate(_MARKS)
    folded = None if plain.isascii() else fold(text)  # most text is plain but for its marks
    found = []
    for match in _WORD.finditer(plain if folded is None else folded.text):
        start, end = match.span() if folded is None else folded.original(*match.span())
        word = match.group() if match.group()[0] != "[" else match.group()[1] + match.group()[3:]
        number, forms = _forms(word)
        for form, heavy in forms:
            found.append(Token(stem(form), form, word, start + offset, end + offset, heavy, number))
    return found


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
    if lower.endswith("n't") and len(lower) > 3:
        return False, ((base(lower[:-3]), 0.0), ("not", 0.0))
    if any(letter.isdigit() for letter in lower):
        return True, ((lower.replace(",", "").rstrip("."), 0.0),)
    form = base(lower.replace(".", "") if "." in lower else lower)
    return False, ((_SAME.get(form, form), weight(form)),)
