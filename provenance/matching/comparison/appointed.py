"""What is to happen on a day still to come: "will be sentenced on 11 April", "the campaign, which begins on Saturday".

What is planned happens once: two days for it are two accounts of one plan, whatever else the two claims mainly tell.
"""

from functools import lru_cache
from typing import NamedTuple

from provenance.extraction.lexicon import mentions
from provenance.extraction.tokens import tokenize
from provenance.matching.signature.signatures import Signature
from provenance.model import TimeRef

_ROLES = frozenset({"on", "until", "by", "from"})
_REACH = 10
"""Tokens before a day in which stands what happens on it."""


class Appointment(NamedTuple):
    """What is to happen, and when: the family, the word before the day, the day."""

    family: str
    role: str
    day: str


def two_days(a: Signature, b: Signature) -> bool:
    """Whether both tell one day each for one thing to come, and not the same."""
    x, y = _appointments(a), _appointments(b)
    meet = [(p, q) for p in x for q in y if (p.family, p.role) == (q.family, q.role)]
    return bool(meet) and all(p.day != q.day for p, q in meet)


def _appointments(s: Signature) -> list[Appointment]:
    return [found for t in s.claim.times if _is_ahead(s, t) and (found := _appointment(s, t))]


def _is_ahead(s: Signature, t: TimeRef) -> bool:
    """Whether a time is a day after the report."""
    return bool(s.published and t.start and t.end and t.start > s.published and (t.end - t.start).days == 1)


def _appointment(s: Signature, t: TimeRef) -> Appointment | None:
    quote, at = s.claim.span.quote, t.span.start - s.claim.span.start
    return _before(quote[:at], str(t.start)) if 0 < at <= len(quote) else None


@lru_cache(maxsize=4096)
def _before(text: str, day: str) -> Appointment | None:
    """The last predicate in a text that ends before a day, with the word right before that."""
    tokens = [t for t in tokenize(text) if t.is_word]
    if not tokens or tokens[-1].lower not in _ROLES:
        return None
    found = [m for m in mentions([t.base for t in tokens]) if len(tokens) - m.last <= _REACH]
    return Appointment(found[-1].family, tokens[-1].lower, day) if found else None
