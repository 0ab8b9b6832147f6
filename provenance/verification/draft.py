"""A draft against its sources: which statements have backup, which are contradicted, which have none."""

from collections import defaultdict
from collections.abc import Sequence

from provenance.matching import Match
from provenance.model import Claim, Observation, Opposition, Quotation, SlotComparison, Span, Statement, StatementState
from provenance.verification import assertion
from provenance.verification.readings import Reading
from provenance.verification.stretches import Draft, settled

_BACKING = frozenset({"corroborates"})
_AGAINST = frozenset({"conflicts", "supersedes"})
_RELATED = 0.15
"""Score from which a related passage may back a draft."""
_SHOWN = 5
"""Passages kept for one statement, best first."""
_FIGURES = frozenset({"quantity", "time"})
_SAME_THING, _TELLING = 0.85, 2.0
"""Share and weight of the telling words from which another source speaks of the same thing as the one that backs it."""


def statements(draft: Draft, matches: Sequence[Match], quotations: Sequence[Quotation]) -> list[Statement]:
    """One statement for each claim of the draft and each other sentence, in order of place.

    Passages that are like the statement decide first: compared word by word, they support or contradict it. Where there
    is none, the claims of the sources do: it is contradicted when one says otherwise, supported when every figure of it
    (or, without figures, the statement itself) is backed, partly when some are, unsupported when none speaks of it.
    """
    by_claim: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        for side in (match.a, match.b):
            if side.claim.span.document == draft.document.id:
                by_claim[side.claim.id].append(match)
    found = []
    for span, claim, read in draft.stretches:
        own = tuple(q for q in quotations if q.span.overlaps(span))
        decisive = settled(read)
        told = None if claim is None else _matched(draft.document.id, claim, by_claim[claim.id], own)
        if claim is not None and told is not None and decisive is not None and _outdone(claim, decisive, told):
            against = _against(told.passages[0], [decisive])
            found.append(told.model_copy(update={"against": tuple(against)}))
        elif decisive is not None and (claim is not None or not _asks(span.quote)):
            found.append(_read(span, claim, read, own))
        elif told is not None:
            found.append(told)
        else:
            found.append(_bare(span, own))
    return found


def _outdone(claim: Claim, decisive: Reading, told: Statement) -> bool:
    """Whether another passage backs, in other words, figures that a passage only somewhat alike has not so."""
    if decisive.verdict == "supported" or decisive.share >= _SAME_THING or told.state != "supported":
        return False
    lacking = any(d.slot in _FIGURES for d in decisive.found)
    return bool(claim.quantities) and lacking and not told.passages[0].overlaps(decisive.passage)


def _asks(words: str) -> bool:
    return words.rstrip(" \"'”’)").endswith("?")


def _read(span: Span, claim: Claim | None, read: Sequence[Reading], own: tuple[Quotation, ...]) -> Statement:
    decisive = settled(read)
    assert decisive is not None
    passages = [decisive.passage, *(r.passage for r in read if r.verdict == decisive.verdict)]
    passages += [r.passage for r in read if r.verdict not in ("none", decisive.verdict)]
    assert decisive.verdict != "none"
    backed = decisive.verdict in ("supported", "partly")
    weaker = assertion.compare(span, claim, decisive.passage) if backed else []
    doubted = any(slot.verdict == "different" for slot in weaker)
    return Statement(
        span=span,
        state=_with_quotations("partly" if doubted else decisive.verdict, own),
        passages=tuple(dict.fromkeys(passages))[:_SHOWN],
        against=tuple(_against(decisive.passage, read)) if backed else (),
        slots=(*weaker, *decisive.slots(), *_quoted(own)),
        quotations=own,
    )


def _against(passage: Span, read: Sequence[Reading]) -> list[Opposition]:
    """Passages of other documents that say the same but for a value, where one backs the statement."""
    return [
        Opposition(passage=r.passage, slots=tuple(s for s in r.slots() if s.verdict == "different"))
        for r in read
        if r.verdict == "contradicted"
        and r.passage.document != passage.document
        and r.share >= _SAME_THING
        and r.shared >= _TELLING
    ]


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


