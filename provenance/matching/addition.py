"""Figures of one text that do not add up, sentence by sentence."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from provenance.matching.across import sums
from provenance.matching.signature.signatures import Signature
from provenance.model import Document, Observation, Quantity, Span, cut
from provenance.text import sentences
from provenance.values import arithmetic


def observe(document: Document, figures: Sequence[Quantity], group: Sequence[Signature] = ()) -> list[Observation]:
    """What does not add up, in order of place; `figures` are the quantities of the text, in order.

    With `group`, the signatures of its claims, parts that are more than their whole are told too.
    """
    found: list[Observation] = []
    starts = [q.span.start for q in figures]
    for sentence in sentences.split(document.text, document.id):
        held = figures[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        if len(held) > 1 or any("from" in q.text.lower() for q in held):
            found += _sums(document, sentence, held)
    found += _overfull(group)
    return sorted(found, key=lambda o: (o.a.start, o.a.end))


def _sums(document: Document, sentence: Span, held: Sequence[Quantity]) -> Iterator[Observation]:
    inner = [q.model_copy(update={"span": q.span.within("", -sentence.start)}) for q in held]
    for mismatch in arithmetic.check(sentence, inner):
        passage = cut(document.text, sentence.start + mismatch.start, sentence.start + mismatch.end, document.id)
        yield _observation(passage, mismatch.reason, mismatch.measure)


def _overfull(group: Sequence[Signature]) -> Iterator[Observation]:
    for s, whole, part in sums.overfull(group):
        reason = f"{part.quantity.text} of {whole.quantity.text}: a part is more than its whole"
        yield _observation(s.claim.sentence, reason, whole.quantity.noun)


def _observation(passage: Span, reason: str, measure: str) -> Observation:
    counted = f" for {measure}" if measure else ""
    message = f"the figures{counted} do not add up: {reason}"
    return Observation(kind="figures_disagree", message=message, reasons=(reason,), a=passage, about="sum")
