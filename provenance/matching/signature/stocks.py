"""How many there are, and to how many something happened: "employs 9,800 drivers", "4,500 drivers walked out"."""

import re

from provenance.matching.signature.cues import pattern
from provenance.matching.signature.figures import Figure
from provenance.model import Claim

_HAS = pattern("has", after=r"\s+(?:[a-z]+\s+){0,2}$")
_VERB_AHEAD = re.compile(r"\s+(?:[\w'’-]+\s+){1,3}?(?!of\b|in\b|on\b|at\b|and\b|with\b)[a-z]+ed\b")
_NEAR = 40
"""Code points before a figure in which the word for having stands."""
_STATES = frozenset({"EMPLOY", "RESIDE", "HOLD"})
"""Families that say how many there are."""


def apart(a: Claim, x: Figure, b: Claim, y: Figure) -> bool:
    """Whether one of two counts tells how many there are and the other to how many something happened."""
    if x.quantity.unit or y.quantity.unit:
        return False
    counted = [_is_stock(a, x), _is_stock(b, y)]
    return (counted == [True, False] and _happened(b, y)) or (counted == [False, True] and _happened(a, x))


def _is_stock(claim: Claim, figure: Figure) -> bool:
    before = claim.sentence.before(figure.quantity.span, _NEAR)
    return figure.measures <= _STATES and _HAS.search(before) is not None


def _happened(claim: Claim, figure: Figure) -> bool:
    """Whether the figure counts those of an act: what befell them is known, or a verb in the past follows."""
    if figure.measures - _STATES:
        return True
    return _VERB_AHEAD.match(claim.sentence.after(figure.quantity.span)) is not None
