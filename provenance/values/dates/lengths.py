"""Comparison of durations. Months have no fixed length in days, so the two are held apart."""

import re
from fractions import Fraction

from provenance.model import Verdict

_PIECE = re.compile(r"([0-9]+(?:\.[0-9]+)?)(WE|[YMQECWDHS])")
_MONTHS = {"Y": 12, "Q": 3, "M": 1, "E": 120, "C": 1200}
_SECONDS = {"W": 604800, "D": 86400, "H": 3600, "S": 1, "WE": 172800}
_MINUTE = 60
_DAY = 86400
_MONTH_DAYS = (28, 31)


def judge_lengths(a: str, b: str) -> tuple[Verdict, str]:
    """Verdict on two TIMEX3 durations and the rule behind it."""
    if "X" in a or "X" in b:
        return _judge_vague(a, b)
    if a == b:
        return "same", "same length"
    (months_a, seconds_a, unit_a), (months_b, seconds_b, unit_b) = _read(a), _read(b)
    if not seconds_a and not seconds_b:
        return _judge_same_scale(months_a, months_b, unit_a, unit_b)
    if not months_a and not months_b:
        return _judge_same_scale(seconds_a, seconds_b, unit_a, unit_b)
    if months_a and months_b:
        return _judge_mixed((months_a, seconds_a), (months_b, seconds_b))
    months, seconds = (months_a or months_b), (seconds_a if not months_a else seconds_b)
    if (seconds_a and months_a) or (seconds_b and months_b):
        return "unknown", "months with days against one of them alone"
    low, high = (months - Fraction(1, 2)) * _MONTH_DAYS[0] * _DAY, (months + Fraction(1, 2)) * _MONTH_DAYS[1] * _DAY
    if low <= seconds <= high:
        return "compatible", "months and days agree roughly; a month has no fixed number of days"
    return "different", "too far apart for any length of the months"


def _judge_vague(a: str, b: str) -> tuple[Verdict, str]:
    if re.sub(r"[0-9.X]+", "", a) == re.sub(r"[0-9.X]+", "", b):
        return "compatible", "same unit, the count is not said"
    return "unknown", "the count is not said"


def _judge_same_scale(a: Fraction, b: Fraction, unit_a: int, unit_b: int) -> tuple[Verdict, str]:
    """Equal in one unit; across units equal within half of the coarser one."""
    if a == b:
        return ("same", "same length") if unit_a == unit_b else ("compatible", "same length in other units")
    if unit_a != unit_b and abs(a - b) * 2 < max(unit_a, unit_b):
        return "compatible", "equal as far as the coarser unit tells"
    return "different", "different lengths"


def _judge_mixed(a: tuple[Fraction, Fraction], b: tuple[Fraction, Fraction]) -> tuple[Verdict, str]:
    if a == b:
        return "same", "same length"
    if a[0] == b[0] and not (a[1] and b[1]):
        return "compatible", "one leaves out the days"
    return "different", "different lengths"


def _read(value: str) -> tuple[Fraction, Fraction, int]:
    """Months, seconds, and the finest unit in its scale."""
    calendar, _, clock = value[1:].partition("T")
    months, seconds, unit = Fraction(0), Fraction(0), 0
    for part, in_clock in ((calendar, False), (clock, True)):
        for count, name in _PIECE.findall(part):
            scale = _MINUTE if in_clock and name == "M" else _SECONDS.get(name) or _MONTHS[name]
            unit = scale
            if name in _SECONDS or in_clock:
                seconds += Fraction(count) * scale
            else:
                months += Fraction(count) * scale
    return months, seconds, unit
