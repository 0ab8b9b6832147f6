"""The slot of time: whether two claims speak of one day, of one span, of one duration."""

import re
from collections.abc import Sequence
from datetime import timedelta

from provenance.extraction.lexicon import base, implied, kind
from provenance.matching.comparison import appointed
from provenance.matching.comparison.slots import AROUND, lacking
from provenance.matching.signature.dated import Days, is_long_past
from provenance.matching.signature.signatures import Signature
from provenance.model import SlotComparison, TimeRef, Verdict
from provenance.text.quoting import quoted
from provenance.values import dates, names

_APART_MINUTES = 30
"""How far apart two hours of the day are that cannot be one."""
_AWAY = re.compile(r"\s+(?:after|ago|before|earlier|from|later|of|since)\b")
_YEAR = re.compile(r"[12]\d{3}|\byears?\b", re.I)
_ROLES = frozenset({"since", "in", "on", "until", "by", "from", "for"})
_APART = timedelta(days=1)
"""A free day between two, one of them inherited, sets them apart; days that touch may be one (overnight)."""
_OPENING = 12
"""Code points before a time that opens its claim: "in the spring of", "as early as"."""
_LONGER = 1.5
"""How much longer a period is than another: months, quarters, half-years and years are told apart, not two months."""
_LASTING = frozenset({"STOPFIRE"})
"""Families of what a duration beside it is the length of, whatever else is told: a truce."""
TELLING = 0.25
"""Weight of a word from which sharing it says something."""
_FEW_DAYS = timedelta(days=7)
"""The longest time that says when a single thing happened; longer ones are spans of it or of its background."""

OVERLAP = "the dates overlap"
"""Why two times are one or may be."""


def time(a: Signature, b: Signature) -> SlotComparison:
    """Whether two claims speak of one time, said or inherited, or of one duration."""
    verdict, reason = timed(a, b)
    lasting = durations(a, b)
    shown = (lasting[0].text, lasting[1].text) if lasting else (_dated(a), _dated(b))
    return SlotComparison(slot="time", verdict=verdict, a=shown[0], b=shown[1], reason=reason)


def timed(a: Signature, b: Signature) -> tuple[Verdict, str]:
    """Verdict and reason of `time`."""
    if began_together(a, b):
        return "same", "both tell of a beginning, and the dates overlap"
    lasting = durations(a, b)
    if lasting is not None:
        found = dates.compare(*lasting)
        return found.verdict, found.reason
    said = bool(a.said_days and b.said_days)
    days_a, days_b = (a.said_days, b.said_days) if said else (a.days, b.days)
    if hours := clocks(a, b):
        return "different", f"{quoted(hours[0].text)} is not {quoted(hours[1].text)}"
    if not days_a or not days_b:
        if in_same_words(a, b):
            return "compatible", "the same words, without a date"
        if yearless := _without_year(a, b):
            return yearless
        if _dated(a) and _dated(b) and not (days_a or days_b):
            return "unknown", "no year or day of publication to place them by"
        return "unknown", lacking("date", days_a, days_b)
    if any(x[0] < y[1] and y[0] < x[1] for x in days_a for y in days_b):
        return ("same", OVERLAP) if said else ("compatible", f"{OVERLAP}; {AROUND}")
    if not _one_grain(days_a, days_b):
        return "unknown", "a day is no part of the other time"
    if said:
        return "different", f"{_days(days_a)} is not {_days(days_b)}"
    if (a.said_days or b.said_days) and all(
        x[0] - y[1] >= _APART or y[0] - x[1] >= _APART for x in days_a for y in days_b
    ):
        return "different", f"{_days(days_a)} is not {_days(days_b)}; {AROUND}"
    return "unknown", f"the dates lie close together; {AROUND}"


def began_together(a: Signature, b: Signature) -> bool:
    """Whether both tell since when, and of one thing: they share a word or predicate that is not of time."""
    if not any(x[0] < y[1] and y[0] < x[1] for x in a.begun for y in b.begun):
        return False
    both = a.concepts.keys() & b.concepts.keys()
    shared = {k.partition(":")[::2] for k in both if min(a.concepts[k], b.concepts[k]) >= TELLING}
    dated = words_of(a, b)
    return any((k == "word" and word not in dated) or (k == "family" and word != "BEGIN") for k, word in shared)


def words_of(a: Signature, b: Signature) -> frozenset[str]:
    """The base forms of the words in which two claims state times, and what these are as names: "August"."""
    stated = {word for s in (a, b) for t in s.claim.times for word in t.text.lower().split()}
    return frozenset({*map(base, stated), *map(names.skeleton, stated)})


def _without_year(a: Signature, b: Signature) -> tuple[Verdict, str] | None:
    """The verdict on one day or month each of a year that neither text tells: "3 May", "5 May"."""
    x, y = a.stated.yearless, b.stated.yearless
    if len(x) != 1 or len(y) != 1 or len(x[0].value or "") != len(y[0].value or ""):
        return None
    found = dates.compare(x[0], y[0])
    return found.verdict, found.reason


def _days(days: Sequence[Days]) -> str:
    """The first of some days, in figures, the last one included."""
    start, end = min(days)
    last = end - _APART
    return start.isoformat() if last <= start else f"{start.isoformat()} to {last.isoformat()}"


def _one_grain(a: Sequence[Days], b: Sequence[Days]) -> bool:
    """Whether both speak of days, or both of longer times: "on Sunday" and "since 2011" tell of two things."""
    return any((x[1] - x[0] > _FEW_DAYS) == (y[1] - y[0] > _FEW_DAYS) for x in a for y in b)


