"""The slots of two figures: whether they count one thing, and whether their numbers agree."""

from decimal import Decimal
from functools import lru_cache

from provenance.extraction import thesaurus
from provenance.extraction.lexicon import ancestors, base, kind, label
from provenance.matching.comparison.slots import labels
from provenance.matching.signature import collectives, dimensions, holders
from provenance.matching.signature.figures import MOVING, Figure
from provenance.matching.signature.interned import Counted, Number
from provenance.matching.signature.lasting import UNIT
from provenance.matching.signature.scopes import AGE
from provenance.model import SlotComparison, Verdict
from provenance.text.quoting import quoted
from provenance.values import quantities
from provenance.values.quantities import lexicon

_MOVED = frozenset({"FLEE", "RESCUE"})
"""What befalls those who reside somewhere: "8,500 residents were moved", "8,500 people left their homes"."""
_PAID = frozenset({"COST", "PAY", "BUY", "SELL"})
"""What an amount of money is told by from either side: what costs 45 crowns is paid for with 45 crowns."""
_RARE = 2
"""Digits from which an equal number is evidence of one thing, whatever the words for it."""
_LEAST, _ROUNDED = 100, Decimal("1.25")
"""Numbers below the first say little by meeting; rounded ones lie within the second of what they stand for."""
MEASURELESS = frozenset({"SAY_NO", "CONFIRM"})
"""Families that speak about reports, never about what is counted."""
_UNCOUNTING = MEASURELESS | MOVING
"""Families that never say what is counted."""


def measure(a: Figure, b: Figure) -> SlotComparison:
    """Whether two figures count the same thing: unit, outcome, counted noun, side."""
    verdict, reason = measured(a, b)
    return SlotComparison(slot="measure", verdict=verdict, a=a.label, b=b.label, reason=reason)


def measured(a: Figure, b: Figure) -> tuple[Verdict, str]:
    """Verdict and reason of `measure`."""
    verdict, reason = _measured(a.counted, b.counted)
    if verdict == "different" and one_number(a, b):
        return "unknown", f"one number, told of things in other words: {reason}"
    return verdict, reason


def one_number(a: Figure, b: Figure) -> bool:
    """Whether two figures are one number that is hardly so by chance, and nothing known of them excludes one thing."""
    if not _are_near(a, b):
        return False
    verdict = quantified(a, b).verdict
    if verdict not in ("same", "compatible") or _are_apart(a.counted, b.counted):
        return False
    if min(_telling_digits(a), _telling_digits(b)) >= _RARE and (
        verdict == "same" or a.quantity.value == b.quantity.value
    ):
        return True
    return _is_rounded(a.quantity.value, b.quantity.value)


def _are_near(a: Figure, b: Figure) -> bool:
    """What is cheap to know: whether the numbers are equal, as written or after conversion, or large and close."""
    x, y = a.quantity.value, b.quantity.value
    if x == y or _is_rounded(x, y):
        return True
    return a.compared.unit != b.compared.unit or a.compared.value == b.compared.value


@lru_cache(maxsize=65536)
def _are_apart(a: Counted, b: Counted) -> bool:
    """Whether two figures cannot be one number: of two sides, kinds or fates, or one with a unit."""
    if a.side != b.side or bool(a.unit) != bool(b.unit):
        return True
    if a.noun_class and b.noun_class and _noun(a, b)[0] == "different":
        return True
    fates = [{f for f in x.measures if kind(f) in ("outcome", "state")} for x in (a, b)]
    moved = "RESIDE" in fates[0] ^ fates[1] and bool(_MOVED & (fates[0] | fates[1]))
    return all(fates) and not fates[0] & fates[1] and not moved and not _are_paid(a, b)


def _are_paid(a: Counted, b: Counted) -> bool:
    """Whether both are amounts that are paid for something."""
    return not (_PAID.isdisjoint(a.measures) or _PAID.isdisjoint(b.measures))


def _is_rounded(a: Decimal | None, b: Decimal | None) -> bool:
    """Whether two numbers, large enough to say something by meeting, are near enough for one to stand for the other."""
    return a is not None and b is not None and min(a, b) >= _LEAST and max(a, b) <= _ROUNDED * min(a, b)


def _telling_digits(figure: Figure) -> int:
    """Digits, and one more for an amount of money: few are named twice in one story."""
    return figure.digits + (figure.quantity.unit in lexicon.currencies())


@lru_cache(maxsize=65536)
def _measured(a: Counted, b: Counted) -> tuple[Verdict, str]:
    if bool(a.unit) != bool(b.unit):
        return "different", "one is a count, the other has a unit"
    measures_a, measures_b = a.measures - _UNCOUNTING, b.measures - _UNCOUNTING
    if measures_a and measures_b and not measures_a & measures_b and not _are_paid(a, b):
        if a.unit == b.unit != "":
            return "compatible", f"both in {a.unit}, beside {labels(measures_a)} and {labels(measures_b)}"
        return "different", f"{labels(measures_a)} is not {labels(measures_b)}"
    if len(measures_a) != len(measures_b) and {"DIE", "HURT"} in (measures_a, measures_b):
        return "different", "dead and injured together are not one of them"
    verdict, reason = _noun(a, b)
    if verdict == "same" and not (measures_a and measures_b):
        return "compatible", f"{reason}; what happened is said on one side only"
    if verdict == "same" and not measures_a & measures_b:
        return "compatible", f"{reason}, beside {labels(measures_a)} and {labels(measures_b)}"
    return verdict, reason


