"""Where stated values lie on one common line, as shares of its width: points, ranges, and ranges open at one end."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from provenance.model import Quantity

FIRST, LAST = Decimal(4), Decimal(94)
"""Per cent of the width between which values lie; the rest is room for signs and open ends."""
WIDEST_LINEAR = 50
"""Ratio of the largest to the smallest value from which the line is logarithmic."""
MOST_TICKS = 5
_LARGEST = 300
"""Power of ten beyond which a number is nothing to draw."""
_SHORT = ((12, "tn"), (9, "bn"), (6, "m"))


@dataclass(frozen=True, slots=True)
class Mark:
    """One value on the line; positions in per cent of the width."""

    at: float | None
    """Of the stated number; None for a range or a vague count."""
    start: float | None
    """Of what the words allow; None for a single point."""
    end: float | None
    open_start: bool
    """Whether nothing bounds it from below ("at most 3")."""
    open_end: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A number written on the line."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The line that all values of one fact share."""

    low: Decimal
    high: Decimal
    is_log: bool
    ticks: tuple[Tick, ...]

    def place(self, number: Decimal) -> float:
        """Where a number lies, in per cent of the width."""
        return _place(number, self.low, self.high, self.is_log)

    def mark(self, value: Quantity) -> Mark | None:
        """A quantity on this line; None where it holds no number that can be drawn."""
        if not _drawable(value):
            return None
        low, high = value.low, value.high
        is_point = value.value is not None and low == high == value.value
        return Mark(
            at=None if value.value is None else self.place(value.value),
            start=None if is_point else self.place(self.low if low is None else low),
            end=None if is_point else self.place(self.high if high is None else high),
            open_start=low is None,
            open_end=high is None,
        )


def axis(values: Sequence[Quantity]) -> Axis | None:
    """The line for these values; None where they show no difference, or are no numbers."""
    drawable = [value for value in values if _drawable(value)]
    if len({(value.value, value.low, value.high) for value in drawable}) < 2:
        return None
    numbers = [n for value in drawable for n in (value.value, value.low, value.high) if n is not None]
    low, high = min(numbers), max(numbers)
    if low == high:  # "42" and "at least 42"
        low, high = (low / 2, high * 2) if low > 0 else (low - 1, high + 1)
    is_log = low > 0 and high / low >= WIDEST_LINEAR
    if any(value.high is None for value in drawable):
        high += (high - low) / 5  # room for the open end
    is_whole = all(n == n.to_integral_value() for n in numbers)
    steps = _powers(low, high) if is_log else _steps(low, high, Decimal(1) if is_whole else Decimal(0))
    ticks = tuple(Tick(_place(step, steps[0], steps[-1], is_log), short(step)) for step in steps)
    return Axis(steps[0], steps[-1], is_log, ticks)


def short(number: Decimal) -> str:
    """A number in little room: "1,400", "1.5m", "2bn"."""
    for power, letter in _SHORT:
        if number.adjusted() >= power:
            return f"{(number.scaleb(-power)).normalize():f}{letter}"
    return f"{number.normalize():,f}"


def _drawable(value: Quantity) -> bool:
    numbers = [n for n in (value.value, value.low, value.high) if n is not None]
    return bool(numbers) and all(n.is_finite() and abs(n.adjusted()) < _LARGEST for n in numbers)


def _place(number: Decimal, low: Decimal, high: Decimal, is_log: bool) -> float:
    if is_log:
        number, low, high = (n.log10() for n in (max(number, low), low, high))
    share = min(max((number - low) / (high - low), Decimal(0)), Decimal(1))
    return round(float(FIRST + share * (LAST - FIRST)), 2)


def _steps(low: Decimal, high: Decimal, least: Decimal) -> list[Decimal]:
    """Round numbers, at least `least` apart, from at or below `low` to at or above `high`, from zero where it is near.

    Between whole numbers lies nothing: nobody counts 3.5 people.
    """
    if 0 < low <= (high - low) * 2:
        low = Decimal(0)
    rough = max((high - low) / (MOST_TICKS - 1), least)
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    first = (low / step).to_integral_value("ROUND_FLOOR") * step
    steps = [first]
    while steps[-1] < high:
        steps.append(steps[-1] + step)
    return steps


def _powers(low: Decimal, high: Decimal) -> list[Decimal]:
    """Powers of ten from at or below `low` to at or above `high`, a few of them."""
    last = high.adjusted() + (high != Decimal(1).scaleb(high.adjusted()))
    stride = max(1, -(-(last - low.adjusted()) // (MOST_TICKS - 1)))
    steps = [Decimal(1).scaleb(power) for power in range(low.adjusted(), last, stride)]
    return [*steps, steps[-1].scaleb(stride)]
