"""Relations of two documents in order, each told once however often the documents repeat it."""

from collections.abc import Hashable, Sequence
from datetime import date

from provenance.matching.comparison import slots
from provenance.matching.relations.happenings import CERTAIN
from provenance.matching.relations.match import SERIOUS_FIRST, Match
from provenance.matching.signature.signatures import Signature
from provenance.model import Relation

_UNDATED = "9999-12-31"
"""Sorts documents of an unknown day after all others."""


def order(m: Match) -> tuple[object, ...]:
    """Sorts matches: most serious first, then by score, age and place; ids decide only where all else is equal."""
    x, y = m.a.claim, m.b.claim
    a, b = x.span, y.span
    first = (SERIOUS_FIRST.index(m.relation), -m.score, filed(m.a.published), filed(m.b.published))
    return *first, a.start, b.start, a.end, b.end, x.sentence.quote, y.sentence.quote, a.document, b.document


def filed(published: date | None) -> str:
    """The day of a document in a form that sorts."""
    return published.isoformat() if published else _UNDATED


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


def answered(matches: Sequence[Match]) -> list[Match]:
    """The same, a clash `related` where what clashes agrees better with something else in the other document.

    Where both tell of 54 percent of the vote and of a turnout of 71, "54" and "71" are no two answers to one question;
    where both tell of a conviction, the acquittal that one tells of as well is on another count.
    """
    agreed: dict[Hashable, float] = {}
    for m in matches:
        if m.relation == "corroborates":
            for statement in [*_figures(m), *_happenings(m)]:
                agreed[statement] = max(agreed.get(statement, 0.0), m.score)
    return [m.with_relation("related") if m.relation == "conflicts" and _is_answered(m, agreed) else m for m in matches]


def _is_answered(m: Match, agreed: dict[Hashable, float]) -> bool:
    if m.link.side_by_side:  # a statement laid beside a text is answered by any of its sentences
        return any(statement in agreed for statement in (_figures(m) or m.claims))
    if m.x is None:
        return any(agreed.get(s.claim.id, 0.0) > m.score for s in (m.a, m.b))
    return all(agreed.get(figure, 0.0) > m.score for figure in _figures(m))


def paired(matches: Sequence[Match]) -> list[Match]:
    """The same, but a clause that agrees with one clause of a sentence hardly agrees with another: it is `related`.

    Where "Sand seeks a loan after the flood in May" agrees with "Sand asked for a loan", it need not agree as well with
    "to repair what the flood destroyed", unless that is nearly certain.
    """
    taken: set[Hashable] = set()
    kept = []
    for m in sorted(matches, key=order):
        if m.x is None and m.relation == "corroborates" and not m.link.checked:
            clauses = {(m.a.claim.id, m.b.claim.sentence.start), (m.b.claim.id, m.a.claim.sentence.start)}
            m = m.with_relation("related") if m.score < CERTAIN and not taken.isdisjoint(clauses) else m
            taken |= clauses
        kept.append(m)
    return kept


def single_voiced(matches: Sequence[Match]) -> list[Match]:
    """The same without agreements of two happenings whose claims clash over who did it: one study, paid for by two."""
    apart = {m.claims for m in matches if m.x is None and m.relation == "conflicts" and m.differs("actor")}
    return [m for m in matches if m.x or m.relation != "corroborates" or m.claims not in apart]


def _figures(m: Match) -> list[Hashable]:
    """The figures compared, wherever their documents repeat them."""
    if m.x is None or m.y is None:
        return []
    return [(m.a.claim.span.document, m.x.mark), (m.b.claim.span.document, m.y.mark)]


def _happenings(m: Match) -> list[Hashable]:
    """The claims compared, where both tell one main predicate."""
    x, y = m.a.claim.frame.family, m.b.claim.frame.family
    return [*m.claims] if x and x == y else []


def _marks(m: Match) -> list[object]:
    if m.x is None or m.y is None:
        return [*marks(m.relation, m.a, m.b)]
    return [(m.x.mark, m.y.mark)]


def marks(relation: Relation, a: Signature, b: Signature) -> list[tuple[Relation, str, str, str]]:
    """The tellings of one happening by two claims: what further ones of the same are told by is told already."""
    shared = _shared(a, b)
    return [(relation, shared, "a", said(a)), (relation, shared, "b", said(b))]


def _shared(a: Signature, b: Signature) -> str:
    """What both claims tell of: the happenings that clash, else the main predicate in both, or any shared one."""
    clash = slots.clashing(a, b)
    if clash:
        return "/".join(clash)
    mains = [x for x, other in ((a.claim.frame.family, b), (b.claim.frame.family, a)) if x in other.families]
    return min(mains, default=min(a.families & b.families, default=""))


def _speaks_again(m: Match) -> bool:
    """Whether each statement of this happening speaks; agreement in words around two counts adds nothing to them."""
    if m.x is not None:
        return False
    return m.relation != "corroborates" or not (m.a.figures and m.b.figures)


def said(s: Signature) -> str:
    """The words of a claim: headlines and captions repeat what the text says."""
    return " ".join(s.claim.span.quote.lower().split())
