"""Matches in the words of the model: what was seen, with both passages and the reasons."""

from provenance.extraction.lexicon import opposition
from provenance.matching.relation import Match
from provenance.model import Observation, Span

_TELLING = ("measure", "quantity", "place", "time", "actor", "action", "attribution", "wording")
_VERBS = {
    "corroborates": "says the same",
    "conflicts": "says otherwise",
    "supersedes": "gives a newer count",
    "related": "is related",
}


def observe(match: Match) -> Observation:
    """The observation of one match; its reasons are one line per slot that says something."""
    relation = match.comparison.relation
    if relation == "unrelated":
        raise ValueError("an unrelated pair is no observation")
    a, b = _passage(match, "a"), _passage(match, "b")
    return Observation(
        kind=relation,
        message=f"{_told(match)} {_VERBS[relation]}",
        reasons=tuple(
            f"{s.slot}: {s.reason}"
            for s in sorted(match.comparison.slots, key=lambda s: _TELLING.index(s.slot))
            if s.verdict != "unknown" or s.slot == "action"
        ),
        a=a,
        b=b,
        about=match.x.label if match.x else "",
        relation=relation,
        score=match.comparison.score,
        claims=(match.a.claim.id, match.b.claim.id),
        slots=match.comparison.slots,
    )


def is_worth_telling(match: Match) -> bool:
    """Related pairs are told only when something in them clashes; silence is the default."""
    if match.comparison.relation != "related":
        return True
    verdicts = {s.slot: s.verdict for s in match.comparison.slots}
    clash = any(opposition(x, y) for x in match.a.families for y in match.b.families)
    return clash and match.x is None and verdicts["place"] in ("same", "compatible")


def _passage(match: Match, side: str) -> Span:
    return (match.a if side == "a" else match.b).claim.span


def _told(match: Match) -> str:
    if match.x is not None and match.y is not None:
        return f"{match.x.label}: {match.x.quantity.text!r} and {match.y.quantity.text!r}: the other source"
    shared = match.a.families & match.b.families
    return f"{'/'.join(sorted(shared)).lower()}: the other source" if shared else "the other source"
