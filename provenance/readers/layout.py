"""Lines of a page, as they were set, to paragraphs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

_HYPHEN: Final = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""
_BROKEN: Final = re.compile(rf"([^\W_]+){_HYPHEN}\s*([^\W_]+)")
_ENDED: Final = re.compile(r"[.!?:…][\"'”’)\]]*$")
_BULLET: Final = re.compile(r"[•‣⁃▪●–*-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_HYPHENED_WORDS: Final = """
one two three four five six seven eight nine ten twelve twenty thirty forty fifty sixty seventy eighty ninety half
anti co ex mid non pro self so vice well
"""
_HYPHENED: Final = frozenset(_HYPHENED_WORDS.split())
"""Beginnings that keep their hyphen at the end of a line; of others, it is taken for one that parts syllables."""
_WIDER_STEP: Final = 1.25
_OTHER_SIZE: Final = 0.12
_SHORT: Final = 0.85
_VERY_SHORT: Final = 0.6
_INDENT: Final = 0.7
_CLOSE: Final = 2.2
_USUAL: Final = 1.2
_AHEAD: Final = 3
"""Lines before and after that tell how wide a column is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its sides in points, measured from the lower left corner of the page; all 0 where not known."""

    text: str
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0

    @property
    def height(self) -> float:
        """Of its letters, by their font."""
        return self.top - self.bottom

    @property
    def is_placed(self) -> bool:
        """Whether its place is known."""
        return self.height > 0


def paragraphs(page: Sequence[Line]) -> Iterator[str]:
    """The paragraphs of a page in the order of its lines, each on one line.

    A paragraph ends where the distance to the next line, or the size of its letters, changes, where the next line is
    indented or a point of a list, or where a line ends well before the right side of those around it.
    """
    step = _usual_step(page)
    start = 0
    for at in range(1, len(page) + 1):
        if at == len(page) or _ends(page[start:at], page[at : at + _AHEAD], step):
            yield joined([line.text for line in page[start:at]])
            start = at


def continues(before: str, after: str) -> bool:
    """Whether the paragraph at the end of a page goes on at the top of the next."""
    return _ENDED.search(before) is None and after[:1].islower()


def joined(lines: Sequence[str]) -> str:
    """The lines as one, without the hyphens that parted words at their ends."""
    return _BROKEN.sub(_mended, " ".join(" ".join(lines).split())).replace(_HYPHEN, "-")


def _mended(match: re.Match[str]) -> str:
    before, after = match[1], match[2]
    keeps = before.lower() in _HYPHENED or before.isdigit() or not after[0].islower()
    return f"{before}{'-' if keeps else ''}{after}"


def _ends(paragraph: Sequence[Line], following: Sequence[Line], step: float) -> bool:
    """Whether a paragraph, as far as it is known, ends before the lines that follow."""
    last, line = paragraph[-1], following[0]
    if _BULLET.match(line.text):
        return True
    if not (last.is_placed and line.is_placed):
        return False
    if abs(last.height - line.height) > _OTHER_SIZE * max(last.height, line.height):
        return True
    has_ended = _ENDED.search(last.text) is not None
    down = last.bottom - line.bottom
    if down < 0:  # the next column
        return has_ended
    if down > _WIDER_STEP * step:
        return True
    reached = _reached(last, [*paragraph[-_AHEAD:], *following])
    is_indented = line.left - last.left > _INDENT * line.height
    return reached < _VERY_SHORT or (has_ended and (reached < _SHORT or is_indented))


def _usual_step(page: Sequence[Line]) -> float:
    """From one line down to the next within a paragraph, in points: the median where they are close, or as is usual."""
    steps = [one.bottom - other.bottom for one, other in pairwise(page) if one.is_placed and other.is_placed]
    close = [step for step, line in zip(steps, page, strict=False) if 0 < step < _CLOSE * line.height]
    return median(close) if close else _USUAL * max((line.height for line in page), default=0.0)


def _reached(line: Line, around: Sequence[Line]) -> float:
    """How much of its column a line fills: of the widest of the lines around it that begin where it does."""
    right = max(other.right for other in around if abs(other.left - line.left) <= 2 * line.height)
    return (line.right - line.left) / (right - line.left) if right > line.left else 1.0
