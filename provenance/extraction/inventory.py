"""Every value of a document, and the sentences that they stand in."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from provenance.extraction import attribution, quotations
from provenance.model import Attribution, Name, Quantity, Span, TimeRef
from provenance.values import dates, names, quantities


@dataclass(slots=True)
class Values:
    """Everything with a value in one stretch of text, in order of place."""

    quantities: list[Quantity] = field(default_factory=list)
    times: list[TimeRef] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)

    def spans(self) -> Iterator[Span]:
        """The places of quantities, times and names."""
        yield from (q.span for q in self.quantities)
        yield from (t.span for t in self.times)
        yield from (n.span for n in self.names)


def find(text: str, document: str, reference: date | None) -> Values:
    """Every quantity, time, name, attribution and quotation of `text`."""
    return Values(
        quantities.find(text, document=document),
        dates.find(text, reference=reference, document=document),
        names.find(text, document=document),
        attribution.find(text, document),
        quotations.spans(text, document),
    )


def by_sentence(spans: Sequence[Span], values: Values) -> list[Values]:
    """The values of each sentence; speech and quotations stand in every sentence they reach into."""
    held = [Values() for _ in spans]
    if not held:
        return held
    starts = [0, *(span.start for span in spans[1:])]

    def at(offset: int) -> int:
        """Number of the last sentence that begins at or before `offset`, or of the first."""
        return bisect_right(starts, offset) - 1

    def reached(span: Span) -> range:
        return range(at(span.start), at(max(span.start, span.end - 1)) + 1)

    for quantity in values.quantities:
        held[at(quantity.span.start)].quantities.append(quantity)
    for time in values.times:
        held[at(time.span.start)].times.append(time)
    for name in values.names:
        held[at(name.span.start)].names.append(name)
    for span in values.quoted:
        for i in reached(span):
            held[i].quoted.append(span)
    for speech in values.attributions:
        for i in {i for part in (speech.source, speech.cue, speech.content) if part for i in reached(part)}:
            held[i].attributions.append(speech)
    return held
