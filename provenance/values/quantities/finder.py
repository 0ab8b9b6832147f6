"""Quantities in a text: numbers, put together with what stands around them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from provenance.model import Approximation, Change, Quantity, Span
from provenance.values.quantities import ages, bounds, changes, context, lexicon, nouns, numbers, units
from provenance.values.quantities.numbers import DASHES, Number
from provenance.values.quantities.tokens import Tokens, paragraphs

_TENTH = Decimal("0.1")
_CONNECTORS = frozenset(["to", "or", "and"])
_ODDS = lexicon.cues("ratio")
_MOVED = frozenset(["from"])


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


def find(text: str, *, document: str = "") -> list[Quantity]:
    """The quantities of `text`, in order; spans are code points of `text` in `document`.

    Durations, dates, ordinals, names with numbers, versions, scores and identifiers are left out.
    """
    found: list[Quantity] = []
    for start, end in paragraphs(text):
        if lexicon.MAYBE.search(text[start:end].lower()) is None:
            continue
        tokens = Tokens(text, start, end)
        found.extend(_quantity(tokens, draft, document) for draft in _drafts(tokens))
    return found


def _quantity(tokens: Tokens, draft: Draft, document: str) -> Quantity:
    start, end = tokens.starts[draft.start], tokens.ends[draft.end - 1]
    quote = tokens.text[start:end]
    return Quantity.model_construct(
        span=Span.model_construct(document=document, start=start, end=end, quote=quote),
        text=quote,
        value=draft.value,
        low=draft.low,
        high=draft.high,
        approximation=draft.approximation,
        change=draft.change,
        unit=draft.unit,
        unit_text=draft.unit_text,
        noun=draft.noun,
        modifier=draft.modifier,
    )


def _drafts(tokens: Tokens) -> Iterator[Draft]:
    done = 0
    last: Draft | None = None
    triggers = lexicon.TRIGGERS
    for index in [k for k, word in enumerate(tokens.lower) if word in triggers or word[0].isnumeric()]:
        if index < done:
            continue
        ratio = _colon_ratio(tokens, index)
        if ratio is not None:
            done = ratio.end
            yield ratio
            continue
        done = context.skip(tokens, index)
        if done > index:
            continue
        number = numbers.read(tokens, index)
        if number is None:
            done = index + 1
            continue
        draft, done = _assemble(tokens, number)
        done = max(done, number.end)
        if draft is not None:
            if (
                last is not None
                and last.unit == "year_of_age"
                and _bare(draft)
                and tokens.lower[last.end : draft.start] == ["and"]
            ):
                draft.unit = last.unit  # "aged 15 and 17"
            if draft.change is None and last is not None and _restates(tokens, last, draft):
                draft.change = last.change
            last = draft
            yield draft


def _bare(draft: Draft) -> bool:
    return not (draft.unit or draft.noun or draft.value is None or draft.value > ages.OLDEST)


def _restates(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether `draft` gives the change before it in another measure ("fell 20 points, or 0.1 percent")."""
    between = tokens.lower[last.end : draft.start]
    return last.change is not None and 1 <= len(between) <= 4 and between[-1] == "or" and bool(draft.unit)


def _colon_ratio(tokens: Tokens, index: int) -> Draft | None:
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


@dataclass(slots=True)
class _Part:
    """A number with its unit, and where both end."""

    number: Number
    start: int
    end: int
    unit: str
    unit_start: int


def _part(tokens: Tokens, number: Number) -> _Part:
    start, end = number.start, number.end
    money = units.before(tokens, start)
    if money is not None:
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
        return _Part(number, start, end, money[0], start)
    if number.million_or_metre:
        if units.metres(tokens, number):
            return _Part(number, start, end + 1, "m", end)
        _to_million(number)
        end = number.end
    found = units.after(tokens, number)
    if found is None:
        return _Part(number, start, end, "fraction" if number.fraction and (number.value or 2) < 1 else "", end)
    name = found.unit
    if name == "pound-mass" and tokens.low(found.end - 1) in ("pounds", "pound"):
        name = units.pounds(tokens, number, found.end - 1)
    return _Part(number, start, found.end, name, end)


def _to_million(number: Number) -> None:
    million = Decimal(1000000)
    number.value = None if number.value is None else number.value * million
    number.scale, number.end, number.million_or_metre = million, number.end + 1, False


def _second(tokens: Tokens, first: _Part) -> tuple[_Part, str] | None:
    """The other end of a range that starts with `first`, and the word that joins them."""
    at = first.end
    word = tokens.low(at)
    if word in DASHES and tokens.low(at + 1) == "to":
        at, word = at + 1, "-to-"
    hyphen = word in DASHES and tokens.joined(at) == tokens.joined(at + 1)
    if not hyphen and word not in _CONNECTORS and word != "-to-":
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
    if not hyphen and context.skip(tokens, at) != at:
        return None
    number = numbers.read(tokens, at)
    if number is None or number.value is None:
        return None
    number.value = abs(number.value) if hyphen else number.value
    return _part(tokens, number), "-" if hyphen else word


