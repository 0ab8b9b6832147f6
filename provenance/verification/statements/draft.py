"""A draft against its sources: which statements have backup, which are contradicted, which have none."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from provenance.matching import Match
from provenance.model import Opposition, Quotation, SlotComparison, Span, Statement, StatementState
from provenance.text.overlaps import Overlaps
from provenance.verification.comparison.readings import Reading
from provenance.verification.statements import assertion, disputes, matched, reworded, whole
from provenance.verification.statements.headings import Headings, states_something
from provenance.verification.statements.joining import joined
from provenance.verification.statements.matched import FIGURES, Told
from provenance.verification.statements.stretches import SAME_THING, Draft, Stretch

_SHOWN = 5
"""Passages kept for one statement, best first."""
_MARKS = " \"'“”‘’()"


def statements(draft: Draft, matches: Sequence[Match], quotations: Sequence[Quotation]) -> list[Statement]:
    """One statement for each claim of the draft and each other sentence, in order of place; for a quotation one.

    Passages that are like the statement decide first: compared word by word, they support or contradict it. Where there
    is none, or a figure is told in other words elsewhere, the claims of the sources do: it is supported when every
    figure of it (or, without figures, the statement itself) is backed, partly when some are, contradicted when one says
    otherwise and none backs it as well, unsupported when none speaks of it. What says otherwise is kept beside backing.
    """
    by_claim: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        for side in (match.a, match.b):
            if side.claim.span.document == draft.document.id:
                by_claim[side.claim.id].append(match)
    found = []
    places = Overlaps(q.span for q in quotations)
    headings = Headings(draft.document.text)
    story = matched.same_story(draft.document.id, matches)
    for stretch in draft.stretches:
        own = tuple(quotations[n] for n in places.with_span(stretch.span))
        claim, decisive = stretch.claim, stretch.decisive
        told = None if claim is None else matched.judge(draft.document.id, claim, by_claim[claim.id], own, story)
        if told is not None and (decisive is None or _gives_way(stretch, decisive, told)):
            found.append(_elsewhere(draft, stretch, told, own))
        elif decisive is not None and (claim is not None or not _asks(stretch.span.quote)):
            found.append(_read(draft, stretch, decisive, own, told))
        else:
            found.append(_bare(stretch.span, own))
        found[-1] = reworded.judge(draft, stretch, _slipped(draft, stretch, found[-1]))
        found[-1] = whole.judge(draft, stretch, found[-1])
        if found[-1].state == "unsupported" and not own and headings.names_a_topic(stretch):
            found[-1] = _bare(stretch.span, own)
    found = whole.linked(draft, found)
    return joined(draft.document.text, found, [s.sentence for s in draft.stretches], _SHOWN)


def _slipped(draft: Draft, stretch: Stretch, statement: Statement) -> Statement:
    """The statement; contradicted where nothing backs it and a source has its figure but for a slip of the keys."""
    slip = draft.slips.find(stretch.claim) if statement.state == "unsupported" and stretch.claim is not None else None
    if slip is None:
        return statement
    passage, slot = slip
    passages = tuple(dict.fromkeys((passage, *statement.passages)))[:_SHOWN]
    return statement.model_copy(update={"state": "contradicted", "passages": passages, "slots": (slot,)})


def _gives_way(stretch: Stretch, decisive: Reading, told: Told) -> bool:
    """Whether another passage backs, in other words, the figures that the likest one has not so."""
    kinds = {d.slot for d in decisive.found if d.verdict == "different"} or {d.slot for d in decisive.found}
    if decisive.confirms and kinds == {"wording"} and any(r.verdict == "contradicted" for r in stretch.readings):
        return told.state == "supported" and told.firm
    if decisive.verdict == "supported" or told.state != "supported" or not kinds & FIGURES:
        return False
    passage = told.passages[0]
    if passage.overlaps(decisive.passage) or ("time" in kinds and not _dates(told)):
        return False
    apart = passage.document != decisive.passage.document and kinds <= FIGURES
    return decisive.share < SAME_THING or (told.firm and apart)


def _dates(told: Told) -> bool:
    """Whether the passage that backs a claim tells its time: one that only tells what happened backs no day of it."""
    return any(s.slot == "time" and s.a and s.b and s.verdict in ("same", "compatible") for s in told.slots)


def _elsewhere(draft: Draft, stretch: Stretch, told: Told, own: tuple[Quotation, ...]) -> Statement:
    """The statement as the claims of the sources have it."""
    against = told.against if told.state in ("supported", "partly") else ()
    if told.state == "supported" and told.passages:
        older, newer = disputes.by_age(draft, told.passages[0], told.older)
        against += (*newer, *disputes.passages(draft, told.passages[0], stretch.readings, older))
    changed = _changed(stretch, told) if told.state == "supported" else ()
    return Statement(
        span=stretch.span,
        state=_with_quotations("partly" if changed else told.state, own),
        passages=told.passages[:_SHOWN],
        against=disputes.once(against),
        slots=(*changed, *_stated(stretch, told.slots), *_quoted(own)),
        quotations=own,
    )


def _changed(stretch: Stretch, told: Told) -> tuple[SlotComparison, ...]:
    """What the draft says otherwise, or more surely, than the passage which is told to back it.

    "The man, a former guard of the museum, was stopped" has no full backup in "the man, a former employee of a bank …".
    """
    near = next((r for r in stretch.readings if r.passage.overlaps(told.passages[0])), None) if told.passages else None
    if near is None:
        return ()
    kinds = {"quantity", "modality", "cause", "actor"} | ({"wording"} if near.close else set())
    named = {s.a for s in told.slots} - {""}
    open_ = ("unknown", "different")
    return tuple(s for s in near.slots() if s.verdict in open_ and s.slot in kinds and s.a not in named)


def _stated(stretch: Stretch, slots: Sequence[SlotComparison]) -> Sequence[SlotComparison]:
    """The slots; of a caption or a headline without a verb all but the speaker: it states nothing as a fact."""
    if states_something(stretch.sentence.quote):
        return slots
    return [slot for slot in slots if slot.slot != "attribution"]


def _asks(words: str) -> bool:
    """Whether a sentence is a question; one that quotes a question at its end tells that somebody asks it."""
    asked = words.rstrip(_MARKS)
    told = len(words.rstrip()) > len(asked) and words.lstrip()[:1] not in _MARKS
    return asked.endswith("?") and not told


def _read(
    draft: Draft, stretch: Stretch, decisive: Reading, own: tuple[Quotation, ...], told: Told | None
) -> Statement:
    """The statement as the passages that are like it have it."""
    passages = [decisive.passage, *(r.passage for r in stretch.readings if r.verdict == decisive.verdict)]
    passages += [r.passage for r in stretch.readings if r.verdict not in ("none", decisive.verdict)]
    decisive, beside = _completed(draft, stretch, decisive)
    passages[1:1] = beside
    assert decisive.verdict != "none"
    backed = decisive.verdict in ("supported", "partly")
    weaker = assertion.compare(stretch.span, stretch.claim, decisive.passage) if backed else []
    doubted = any(slot.verdict == "different" for slot in weaker)
    against: tuple[Opposition, ...] = ()
    if backed:
        older, newer = disputes.by_age(draft, decisive.passage, told.older if told else ())
        against = (*disputes.passages(draft, decisive.passage, stretch.readings, older), *newer)
        against += disputes.claims(told, decisive.passage) if told else ()
    return Statement(
        span=stretch.span,
        state=_with_quotations("partly" if doubted else decisive.verdict, own),
        passages=tuple(dict.fromkeys(passages))[:_SHOWN],
        against=disputes.once(against),
        slots=(*_stated(stretch, weaker), *decisive.slots(), *_quoted(own)),
        quotations=own,
    )


def _completed(draft: Draft, stretch: Stretch, decisive: Reading) -> tuple[Reading, list[Span]]:
    """A partly backing passage without what others have of the statement, and these.

    "The captain, who was arrested on Monday, said …" is told by two passages.
    """
    if decisive.verdict != "partly":
        return decisive, []
    lacking = {d: draft.elsewhere(stretch.sentence, d) for d in decisive.found if d.slot == "time" and not d.b}
    worded = (d for d in decisive.found if d.slot == "wording" and d.verdict == "unknown")
    lacking |= {d: draft.beside(stretch.sentence, d.where, decisive.passage) for d in worded}
    beside = [passage for passage in lacking.values() if passage is not None]
    return replace(decisive, found=[d for d in decisive.found if lacking.get(d) is None]), beside


def _with_quotations(state: StatementState, own: Sequence[Quotation]) -> StatementState:
    """Another's words in a mouth contradict the source; words that were changed have no full backup."""
    if any(q.state == "wrong_speaker" for q in own):
        return "contradicted"
    if state == "supported" and any(q.state != "verbatim" for q in own):
        return "partly"
    return state


def _quoted(own: Sequence[Quotation]) -> list[SlotComparison]:
    return [
        SlotComparison(
            slot="quotation",
            verdict="different",
            a=q.span.quote,
            b=q.passage.quote if q.passage else "",
            reason="; ".join(q.differences) or q.state,
        )
        for q in own
        if q.state != "verbatim"
    ]


def _bare(span: Span, own: tuple[Quotation, ...]) -> Statement:
    """A sentence without a claim: its quotations can still be checked."""
    passages = tuple(q.passage for q in own if q.passage is not None)
    state: StatementState = "not_checkable"
    if own:
        backed: StatementState = "supported" if all(q.state == "verbatim" for q in own) else "unsupported"
        state = _with_quotations(backed, own)
    return Statement(span=span, state=state, passages=passages, slots=tuple(_quoted(own)), quotations=own)
