"""Figures and times that stand in one place of two like sentences, compared exactly.

Between two reports of one event "about 340" and "about 350" may be one count; between a source and a sentence drawn
from it they are not.
"""

import re
from datetime import date
from decimal import Decimal

from provenance.model import Quantity, TimeRef, Verdict
from provenance.values import dates, quantities
from provenance.values.quantities.lexicon import currencies, kinds_of
from provenance.verification.comparison import lists

Judgement = tuple[Verdict, str]
_SIDES = {"more_than": "over", "at_least": "over", "less_than": "under", "at_most": "under"}
_LENGTH = re.compile(r"PT?(\d+)([A-Z])")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_ANY_DAY = date(2001, 5, 16)
"""A day on which times are told of whose own day nobody knows: far from the ends of month and year."""
_FAR = 2
"""How many times a number may be its bound for the bound to be a fair way to tell it."""
_ROUNDED = Decimal("0.05")
"""Share of a number that rounding may add or take without "about": 1.8 million for 1.84, not 200 million for 220."""
_VAGUE_SCALES = frozenset({"dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions"})
_APART = 8
"""How many times the least of one vague count that of another is where both cannot tell one thing: 24, 200, 2,000."""
_SHARES = ("%", "pp")
_POINTS = ("point", "points")
_HEDGED = ("about", "vague")
_SCALES = ("thousand", "million", "billion", "trillion", "m", "bn", "mn", "k", "tn")


def figures(draft: Quantity, source: Quantity) -> Judgement:
    """Whether a draft's figure is that of the source: number, bound and unit, or a fair rounding of it."""
    if _is_edited(draft.text, source.text):
        return "different", "the same words with another number"
    found = quantities.compare(draft, source)
    if {draft.unit, source.unit} == {"%", "fraction"} and {draft.approximation, source.approximation} & _SIDES.keys():
        draft, source = _as_percentage(draft), _as_percentage(source)
    if source.unit in kinds_of(draft.unit) or draft.unit in kinds_of(source.unit):
        source = source.model_copy(update={"unit": draft.unit})  # "203 million crowns", "NOK 203 million"
    if _is_rate_of(draft, source) or _is_rate_of(source, draft):
        source = source.model_copy(update={"unit": draft.unit})  # "1.35 euros", "1.35 euros a share"
    if draft.unit != source.unit or draft.change != source.change:
        if draft.value is not None and draft.value == source.value and draft.unit and source.unit:
            return "different", f"{draft.unit} is not {source.unit}"
        if found.verdict == "unknown" and draft.unit and source.unit:
            return "different", f"{draft.unit} is not {source.unit}"
        if found.verdict == "different" or (draft.unit and source.unit):
            return found.verdict, found.reason
        if _is_share_of_count(draft, source) or _is_share_of_count(source, draft):
            return "different" if draft.value == source.value else "unknown", "a share is no count"
    if draft.value is None or source.value is None:
        return _ranges(draft, source, found.verdict, found.reason)
    sides = _SIDES.get(draft.approximation, ""), _SIDES.get(source.approximation, "")
    if sides[0] and sides[1] and sides[0] != sides[1]:
        return "different", f"{draft.approximation} is not {source.approximation}"
    if draft.value == source.value:
        apart = _is_short_and_over(draft.text, source.text)
        return ("different", "the one is less, the other more") if apart else _bounds(draft, source)
    if not (sides[0] and sides[1]) and _is_rounding(draft, source.value):
        return "compatible", "the same when rounded"
    return _bounded(draft, source, sides) or ("different", "two numbers that differ")


def _as_percentage(share: Quantity) -> Quantity:
    """A share in parts of a hundred: "more than half" as more than 50%."""
    if share.unit == "%" or share.value is None:
        return share
    return share.model_copy(update={"value": share.value * 100, "unit": "%"})


def _is_rate_of(rate: Quantity, amount: Quantity) -> bool:
    """Whether one is an amount of money for each of something, and the other does not say for each of what."""
    return amount.unit in currencies() and rate.unit.startswith(f"{amount.unit}/")


def _is_share_of_count(share: Quantity, count: Quantity) -> bool:
    """Whether one is a percentage and the other counts things: "12%" and "12 plants"; 12 points are one in points."""
    points = share.unit == "pp" and count.noun.lower() in _POINTS
    return share.unit in _SHARES and not count.unit and bool(count.noun) and not points


def _bounded(draft: Quantity, source: Quantity, sides: tuple[str, str]) -> Judgement | None:
    """What follows where one side gives a bound and the other a number within it."""
    mine, theirs = draft.value, source.value
    assert mine is not None
    assert theirs is not None
    if sides[0] and not sides[1] and _is_within(theirs, mine, sides[0]):
        near = max(mine, theirs) <= _FAR * min(mine, theirs)
        return ("compatible", "within the bound") if near else ("unknown", "far within the bound")
    if sides[1] and not sides[0] and _is_within(mine, theirs, sides[1]):
        return "unknown", "the source gives a bound, and no number"
    return None