def durations(a: Signature, b: Signature) -> tuple[TimeRef, TimeRef] | None:
    """Two durations where each claim states one and only one."""
    x, y = a.stated.durations, b.stated.durations
    return (x[0], y[0]) if len(x) == len(y) == 1 else None


def clocks(a: Signature, b: Signature) -> tuple[TimeRef, TimeRef] | None:
    """Two hours of the day, far enough apart, where each claim states one and only one."""
    x, y = a.stated.hours, b.stated.hours
    if len(x) != 1 or len(y) != 1:
        return None
    return (x[0].time, y[0].time) if x[0].apart(y[0]) >= _APART_MINUTES else None


def one_time(a: Signature, b: Signature) -> bool:
    """Whether what both claims mainly tell has one time, and each states one: "since 2013" and "since 2015".

    A strike or a truce lasts but once; of other things the durations are one time where more than an event is shared.
    """
    mains = [implied(frozenset({s.claim.frame.family} - {""})) for s in (a, b)]
    shared = mains[0] & mains[1]
    if (shared or a.said_families & b.said_families & _LASTING) and durations(a, b):
        return True
    if not a.claim.times or not b.claim.times:
        return False
    if appointed.two_days(a, b):
        return True
    if not any(kind(f) != "event" for f in shared):
        return False
    (x, role), (y, other) = (_of_main(s) for s in (a, b))
    return role == other != "" and x != y


def may_be_one_time(a: Signature, b: Signature) -> bool:
    """Whether what both tell may have one time, the less surely, the less they share: a length, an hour each."""
    lengths = durations(a, b)
    if lengths and not any(_leads_away(s, t) for s, t in zip((a, b), lengths, strict=True)):
        return True
    return clocks(a, b) is not None or one_time(a, b)


def _leads_away(s: Signature, length: TimeRef) -> bool:
    """Whether a length is of what stands beside it: "two days after", "four days of rain", "a two-day course"."""
    return (
        "-" in length.text or _AWAY.match(s.claim.sentence.quote, length.span.end - s.claim.sentence.start) is not None
    )


def times_clash(a: Signature, b: Signature) -> bool:
    """Whether both claims themselves state times, and none of the one is a time of the other."""
    x, y = a.claim.times, b.claim.times
    if not x or not y:
        return False
    if timed(a, b)[0] == "different":
        return True
    stated = [{t.value or t.text.lower() for t in times} for times in (x, y)]
    return not stated[0] & stated[1] and not all(s.days for s in (a, b))


def said_apart(a: Signature, b: Signature) -> bool:
    """Whether both say days of their own and none meet, however long they are: "on Sunday" and "in October"."""
    if not a.said_days or not b.said_days:
        return False
    return not any(x[0] < y[1] and y[0] < x[1] for x in a.said_days for y in b.said_days)


def of_two_years(a: Signature, b: Signature) -> bool:
    """Whether both say of all they tell in which year it was, and the years differ: "last year", "in 2020"."""
    return said_apart(a, b) and all(_is_dated(s) and any(_YEAR.search(t.text) for t in s.claim.times) for s in (a, b))


def long_ago(a: Signature, b: Signature) -> bool:
    """Whether one claim tells of a past time by its date, and the other, without a date of its own, of the news."""
    for past, news in ((a, b), (b, a)):
        if past.said_days and past.published and not news.said_days and _is_dated(past):
            return all(is_long_past(end, past.published) for _, end in past.said_days)
    return False


def of_two_periods(a: Signature, b: Signature) -> bool:
    """Whether one tells of a longer period than the other: the profit of a quarter is not that of the year."""
    x, y = ({end - start for start, end in s.said_days if end - start > _FEW_DAYS} for s in (a, b))
    return bool(x and y) and (min(x) > _LONGER * max(y) or min(y) > _LONGER * max(x))


def _is_dated(s: Signature) -> bool:
    """Whether a time opens or closes a claim or follows its main predicate, so that it dates all of it.

    Not "the work, made in 1652, is worth"; but "the plant, opened in 1974, has 40 rooms" if it tells of the opening.
    """
    span = s.claim.span
    if not s.claim.times:
        return True  # the time stands right before it
    if any(t.span.start - span.start <= _OPENING or t.span.end >= span.end for t in s.claim.times):
        return True
    verb = _behind_main(s)
    return verb > 0 and any(0 <= s.claim.sentence.where(t.span)[0] - verb <= _OPENING for t in s.claim.times)


def _behind_main(s: Signature) -> int:
    """Where the main predicate of a claim ends in its sentence; 0 without one."""
    action = s.claim.frame.action
    at = s.claim.sentence.quote.find(action, s.claim.sentence.where(s.claim.span)[0]) if action else -1
    return at + len(action) if at >= 0 else 0


def _of_main(s: Signature) -> tuple[str, str]:
    """The value of the time right after the main predicate, or of the only one, and the preposition before it."""
    sentence, times = s.claim.sentence, s.claim.times
    verb = _behind_main(s)
    later = times if len(times) == 1 else [t for t in times if verb <= sentence.where(t.span)[0] <= verb + _OPENING]
    if not later:
        return "", ""
    before = sentence.before(later[0].span).split()
    return later[0].value or later[0].text, before[-1].lower() if before and before[-1].lower() in _ROLES else ""


def in_same_words(a: Signature, b: Signature) -> bool:
    """Whether both claims state one time by its unresolved value: "Sunday" and "Sunday"."""
    return not a.stated.values.isdisjoint(b.stated.values)


def _dated(s: Signature) -> str:
    """The times of a claim as written, with the day where a word alone would not say it."""
    shown = []
    for t in s.claim.times:
        day = t.start.isoformat() if t.start and t.end and (t.end - t.start).days == 1 else ""
        shown.append(f"{t.text} ({day})" if day and t.relative_to else t.text)
    return ", ".join(shown)
