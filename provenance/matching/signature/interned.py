"""What comparing figures asks of them, as objects shared by all figures alike: two are compared once, by identity.

Thousands of pairs of figures differ in nothing but where they stand. Hashing what they hold takes longer than most
comparisons; objects that are one wherever they are equal need none of it.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from provenance.model import Quantity


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """What a figure counts."""

    measures: frozenset[str]
    noun: str
    noun_class: str
    side: str
    unit: str
    dimension: str
    moving: str
    lasts: bool


@dataclass(frozen=True, slots=True, eq=False)
class Number:
    """A quantity as comparison sees it, wherever it stands."""

    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Worded:
    text: str
    value: Decimal | None
    bounds: tuple[Decimal | None, Decimal | None]
    wording: tuple[str, str | None, str]
    quantity: Quantity = field(compare=False)


@lru_cache(maxsize=65536)
def _number(worded: _Worded) -> Number:
    return Number(worded.quantity)


def number(q: Quantity) -> Number:
    """The one object for all quantities that compare as this one does."""
    return _number(_Worded(q.text, q.value, (q.low, q.high), (q.approximation, q.change, q.unit), q))


counted = lru_cache(maxsize=65536)(Counted)
"""Gives the one object for all figures that count this."""
