"""Statements that one quotation runs through, as one: a quotation is checked and told whole."""

from collections.abc import Sequence
from itertools import pairwise

from provenance.model import SlotComparison, Span, Statement, StatementState, cut

_WORST: tuple[StatementState, ...] = ("contradicted", "unsupported", "partly", "supported", "not_checkable")


def joined(text: str, statements: Sequence[Statement], sentences: Sequence[Span], most: int) -> list[Statement]:
    """The statements of a draft's `text`, each with its sentence; those of one sentence that share a quotation as one.

    A joined statement has up to `most` passages, those of its worst part first.
    """
    if not statements:
        return []
    groups = [[statements[0]]]
    for (one, before), (other, behind) in pairwise(zip(statements, sentences, strict=True)):
        if before == behind and set(one.quotations) & set(other.quotations):
            groups[-1].append(other)
        else:
            groups.append([other])
    return [group[0] if len(group) == 1 else _join(text, group, most) for group in groups]


def _join(text: str, group: Sequence[Statement], most: int) -> Statement:
    ranked = sorted(group, key=lambda s: _WORST.index(s.state))
    start, end = min(s.span.start for s in group), max(s.span.end for s in group)
    slots = [slot for one in ranked for slot in (*one.slots, *_open(one))]
    state = _state([s.state for s in ranked])
    return Statement(
        span=cut(text, start, end, group[0].span.document),
        state=state,
        passages=tuple(dict.fromkeys(p for one in ranked for p in one.passages))[:most],
        against=tuple(dict.fromkeys(o for one in group for o in one.against)),
        slots=tuple(dict.fromkeys(slots)) if state != "unsupported" else (),
        quotations=tuple(dict.fromkeys(q for one in group for q in one.quotations)),
    )


def _state(states: Sequence[StatementState]) -> StatementState:
    """What follows for the whole, of the states of its parts, worst first."""
    known = [state for state in states if state != "not_checkable"]
    if not known or known[0] == "contradicted" or len(set(known)) == 1:
        return states[0]
    return "partly"


def _open(part: Statement) -> list[SlotComparison]:
    """What is to be told of a part without backup."""
    if part.state != "unsupported":
        return []
    return [
        SlotComparison(slot="wording", verdict="different", a=part.span.quote, b="", reason="no source backs this part")
    ]
