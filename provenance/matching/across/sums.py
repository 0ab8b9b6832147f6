"""Parts against totals: "25 soldiers and 10 militants" are 35 people, more than the 24 that somebody else counts.

Parts that fall short of a total say nothing, for there may be further ones; parts that exceed it clash with it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from provenance.extraction.lexicon import ancestors, kind
from provenance.matching.blocking import candidates
from provenance.matching.blocking.candidates import Side
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import Match
from provenance.matching.relations.relation import relate
from provenance.matching.relations.signals import size
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature
from provenance.model import Quantity, cut

_JOINED = re.compile(r"^(?:\s+[\w'’-]+){0,4}?\s*(?:,|,?\s+and|,?\s+as well as)(?:\s+[a-z-]+){0,2}?\s+$")
_LOWER = ("exact", "at_least", "more_than")
"""Approximations that leave a lower bound to add up."""


def exceeding(left: Side, right: Side, link: Link) -> Iterator[Match]:
    """Where parts told in one document are more than a total told in another, among the claims that share most."""
    for parts, total in candidates.between(_combined(left), right):
        yield from (m for m in relate(parts, total, link) if exceeds(m))
    for parts, total in candidates.between(_combined(right), left):
        yield from (m for m in relate(total, parts, link) if exceeds(m))


def exceeds(m: Match) -> bool:
    """Whether a match is of parts that are more than their total."""
    if m.x is None or m.y is None or m.relation != "conflicts":
        return False
    parts, total = (m.x, m.y) if _is_sum(m.x) else (m.y, m.x)
    return _is_sum(parts) and not _is_sum(total) and total.scope == "total" and size(parts) > size(total)


def overfull(group: Sequence[Signature]) -> Iterator[tuple[Signature, Figure, Figure]]:
    """Parts that a sentence puts among fewer: "24 people, including 30 children"; the part's claim, whole and part."""
    placed = [(s, f) for s in group for f in s.figures]
    for (before, whole), (s, part) in pairwise(placed):
        if before.order != s.order or part.scope != "part" or not part.noun_class:
            continue
        low, high = part.quantity.low, whole.quantity.high
        if whole.noun_class in ancestors(part.noun_class) and low is not None and high is not None and low > high:
            yield s, whole, part


def _combined(side: Side) -> Side:
    """The statements that list parts of different kinds, with the sum of the parts as their one figure."""
    return candidates.side([replace(s, figures=(whole,)) for s, _ in side.claims if (whole := _sum(s)) is not None])


def _is_sum(figure: Figure) -> bool:
    return " + " in figure.quantity.text


def _sum(s: Signature) -> Figure | None:
    """The sum of the figures of one statement, where they count different kinds of people with one fate."""
    parts = [f for f in s.figures if f.scope == "total"]
    if len(parts) < 2 or len(parts) != len(s.figures) or any(f.quantity.unit or f.expected for f in parts):
        return None
    fate = frozenset.intersection(*(f.measures for f in parts))
    above = [n for n in ancestors(parts[0].noun_class) if all(n in ancestors(f.noun_class) for f in parts)]
    if not any(kind(m) == "outcome" for m in fate) or not above or not _are_apart(s, parts):
        return None
    quantity = _added(s, [f.quantity for f in parts])
    if quantity is None:
        return None
    return Figure(quantity, quantity, fate, above[0].lower(), above[0], "", "total", expected=False)


def _are_apart(s: Signature, parts: Sequence[Figure]) -> bool:
    """Whether the parts follow one another in a list and none is of the kind of another."""
    classes = [f.noun_class for f in parts]
    if not all(classes) or any(
        a in ancestors(b) for i, a in enumerate(classes) for j, b in enumerate(classes) if i != j
    ):
        return False
    spans = [f.quantity.span for f in parts]
    return all(_JOINED.match(s.claim.sentence.between(a, b)) for a, b in pairwise(spans))


def _added(s: Signature, parts: Sequence[Quantity]) -> Quantity | None:
    if any(q.approximation not in _LOWER or q.value is None for q in parts):
        return None
    total = sum((q.value for q in parts if q.value is not None), Decimal(0))
    offset = s.claim.sentence.start
    span = cut(s.claim.sentence.quote, parts[0].span.start - offset, parts[-1].span.end - offset)
    return parts[0].model_copy(
        update={
            "span": span.within(parts[0].span.document, offset),
            "text": " + ".join(q.text for q in parts),
            "value": total,
            "low": total,
            "high": total if all(q.approximation == "exact" for q in parts) else None,
            "approximation": "exact" if all(q.approximation == "exact" for q in parts) else "at_least",
            "noun": "people",
            "modifier": "",
        }
    )
