"""Whether what backs a statement backs all of it."""

from provenance.model import SlotComparison, Statement
from provenance.verification.headings import states_something
from provenance.verification.stretches import Draft, Stretch


def judge(draft: Draft, stretch: Stretch, statement: Statement) -> Statement:
    """The statement; partly backed where its passages have nothing for some of its words, which are then told."""
    words = stretch.sentence.quote
    if statement.state != "supported" or not statement.passages or not (words.endswith(".") or states_something(words)):
        return statement
    idle = [q.span for q in statement.quotations]
    said = stretch.claim.attribution if stretch.claim is not None else None
    idle += [s for s in (said.source, said.cue) if s is not None] if said is not None else []
    open_ = draft.unbacked(stretch.span, idle, (*statement.passages, *(o.passage for o in statement.against)))
    if not open_:
        return statement
    reason = "the passage says nothing of this"
    slot = SlotComparison(slot="wording", verdict="unknown", a=" ".join(open_), b="", reason=reason)
    return statement.model_copy(update={"state": "partly", "slots": (slot, *statement.slots)})
