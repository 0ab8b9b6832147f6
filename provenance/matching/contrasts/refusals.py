"""What one is given and another refused: leave, bail, a permit. "Give" tells too little to be an opposite by itself."""

from collections.abc import Mapping

from provenance.extraction.tokens import tokenize
from provenance.matching.contrasts import lists
from provenance.matching.relations.match import Match
from provenance.model import SlotComparison
from provenance.text.quoting import quoted


def refused(m: Match) -> Match:
    """The match; a conflict where two happenings would agree but that one is refused what the other is given."""
    if m.x is not None or m.relation != "corroborates":
        return m
    a, b = ({t.base: t.text for t in tokenize(s.claim.span.quote)} for s in (m.a, m.b))
    words = _parted(a, b) or _parted(b, a)[::-1]
    if not words:
        return m
    reason = f"{quoted(words[0])} against {quoted(words[1])}"
    slot = SlotComparison(slot="action", verdict="different", a=words[0], b=words[1], reason=reason)
    return m.with_relation("conflicts", slot)


def _parted(x: Mapping[str, str], y: Mapping[str, str]) -> tuple[str, ...]:
    """The word by which one refuses and that by which the other gives, as written, where neither does both."""
    refusing, giving = frozenset(lists.listed("refusing")), frozenset(lists.listed("giving"))
    refused, given = refusing & x.keys(), giving & y.keys()
    both = not refusing.isdisjoint(y) or not giving.isdisjoint(x)
    return () if both or not refused or not given else (x[min(refused)], y[min(given)])
