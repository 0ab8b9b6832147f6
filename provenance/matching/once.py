"""Relations of two documents in order, each told once however often the documents repeat it."""

from provenance.matching import slots
from provenance.matching.match import Match
from provenance.matching.signatures import Signature

RANK = {"conflicts": 0, "supersedes": 1, "corroborates": 2, "related": 3}
"""Relations, most serious first."""


def order(m: Match) -> tuple[object, ...]:
    """Sorts matches: most serious first, then by score and place."""
    a, b = m.a.claim.span, m.b.claim.span
    return (RANK[m.comparison.relation], -m.comparison.score, a.document, b.document, a.start, b.start, a.end, b.end)


def once(matches: list[Match]) -> list[Match]:
    """Each pair of distinct figures, and each telling of a happening, once for two documents, best-placed first."""
    kept: list[Match] = []
    seen: set[object] = set()
    for m in sorted(matches, key=order):
        marks = _marks(m)
        if seen.isdisjoint(marks) or (_speaks_again(m) and not seen.issuperset(marks)):
            kept.append(m)
        seen.update(marks)
    return kept


def _marks(m: Match) -> list[object]:
    if m.x is None or m.y is None:
        relation = m.comparison.relation
        return [(relation, _shared(m), side, said(s)) for side, s in (("a", m.a), ("b", m.b))]
    return [(m.x.mark, m.y.mark)]


def _shared(m: Match) -> str:
    """What both claims tell of: the happenings that clash, else the main predicate in both, or any shared one."""
    clash = slots.clashing(m.a, m.b)
    if clash:
        return "/".join(clash)
    mains = [x for x, other in ((m.a.claim.frame.family, m.b), (m.b.claim.frame.family, m.a)) if x in other.families]
    return min(mains, default=min(m.a.families & m.b.families, default=""))


def _speaks_again(m: Match) -> bool:
    """Whether each statement of this happening speaks; agreement in words around two counts adds nothing to them."""
    if m.x is not None:
        return False
    return m.comparison.relation != "corroborates" or not (m.a.figures and m.b.figures)


def said(s: Signature) -> str:
    """The words of a claim: headlines and captions repeat what the text says."""
    return " ".join(s.claim.span.quote.lower().split())
