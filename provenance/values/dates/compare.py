"""Whether two time expressions can mean the same time."""

from provenance.model import TimeRef, Verdict
from provenance.model.base import Model


class TimeComparison(Model):
    """Verdict on two times, and why."""

    verdict: Verdict
    reason: str


def compare(a: TimeRef, b: TimeRef) -> TimeComparison:
    """Compares by precision: "April 2018" and "2 April 2018" are compatible, two different days are not. Symmetric."""
    verdict, rule = _judge(a, b)
    left, right = sorted((_shown(a), _shown(b)))
    return TimeComparison(verdict=verdict, reason=f"{left} / {right}: {rule}")


def _shown(time: TimeRef) -> str:
    return f"“{time.text}” ({time.value or 'no value'})"


def _judge(a: TimeRef, b: TimeRef) -> tuple[Verdict, str]:
    if a.start and a.end and b.start and b.end:
        if (a.start, a.end, a.value) == (b.start, b.end, b.value):
            return "same", "same days"
        if a.start < b.end and b.start < a.end:
            return "compatible", "the days overlap"
        return "different", "no day in common"
    return "unknown", "not resolved"
