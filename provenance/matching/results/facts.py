"""Pairs gathered into facts: all statements of one thing, told once."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from provenance.matching.relations.match import Match
from provenance.matching.results.components import components
from provenance.matching.results.origins import Sources, origins
from provenance.model import Claim, Document, Fact, Relation

_SURE = 0.5
"""Probability from which a conflict joins what two documents say, whatever else they tell."""


def facts(documents: Sequence[Document], claims: Sequence[Claim], matches: Sequence[Match]) -> list[Fact]:
    """The facts behind the relations found, most contested first; related pairs join nothing."""
    return [fact for fact, _ in gathered(documents, claims, matches)]


def gathered(
    documents: Sequence[Document], claims: Sequence[Claim], matches: Sequence[Match]
) -> list[tuple[Fact, list[Match]]]:
    """The same, each fact with the matches that it was gathered from; `claims` are all those of the documents."""
    sources = Sources(documents, claims)
    told = [m for m in matches if m.comparison.relation != "related"]
    alone = _bridges(told)
    part_of = _parts([m for m in told if id(m) not in alone])
    groups: dict[int, list[Match]] = defaultdict(list)
    for m in told:
        groups[id(m) if id(m) in alone else part_of[_node(m, "a")]].append(m)
    found = [(_fact(group, sources), group) for group in groups.values()]
    return sorted(found, key=lambda f: (f[0].relation != "conflicts", -len(f[0].documents), f[0].id))


def _bridges(told: Sequence[Match]) -> set[int]:
    """The `id` of every unsure conflict that would join two facts which one document tells side by side."""
    part_of = _parts([m for m in told if not _is_unsure(m)])
    documents: dict[int, set[str]] = defaultdict(set)
    for m in told:
        for s, node in ((m.a, _node(m, "a")), (m.b, _node(m, "b"))):
            if node in part_of:
                documents[part_of[node]].add(s.claim.span.document)
    found = set()
    for m in filter(_is_unsure, told):
        a, b = (part_of.get(_node(m, side), -1) for side in ("a", "b"))
        held = [documents.get(part, {s.claim.span.document}) for part, s in ((a, m.a), (b, m.b))]
        if a != b and not held[0].isdisjoint(held[1]):
            found.add(id(m))
    return found


def _is_unsure(m: Match) -> bool:
    return m.comparison.relation == "conflicts" and m.comparison.score < _SURE


def _parts(joined: Sequence[Match]) -> dict[tuple[str, int], int]:
    """The number of the fact of every statement that the matches join."""
    links = [(_node(m, "a"), _node(m, "b")) for m in joined]
    parts = components((node for link in links for node in link), links)
    return {node: number for number, part in enumerate(parts) for node in part}


def _node(m: Match, side: str) -> tuple[str, int]:
    """A statement: the claim and, for figures, which figure of it."""
    signature, figure = (m.a, m.x) if side == "a" else (m.b, m.y)
    return signature.claim.id, -1 if figure is None else figure.quantity.span.start


def _fact(group: Sequence[Match], sources: Sources) -> Fact:
    claims: dict[str, Claim] = {}
    values: dict[str, str] = {}
    for m in group:
        for signature, figure in ((m.a, m.x), (m.b, m.y)):
            claims[signature.claim.id] = signature.claim
            if figure is not None:
                values.setdefault(figure.quantity.text.casefold(), figure.quantity.text)
    ordered = sorted(claims.values(), key=lambda c: (c.span.document, c.span.start))
    relations = {m.comparison.relation for m in group}
    relation: Relation = next(r for r in ("conflicts", "supersedes", "corroborates") if r in relations)
    ids = tuple(c.id for c in ordered)
    first_said = origins(ordered, sources)
    return Fact(
        id=hashlib.sha256("\0".join(sorted(ids)).encode()).hexdigest()[:16],
        label=_label(group[0], tuple(values.values())),
        claims=ids,
        relation=relation,
        values=tuple(values.values()),
        documents=tuple(dict.fromkeys(c.span.document for c in ordered)),
        origins=tuple(dict.fromkeys(first_said)),
        claim_origins=first_said,
    )


def _label(m: Match, values: Sequence[str]) -> str:
    """What is counted with its values; of an amount, whose unit says too little, and of happenings a statement."""
    if m.x is None or m.x.quantity.unit:
        return m.a.claim.span.quote
    return f"{m.x.label}: {', '.join(values)}"
