"""The days that claims speak of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from provenance.matching.signature.cues import pattern
from provenance.model import Claim, TimeRef

Days = tuple[date, date]
"""Half-open range of days."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DATED = re.compile(r"\b(?:on|since|of|by|until|from|for|before|after)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.I)
_COMPARED = re.compile(r"\bthan\s+(?:(?:in|on|at|during)\s+)?(?:the\s+)?$", re.I)
"""Before a time that a figure is compared with: "5 percent dearer than a year ago" is dear today."""
_COUNT, _STANDING = pattern("count"), pattern("standing")
_RECORD = pattern("record", after=r"\b[^,;.]{0,80}\bsince\b[^,;.]{0,40}$")
_BEGUN = pattern("begun", after=r"\b[^,;.]{0,40}$")
_REACH = 60
"""Code points before a time in which a word is looked for that tells of a beginning."""
_RECENT = timedelta(days=60)
"""How far back lies what is still news: what a report tells without a date, what began with it."""
_WHEN = re.compile(r"when\b", re.I)
_BESIDE = 2
"""Code points between a time and the clause that tells of it: a comma and a space."""
_YEARLESS = re.compile(r"XXXX-\d\d(?:-\d\d)?")
_CLOCK = re.compile(r"T(\d\d):(\d\d)$")
_OF_A_HALF = re.compile(r"[ap]\.?m\b|\b(?:noon|midday|midnight|morning|afternoon|evening|night|GMT|UTC)\b|\b0\d", re.I)
"""Words and digits that tell the half of the day: "6 am", "in the evening", "05:40"."""
_HALF_DAY = 12 * 60
"""In minutes."""
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the day."""

    time: TimeRef
    minutes: int
    """After midnight."""
    either: bool
    """Whether the words leave open which half of the day it is in: "half past six", "at 8:30"."""

    def apart(self, other: "Hour") -> int:
        """The minutes between two hours, at least."""
        day = _HALF_DAY if self.either or other.either else 2 * _HALF_DAY
        between = abs(self.minutes - other.minutes) % day
        return min(between, day - between)


@dataclass(frozen=True, slots=True)
class Stated:
    """The times of one claim by their kinds, as comparing it with others asks for them again and again."""

    durations: tuple[TimeRef, ...]
    yearless: tuple[TimeRef, ...]
    """Days and months of a year that the text does not tell."""
    values: frozenset[str]
    hours: tuple[Hour, ...]


def stated(times: Sequence[TimeRef]) -> Stated:
    """The times of a claim by their kinds."""
    return Stated(
        durations=tuple(t for t in times if t.kind == "duration"),
        yearless=tuple(t for t in times if _YEARLESS.fullmatch(t.value or "")),
        values=frozenset(t.value for t in times if t.value),
        hours=tuple(_hour(t, int(m[1]) * 60 + int(m[2])) for t in times if (m := _CLOCK.search(t.value or ""))),
    )


def _hour(time: TimeRef, minutes: int) -> Hour:
    return Hour(time, minutes, minutes <= _HALF_DAY and _OF_A_HALF.search(time.text) is None)


def news(published: date | None) -> tuple[Days, ...]:
    """The days that undated news of a report speaks of: that before its publication and that of it, if that is known.

    Pages without a date may give the first or the last day of the calendar for one.
    """
    if published is None:
        return ()
    first = published - _DAY if published > date.min else published
    return ((first, published + _DAY if published < date.max else published),)


def recent(days: tuple[Days, ...], published: date | None) -> tuple[Days, ...]:
    """Days near the report: a date of the background is not when the next sentence happens."""
    if published is None:
        return days
    return tuple(d for d in days if d[1] - d[0] <= _WEEK and abs(d[0] - published) <= _WEEK)


def days(claims: Sequence[Claim], published: date | None = None) -> tuple[Days, ...]:
    """The days that claims speak of, not those on which something was counted; with `published`, no dateline either."""
    return tuple(
        (t.start, t.end)
        for c in claims
        for t in c.times
        if t.start
        and t.end
        and t.kind in ("date", "time", "range")
        and not _is_dateline(c, t, published)
        and not _is_of_counting(c, t)
        and not _is_of_record(c, t)
        and not _is_compared(c, t)
    )


def when(claim: Claim, sentence: Sequence[Claim]) -> tuple[Days, ...]:
    """The days of a clause that "when" joins to a time right before it: "in 2014, when 23 patients fell ill"."""
    if not _WHEN.match(claim.span.quote):
        return ()
    ahead = range(claim.span.start - _BESIDE, claim.span.start + 1)
    times = {t.span: t for c in sentence for t in c.times if t.span.end in ahead and t.kind in ("date", "range")}
    return tuple((t.start, t.end) for t in times.values() if t.start and t.end)


def is_long_past(end: date, published: date) -> bool:
    """Whether a time ended too long before a report for its news to lie in it."""
    return published - end > _RECENT


def begun(claim: Claim, published: date | None) -> tuple[Days, ...]:
    """When what a claim tells began, where it says so and that is past: "since mid-2012", "the war began in 2011"."""
    sentence, offset = claim.sentence.quote, claim.sentence.start
    return tuple(
        (t.start, t.end)
        for t in claim.times
        if t.start
        and t.end
        and t.kind in ("date", "range")
        and (published is None or is_long_past(t.end, published))
        and _BEGUN.search(sentence, max(0, t.span.start - offset - _REACH), t.span.start - offset)
    )


def _is_of_record(claim: Claim, time: TimeRef) -> bool:
    """Whether a time is what a record goes back to: "the most rain since records began in 1921" fell in no 1921."""
    return _RECORD.search(claim.sentence.before(time.span)) is not None


def _is_compared(claim: Claim, time: TimeRef) -> bool:
    """Whether a time is only what a figure is compared with."""
    return _COMPARED.search(claim.sentence.before(time.span)) is not None


def _is_of_counting(claim: Claim, time: TimeRef) -> bool:
    """Whether a day says when a count stood so: "the toll stood at four on Saturday" tells of no death on Saturday."""
    before = claim.sentence.before(time.span)
    counted = _COUNT.search(before)
    return counted is not None and _STANDING.search(before, counted.end()) is not None


def _is_dateline(claim: Claim, time: TimeRef, published: date | None) -> bool:
    """Whether a date says when the text appeared: the day of publication in full, with no preposition before it."""
    if published is None or time.start is None or time.relative_to or not _YEAR.search(time.text):
        return False
    before = claim.sentence.before(time.span)
    return abs((time.start - published).days) <= 1 and not _DATED.search(before)
