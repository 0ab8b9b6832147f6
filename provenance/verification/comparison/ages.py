"""Ages of two aligned sentences: who is that old."""

from collections.abc import Iterator

from provenance.matching.signature.scopes import AGE
from provenance.model import Quantity
from provenance.verification.comparison import lists
from provenance.verification.comparison.compared import Compared, Difference
from provenance.verification.comparison.side import Range, Side
from provenance.verification.lookup.tokens import Token

_REASON = "the source tells this age of another"


def swapped(c: Compared) -> Iterator[Difference]:
    """Ages that the source gives of somebody who cannot be meant: "the man was 81", "a man of 78 and a woman of 81"."""
    theirs = [(age, owner) for age, owner, _ in _owned(c.source) if age.unit == AGE]
    for age, owner, where in _owned(c.draft) if theirs else ():
        same = [other for known, other in theirs if known.value == age.value]
        if same and all(lists.are_opposite(owner, other) for other in same):
            yield Difference("actor", "different", owner.word, same[0].word, _REASON, where)


def _owned(side: Side) -> Iterator[tuple[Quantity, Token, Range]]:
    """Ages, and numbers of nothing else, with the person that the last noun up to their own names."""
    for quantity, where in side.quantities:
        people = [t for t in side.tokens[: where[1] + 1] if lists.is_person(t.word)]
        if people and (quantity.unit == AGE or not (quantity.unit or quantity.noun)):
            yield quantity, people[-1], where
