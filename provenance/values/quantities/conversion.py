"""Exact conversion between units of one kind."""

from decimal import Decimal
from fractions import Fraction

from provenance.values.quantities import lexicon

_TO_KELVIN = {
    "kelvin": (Fraction(1), Fraction(0)),
    "°C": (Fraction(1), Fraction(27315, 100)),
    "°F": (Fraction(5, 9), Fraction(45967, 180)),
}


def convert(value: Decimal, unit: str, target: str) -> Decimal | None:
    """`value` in `target`; None where no exact factor is known (a ton, a gallon, currencies, months and days)."""
    if unit == target:
        return value
    if unit in _TO_KELVIN and target in _TO_KELVIN:
        (factor, offset), (back, shift) = _TO_KELVIN[unit], _TO_KELVIN[target]
        return _decimal((Fraction(value) * factor + offset - shift) / back)
    source, _, per = unit.partition("/")
    goal, _, goal_per = target.partition("/")
    a, b = lexicon.factors().get(unit), lexicon.factors().get(target)
    if (a is None or b is None) and per == goal_per:
        a, b = lexicon.factors().get(source), lexicon.factors().get(goal)
    if a is None or b is None or a.kind != b.kind or a.factor is None or b.factor is None:
        return None
    return _decimal(Fraction(value) * a.factor / b.factor)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