@lru_cache(maxsize=65536)
def _noun(a: Counted, b: Counted) -> tuple[Verdict, str]:
    if a.side and b.side and a.side != b.side:
        return "different", "they belong to opposed sides"
    if dimensions.apart(a.dimension, b.dimension):
        return "different", f"{quoted(a.dimension)} is not {quoted(b.dimension)}"
    if holders.moves_apart(a.moving, b.moving):
        return "different", f"{quoted(a.moving)} is not known to be {quoted(b.moving)}"
    if a.lasts and b.lasts and a.noun != b.noun and UNIT not in (a.noun, b.noun):
        return "different", f"{quoted(a.noun)} is not {quoted(b.noun)}"
    if a.unit and b.unit and a.noun != b.noun:
        return "compatible", "shares or measures, of what is not said in one word"
    if a.noun == b.noun and a.noun:
        if a.lasts and a.noun != UNIT:
            return "same", f"both tell how long the {a.noun} lasts"
        unit = {AGE: "years of age", "fraction": "shares"}.get(a.unit, a.unit)
        return "same", f"both in {unit}" if unit else f"both count {quoted(a.noun)}"
    if a.noun_class and a.noun_class == b.noun_class:
        return "same", _one_kind(a, b)
    if family := one_under(a, b):
        return "compatible", f"{quoted(a.noun)} and {quoted(b.noun)} both count {label(family)}"
    classed = bool(a.noun_class and b.noun_class)
    if classed and (a.noun_class in ancestors(b.noun_class) or b.noun_class in ancestors(a.noun_class)):
        return "compatible", f"{quoted(a.noun)} and {quoted(b.noun)}: one kind holds the other"
    if classed:
        return "different", f"{quoted(a.noun)} is not {quoted(b.noun)}"
    if shared := notion(a.noun, b.noun):
        return "compatible", f"{quoted(a.noun)} and {quoted(b.noun)} both tell of {shared}"
    if a.noun and b.noun:
        return "different", f"{quoted(a.noun)} is not known to be {quoted(b.noun)}"
    return "unknown", "what is counted is not said on both sides"


def one_under(a: Counted, b: Counted) -> str:
    """The family that both count, where under it two nouns stand for one: jobs lost, people laid off."""
    return collectives.one_under(a.measures & b.measures, (a.noun, a.noun_class), (b.noun, b.noun_class))


def _one_kind(a: Counted, b: Counted) -> str:
    kind = a.noun_class.lower().replace("_", " ")
    if not a.noun or not b.noun:
        noun = a.noun or b.noun
        return f"both count {quoted(noun)}, one without saying so" if noun else f"both count {kind}s"
    return f"{quoted(a.noun)} and {quoted(b.noun)} name one kind: {kind}"


@lru_cache(maxsize=65536)
def _quantified(a: Number, b: Number) -> quantities.QuantityComparison:
    return quantities.compare(a.quantity, b.quantity)


def quantified(a: Figure, b: Figure) -> quantities.QuantityComparison:
    """Verdict and reason of `quantity`, remembered."""
    return _quantified(a.number, b.number)


def quantity(a: Figure, b: Figure) -> SlotComparison:
    """Whether two figures agree, by interval and approximation."""
    found = quantified(a, b)
    return SlotComparison(
        slot="quantity", verdict=found.verdict, a=a.quantity.text, b=b.quantity.text, reason=found.reason
    )


def complements(a: Figure, b: Figure) -> bool:
    """Whether two exact shares make a whole: one in five trains ran, four in five were cancelled."""
    x, y = a.quantity, b.quantity
    whole = {"fraction": 1, "%": 100}.get(x.unit)
    if whole is None or x.unit != y.unit or x.value is None or y.value is None or x.value == y.value:
        return False
    return x.approximation == y.approximation == "exact" and x.value + y.value == whole


def near_number(a: Figure, b: Figure) -> bool:
    """Whether two figures may be one count, exact or rounded, and nothing known of what they count excludes it."""
    apart = a.noun_class and b.noun_class and _noun(a.counted, b.counted)[0] == "different"
    if apart or bool(a.quantity.unit) != bool(b.quantity.unit):
        return False
    return quantified(a, b).verdict in ("same", "compatible")


@lru_cache(maxsize=65536)
def notion(a: str, b: str) -> str:
    """The notion that two counted nouns share, in words; empty when there is none."""
    x, y = (base(noun.split()[-1]) if noun else "" for noun in (a, b))
    return (thesaurus.shared(x, y) or "").lower().replace("_", " ")
