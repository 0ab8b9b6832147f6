"""A page of parts that is cut where a host would refuse it, and says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ROOM = 400
"""Code points kept for what is said at the end."""
_UNFOLD = "</details>\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with blocks of Markdown, each of which stands or is left out as a whole."""

    head: str
    blocks: Iterable[str]
    """Made one by one, so that what is left out is not made."""
    count: int
    what: str
    """What a block is, for the count of those left out: "finding"; empty for what is not counted."""
    is_folded: bool = False
    """Whether a page shows the heading alone until somebody opens it."""


def fitted(top: str, parts: Sequence[Part], limit: int) -> str:
    """Top and parts in at most `limit` code points; from the first block that does not fit on, all are left out."""
    lines, room = [top[: limit - _ROOM]], limit - _ROOM - len(top)
    is_cut = room < 0
    left: dict[str, int] = {}
    for part in parts:
        taken = [] if is_cut else _taken(part, room)
        is_cut = is_cut or len(taken) < part.count
        if taken:
            text = _open(part) + "".join(taken) + (_UNFOLD if part.is_folded else "")
            lines.append(text)
            room -= len(text)
        if len(taken) < part.count and part.what:
            left[part.what] = left.get(part.what, 0) + part.count - len(taken)
    return "".join([*lines, _cut(left)] if is_cut else lines).rstrip("\n") + "\n"


def _open(part: Part) -> str:
    if part.is_folded:
        return f"<details><summary>{part.head}</summary>\n\n"
    return f"## {part.head}\n\n"


def _taken(part: Part, room: int) -> list[str]:
    room -= len(_open(part)) + len(_UNFOLD)
    taken = []
    for block in part.blocks:
        room -= len(block)
        if room < 0:
            break
        taken.append(block)
    return taken


def _cut(left: dict[str, int]) -> str:
    counted = ", ".join(f"{count:,} {what if count == 1 else what + 's'}" for what, count in left.items())
    return f"**Cut here, for want of room.** Left out: {counted or 'notes'}. `--format html` or `json` holds all.\n"
