"""A draft against its sources: which statements have backup, which are contradicted, which have none."""

from collections import defaultdict
from collections.abc import Sequence

from provenance.matching import Match
from provenance.model import Claim, Observation, Quotation, Span, Statement, StatementState

_BACKING = frozenset({"corroborates"})
_AGAINST = frozenset({"conflicts", "supersedes"})
_SHOWN = 5
"""Passages kept for one statement, best first."""


def statements(
    draft: str, claims: Sequence[Claim], matches: Sequence[Match], quotations: Sequence[Quotation]
) -> list[Statement]:
    """One statement for each claim of the draft (its document id is `draft`), in order of place.

    A statement is contradicted when a source says otherwise, supported when every figure of it (or, without figures,
    the statement itself) is backed, partly when only some are, and unsupported when no source speaks of it.
    """
    by_claim: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        for side in (match.a, match.b):
            if side.claim.span.document == draft:
                by_claim[side.claim.id].append(match)
    return [_statement(draft, claim, by_claim[claim.id], quotations) for claim in claims]


def _statement(draft: str, claim: Claim, matches: Sequence[Match], quotations: Sequence[Quotation]) -> Statement:
    against = [m for m in matches if m.comparison.relation in _AGAINST]
    backing = [m for m in matches if m.comparison.relation in _BACKING]
    own = tuple(q for q in quotations if q.span.overlaps(claim.span))
    told = sorted(against or backing, key=lambda m: -m.comparison.score)
    passages = dict.fromkeys(_other(draft, m) for m in sorted(matches, key=lambda m: -m.comparison.score))
    state = _state(draft, claim, against, backing, own)
    verbatim = [q.passage for q in own if q.passage is not None]
    return Statement(
        span=claim.span,
        state=state,
        passages=tuple(dict.fromkeys([*(_other(draft, m) for m in told), *verbatim, *passages]))[:_SHOWN],
        slots=told[0].comparison.slots if told else (),
        quotations=own,
    )


def _state(
    draft: str, claim: Claim, against: Sequence[Match], backing: Sequence[Match], quotations: Sequence[Quotation]
) -> StatementState:
    if against:
        return "contradicted"
    if not backing:
        verbatim = bool(quotations) and all(q.state == "verbatim" for q in quotations)
        return "supported" if verbatim and not claim.quantities else "unsupported"
    backed = {f.quantity.span.start for m in backing for f in _own_figures(draft, m)}
    open_figures = [q for q in claim.quantities if q.span.start not in backed]
    whole = any(m.x is None for m in backing)
    return "partly" if open_figures and not (whole and not claim.quantities) else "supported"


def _own_figures(draft: str, match: Match) -> list[object]:
    figure = match.x if match.a.claim.span.document == draft else match.y
    return [] if figure is None else [figure]


def _other(draft: str, match: Match) -> Span:
    return (match.b if match.a.claim.span.document == draft else match.a).claim.span


def observe(statement: Statement) -> Observation | None:
    """What is to be said of one statement; None when it is supported."""
    passage = statement.passages[0] if statement.passages else None
    reasons = tuple(f"{s.slot}: {s.reason}" for s in statement.slots if s.verdict != "unknown")
    match statement.state:
        case "contradicted":
            return Observation(
                kind="contradicted", message="a source says otherwise", reasons=reasons, a=statement.span, b=passage
            )
        case "partly":
            message = "only a part of the statement has backup"
            return Observation(kind="partly_supported", message=message, reasons=reasons, a=statement.span, b=passage)
        case "unsupported":
            return Observation(kind="unsupported", message="no source backs this statement", a=statement.span)
        case "not_checkable":
            return Observation(kind="not_checkable", message="nothing here can be checked", a=statement.span)
        case _:
            return None
