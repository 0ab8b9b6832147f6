"""Text as tokens with offsets: number literals, words, single symbols."""

import re
from collections.abc import Iterator
from itertools import accumulate

# Words with inner apostrophes, abbreviations with their full stops ("U.S."), number literals with separators, symbols.
# Plain words come first: most tokens are; the full stop after a first letter tells an abbreviation. The group makes
# `split` give tokens and gaps.
TOKEN = re.compile(
    r"([A-Za-z]++(?![^\x00-\x7f]|['.])|[^\W\d_](?:\.(?:[^\W\d_]\.)+|[^\W\d_]*(?:['’][^\W\d_]+)*)"
    r"|\d+(?:[.,'’٫٬\u00a0\u2009\u202f]\d+)*|[^\s\w]|_)"
)
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")


class Tokens:
    """The tokens of one paragraph: as written, in lower case, and where they start and end in the whole text.

    Reading past either end gives an empty token, so that rules need no bounds checks.
    """

    __slots__ = ("ends", "lower", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        pieces = TOKEN.split(text[start:end])
        places = list(accumulate(map(len, pieces), initial=start))
        self.words = pieces[1::2]
        self.starts = places[1:-1:2]
        self.ends = places[2::2]
        self.lower = [word.lower() for word in self.words]

    def __len__(self) -> int:
        return len(self.words)

    def low(self, index: int) -> str:
        """Token `index` in lower case; empty outside the paragraph."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def word(self, index: int) -> str:
        """Token `index` as written; empty outside the paragraph."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def slice(self, start: int, end: int) -> str:
        """The text from token `start` to before token `end`."""
        return self.text[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def joined(self, index: int) -> bool:
        """Whether token `index` follows the one before it without a space."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of `text` between blank lines."""
    start = 0
    for gap in _PARAGRAPH.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)
