"""When and by whom a report was filed, as its head and foot say: what decides which of two counts is the newer one."""

import re
from dataclasses import dataclass
from datetime import date

from provenance.model import Document
from provenance.values import dates

_HEAD, _FOOT = 200, 200
"""Code points at both ends of a text in which outlets print date and time."""
_GMT = re.compile(r"\bGMT\s*(\d{1,2})[:.](\d{2})\b|\b(\d{1,2})[:.](\d{2})\s*(?:GMT|UTC)\b")
_CLOCK = re.compile(
    r"\b(?:updated?|posted|published|at)\b[:\s]{1,3}(\d{1,2})[:.]?(\d{2})\b|(?<![\d:.])(\d{1,2}):(\d{2})(?![\d:])", re.I
)
_TOLD = re.compile(r"\b(?:on|since|by|until|from|for|before|after|in)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.I)
"""A date after such a word is part of the story."""
_FULLER = 1.1
"""How much longer the later of two stories of one outlet and day is at least."""


@dataclass(frozen=True, slots=True)
class Filing:
    """Day, minute of the day (None where it is not printed), whether that is GMT, outlet, length in code points."""

    day: date | None
    minute: int | None
    is_gmt: bool
    outlet: str
    length: int


def filing(document: Document) -> Filing:
    """When a document was filed: the full date that its head prints, else the day of publication given for it."""
    head, foot = document.text[:_HEAD], document.text[-_FOOT:]
    minute, is_gmt = _minute(head, foot)
    return Filing(
        day=_day(head) or document.published,
        minute=minute,
        is_gmt=is_gmt,
        outlet=(document.publisher or "").casefold(),
        length=len(document.text),
    )


def order(a: Filing, b: Filing) -> int:
    """-1 when `a` was filed first, 1 when `b` was, 0 when nothing tells.

    By day; on one day by the time printed; of two stories that one outlet filed on one day the plainly longer is later.
    """
    if a.day is None or b.day is None:
        return 0
    if a.day != b.day:
        return -1 if a.day < b.day else 1
    one_outlet = bool(a.outlet) and a.outlet == b.outlet
    one_clock = (a.is_gmt and b.is_gmt) or (one_outlet and a.is_gmt == b.is_gmt)
    if a.minute is not None and b.minute is not None and one_clock:
        return (a.minute > b.minute) - (a.minute < b.minute)
    if one_outlet:
        return (a.length > b.length * _FULLER) - (b.length > a.length * _FULLER)
    return 0


def _day(head: str) -> date | None:
    for found in dates.find(head):
        whole = found.start and found.end and (found.end - found.start).days == 1 and found.relative_to is None
        if whole and not _TOLD.search(head[: found.span.start]):
            return found.start
    return None


def _minute(head: str, foot: str) -> tuple[int | None, bool]:
    for pattern in (_GMT, _CLOCK):
        for text in (head, foot):
            match = pattern.search(text)
            if match is None:
                continue
            hour, minute = (int(g) for g in match.groups() if g)
            if hour < 24 and minute < 60:
                return hour * 60 + minute, pattern is _GMT
    return None, False
