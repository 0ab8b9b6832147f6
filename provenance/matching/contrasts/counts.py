"""Another figure of the same thing, where the longer statement holds all the rest of the shorter one."""

from collections.abc import Iterator
from typing import NamedTuple

from provenance.extraction.lexicon import noun_class
from provenance.matching.contrasts.sentence import Run, Sentence
from provenance.matching.contrasts.sides import Found, Sides
from provenance.matching.signature import dimensions
from provenance.model import Quantity
from provenance.text.quoting import quoted
from provenance.values import quantities

_COVERED = 0.8
"""Share of the rest of the shorter statement that the longer one must hold: more than for a word against its opposite,
as one story counts many things."""
_HEAD = 4
"""Tokens after a figure in which what it counts stands."""


class Amount(NamedTuple):
    """A figure, and the noun that it counts; None for one with a unit."""

    run: Run
    head: int | None
    quantity: Quantity


def recounted(s: Sides) -> Iterator[Found]:
    """Another figure of one thing, and no figure of the longer statement that could be the same."""
    if _of_two_periods(s.x, s.y):
        return
    mine, everywhere = amounts(s.x), [y for o in s.others for y in amounts(o)]
    for x in mine:
        besides = [*range(*x.run), *(() if x.head is None else (x.head,)), *s.x.speaker]
        if not set(s.x.content).difference(besides) or any(_may_be_one(x, y) for y in everywhere):
            continue
        for y in amounts(s.y):
            known = any(_may_be_one(other, y) for other in mine)
            if not known and _of_one_kind(s.x, x, s.y, y) and s.fits(besides, y.run[0], least=_COVERED):
                reason = f"{quoted(s.x.cut(x.run))} against {quoted(s.y.cut(y.run))}, all else being told on both sides"
                yield Found("quantity", x.run, y.run, reason)


def _of_two_periods(x: Sentence, y: Sentence) -> bool:
    """Whether both tell a time, and no time of the one is one of the other: a quarter is not its year."""
    times = [{t.value or t.text.lower() for _, t in s.dates} for s in (x, y)]
    return all(times) and not times[0] & times[1]


def _may_be_one(x: Amount, y: Amount) -> bool:
    return quantities.compare(x.quantity, y.quantity).verdict != "different"


def _of_one_kind(x: Sentence, p: Amount, y: Sentence, q: Amount) -> bool:
    """Whether two figures count one kind of thing: in one unit, or before one noun."""
    a, b = p.quantity, q.quantity
    if a.unit or b.unit:
        return a.unit == b.unit and not dimensions.apart(_dimension(x, a), _dimension(y, b))
    if p.head is None or q.head is None:
        return False
    heads = [s.tokens[i] for s, i in ((x, p.head), (y, q.head))]
    kinds = [noun_class(t.text) for t in heads]
    return heads[0].base == heads[1].base or (kinds[0] is not None and kinds[0] == kinds[1])


def _dimension(s: Sentence, q: Quantity) -> str:
    return dimensions.dimension(s.text, q.span.start, q.span.end)


def amounts(s: Sentence) -> list[Amount]:
    """The figures of a sentence with what they count, but for those in dates and names."""
    dated = {i for run, _ in s.dates for i in range(*run)}
    found = []
    for q in quantities.find(s.text):
        at = [i for i, t in enumerate(s.tokens) if q.span.start <= t.start < q.span.end]
        if at and not dated & set(at) and not (at[0] and at[0] - 1 in s.named and not q.unit):
            heads = range(at[-1] + 1, min(len(s.tokens), at[-1] + 1 + _HEAD))
            head = next((k for k in heads if s.tags[k] in "NS"), None)
            found.append(Amount((at[0], at[-1] + 1), None if q.unit else head, q))
    return found


RULES = (recounted,)
