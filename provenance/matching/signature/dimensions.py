"""Along which of its dimensions a thing is measured: "120 metres long", "a width of 12 metres"."""

import re

from provenance.extraction import opposites
from provenance.extraction.lexicon import base
from provenance.model import Claim, Quantity

_LENGTHS = frozenset({"m", "km", "cm", "mm", "ft", "in", "mi", "yd"})

_WORD = re.compile(r"[^\W\d_]+")
_AFTER = 12
_BEFORE = 24
"""Code points around a figure in which the word stands that says so."""
_BETWEEN = frozenset({"of", "is", "was", "a", "about", "some", "nearly", "at", "least", "over"})


def of(claim: Claim, quantity: Quantity) -> str:
    """The base form of the word by which a length of a claim is one of its dimension; empty for none, and no length."""
    start, end = claim.sentence.where(quantity.span)
    return dimension(claim.sentence.quote, start, end) if quantity.unit in _LENGTHS else ""


def dimension(text: str, start: int, end: int) -> str:
    """The base form of the word by which the length `text[start:end]` is one of its dimension; empty for none."""
    after = _WORD.match(text[end : end + _AFTER].lstrip(" -"))
    if after and _is_dimension(after.group()):
        return base(after.group())
    before = [w for w in _WORD.findall(text[max(0, start - _BEFORE) : start]) if w.lower() not in _BETWEEN]
    return base(before[-1]) if before and _is_dimension(before[-1]) else ""


def apart(a: str, b: str) -> bool:
    """Whether two such words name two dimensions."""
    return bool(a and b) and opposites.exclusive(a, b) == "dimension"


def _is_dimension(word: str) -> bool:
    return opposites.of_class(base(word.lower()), "dimension")
