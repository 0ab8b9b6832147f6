"""Quantities in a text: numbers, put together with what stands around them."""

from collections.abc import Iterator
from itertools import compress, count

from provenance.model import Quantity, Span
from provenance.text.memo import Memo
from provenance.values.quantities import ages, completion, context, lexicon, numbers, ranges
from provenance.values.quantities.draft import Draft, measure, single
from provenance.values.quantities.number import Number
from provenance.values.quantities.tokens import Tokens, paragraphs

_BESIDE = {("against",), ("versus",), ("compared", "with"), ("compared", "to"), ("up", "from"), ("down", "from")}
"""Words between an amount and an earlier one of the same thing."""
_TIMES = 20
"""How many times an amount may be another one of the same thing."""
_MILLION = 1000000
_NEAR = 10
"""Tokens between an amount of money and a second one that leaves the currency out."""
_ENDS = frozenset(".;!?")
_BEGINS = Memo(lambda word: word in lexicon.TRIGGERS or word[0].isnumeric())
"""Whether a number may begin with a word."""


def find(text: str, *, document: str = "") -> list[Quantity]:
    """The quantities of `text`, in order; spans are code points of `text` in `document`.

    Durations, dates, ordinals, names with numbers, versions, scores and identifiers are left out.
    """
    found: list[Quantity] = []
    for start, end in paragraphs(text):
        if not lexicon.may_hold_number(text[start:end]):
            continue
        tokens = Tokens(text, start, end)
        found.extend(_quantity(tokens, draft, document) for draft in _drafts(tokens))
    return found


def _quantity(tokens: Tokens, draft: Draft, document: str) -> Quantity:
    start, end = tokens.starts[draft.start], tokens.ends[draft.end - 1]
    quote = tokens.text[start:end]
    return Quantity.made(
        span=Span.made(document=document, start=start, end=end, quote=quote),
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
    for index in compress(count(), map(_BEGINS.__getitem__, tokens.lower)):
        if index < done:
            continue
        draft, done = _at(tokens, index)
        if draft is not None:
            if last is not None:
                draft.start = max(draft.start, last.end)  # a symbol between two numbers belongs to the first
                _carry(tokens, last, draft)
                yield last
            last = draft
    if last is not None:
        yield last


def _at(tokens: Tokens, index: int) -> tuple[Draft | None, int]:
    """The quantity whose number is at token `index`, and the token to read on from."""
    ratio = ranges.colon_ratio(tokens, index)
    if ratio is not None:
        return ratio, ratio.end
    done = context.skip(tokens, index)
    if done > index:
        return None, done
    number = numbers.read(tokens, index)
    if number is None:
        return None, index + 1
    draft, done = _assemble(tokens, number)
    return draft, max(done, number.end)


def _carry(tokens: Tokens, last: Draft, draft: Draft) -> None:
    """What a quantity takes over from the one before: an age ("aged 15 and 17"), a change told in another measure."""
    between = tokens.lower[last.end : min(draft.start, last.end + 5)]
    if last.unit == "year_of_age" and between == ["and"] and _bare(draft):
        draft.unit = last.unit
    if draft.change is None and 1 <= len(between) <= 4 and between[-1] == "or" and draft.unit:
        draft.change = last.change  # "fell 20 points, or 0.1 percent"
    if _is_amount_of(tokens, last, draft):
        draft.unit = last.unit
    if _runs_to(tokens, last, draft):
        last.unit, last.noun, last.modifier = draft.unit, draft.noun, draft.modifier
    if _shares_unit(tokens, last, draft):
        last.unit = draft.unit  # "11 and 8 percent"


def _is_amount_of(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether a number without unit or noun is money like the one before it.

    "17 billion euros, about 10 billion of it"; "$4.5 billion, down from 5.1 billion"; "95.2 yen from 97.3"; "from 900
    euros to about 1,100".
    """
    if last.unit not in lexicon.currencies() or last.value is None or draft.value is None or draft.unit or draft.noun:
        return False
    between = tokens.lower[last.end : draft.start]
    if not last.change and between == ["from"] and tokens.words[draft.start][0].isdecimal():
        return True
    joint = tuple(word for word in between if word != ",")
    if (joint in _BESIDE or (joint == ("to",) and tokens.low(last.start - 1) == "from")) and _are_near(last, draft):
        return True
    if min(last.value, draft.value) < _MILLION or len(between) > _NEAR or not _ENDS.isdisjoint(between):
        return False
    of_it = tokens.low(draft.end) == "of" and tokens.low(draft.end + 1) in ("it", "that", "which", "this")
    return of_it or between[-1:] in (["from"], ["to"], ["or"], ["than"])


def _are_near(a: Draft, b: Draft) -> bool:
    """Whether two amounts may be of one thing, by their size."""
    return a.value is not None and b.value is not None and min(a.value, b.value) * _TIMES >= max(a.value, b.value) > 0


def _runs_to(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether what the second number counts is what the first does: "rose from 300 to 450 workers"."""
    plain = not last.unit and not last.noun and last.value is not None and draft.value is not None
    ends = tokens.low(last.start - 1) == "from" and tokens.lower[last.end : draft.start] == ["to"]
    return plain and ends and draft.unit not in ("fraction", "ratio", "year_of_age")


def _shares_unit(tokens: Tokens, last: Draft, draft: Draft) -> bool:
    """Whether the unit behind the second of two numbers, side by side, is that of the first too."""
    if last.unit or last.noun or last.value is None or draft.value is None or not draft.unit:
        return False
    joint = tokens.lower[last.end : draft.start]
    behind = tokens.starts[draft.start] < tokens.starts[draft.end - 1] and tokens.low(draft.start)[0].isalnum()
    both = tokens.words[last.start][0].isdecimal() == tokens.words[draft.start][0].isdecimal()
    joints = (["and"], ["or"], [","], [",", "and"]) if draft.unit in ("%", "pp") else (["and"], ["or"])
    return behind and both and joint in joints and draft.unit not in ("fraction", "ratio", "year_of_age")


def _bare(draft: Draft) -> bool:
    return not (draft.unit or draft.noun or draft.value is None or draft.value > ages.OLDEST)


def _assemble(tokens: Tokens, number: Number) -> tuple[Draft | None, int]:
    measured = measure(tokens, number)
    draft = ranges.between(tokens, measured) if number.value is not None else None
    if draft is not None and draft.end == 0:
        return None, draft.after
    return completion.complete(tokens, measured, draft or ranges.share(tokens, measured) or single(measured))
