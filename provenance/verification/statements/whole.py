"""Whether what backs a statement backs all of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from provenance.model import SlotComparison, Span, Statement
from provenance.verification.comparison import lists
from provenance.verification.lookup.tokens import tokenize
from provenance.verification.statements import roles, unbacked
from provenance.verification.statements.headings import states_something
from provenance.verification.statements.stretches import Draft, Stretch

_MARKS = ".,;:!?\"'()“”‘’"
_JOINTS = frozenset({"after", "because", "before", "when", "until"})
"""Words that say how what is told behind them stands to what is told before."""


def judge(draft: Draft, stretch: Stretch, statement: Statement) -> Statement:
    """The statement; partly backed where its passages lack some of its words or tell them of others, which is told."""
    words = stretch.sentence.quote
    if statement.state != "supported" or not statement.passages or not (words.endswith(".") or states_something(words)):
        return statement
    told = draft.whole(statement.passages[0]).quote
    if words in told:
        return statement
    said = stretch.claim.attribution if stretch.claim is not None else None
    lacking, beside = _unbacked(draft, stretch, statement)
    if beside:
        passages = dict.fromkeys((statement.passages[0], *beside, *statement.passages[1:]))
        statement = statement.model_copy(update={"passages": tuple(passages)})
    found = [*lacking, *roles.compare(stretch.span.quote, said, told)]
    found += _doubted(stretch, statement.passages[0])
    return _partly(statement, found or list(_called(draft, stretch, statement.passages)))


def _partly(statement: Statement, found: Sequence[SlotComparison]) -> Statement:
    return statement.model_copy(update={"state": "partly", "slots": (*found, *statement.slots)}) if found else statement


def linked(draft: Draft, statements: Sequence[Statement]) -> list[Statement]:
    """The statements; partly backed where they are the clauses of one sentence that no source joins so.

    "The talks broke down after the list was handed over" has no full backup in two reports that tell the one and the
    other.
    """
    kept = list(statements)
    for n, (one, other) in enumerate(pairwise(statements)):
        joint = other.span.quote.split()[0].lower()
        if joint not in _JOINTS or kept[n + 1].state != "supported" or one.state not in ("supported", "partly"):
            continue
        if not _is_one_sentence(draft, one, other) or not one.passages or not other.passages:
            continue
        first, second = (draft.whole(s.passages[0]) for s in (one, other))
        if not draft.are_beside(first, second):
            reason = "no source joins the two"
            slot = SlotComparison(slot="cause", verdict="unknown", a=joint, b="", reason=reason)
            kept[n + 1] = _partly(other, [slot])
    return kept


def _is_one_sentence(draft: Draft, one: Statement, other: Statement) -> bool:
    between = draft.document.text[one.span.end : other.span.start]
    return not between.strip(" ,")


def _called(draft: Draft, stretch: Stretch, passages: Sequence[Span]) -> Iterator[SlotComparison]:
    """What a draft calls somebody whom no document of the passages calls so: "Lena Fahl, director of the utility"."""
    documents = dict.fromkeys(p.document for p in passages)
    for name, role in roles.called(stretch.sentence.quote):
        around = [part for d in documents for part in draft.around(d, name.split()[-1])]
        if around and not any(roles.is_called(part, role) for part in around):
            reason = "no source calls this person so"
            yield SlotComparison(slot="actor", verdict="unknown", a=f"{name}, {role}", b="", reason=reason)
            return


def _doubted(stretch: Stretch, passage: Span) -> Iterator[SlotComparison]:
    """What a passage tells as alleged or possible, in a word that the draft's sentence has none like."""
    own = {word.strip(_MARKS) for word in stretch.sentence.quote.lower().split()}
    missing = unbacked.wanting(stretch.span, passage.quote)
    if missing and not own & lists.negators("wanting"):
        reason = "the source tells it as wanted still, the draft as done"
        yield SlotComparison(slot="modality", verdict="unknown", a=missing[0], b=missing[1], reason=reason)
    careful = lists.negators("doubt") | lists.negators("allowed") | lists.negators("intent") | {"will", "would", "said"}
    found = next((w for w in passage.quote.split() if w.strip(_MARKS) in lists.negators("doubt")), None)
    if found and not own & careful:
        reason = "the source tells it as a possibility, the draft as more"
        yield SlotComparison(slot="modality", verdict="unknown", a="", b=found, reason=reason)


def _unbacked(draft: Draft, stretch: Stretch, statement: Statement) -> tuple[list[SlotComparison], list[Span]]:
    """The words that no passage has, and other passages that have the rest beside the words around them."""
    said = stretch.claim.attribution if stretch.claim is not None else None
    idle = [q.span for q in statement.quotations]
    idle += [s for s in (said.source, said.cue) if s is not None] if said is not None else []
    lacking = draft.unbacked(stretch.span, idle, (*statement.passages, *(o.passage for o in statement.against)))
    places = [t.start for t in tokenize(stretch.sentence.quote, stretch.sentence.start)] if lacking else []
    at = (places.index(token.start) for token in lacking)
    found = [draft.beside(stretch.sentence, (i, i + 1), statement.passages[0]) for i in at]
    open_ = " ".join(token.word for token, passage in zip(lacking, found, strict=True) if passage is None)
    reason = "the passage says nothing of this"
    slots = [SlotComparison(slot="wording", verdict="unknown", a=open_, b="", reason=reason)] if open_ else []
    return slots, [passage for passage in found if passage is not None]
