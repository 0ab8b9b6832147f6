"""Whether two time expressions can mean the same time, as far as the precision of each goes."""

from datetime import date, timedelta

from provenance.model import TimeRef, Verdict
from provenance.model.base import Model
from provenance.text.quoting import quoted
from provenance.values.dates.lengths import judge_lengths

Judgement = tuple[Verdict, str]
_PARTS_OF_DAY = {"MO": (4, 12), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30)}
"""Hours that a part of the day covers; a night runs on to six the next morning."""


class TimeComparison(Model):
    """Verdict on two times, and why."""

    verdict: Verdict
    reason: str


def compare(a: TimeRef, b: TimeRef) -> TimeComparison:
    """Compares by precision: "April 2018" and "2 April 2018" are compatible, two different days are not. Symmetric.

    "unknown" means that the words do not say enough: "recently", an unresolved "last week", a length against a date.
    """
    first, second = sorted((a, b), key=lambda time: (time.value or "", time.text, time.kind, str(time.start)))
    verdict, rule = _judge(first, second)
    return TimeComparison(verdict=verdict, reason=f"{_shown(first)} and {_shown(second)}: {rule}")


def _shown(time: TimeRef) -> str:
    return f"{quoted(time.text)} ({time.value or 'no value'})"


def _judge(a: TimeRef, b: TimeRef) -> Judgement:
    if not a.value or not b.value or a.value.endswith("_REF") or b.value.endswith("_REF"):
        return "unknown", "at least one has no place in the calendar"
    if (a.kind == "set") != (b.kind == "set"):
        return "unknown", "one repeats, the other does not"
    lengths = a.value.startswith("P") + b.value.startswith("P")
    if lengths == 2:
        return judge_lengths(a.value, b.value)
    if lengths == 1:
        return "unknown", "one is a length of time, the other a place in the calendar"
    if a.start and a.end and b.start and b.end:
        return _judge_places(a, b)
    return _judge_patterns(a, b)


def _judge_places(a: TimeRef, b: TimeRef) -> Judgement:
    """Both have their days."""
    if "T" in (a.value or "") and "T" in (b.value or ""):
        return _judge_hours(a, b)
    if not _overlap(a, b):
        return "different", "no day in common"
    if (a.start, a.end) == (b.start, b.end):
        return ("compatible", "same days, one with the hour") if a.kind != b.kind else ("same", "same days")
    if a.value == b.value:
        return "compatible", "parts of the same period that share days"
    if a.kind == b.kind == "range" and len(a.value or "") == len(b.value or ""):
        return "different", "ranges with different ends"
    return "compatible", "one is less precise and holds days of the other"


def _overlap(a: TimeRef, b: TimeRef) -> bool:
    return bool(a.start and a.end and b.start and b.end and a.start < b.end and b.start < a.end)


def _judge_hours(a: TimeRef, b: TimeRef) -> Judgement:
    if a.value == b.value:
        return "same", "same value"
    low_a, high_a = _hours(a)
    low_b, high_b = _hours(b)
    if low_a < high_b and low_b < high_a:
        return "compatible", "the hours overlap"
    return "different", "no hour in common"


def _hours(time: TimeRef) -> tuple[float, float]:
    """First and last hour, counted from the first day of the calendar."""
    day = (time.start or date.min).toordinal() * 24.0
    clock = (time.value or "").partition("T")[2]
    if clock in _PARTS_OF_DAY:
        low, high = _PARTS_OF_DAY[clock]
        return day + low, day + high
    hour, _, minute = clock.partition(":")
    moment = day + int(hour) + int(minute or 0) / 60
    return moment, moment + (1 / 60 if minute else 1)


def _judge_patterns(a: TimeRef, b: TimeRef) -> Judgement:
    """At least one is unresolved: what is written of its value may still agree or not."""
    first, second = a.value or "", b.value or ""
    weekdays = _weekday(a), _weekday(b)
    if weekdays[0] and weekdays[1]:
        if weekdays[0] != weekdays[1]:
            return "different", "different days of the week"
        known = a.kind == "set" or (a.start is not None and b.start is not None)
        return ("same" if known else "compatible"), "same day of the week"
    shape, other = _shape(first), _shape(second)
    if not (shape.startswith(other) or other.startswith(shape)):
        return "unknown", "not resolved, and told in different terms"
    pairs = [(x, y) for x, y in zip(first, second, strict=False) if x.isdigit() and y.isdigit()]
    if any(x != y for x, y in pairs):
        return "different", "what both tell does not agree"
    return ("compatible", "what both tell agrees") if pairs else ("unknown", "not resolved")


def _shape(value: str) -> str:
    return "".join("X" if char.isdigit() else char for char in value)


def _weekday(time: TimeRef) -> int:
    """Day of the week, 1 to 7, where the expression says one or is one day; else 0."""
    value = time.value or ""
    if value.startswith("XXXX-WXX-") and value[9:10].isdigit():
        return int(value[9])
    if time.start and time.end and time.end - time.start == timedelta(1):
        return time.start.isoweekday()
    return 0
