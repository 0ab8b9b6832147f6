"""Whether two quantities can be the same figure, as worded: intervals, rounding at written precision, units."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from provenance.model import Quantity, Verdict
from provenance.text.quoting import quoted
from provenance.values.quantities import conversion, lexicon, numbers
from provenance.values.quantities.tokens import Tokens

# Limits learned from labelled pairs of war reports: bound against number agrees up to a ratio of 1.5 and is unsure from
# 2.0; two lower bounds agree up to 1.23 and are unsure from 1.39.
BOUND_AGREES = Decimal("1.6")
LOWER_BOUNDS_AGREE = Decimal("1.25")
UPPER_BOUND_AGREES = Decimal("0.5")
ABOUT_AGREES = Decimal("0.10")
ABOUT_DIFFERS = Decimal("0.20")
LARGE = Decimal(1000)
LARGE_AGREES = Decimal("0.03")
_TONS = {"ton", "metric ton"}
VAGUE_SPAN = 5
"""A vague count ends just below this multiple of its least ("hundreds": 200 to 999); plain "thousands" never."""

_LOWER = ("at_least", "more_than")
_UPPER = ("at_most", "less_than")


@dataclass(frozen=True, slots=True)
class QuantityComparison:
    """How two quantities compare; `reason` names both and the rule."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class _Figure:
    text: str
    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    step: Decimal
    """What the written digits resolve: 1 for "43", 0.1 million for "1.2m"; trailing zeros count."""
    exponent: Decimal
    """As `step`, trailing zeros of an integer not counted."""


def compare(a: Quantity, b: Quantity) -> QuantityComparison:
    """Verdict on two quantities; symmetric. What they count (nouns) is not looked at."""
    if (a.low or 0, a.high or 0, a.unit, a.text) > (b.low or 0, b.high or 0, b.unit, b.text):
        a, b = b, a
    pair = f"{quoted(a.text)} and {quoted(b.text)}"
    a, b = _moved(a, b), _moved(b, a)
    if a.unit != b.unit and (loose := _loosely(a, b, pair)):
        return loose
    if {a.change, b.change} == {"up", "down"}:
        return QuantityComparison("different", f"{pair}: one goes up, the other down")
    first, second = _figure(a, a.unit), _figure(b, a.unit)
    if first is None or second is None:
        return QuantityComparison(
            "unknown", f"{pair}: no exact conversion between {a.unit or 'a count'} and {b.unit or 'a count'}"
        )
    verdict, rule = _verdict(first, second, a.unit != b.unit)
    return QuantityComparison(verdict, f"{pair}: {rule}")


def _moved(a: Quantity, b: Quantity) -> Quantity:
    """What a table has as "-2.6%", beside a change in words, as the fall by 2.6% that it is."""
    if a.value is None or a.value >= 0 or a.change or not b.change:
        return a
    low, high = (None if edge is None else -edge for edge in (a.high, a.low))
    return a.model_copy(update={"value": -a.value, "low": low, "high": high, "change": "down"})


def _loosely(a: Quantity, b: Quantity, pair: str) -> QuantityComparison | None:
    """Units of which one is said less exactly: "tons" of no kind beside tonnes, "$38" beside "38 dollars a share"."""
    if {a.unit, b.unit} == _TONS:
        told = "the kind of the tons is not said"
    elif _is_rate(a, b) or _is_rate(b, a):
        told = "one is the amount for each of something"
    elif b.unit in lexicon.kinds_of(a.unit) or a.unit in lexicon.kinds_of(b.unit):
        found = compare(a.model_copy(update={"unit": b.unit}), b)
        return QuantityComparison(found.verdict, f"{found.reason}; one does not say of which country")
    else:
        return None
    found = compare(a.model_copy(update={"unit": b.unit}), b)
    if found.verdict not in ("same", "compatible"):
        return QuantityComparison("unknown", f"{pair}: {told}")
    return QuantityComparison("compatible", f"{found.reason}; {told}")