def _assemble(tokens: Tokens, number: Number) -> tuple[Draft | None, int]:
    part = _part(tokens, number)
    draft = _range(tokens, part) if number.value is not None else None
    if draft is not None and draft.end == 0:
        return None, draft.after
    if draft is None:
        draft = _share_of(tokens, part) or _single(part)
    return _finish(tokens, number, draft, part)


def _single(part: _Part) -> Draft:
    number = part.number
    if number.value is None:
        draft = Draft(part.start, part.end, part.end, None, number.low, number.high, "vague")
    else:
        draft = Draft(part.start, part.end, part.end, number.value, number.value, number.value)
    draft.unit = part.unit
    return draft


def _range(tokens: Tokens, first: _Part) -> Draft | None:
    """ "20-30", "two to three million", "between 5 % and 7 %"; an empty draft for a score or a vote."""
    found = _second(tokens, first)
    if found is None:
        return None
    second, joint = found
    low, high = first.number.value, second.number.value
    assert low is not None
    assert high is not None
    before = tokens.low(first.start - 1)
    between = before == "between"
    if joint == "-to-" and low >= high and not _odds(tokens, first.start, second.end):
        return Draft(0, 0, second.end, None, None, None)
    if joint == "to" and low > high and not first.unit and second.unit in ("%", "pp"):
        return Draft(first.start, first.end, first.end, low, low, low, unit=second.unit)  # "46 to 40 percent"
    if joint == "to" and context.is_contest(tokens, first.number, second.number):
        return Draft(0, 0, second.end, None, None, None)
    if joint == "and" and not between:
        return None
    if first.unit and second.unit and first.unit != second.unit:
        return None
    if first.number.scale == 1 and second.number.scale > 1 and low < high / second.number.scale:
        low *= second.number.scale
    if joint in ("to", "-to-", "-") and low > high and _odds(tokens, first.start, second.end):
        return Draft(
            first.start,
            second.end,
            second.end,
            low / high if high else None,
            low / high if high else None,
            low / high if high else None,
            unit="ratio",
        )
    if low >= high or (joint == "or" and (first.unit or high > 2 * low + 1)):
        return None
    if joint == "to" and (_moves(tokens, first)):
        return None
    unit = second.unit or first.unit
    start = first.start
    if between or (before == "from" and joint == "to"):
        start -= 1
    return Draft(start, second.end, second.end, None, low, high, "between", unit=unit)


def _odds(tokens: Tokens, start: int, end: int) -> bool:
    return any(word in _ODDS for word in tokens.lower[max(0, start - 6) : start] + tokens.lower[end : end + 2])


def _moves(tokens: Tokens, first: _Part) -> bool:
    """Whether "A to B" is a movement ("fell from 61 to 54", "rose 5 % to 43 %"), not a range."""
    at = first.start - 1
    word = tokens.low(at)
    verbs = lexicon.changes("before")
    if word == "from":
        near = tokens.lower[max(0, at - 6) : at]
        return any(other in verbs or other in ("went", "go", "moved", "changed") for other in near)
    return word in ("by", "up", "down") or (bool(first.unit) and word in verbs)


def _share_of(tokens: Tokens, first: _Part) -> Draft | None:
    """ "one in five adults", "nine out of 10 doctors", "a ratio of 1:8"."""
    number = first.number
    at = first.end
    if first.unit or number.value is None or number.scale != 1 or not 0 < number.value <= 99 or number.value % 1:
        return None
    if tokens.low(at) == "out" and tokens.low(at + 1) == "of":
        at += 2
    elif tokens.low(at) == "in" and number.value <= 9:
        at += 1
    else:
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


