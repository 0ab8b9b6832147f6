"""A quantity in the making, and a number with its unit."""

from dataclasses import dataclass
from decimal import Decimal

from provenance.model import Approximation, Change
from provenance.values.quantities import lexicon, units
from provenance.values.quantities.number import Number
from provenance.values.quantities.tokens import Tokens

_TENTH = Decimal("0.1")


@dataclass(slots=True)
class Draft:
    """A quantity in the making; tokens `start` to `end` are its span, `after` is where reading goes on."""

    start: int
    end: int
    after: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    approximation: Approximation = "exact"
    change: Change | None = None
    unit: str = ""
    unit_text: str = ""
    noun: str = ""
    modifier: str = ""
    unit_end: int = 0
    """Where the unit ends, a rate left out."""


@dataclass(slots=True)
class Measured:
    """A number with its unit, and where both end."""

    number: Number
    start: int
    end: int
    unit: str
    unit_start: int


def measure(tokens: Tokens, number: Number) -> Measured:
    """The number with the unit or currency that stands right before or after it."""
    start, end = number.start, number.end
    money = units.before(tokens, start)
    if money is not None and not _ends_amount(tokens, number, money):
        start = money[1]
        if (
            number.value is not None
            and tokens.word(start - 1) in ("-", "−")
            and tokens.joined(start)
            and not tokens.joined(start - 1)
        ):
            start, number.value = start - 1, -number.value
        if number.million_or_metre:
            _to_million(number)
            end = number.end
        unit = units.after(tokens, number)
        if unit is not None and unit.unit == money[0]:
            end = unit.end
        return Measured(number, start, end, money[0], start)
    if number.million_or_metre:
        if units.metres(tokens, number):
            return Measured(number, start, end + 1, "m", end)
        _to_million(number)
        end = number.end
    found = units.after(tokens, number) or units.scaled_currency(tokens, number)
    if found is None:
        return Measured(number, start, end, "fraction" if number.fraction and (number.value or 2) < 1 else "", end)
    name = found.unit
    factor = units.scale_behind(tokens, number, found)
    if factor != 1 and number.value is not None:
        number.value, number.scale = number.value * factor, factor
        return Measured(number, start, found.end + int(tokens.low(found.end) in lexicon.SCALES), name, end)
    if name == "pound-mass" and tokens.low(found.end - 1) in ("pounds", "pound"):
        name = units.pounds(tokens, number, found.end - 1)
    inches = units.feet_and_inches(tokens, found.end) if name == "ft" and number.value is not None else None
    if inches is not None and number.value is not None and number.value % 1 == 0:
        number.value = number.value * 12 + inches[0]
        return Measured(number, start, inches[1], "in", end)
    return Measured(number, start, found.end, name, end)


def _ends_amount(tokens: Tokens, number: Number, money: tuple[str, int]) -> bool:
    """Whether a currency before a number is that of the number before: "10 rmb 20 usd"."""
    if not tokens.word(money[1] - 1)[:1].isdecimal() or tokens.joined(number.start):
        return False
    unit = units.after(tokens, number)
    return unit is not None and unit.unit != money[0]


def _to_million(number: Number) -> None:
    million = Decimal(1000000)
    number.value = None if number.value is None else number.value * million
    number.scale, number.end, number.million_or_metre = million, number.end + 1, False


def single(measured: Measured) -> Draft:
    """The draft of one number, exact or vague."""
    number = measured.number
    if number.value is None:
        draft = Draft(measured.start, measured.end, measured.end, None, number.low, number.high, "vague")
    else:
        draft = Draft(measured.start, measured.end, measured.end, number.value, number.value, number.value)
    draft.unit = measured.unit
    return draft


def bound(draft: Draft, approximation: Approximation) -> None:
    """Sets the approximation of a draft and the bounds that follow from it; "about" is ten per cent to each side."""
    value = draft.value
    if value is None:
        return
    draft.approximation = approximation
    if approximation == "about":
        margin = abs(value) * _TENTH
        draft.low, draft.high = value - margin, value + margin
    elif approximation in ("more_than", "at_least"):
        draft.low, draft.high = value, None
    elif approximation in ("less_than", "at_most"):
        draft.low, draft.high = None, value
