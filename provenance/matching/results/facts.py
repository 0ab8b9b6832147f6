"""Pairs gathered into facts: all statements of one thing, told once."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from provenance.matching.across.once import filed, order
from provenance.matching.relations.match import Match
from provenance.matching.results.components import components
from provenance.matching.results.origins import Sources, origins
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature
from provenance.model import Claim, Document, Fact, Relation

Stated = tuple[Signature, Figure | None]
"""A statement: a claim and, for figures, which figure of it."""
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
    told = [m for m in matches if m.relation != "related"]
    alone = _bridges(told)
    part_of = _parts([m for m in told if id(m) not in alone])
    groups: dict[int, list[Match]] = defaultdict(list)
    for m in sorted(told, key=order):
        groups[id(m) if id(m) in alone else part_of[_node(m, "a")]].append(m)
    found = [(_statements(group), group) for group in groups.values()]
    found.sort(key=lambda one: [_place(statement) for statement in one[0]])
    facts = [(_fact(statements, group, sources), group) for statements, group in found]
    return sorted(facts, key=lambda f: (f[0].relation != "conflicts", -len(f[0].documents)))


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
    return m.relation == "conflicts" and m.score < _SURE


def _parts(joined: Sequence[Match]) -> dict[tuple[str, int], int]:
    """The number of the fact of every statement that the matches join."""
    links = [(_node(m, "a"), _node(m, "b")) for m in joined]
    parts = components((node for link in links for node in link), links)
    return {node: number for number, part in enumerate(parts) for node in part}


def _node(m: Match, side: str) -> tuple[str, int]:
    """A statement: the claim and, for figures, which figure of it."""
    signature, figure = (m.a, m.x) if side == "a" else (m.b, m.y)
    return signature.claim.id, -1 if figure is None else figure.quantity.span.start


def _statements(group: Iterable[Match]) -> list[Stated]:
    """All statements of a fact, oldest first."""
    found = {_node(m, side): (m.a, m.x) if side == "a" else (m.b, m.y) for m in group for side in ("a", "b")}
    return sorted(found.values(), key=_place)


def _fact(stated: Sequence[Stated], group: Sequence[Match], sources: Sources) -> Fact:
    claims = {s.claim.id: s.claim for s, _ in stated}
    ordered = list(claims.values())
    figures = [figure for _, figure in stated if figure is not None]
    values: dict[str, str] = {}
    for figure in figures:
        values.setdefault(figure.quantity.text.casefold(), figure.quantity.text)
    relations = {m.relation for m in group}
    relation: Relation = next(r for r in ("conflicts", "supersedes", "corroborates") if r in relations)
    first_said = origins(ordered, sources)
    return Fact(
        id=hashlib.sha256("\0".join(sorted(claims)).encode()).hexdigest()[:16],
        label=_label(figures, tuple(values.values())) or group[0].a.claim.span.quote,
        claims=tuple(claims),
        relation=relation,
        values=tuple(values.values()),
        documents=tuple(dict.fromkeys(c.span.document for c in ordered)),
        origins=tuple(dict.fromkeys(first_said)),
        claim_origins=first_said,
    )


def _label(figures: Sequence[Figure], values: Sequence[str]) -> str:
    """What most statements say is counted, with the values; empty for an amount, whose unit says too little."""
    if not figures or figures[0].quantity.unit:
        return ""
    counted = Counter(figure.label for figure in figures)
    return f"{counted.most_common(1)[0][0]}: {', '.join(values)}"


def _place(statement: Stated) -> tuple[object, ...]:
    """Sorts statements: oldest first, then by place and words; ids decide only where all else is equal."""
    s, figure = statement
    span = s.claim.span
    at = -1 if figure is None else figure.quantity.span.start
    return filed(s.published), span.start, span.end, at, s.claim.sentence.quote, span.document
