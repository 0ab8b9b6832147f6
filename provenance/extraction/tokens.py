"""Words with their places: the one tokeniser of extraction and matching."""

import re
from dataclasses import dataclass

from provenance.extraction.lexicon import base

_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark; `start` and `end` are code points of the tokenised text, half-open."""

    text: str
    base: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether this is a word or number rather than a mark."""
        return self.text[0].isalnum() or self.text[0] == "_"


def tokenize(text: str) -> list[Token]:
    """The words and marks of `text`, in order."""
    return [Token(m.group(), base(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(text)]
