"""A sentence of a source that tells all of a statement in other words: akin ones, the same figures, the same denial."""

from collections.abc import Sequence

from provenance.model import SlotComparison, Span, Statement
from provenance.values import dates, quantities
from provenance.verification.comparison import exactness, lists
from provenance.verification.lookup.tokens import Token, tokenize
from provenance.verification.statements import assertion, roles, unbacked
from provenance.verification.statements.stretches import Draft, Stretch

_LEAST = 3
"""Telling words and figures that a statement has at least to be known again."""
_TELLING = 0.1
"""Weight from which a word must have one akin to it."""


def judge(draft: Draft, stretch: Stretch, statement: Statement) -> Statement:
    """The statement; backed where nothing is like it and yet one sentence has a word of the meaning of each of its own.

    Partly where some are only akin.
    """
    if statement.state != "unsupported" or stretch.claim is None or statement.quotations:
        return statement
    tokens = tokenize(stretch.span.quote, stretch.span.start)
    telling = [t for t in tokens if t.weight >= _TELLING or t.is_number]
    if len(telling) < _LEAST:
        return statement
    passage = next((p for p in draft.like(tokens) if _tells(stretch.span, tokens, p, draft)), None)
    if passage is None:
        return statement
    passages = tuple(dict.fromkeys((passage, *statement.passages)))
    surely = unbacked.tells_surely(stretch.span, unbacked.Told(passage.quote), _TELLING)
    if surely and not _differs(stretch, passage):
        reason = "the passage tells this in other words"
        slot = SlotComparison(slot="wording", verdict="compatible", a="", b="", reason=reason)
        return statement.model_copy(update={"state": "supported", "passages": passages, "slots": (slot,)})
    reason = "the passage may tell this in other words"
    slot = SlotComparison(slot="wording", verdict="unknown", a=stretch.span.quote, b=passage.quote, reason=reason)
    return statement.model_copy(update={"state": "partly", "passages": passages, "slots": (slot,)})


def _differs(stretch: Stretch, passage: Span) -> bool:
    """Whether a passage, read word by word, tells it less surely than the statement does, or otherwise."""
    near = (r for r in stretch.readings if r.passage.overlaps(passage))
    if any(d.verdict == "different" or d.slot != "wording" for r in near for d in r.found):
        return True
    return bool(assertion.compare(stretch.span, stretch.claim, passage))


def _tells(span: Span, tokens: Sequence[Token], passage: Span, draft: Draft) -> bool:
    if passage.quote.endswith("?") or _denials(tokens) != _denials(tokenize(passage.quote)):
        return False
    if draft.unbacked(span, (), (passage,), least=_TELLING) or not _has_values(span, passage, draft):
        return False
    return not roles.compare(span.quote, None, passage.quote)


def _denials(tokens: Sequence[Token]) -> int:
    taking = lists.negators("taking")
    return sum(lists.denies(t) or t.base in taking for t in tokens) % 2


def _has_values(span: Span, passage: Span, draft: Draft) -> bool:
    """Whether the passage has every figure and time."""
    day = draft.document.published
    figures, times = quantities.find(passage.quote), dates.find(passage.quote, reference=day)
    agreeing = ("same", "compatible")
    for figure in quantities.find(span.quote):
        if not any(exactness.figures(figure, other)[0] in agreeing for other in figures):
            return False
    return all(
        any(exactness.times(time, other)[0] in agreeing for other in times)
        for time in dates.find(span.quote, reference=day)
    )
