"""A number as read, before its unit and noun."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

DASHES = frozenset("-‐‑–—−")
_ENDLESS = 20
"""Digits after the point that only a division writes."""
_SMALL = 100
"""The highest denominator that is told as a fraction; other endless numbers are rounded to a hundredth of a percent."""


@dataclass(slots=True)
class Number:
    """A number between tokens `start` and `end` (half-open). `value` is None where it is vague."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    digits: bool = False
    scale: Decimal = Decimal(1)
    """The last scale word's factor ("million"), 1 without one."""
    fraction: bool = False
    """A part of one ("two thirds", "half")."""
    grouped: bool = False
    million_or_metre: bool = False
    """Followed by an "m" that is still to be read."""
    spread: tuple[Decimal, ...] = ()
    """What "several" or "a few" before a scale stand for, lowest and highest."""


def plain(value: Decimal) -> str:
    """The number in digits without an exponent; "1/7" and "2 1/3" for what no decimal writes in full."""
    if -int(value.as_tuple().exponent) < _ENDLESS:
        return f"{value:f}"
    near = Fraction(value).limit_denominator(_SMALL)
    if Decimal(near.numerator) / near.denominator != value:
        return f"{round(value, 4).normalize():f}"
    whole, part = divmod(abs(near), 1)
    return f"{'-' if value < 0 else ''}{f'{whole} ' if whole else ''}{part}"
