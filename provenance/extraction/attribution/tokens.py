"""Tokens, paragraphs, sentences and quotations of a text as parallel lists: what every step of attribution looks at.

Parallel lists of plain values, not objects: the finder visits every token, and its speed is decided here.
"""

import re
from bisect import bisect_left
from itertools import accumulate

from provenance.extraction.attribution.marks import pair_marks, paragraphs_of
from provenance.extraction.tokens import LOWER
from provenance.text.memo import Memo

# Plain words, which most are, come first; letters in both cases, since IGNORECASE makes every search slower; the group
# makes `split` give tokens and gaps.
TOKEN = re.compile(
    r"([A-Za-z]++(?![^\x00-\x7f]|[-0-9_'.,&/])|\w+(?:[’'][tT]\b)?(?:[-.&/]\w+)*(?:[.,]\d+)*"
    r"|[’'](?:[sSdDmM]|[rRvV][eE]|[lL][lL])\b|''|``|--+|\.\.+|[^\w\s])"
)
Range = tuple[int, int]


class Tokens:
    """The tokens of a text; all lists have one entry a token."""

    __slots__ = (
        "ends", "lower", "marks", "paragraph", "quote", "sentence", "sentences", "shape", "starts", "text", "words",
    )  # fmt: skip

    def __init__(self, text: str, sentences: list[Range]) -> None:
        self.text = text
        pieces = TOKEN.split(text)
        places = list(accumulate(map(len, pieces)))
        self.starts = places[:-1:2]
        self.ends = places[1::2]
        self.words = pieces[1::2]
        self.lower = list(map(LOWER.__getitem__, self.words))
        self.shape = list(map(SHAPES.__getitem__, self.words))
        """ "C" capital, "A" capitals only, "l" other letters, "d" digit, "p" mark."""
        self.paragraph = paragraphs_of(text, self.starts)
        self.marks = pair_marks(text, self.words, self.starts, self.paragraph)
        self.quote = [-1] * len(self.words)
        """Index in `marks` of the outermost pair around (and including the marks themselves), or -1."""
        for number, pair in enumerate(self.marks):
            if pair.depth == 0:
                self.quote[pair.open : pair.close + 1] = [number] * (pair.close + 1 - pair.open)
        self.sentences = _split_quotations(self, _token_ranges(self.starts, sentences))
        self.sentence: list[int] = []
        for number, (first, last) in enumerate(self.sentences):
            self.sentence += [number] * (last - first)

    def __len__(self) -> int:
        return len(self.starts)


def _shape(word: str) -> str:
    first = word[0]
    if first.isupper():
        return "A" if len(word) > 1 and word.isupper() else "C"
    if first.isalpha():
        return "l"
    return "d" if first.isdigit() else "p"


SHAPES = Memo(_shape)
"""The shape of a word (see `Tokens.shape`)."""


def _token_ranges(starts: list[int], sentences: list[Range]) -> list[Range]:
    """Sentences as half-open token ranges that cover every token."""
    ranges = []
    first = 0
    for _, end in sentences:
        last = bisect_left(starts, end, first)
        if last > first:
            ranges.append((first, last))
            first = last
    if first < len(starts):
        ranges.append((first, len(starts)))
    return ranges


def _split_quotations(t: Tokens, ranges: list[Range]) -> list[Range]:
    """Sentences cut once more at the full stops inside quotations: what is reported there has its own sources."""
    if not t.marks:
        return ranges
    cut = []
    for first, last in ranges:
        begin = first
        for i in range(first + 1, last - 1):
            if t.quote[i] >= 0 and t.quote[i + 1] == t.quote[i] and _ends_sentence(t, i):
                cut.append((begin, i + 1))
                begin = i + 1
        cut.append((begin, last))
    return cut


def _ends_sentence(t: Tokens, i: int) -> bool:
    word = t.words[i]
    if word not in (".", "?", "!") or t.shape[i + 1] not in "CAd":
        return False
    before = t.words[i - 1]
    return word != "." or not (before[0].isupper() and len(before) <= 4 and t.starts[i] == t.ends[i - 1])
