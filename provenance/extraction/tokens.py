"""Words with their places: the one tokeniser of claims and matching."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from provenance.extraction.lexicon import base

# Plain words, which most are, come first; the group makes `split` give tokens and gaps.
_TOKEN = re.compile(r"([A-Za-z]++(?![^\x00-\x7f]|[-0-9_'.,])|\w+(?:[-'’.,]\w+)*|[^\w\s])")


class Token(NamedTuple):
    """A word or a mark; `start` and `end` are code points of the tokenised text, half-open."""

    text: str
    lower: str
    """In lower case, with a straight apostrophe."""
    base: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether this is a word or number rather than a mark."""
        return self.text[0].isalnum() or self.text[0] == "_"


def tokenize(text: str) -> list[Token]:
    """The words and marks of `text`, in order."""
    new = tuple.__new__  # a third of the time that the class takes
    pieces = _TOKEN.split(text)
    places = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    parts = zip(words, map(_forms, words), places[:-1:2], places[1::2], strict=True)
    return [new(Token, (word, lower, stem, start, end)) for word, (lower, stem), start, end in parts]


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, str]:
    return word.lower().replace("’", "'"), base(word)
