"""A recorded claim against its source: does the passage stand, and does it say what the record says?"""

from collections.abc import Sequence
from pathlib import PurePath

from provenance.model import Document, SlotComparison, Span
from provenance.model.ledger import Record
from provenance.model.observation import Observation, ObservationKind
from provenance.model.place import place
from provenance.text.locate import Located, PassageState, locate
from provenance.verification import speakers
from provenance.verification.ledger import agreement
from provenance.verification.ledger.passages import passage_state

_KINDS: dict[PassageState, ObservationKind] = {
    "edited": "passage_edited",
    "moved": "passage_moved",
    "ambiguous": "passage_ambiguous",
    "gone": "passage_gone",
}
_LONGEST = 160
"""Code points of a passage shown in a message; the spans hold all of it."""


def candidates(source: str, documents: Sequence[Document]) -> list[Document]:
    """The documents that a record can mean by `source`: those with this id or path, else those with this file name."""
    exact = [item for item in documents if source in (item.id, item.path)]
    return exact or [item for item in documents if item.path and PurePath(item.path).name == PurePath(source).name]


def verify_all(records: Sequence[Record], documents: Sequence[Document]) -> list[Observation]:
    """What is to be said about each record, in their order."""
    observations: list[Observation] = []
    for record in records:
        found = candidates(record.source, documents)
        if len(found) == 1:
            observations += [_elsewhere(o, record, documents) for o in verify(record, found[0])]
        else:
            observations.append(_missing(record, found))
    return observations


def verify(record: Record, document: Document) -> list[Observation]:
    """What is wrong with the record: its passage, its values, its speaker; nothing where all is as recorded.

    Values, recorded or stated in the claim's own words, are compared with the passage as the source has it today, not
    with the recorded quote.
    """
    recorded = Span(document=document.id, start=record.start, end=record.end, quote=record.quote)
    passage = passage_state(recorded, document.text, prefix=record.prefix, suffix=record.suffix)
    observations: list[Observation] = []
    if passage.state != "intact":
        observations.append(_passage(record, document, recorded, passage))
    if passage.span is not None:
        readings = agreement.read(document.text, passage.span, document.published)
        for value in record.values:
            slot = agreement.compare(value, readings)
            observations += _differs("value_differs", record, value.place, slot, document, passage.span)
        # A claim in the words of the quote can differ from the passage only as the quote does, which is told above.
        own_words = record.claim if record.claim != " ".join(record.quote.split()) else ""
        for slot in agreement.statement(own_words, readings):
            observations += _differs("value_differs", record, record.place, slot, document, passage.span)
        if record.speaker is not None:
            slot = speakers.compare(record.speaker, document.text, passage.span)
            observations += _differs("wrong_speaker", record, record.place, slot, document, passage.span)
    return observations


def _passage(record: Record, document: Document, recorded: Span, passage: Located) -> Observation:
    """The passage shown is the source's own, where there is one; the recorded words stand beside it in the slot."""
    where = document.path or document.id if passage.span is None else place(document, passage.span.start)
    what = {
        "edited": f"reads differently: {'; '.join(passage.differences)}. The source says {_quoted(passage.span)}",
        "moved": f"stands at {passage.span.start if passage.span else 0}, recorded at {recorded.start}",
        "ambiguous": f"fits other places than the recorded one: {_places(document, passage.candidates)}",
        "gone": f"is not in the source. Recorded was {_quoted(recorded)}",
    }[passage.state]
    today = "" if passage.span is None else passage.span.quote
    reason = "; ".join(passage.differences)
    slot = SlotComparison(slot="passage", verdict="different", a=recorded.quote, b=today, reason=reason)
    return Observation(
        kind=_KINDS[passage.state],
        message=f'{where}: the passage of claim "{record.id}"{_at(record.place)} {what}',
        reasons=passage.differences,
        a=passage.span or recorded,
        about=f"{record.id} {recorded.quote}",
        claims=(record.id,),
        slots=(slot,) if passage.state == "edited" else (),
        place=record.place,
    )


def _elsewhere(seen: Observation, record: Record, documents: Sequence[Document]) -> Observation:
    """A passage that is gone but stands, word for word, in another source: the record names the wrong one."""
    if seen.kind != "passage_gone":
        return seen
    for other in documents:
        located = locate(record.quote, other.text, record.prefix, record.suffix)
        if located.span is not None and located.state in ("intact", "moved"):
            passage = located.span.within(other.id, 0)
            what = f"is not in the source, but in another: {place(other, passage.start)}"
            message = f'the passage of claim "{record.id}"{_at(record.place)} {what}'
            return seen.model_copy(update={"kind": "passage_elsewhere", "message": message, "b": passage})
    return seen


def _differs(
    kind: ObservationKind, record: Record, at: str, slot: SlotComparison, document: Document, passage: Span
) -> list[Observation]:
    """Nothing unless the slot differs; `at` is the place of the value in the ledger."""
    if slot.verdict != "different":
        return []
    message = (
        f'{place(document, passage.start)}: the {slot.slot} of claim "{record.id}"{_at(at)} differs: '
        f"recorded {slot.a}, the source says {slot.b or _quoted(passage)} ({slot.reason})"
    )
    about = f"{record.id} {slot.slot} {slot.a}"
    reasons = (slot.reason,)
    return [
        Observation(
            kind=kind,
            message=message,
            reasons=reasons,
            a=passage,
            about=about,
            claims=(record.id,),
            slots=(slot,),
            place=at,
        )
    ]


def _missing(record: Record, found: Sequence[Document]) -> Observation:
    several = f"{len(found)} documents are named so: {', '.join(item.id for item in found[:3])}"
    what = several if found else "no document that was read is named so"
    return Observation(
        kind="source_missing",
        message=f'the source "{record.source}" of claim "{record.id}"{_at(record.place)} was not checked: {what}',
        a=Span(document=record.source, start=record.start, end=record.end, quote=record.quote),
        about=record.id,
        claims=(record.id,),
        place=record.place,
    )


def _places(document: Document, spans: Sequence[Span]) -> str:
    return ", ".join(place(document, span.start) for span in spans)


def _at(where: str) -> str:
    return f" ({where})" if where else ""


def _quoted(span: Span | None) -> str:
    words = "" if span is None else span.quote
    return f'"{words}"' if len(words) <= _LONGEST else f'"{words[:_LONGEST]}…"'