def _is_rate(a: Quantity, b: Quantity) -> bool:
    """Whether `a` is an amount of money for each of something, and `b` one of the same money."""
    return b.unit in lexicon.currencies() and a.unit.startswith(f"{b.unit}/")


def _figure(q: Quantity, unit: str) -> _Figure | None:
    return _converted(q.text, q.approximation, (q.value, q.low, q.high), q.unit, unit)


@lru_cache(maxsize=65536)
def _converted(
    text: str, kind: str, values: tuple[Decimal | None, Decimal | None, Decimal | None], own: str, unit: str
) -> _Figure | None:
    """A quantity in another unit, or in its own; None where it cannot be told in that one."""

    def to(value: Decimal | None) -> Decimal | None:
        return None if value is None else conversion.convert(value, own, unit)

    probe = next((value for value in values if value is not None), None)
    if probe is not None and to(probe) is None:
        return None
    step, exponent = _steps(values[0], text)
    scale = (to(Decimal(1)) or Decimal(1)) - (to(Decimal(0)) or Decimal(0))
    value, low, high = map(to, values)
    return _Figure(text, kind, value, low, high, step * scale, exponent * scale)


def _steps(value: Decimal | None, text: str) -> tuple[Decimal, Decimal]:
    """What one unit of the last written digit stands for: with, and without, trailing zeros taken as rounding."""
    if value is None:
        return Decimal(1), Decimal(1)
    scale = _scale(text)
    if value % 1 and scale == 1:
        exponent = value.as_tuple().exponent
        step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent > -10 else Decimal("0.01")
        return step, step
    whole = value / scale
    exponent = whole.as_tuple().exponent
    decimals = min(exponent, 0) if isinstance(exponent, int) else 0
    written = Decimal(1).scaleb(max(decimals, -9)) * scale
    rounded = Decimal(1)
    while value and value % (rounded * 10) == 0:
        rounded *= 10
    return max(rounded, written), written


@lru_cache(maxsize=65536)
def _scale(text: str) -> Decimal:
    """What the first number of a text is written in: a million for "1.2m", 1 for digits alone."""
    tokens = Tokens(text, 0, len(text))
    found = (numbers.read(tokens, index) for index in range(len(tokens)))
    number = next((number for number in found if number is not None and number.value is not None), None)
    return number.scale if number is not None and number.scale > 1 else Decimal(1)


def _verdict(a: _Figure, b: _Figure, converted: bool) -> tuple[Verdict, str]:
    if (a.kind, a.value, a.low, a.high) == (b.kind, b.value, b.low, b.high):
        return "same", "equal as written"
    for one, other in ((a, b), (b, a)):
        if one.kind in ("between", "vague"):
            return _range(one, other)
    assert a.value is not None
    assert b.value is not None
    for one, other in ((a, b), (b, a)):
        if one.kind in _LOWER:
            return _upper_lower(other, one) if other.kind in _UPPER else _lower(one, other)
    for one, other in ((a, b), (b, a)):
        if one.kind in _UPPER:
            return _upper(one, other)
    if "about" in (a.kind, b.kind):
        return _about(a, b)
    return _exact(a, b, converted)


def _exact(a: _Figure, b: _Figure, converted: bool) -> tuple[Verdict, str]:
    assert a.value is not None
    assert b.value is not None
    if a.value == b.value:
        return "same", "equal values"
    gap = abs(a.value - b.value)
    large = min(abs(a.value), abs(b.value)) >= LARGE
    step = max(a.step, b.step) if large or converted else max(a.exponent, b.exponent)
    if gap * 2 <= step and gap <= ABOUT_AGREES * max(abs(a.value), abs(b.value)):
        return "compatible", f"equal when rounded to {step:f}"
    if large and gap <= max(a.step, b.step) and gap <= LARGE_AGREES * max(abs(a.value), abs(b.value)):
        return "compatible", f"within {LARGE_AGREES:%} of each other"
    return "different", "two exact values that differ"


