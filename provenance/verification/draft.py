"""A draft against its sources: which statements have backup, which are contradicted, which have none."""

from collections import defaultdict
from collections.abc import Sequence

from provenance.matching import Match
from provenance.model import Observation, Opposition, Quotation, SlotComparison, Span, Statement, StatementState
from provenance.text.overlaps import Overlaps
from provenance.values import quantities
from provenance.verification import assertion, matched
from provenance.verification.matched import Told
from provenance.verification.readings import Reading
from provenance.verification.stretches import SAME_THING, TELLING, Draft, Stretch
from provenance.verification.tokens import tokenize

_SHOWN = 5
"""Passages kept for one statement, best first."""
_MARKS = " \"'“”‘’()"
_FIGURES = frozenset({"quantity", "time"})


def statements(draft: Draft, matches: Sequence[Match], quotations: Sequence[Quotation]) -> list[Statement]:
    """One statement for each claim of the draft and each other sentence, in order of place.

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
    for stretch in draft.stretches:
        own = tuple(quotations[n] for n in places.with_span(stretch.span))
        claim, decisive = stretch.claim, stretch.decisive
        told = None if claim is None else matched.judge(draft.document.id, claim, by_claim[claim.id], own)
        if told is not None and (decisive is None or _gives_way(decisive, told)):
            found.append(_elsewhere(draft, stretch, told, own))
        elif decisive is not None and (claim is not None or not _asks(stretch.span.quote)):
            found.append(_read(draft, stretch, decisive, own, told))
        else:
            found.append(_bare(stretch.span, own))
    return found


def _gives_way(decisive: Reading, told: Told) -> bool:
    """Whether another passage backs, in other words, the figures that the likest one has not so."""
    kinds = {d.slot for d in decisive.found if d.verdict == "different"} or {d.slot for d in decisive.found}
    if decisive.verdict == "supported" or told.state != "supported" or not kinds & _FIGURES:
        return False
    passage = told.passages[0]
    if passage.overlaps(decisive.passage):
        return False
    apart = passage.document != decisive.passage.document and kinds <= _FIGURES
    return decisive.share < SAME_THING or (told.firm and apart)


def _elsewhere(draft: Draft, stretch: Stretch, told: Told, own: tuple[Quotation, ...]) -> Statement:
    """The statement as the claims of the sources have it."""
    against = () if told.state == "contradicted" else told.against
    if told.state == "supported" and told.passages:
        older, newer = _by_age(draft, told.passages[0], told.older)
        against += (*newer, *_against(draft, told.passages[0], stretch.readings, older))
    return Statement(
        span=stretch.span,
        state=_with_quotations(told.state, own),
        passages=told.passages[:_SHOWN],
        against=_once(against),
        slots=(*told.slots, *_quoted(own)),
        quotations=own,
    )


def _asks(words: str) -> bool:
    """Whether a sentence is a question; one that quotes a question at its end tells that somebody asks it."""
    asked = words.rstrip(_MARKS)
    told = len(words.rstrip()) > len(asked) and words.lstrip()[:1] not in _MARKS
    return asked.endswith("?") and not told


def _read(
    draft: Draft, stretch: Stretch, decisive: Reading, own: tuple[Quotation, ...], told: Told | None
) -> Statement:
    """The statement as the passages that are like it have it."""
    assert decisive.verdict != "none"
    passages = [decisive.passage, *(r.passage for r in stretch.readings if r.verdict == decisive.verdict)]
    passages += [r.passage for r in stretch.readings if r.verdict not in ("none", decisive.verdict)]
    backed = decisive.verdict in ("supported", "partly")
    weaker = assertion.compare(stretch.span, stretch.claim, decisive.passage) if backed else []
    doubted = any(slot.verdict == "different" for slot in weaker)
    against: tuple[Opposition, ...] = ()
    if backed:
        older, newer = _by_age(draft, decisive.passage, told.older if told else ())
        against = (*_against(draft, decisive.passage, stretch.readings, older), *newer)
        against += _of_others(told, decisive.passage) if told else ()
    return Statement(
        span=stretch.span,
        state=_with_quotations("partly" if doubted else decisive.verdict, own),
        passages=tuple(dict.fromkeys(passages))[:_SHOWN],
        against=_once(against),
        slots=(*weaker, *decisive.slots(), *_quoted(own)),
        quotations=own,
    )


def _by_age(draft: Draft, passage: Span, told: Sequence[Opposition]) -> tuple[list[Span], list[Opposition]]:
    """Passages with counts that the draft's replaces; and what reports say that are newer than its backing `passage`.

    A draft is newer than all its sources: whether its count is depends on where it is from.
    """
    newer = [o for o in told if draft.is_newer(o.passage.document, passage.document)]
    return [o.passage for o in told if o not in newer], [o.model_copy(update={"newer": True}) for o in newer]


def _against(draft: Draft, passage: Span, read: Sequence[Reading], older: Sequence[Span]) -> tuple[Opposition, ...]:
    """Passages of other documents that say the same but for a value, where one backs the statement; no `older` ones."""
    return tuple(
        Opposition(
            passage=r.passage,
            slots=tuple(s for s in r.slots() if s.verdict == "different"),
            newer=draft.is_newer(r.passage.document, passage.document),
        )
        for r in read
        if r.passage.document != passage.document and _disputes(r) and not any(map(r.passage.overlaps, older))
    )


def _disputes(reading: Reading) -> bool:
    """Whether a passage surely tells the same thing as a statement, and cannot hold beside it.

    Another name alone is another thing, but where it stands in the same words; so is another figure of another time.
    """
    if reading.verdict != "contradicted" or reading.share < SAME_THING:
        return False
    kinds = {d.slot for d in reading.found if d.verdict == "different"}
    if kinds <= {"name"}:
        apart = not any(_share_a_word(d.a, d.b) for d in reading.found if d.verdict == "different")
        return reading.close and apart
    other_time = any(d.slot == "time" and d.b for d in reading.found)
    return (reading.close or reading.shared >= TELLING) and not (other_time and "quantity" in kinds)


def _share_a_word(a: str, b: str) -> bool:
    """Whether two names may be one: "Syria Kurd", "northeastern Syria"."""
    return bool({t.key for t in tokenize(a)} & {t.key for t in tokenize(b)})


def _of_others(told: Told, passage: Span) -> tuple[Opposition, ...]:
    """What the claims of other documents than that of the backing say otherwise."""
    return tuple(one for one in told.against if one.passage.document != passage.document)


def _once(against: Sequence[Opposition]) -> tuple[Opposition, ...]:
    """One passage for each thing that is said otherwise, the first: ten reports of one newer count are one matter."""
    held: dict[frozenset[tuple[str, str]], list[Opposition]] = {}
    for one in against:
        told_there = (o for group in held.values() for o in group if o.passage.overlaps(one.passage))
        if next(told_there, None) is None:
            held.setdefault(_matter(one), []).append(one)
    return tuple(map(_joined, held.values()))


def _joined(group: Sequence[Opposition]) -> Opposition:
    """The first of some passages that say the same, a newer one before others, with the documents of the others."""
    first = next((one for one in group if one.newer), group[0])
    others = {one.passage.document for one in group} - {first.passage.document}
    return first.model_copy(update={"others": tuple(sorted(others))})


def _matter(one: Opposition) -> frozenset[tuple[str, str]]:
    """What an opposition says otherwise: its counts, however written, where it has any, else its words."""
    counts = [s for s in one.slots if s.slot == "quantity" and s.verdict == "different"]
    return frozenset((s.slot, _count(s.b)) for s in counts or one.slots)


def _count(words: str) -> str:
    """ "Nineteen", "19 people": the range that a figure tells; other words as they are, without case and spacing."""
    found = quantities.find(words)
    if len(found) == 1:
        return f"{found[0].low} {found[0].high} {found[0].unit}"
    return " ".join(words.casefold().split())


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
    return [
        Observation(
            kind="sources_disagree",
            message=f"one source backs this statement, {_many(other)} otherwise",
            reasons=_reasons(other.slots),
            a=statement.span,
            b=other.passage,
            slots=other.slots,
        )
        for other in statement.against
    ]


def _many(against: Opposition) -> str:
    """ "another says", "a newer one and 2 others say"."""
    first = "a newer one" if against.newer else "another"
    if not against.others:
        return f"{first} says"
    more = len(against.others)
    if against.newer:
        return f"{first} and {more} {'other' if more == 1 else 'others'} say"
    return f"{more + 1} others say"


def _reasons(slots: Sequence[SlotComparison]) -> tuple[str, ...]:
    return tuple(f"{s.slot}: {_told(s)}{s.reason}" for s in slots)


def _told(slot: SlotComparison) -> str:
    sides = [f"{slot.a!r} here"] if slot.a else []
    sides += [f"{slot.b!r} in the source"] if slot.b else []
    return f"{', '.join(sides)}: " if sides else ""