def _matched(draft: str, claim: Claim, matches: Sequence[Match], own: tuple[Quotation, ...]) -> Statement:
    against = [m for m in matches if m.comparison.relation in _AGAINST]
    backing = [m for m in matches if _backs(m)]
    told = sorted(against or backing, key=lambda m: -m.comparison.score)
    passages = dict.fromkeys(_other(draft, m) for m in sorted(matches, key=lambda m: -m.comparison.score))
    verbatim = [q.passage for q in own if q.passage is not None]
    return Statement(
        span=claim.span,
        state=_with_quotations(_state(draft, claim, against, backing, own), own),
        passages=tuple(dict.fromkeys([*(_other(draft, m) for m in told), *verbatim, *passages]))[:_SHOWN],
        slots=(*(_oriented(draft, told[0]) if told else ()), *_quoted(own)),
        quotations=own,
    )


def _oriented(draft: str, match: Match) -> tuple[SlotComparison, ...]:
    """The slots of a match with the draft's value first, whichever side of the match it is."""
    slots = match.comparison.slots
    if match.a.claim.span.document == draft:
        return slots
    return tuple(slot.model_copy(update={"a": slot.b, "b": slot.a}) for slot in slots)


def _backs(match: Match) -> bool:
    """Whether a match backs the draft; it is written from its sources, so less likeness is needed than between them.

    Related passages do when a figure or time agrees, what is counted or done is the same, and nothing differs.
    """
    comparison = match.comparison
    if comparison.relation in _BACKING:
        return True
    verdicts = {s.slot: s.verdict for s in comparison.slots}
    agreed = any(s.slot in _FIGURES and s.verdict in ("same", "compatible") and s.a and s.b for s in comparison.slots)
    alike = "same" in (verdicts.get("measure"), verdicts.get("action"))
    return comparison.score >= _RELATED and agreed and alike and "different" not in verdicts.values()


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
    return "partly" if open_figures else "supported"


def _own_figures(draft: str, match: Match) -> list:  # type: ignore[type-arg]
    figure = match.x if match.a.claim.span.document == draft else match.y
    return [] if figure is None else [figure]


def _other(draft: str, match: Match) -> Span:
    return (match.b if match.a.claim.span.document == draft else match.a).claim.span


def observe(statement: Statement) -> list[Observation]:
    """What is to be said of one statement; nothing where a source backs it and none says otherwise."""
    return [*_verdict(statement), *_unattributed(statement), *_disputed(statement)]


def _verdict(statement: Statement) -> list[Observation]:
    told = {
        "contradicted": ("contradicted", "a source says otherwise"),
        "partly": ("partly_supported", "only a part of the statement has backup"),
        "unsupported": ("unsupported", "no source backs this statement"),
        "not_checkable": ("not_checkable", "nothing here can be checked"),
    }.get(statement.state)
    if told is None:
        return []
    kind, message = told
    if statement.state in ("unsupported", "not_checkable"):
        return [Observation(kind=kind, message=message, a=statement.span)]  # type: ignore[arg-type]
    passage = statement.passages[0] if statement.passages else None
    reasons = (
        [s for s in statement.slots if s.verdict == "different"]
        or [s for s in statement.slots if s.slot == "modality"]
        or [s for s in statement.slots if s.verdict != "unknown" or s.a]
    )
    return [
        Observation(
            kind=kind,  # type: ignore[arg-type]
            message=message,
            reasons=_reasons(reasons),
            a=statement.span,
            b=passage,
            slots=statement.slots,
        )
    ]


def _unattributed(statement: Statement) -> list[Observation]:
    """What the draft states as a fact and its only backup as somebody's words."""
    slot = next((s for s in statement.slots if s.slot == "attribution" and s.b and not s.a), None)
    if slot is None or statement.state not in ("supported", "partly"):
        return []
    message = f"the source gives this as the words of {slot.b}"
    return [
        Observation(
            kind="attribution_dropped",
            message=message,
            reasons=(slot.reason,),
            a=statement.span,
            b=statement.passages[0],
        )
    ]


def _disputed(statement: Statement) -> list[Observation]:
    message = "one source backs this statement, another says otherwise"
    return [
        Observation(
            kind="sources_disagree",
            message=message,
            reasons=_reasons(other.slots),
            a=statement.span,
            b=other.passage,
            slots=other.slots,
        )
        for other in statement.against
    ]


def _reasons(slots: Sequence[SlotComparison]) -> tuple[str, ...]:
    return tuple(f"{s.slot}: {_told(s)}{s.reason}" for s in slots)


def _told(slot: SlotComparison) -> str:
    sides = [f"{slot.a!r} here"] if slot.a else []
    sides += [f"{slot.b!r} in the source"] if slot.b else []
    return f"{', '.join(sides)}: " if sides else ""