def _about(a: _Figure, b: _Figure) -> tuple[Verdict, str]:
    assert a.value is not None
    assert b.value is not None
    gap, largest = abs(a.value - b.value), max(abs(a.value), abs(b.value))
    said = min(abs(f.value) for f in (a, b) if f.kind == "about" and f.value is not None)
    if gap == 0:
        return "compatible", "the same number, one of them approximate"
    if gap <= ABOUT_AGREES * largest:
        return "compatible", f"within {ABOUT_AGREES:.0%} of each other, one of them approximate"
    if gap > ABOUT_DIFFERS * said:
        return "different", f"more than {ABOUT_DIFFERS:.0%} apart, one of them approximate"
    return "unknown", "neither close nor far apart, one of them approximate"


def _lower(bound: _Figure, other: _Figure) -> tuple[Verdict, str]:
    assert bound.value is not None
    assert other.value is not None
    if other.kind in _LOWER:
        small, large = sorted((bound.value, other.value))
        if large <= small * LOWER_BOUNDS_AGREE:
            return "compatible", "two lower bounds close together"
        return "unknown", "two lower bounds far apart: a newer count perhaps"
    if other.value < bound.value:
        if other.kind == "about" and other.high is not None and other.high >= bound.value:
            return "compatible", "the approximate value reaches the lower bound"
        if (bound.value - other.value) * 2 <= max(bound.exponent, other.exponent) and bound.exponent != other.exponent:
            return "compatible", "equal when rounded"
        return "different", "below the lower bound"
    if other.value <= bound.value * BOUND_AGREES:
        return "compatible", "satisfies the lower bound"
    return "unknown", "far above the lower bound: a newer count perhaps"


def _upper(bound: _Figure, other: _Figure) -> tuple[Verdict, str]:
    assert bound.value is not None
    assert other.value is not None
    if other.kind in _UPPER:
        small, large = sorted((bound.value, other.value))
        return (
            ("compatible", "two upper bounds close together")
            if small >= large * UPPER_BOUND_AGREES
            else ("unknown", "two upper bounds far apart")
        )
    if other.value > bound.value:
        if other.kind == "about" and other.low is not None and other.low <= bound.value:
            return "compatible", "the approximate value reaches the upper bound"
        return "different", "above the upper bound"
    if other.value > bound.value * UPPER_BOUND_AGREES:
        return "compatible", "satisfies the upper bound"
    return "unknown", "far below the upper bound"


def _upper_lower(upper: _Figure, lower: _Figure) -> tuple[Verdict, str]:
    assert upper.value is not None
    assert lower.value is not None
    if lower.value > upper.value:
        return "different", "the lower bound is above the upper bound"
    if lower.value > upper.value * UPPER_BOUND_AGREES:
        return "compatible", "the bounds leave room for one value"
    return "unknown", "the bounds are far apart"


def _ends(figure: _Figure) -> tuple[Decimal, Decimal | None]:
    """Lowest and highest value; a vague count ends below the next power of its kind, plain "thousands" never."""
    low = figure.low if figure.low is not None else Decimal(0)
    if figure.kind == "vague" and figure.high is None and low > 0:
        low = Decimal(20) if low == 24 else low
        digits = low.as_tuple()
        thousands = low >= 2000 and len(digits.digits) + int(digits.exponent) in (4, 7, 10, 13)
        return low, None if thousands else low * VAGUE_SPAN - 1
    return low, figure.high


def _range(a: _Figure, b: _Figure) -> tuple[Verdict, str]:
    (low_a, high_a), (low_b, high_b) = _ends(a), _ends(b)
    vague = "vague" in (a.kind, b.kind)
    if (high_a is None or low_b <= high_a) and (high_b is None or low_a <= high_b):
        return "compatible", "the values overlap"
    if not vague:
        return "different", "the values do not overlap"
    near, far = (high_a, low_b) if high_a is not None and low_b > high_a else (high_b, low_a)
    if near is not None and far >= near * 2:
        return "different", "far outside the vague count"
    return "unknown", "near the edge of a vague count"
