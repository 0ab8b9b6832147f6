"""Two numbers that make one quantity: ranges, shares, ratios."""

from decimal import Decimal

from provenance.values.quantities import context, lexicon, numbers, units
from provenance.values.quantities.draft import Draft, Measured, measure
from provenance.values.quantities.number import DASHES
from provenance.values.quantities.tokens import Tokens

_CONNECTORS = frozenset(["to", "or", "and", "-to-"])
_APART = frozenset(["below", "above", "lower", "higher"])
"""Words that make "fell 50 % to 75 % below" a range."""
_MOVES = frozenset(["went", "go", "moved", "changed"])
_GAPS = frozenset(["up", "down", "lead", "leads", "led", "trail", "trails", "trailed", "won", "win", "lost", "lose"])
"""Words that "by" tells a distance of."""
_ODDS = lexicon.cues("ratio")


def _second(tokens: Tokens, first: Measured) -> tuple[Measured, str] | None:
    """The other end of a range that starts with `first`, and the word that joins them."""
    at = first.end
    word = tokens.low(at)
    if word in DASHES and tokens.low(at + 1) == "to":
        at, word = at + 1, "-to-"
    hyphen = word in DASHES and tokens.joined(at) == tokens.joined(at + 1)
    if not hyphen and word not in _CONNECTORS:
        return None
    at += 1
    if word == "-to-" and tokens.word(at) in DASHES and tokens.joined(at):
        at += 1
    while units.before(tokens, at + 1) is not None and at < len(tokens):
        at += 1
    if tokens.low(at) in ("a", "half"):
        at += 1
    trigger = tokens.low(at)
    if not trigger or not (trigger in lexicon.COUNTS or trigger in lexicon.SCALES or trigger[0].isdecimal()):
        return None
    if not hyphen and word != "-to-" and context.skip(tokens, at) != at:
        return None
    number = numbers.read(tokens, at)
    if number is None or number.value is None:
        return None
    number.value = abs(number.value) if hyphen else number.value
    return measure(tokens, number), "-" if hyphen else word


def between(tokens: Tokens, first: Measured) -> Draft | None:
    """ "20-30", "two to three million", "between 5 % and 7 %"; a draft without tokens for a score or a vote."""
    found = _second(tokens, first)
    if found is None:
        return None
    second, joint = found
    low, high = first.number.value, second.number.value
    assert low is not None
    assert high is not None
    if low > high or (joint == "-to-" and low == high):
        return _falling(tokens, first, second, joint)
    if first.number.scale == 1 and second.number.scale > 1 and low < high / second.number.scale:
        low *= second.number.scale
    before = tokens.low(first.start - 1)
    if (joint == "and" and before != "between") or (first.unit and second.unit and first.unit != second.unit):
        return None
    if (
        low >= high
        or (joint == "or" and (first.unit or high > 2 * low + 1))
        or (joint == "to" and _moves(tokens, first, second) and tokens.low(second.end) not in _APART)
    ):
        return None
    if joint == "to" and not (first.unit or second.unit) and context.is_vote(tokens, first.start, second.end):
        return Draft(0, 0, second.end, None, None, None)  # "voted 2 to 11"
    start = first.start - (before == "between" or (before == "from" and joint == "to"))
    return Draft(start, second.end, second.end, None, low, high, "between", unit=second.unit or first.unit)


def _falling(tokens: Tokens, first: Measured, second: Measured, joint: str) -> Draft | None:
    """A pair whose first number is the larger: odds, a vote, two shares, or nothing joined."""
    low, high = first.number.value, second.number.value
    bare = not first.unit and not second.unit
    if bare and joint in ("to", "-to-", "-") and low is not None and high and _odds(tokens, first.start, second.end):
        ratio = low / high
        return Draft(first.start, second.end, second.end, ratio, ratio, ratio, unit="ratio")
    if (
        joint == "to"
        and not first.unit
        and second.unit in ("%", "pp")
        and not context.is_year(tokens, first.number, "")  # "from 8% in 2022 to 12%"
    ):
        return Draft(first.start, first.end, first.end, low, low, low, unit=second.unit)  # "46 to 40 percent"
    if joint == "-to-" or (
        joint == "to" and not first.unit and context.is_contest(tokens, first.number, second.number)
    ):
        return Draft(0, 0, second.end, None, None, None)
    return None


def _odds(tokens: Tokens, start: int, end: int) -> bool:
    return any(word in _ODDS for word in tokens.lower[max(0, start - 6) : start] + tokens.lower[end : end + 2])


def _moves(tokens: Tokens, first: Measured, second: Measured) -> bool:
    """Whether "A to B" is a movement ("fell from 61 to 54", "rose 5 % to 43 %"), not a range ("rose by 5 to 10 %")."""
    at = first.start - 1
    word = tokens.low(at)
    low, high = first.number.value, second.number.value
    if word == "by" and second.unit and not first.unit and low is not None and high is not None and high <= 3 * low:
        return False
    verbs = lexicon.changes("before")
    if word in ("from", "by"):  # "was vetted by 15 to 20 people" is no movement
        near = tokens.lower[max(0, at - 6) : at]
        return any(other in verbs or other in _MOVES or (word == "by" and other in _GAPS) for other in near)
    return word in ("up", "down") or (bool(first.unit) and word in verbs)


def share(tokens: Tokens, first: Measured) -> Draft | None:
    """ "one in five adults", "nine out of 10 doctors", "a ratio of 1:8"."""
    number = first.number
    at = first.end
    if first.unit or number.value is None or number.scale != 1 or not 0 < number.value <= 99 or number.value % 1:
        return None
    at = _past_joint(tokens, at, number.value)
    if at < 0:
        return None
    if tokens.low(at) == "every":
        at += 1
    trigger = tokens.low(at)
    if not (trigger in lexicon.COUNTS or trigger in lexicon.SCALES or trigger[:1].isdecimal()):
        return None
    second = numbers.read(tokens, at)
    if second is None or second.value is None or second.value <= number.value or second.value % 1:
        return None
    if (
        tokens.low(second.end) in lexicon.TIME_UNITS
        or context.skip(tokens, at) != at
        or (second.digits and 1900 <= second.value <= 2100)
    ):
        return None
    value = number.value / second.value
    return Draft(first.start, second.end, second.end, value, value, value, unit="fraction")


def _past_joint(tokens: Tokens, at: int, value: Decimal) -> int:
    """Past "out of", "in", "-in-" or "of", then "every", between the numbers of a share; -1 where none stands."""
    if tokens.low(at) == "out" and tokens.low(at + 1) == "of":
        return at + 2
    if tokens.word(at) in DASHES and tokens.low(at + 1) == "in" and tokens.word(at + 2) in DASHES:
        return at + 3
    if tokens.low(at) in ("in", "of") and tokens.low(at + 1) == "every":
        return at + 1
    return at + 1 if tokens.low(at) == "in" and value <= 9 else -1


def colon_ratio(tokens: Tokens, index: int) -> Draft | None:
    """ "1:8" near the word ratio or odds."""
    end = index + 3
    if tokens.word(index + 1) != ":" or not tokens.joined(index + 1) or not tokens.joined(index + 2):
        return None
    first, second = tokens.word(index), tokens.word(index + 2)
    if not (first.isdecimal() and second.isdecimal() and len(first) < 7 and len(second) < 7 and int(second)):
        return None
    if not any(word in _ODDS for word in tokens.lower[max(0, index - 8) : index] + tokens.lower[end : end + 2]):
        return None
    value = Decimal(int(first)) / int(second)
    return Draft(index, end, end, value, value, value, unit="ratio")
