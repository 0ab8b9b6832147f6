"""A number as read, before its unit and noun."""

from dataclasses import dataclass
from decimal import Decimal

DASHES = frozenset("-‐‑–—−")


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
