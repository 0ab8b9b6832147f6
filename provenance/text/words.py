"""Words of a folded text, and the differences of two passages in words."""

import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from provenance.text.quoting import quoted

# A word keeps its inner marks ("1,300", "didn't", "al-Dumayr"); scripts without spaces count each character.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|\w+(?:[.,:'-]\w+)*|[^\w\s]")


class Word(NamedTuple):
    """A word or mark as written, with its half-open range."""

    text: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks of `text[start:end]`; ranges count in `text`."""
    stop = len(text) if end is None else end
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text, start, stop)]


def differences(before: str, after: str) -> tuple[str, ...]:
    """What the source (`after`) has instead, in words: "“42” → “43”", "“not” is not in the source"; often nothing."""
    old, new = words(before), words(after)
    found = []
    for block in _changes([word.text for word in old], [word.text for word in new]):
        lost, gained = _between(before, old[block[0] : block[1]]), _between(after, new[block[2] : block[3]])
        found.append(_told(lost, gained))
    return tuple(found)


def _told(lost: str, gained: str) -> str:
    if not gained:
        return f"{quoted(lost)} is not in the source"
    return f"{quoted(lost)} → {quoted(gained)}" if lost else f"the source has {quoted(gained)} as well"


def _changes(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Ranges of both lists that differ; neighbouring edits make one change."""
    blocks: list[tuple[int, int, int, int]] = []
    for step in Levenshtein.opcodes(old, new):
        if step.tag == "equal":
            continue
        if blocks and blocks[-1][1] == step.src_start and blocks[-1][3] == step.dest_start:
            blocks[-1] = (blocks[-1][0], step.src_end, blocks[-1][2], step.dest_end)
        else:
            blocks.append((step.src_start, step.src_end, step.dest_start, step.dest_end))
    return blocks


def _between(text: str, run: list[Word]) -> str:
    return text[run[0].start : run[-1].end] if run else ""