def _finish(tokens: Tokens, number: Number, draft: Draft, part: _Part) -> tuple[Draft | None, int]:
    bound = None if draft.approximation == "vague" else bounds.before(tokens, draft.start)
    unit_end = draft.end
    if not draft.unit.startswith(("%", "fraction", "ratio")):
        draft.unit, draft.end = units.rate(tokens, draft.unit, draft.end)
    if draft.approximation == "exact" and tokens.low(draft.end - 1) in ("dollars", "dollar", "euros", "pounds"):
        small = units.cents(tokens, draft.end)
        if small is not None and draft.value is not None:
            draft.value, draft.end = draft.value + small[0], small[1]
            draft.low = draft.high = draft.value
    draft.after = draft.end
    noun = _noun(tokens, number, draft)
    if noun is not None and (noun.noun.lower() in lexicon.TIME_UNITS):
        return None, noun.end
    if tokens.low(draft.end) in DASHES and tokens.low(draft.end + 1) in lexicon.TIME_UNITS:
        return None, draft.end + 2
    if noun is not None and noun.noun.lower() in ("percent", "per"):
        noun = None
    start = draft.start if bound is None else bound.edge
    counted = bool(draft.unit) or noun is not None
    if context.is_name(tokens, number, draft.unit, counted, bound is not None):
        return None, draft.end
    if draft.approximation == "between" and not counted and context.is_year_range(tokens, draft.start, draft.end):
        return None, draft.end
    if not draft.unit and draft.approximation != "between":
        if bound is None and context.is_year(tokens, number, noun is not None and not noun.modifier):
            return None, draft.end
        if bound is not None and noun is None and context.is_year(tokens, number, False):
            return None, draft.end
        if context.is_pronoun(tokens, number, noun.noun if noun else ""):
            return None, draft.end
    if not counted and ages.is_age(tokens, number, start):
        draft.unit = "year_of_age"
    if noun is not None:
        draft.noun, draft.modifier = noun.noun, noun.modifier
    draft.unit_text = _unit_text(tokens, part, unit_end, draft)
    after = bounds.after(tokens, draft.end)
    if after is None and noun is not None:
        late = bounds.after(tokens, noun.end)
        if (
            late is not None
            and draft.approximation == "exact"
            and bound is None
            and tokens.low(noun.end) not in ("plus", "+", "-")
        ):
            _bound(draft, late.approximation)
    draft.change = changes.find(tokens, start, draft.end, draft.unit, draft.noun)
    draft.start = start
    if bound is not None and draft.approximation == "exact":
        _bound(draft, bound.approximation)
    elif after is not None and draft.approximation == "exact":
        _bound(draft, after.approximation)
        draft.end = after.edge
        if noun is None:
            late_noun = nouns.find(tokens, draft.end, False)
            if late_noun is not None and late_noun.noun.lower() in lexicon.TIME_UNITS:
                return None, late_noun.end
            if late_noun is not None:
                draft.noun, draft.modifier = late_noun.noun, late_noun.modifier
    return draft, max(draft.end, draft.after)


def _noun(tokens: Tokens, number: Number, draft: Draft) -> nouns.Noun | None:
    at = draft.end
    if draft.unit in ("", "fraction", "%"):
        if draft.unit == "%" and tokens.low(at) != "of":
            return None
        hyphen = tokens.word(at) in DASHES and tokens.joined(at) and tokens.joined(at + 1) and bool(draft.unit == "")
        if hyphen:
            word = tokens.word(at + 1)
            return (
                nouns.Noun(word, "", at + 2)
                if word.isalpha() and word.lower() not in ("plus", "odd", "ish", "some", "fold", "to")
                else None
            )
        singular = draft.unit != "" or draft.value == 1
        return nouns.find(tokens, at, singular, draft.value == 1)
    if (
        draft.unit.endswith("of_age")
        and tokens.word(at - 2) in DASHES
        and tokens.low(at).isalpha()
        and tokens.low(at) not in lexicon.STOP
        and tokens.low(at - 1) == "old"
    ):
        return nouns.find(tokens, at, True)
    factor = lexicon.factors().get(draft.unit)
    if (
        tokens.low(at) == "of"
        and factor is not None
        and factor.kind in ("mass", "volume", "ton", "oil", "area", "length")
    ):
        return nouns.find(tokens, at, True)
    return None


def _unit_text(tokens: Tokens, part: _Part, unit_end: int, draft: Draft) -> str:
    """The unit as written; around a number ("$ … a share") its two pieces, one space between."""
    if not draft.unit or draft.unit == "fraction":
        return ""
    pieces = []
    if part.unit_start == part.start and part.unit and part.number.start > part.start:
        pieces.append(tokens.text[tokens.starts[part.start] : tokens.ends[part.number.start - 1]])
        if draft.end > unit_end:
            pieces.append(tokens.text[tokens.starts[unit_end] : tokens.ends[draft.end - 1]])
    else:
        first = part.unit_start if part.unit else unit_end
        if draft.approximation == "between" or not part.unit:
            first = (
                next(
                    (
                        k
                        for k in range(draft.end - 1, draft.start, -1)
                        if tokens.word(k)[0].isdecimal() or tokens.low(k) in lexicon.TRIGGERS
                    ),
                    draft.end - 1,
                )
                + 1
            )
        if first < draft.end:
            pieces.append(tokens.text[tokens.starts[first] : tokens.ends[draft.end - 1]].lstrip("-–‑ "))
    return " ".join(pieces)


def _bound(draft: Draft, approximation: Approximation) -> None:
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