def _is_short_and_over(a: str, b: str) -> bool:
    """Whether of two expressions of one number the one says "nearly" and the other "more than" or "at least"."""
    over = [_SIDES.get(quantities.leading(text) or "") == "over" for text in (a, b)]
    short = [text.lower().startswith(lists.falling_short()) for text in (a, b)]
    return (over[0] and short[1]) or (short[0] and over[1])


def _is_within(number: Decimal, bound: Decimal, side: str) -> bool:
    return number > bound if side == "over" else number < bound


def _bounds(draft: Quantity, source: Quantity) -> Judgement:
    a, b = draft.approximation, source.approximation
    if a == b:
        return "same", "the same number"
    if _SIDES.get(a) == _SIDES.get(b) and {a, b} & _SIDES.keys():
        return "compatible", f"{a} and {b} the same number"
    return "compatible", f"the same number, {a} here, {b} there"


def _ranges(draft: Quantity, source: Quantity, verdict: Verdict, reason: str) -> Judgement:
    if (draft.low, draft.high) == (source.low, source.high):
        return "same", "the same range"
    if draft.value is None and source.value is None and "vague" not in (draft.approximation, source.approximation):
        return "different", "two ranges that differ"
    vague = "vague" in (draft.approximation, source.approximation)
    if draft.approximation == source.approximation == "vague" and _are_of_other_size(draft, source):
        return "different", "vague counts of another size"
    return ("unknown", "a range and a number") if verdict == "compatible" and not vague else (verdict, reason)


def _are_of_other_size(a: Quantity, b: Quantity) -> bool:
    """Whether two vague counts lie apart ("hundreds", "thousands"); "tens of thousands" are thousands still."""
    scales = [[word for word in q.text.lower().split() if word in _VAGUE_SCALES][-1:] for q in (a, b)]
    if not a.low or not b.low or scales[0] == scales[1]:
        return False
    return max(a.low, b.low) >= _APART * min(a.low, b.low)


def _is_rounding(draft: Quantity, exact: Decimal) -> bool:
    """Whether the draft's number is `exact`, rounded to what its digits resolve, and says so by "about" or a scale."""
    value = draft.value
    assert value is not None
    lower = draft.text.lower()
    scaled = any(word in _SCALES for word in lower.replace("$", " ").split()) or "." in draft.text.strip(".")
    if draft.approximation not in _HEDGED and draft.approximation not in _SIDES and not scaled:
        return False
    if not value:
        return False
    normal = value.normalize()
    step = Decimal(1).scaleb(int(normal.as_tuple().exponent))
    digits = len(normal.as_tuple().digits)
    if draft.approximation in _SIDES:
        over = _SIDES[draft.approximation] == "over"
        return digits <= 2 and (0 <= exact - value < step if over else 0 <= value - exact < step)
    near = draft.approximation in _HEDGED or abs(value - exact) <= _ROUNDED * abs(exact)
    return near and rounds(value, exact)


def rounds(value: Decimal, exact: Decimal) -> bool:
    """Whether `value` is `exact` rounded to the digits that it has, trailing zeros left out."""
    step, fine = (Decimal(1).scaleb(int(number.normalize().as_tuple().exponent)) for number in (value, exact))
    return fine < step and abs(value - exact) * 2 <= step


def _is_edited(draft: str, source: str) -> bool:
    """Whether two expressions are the same but for the digits of a number."""
    a, b = draft.lower().replace(",", ""), source.lower().replace(",", "")
    return a != b and _DIGITS.sub("0", a) == _DIGITS.sub("0", b) and _numbers(a) != _numbers(b)


def _numbers(text: str) -> list[Decimal]:
    return [Decimal(number) for number in _DIGITS.findall(text)]


def times(draft: TimeRef, source: TimeRef, hedged: bool = False) -> Judgement:
    """Whether a draft's time is that of the source, as far as both are precise; a hedged length may be rounded."""
    if draft.value and draft.value == source.value:
        if _is_short_and_over(draft.text, source.text):
            return "different", "the one is less, the other more"
        apart = not any(char.isdigit() for char in draft.value) and _are_apart(draft.text, source.text)
        return ("different", "two times, on whatever day they are told") if apart else ("same", "the same time")
    if _is_edited(draft.text, source.text):
        return "different", "the same words with another number"
    found = dates.compare(draft, source)
    if found.verdict == "different" and (hedged or draft.text.split()[0].lower() in lists.hedges()):
        lengths = [_LENGTH.fullmatch(t.value or "") for t in (draft, source)]
        if lengths[0] and lengths[1] and lengths[0].group(2) == lengths[1].group(2):
            a, b = (Decimal(m.group(1)) for m in lengths if m)
            if abs(a - b) * 2 <= Decimal(1).scaleb(int(a.normalize().as_tuple().exponent)):
                return "compatible", "the same when rounded"
    return found.verdict, found.reason


def _are_apart(draft: str, source: str) -> bool:
    """Whether two expressions without a place in the calendar ("43 years ago") differ when told on one day."""
    a, b = (dates.find(text, reference=_ANY_DAY) for text in (draft, source))
    return len(a) == len(b) == 1 and dates.compare(a[0], b[0]).verdict == "different"
