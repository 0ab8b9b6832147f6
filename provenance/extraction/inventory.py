"""Every value of a document, and the sentences that they stand in."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

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


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


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
    starts = [span.start for span in spans]

    def reached(span: Span) -> range:
        return range(_at(starts, span.start), _at(starts, max(span.start, span.end - 1)) + 1)

    def placed(found: Iterable[_Placed]) -> Iterable[int]:
        return (_at(starts, value.span.start) for value in found)

    for quantity, i in zip(values.quantities, placed(values.quantities), strict=True):
        held[i].quantities.append(quantity)
    for time, i in zip(values.times, placed(values.times), strict=True):
        held[i].times.append(time)
    for name, i in zip(values.names, placed(values.names), strict=True):
        held[i].names.append(name)
    for span in values.quoted:
        for i in reached(span):
            held[i].quoted.append(span)
    for speech in values.attributions:
        for i in {i for part in (speech.source, speech.cue, speech.content) if part for i in reached(part)}:
            held[i].attributions.append(speech)
    return held


def _at(starts: Sequence[int], offset: int) -> int:
    """Number of the last sentence that begins at or before `offset`."""
    return max(0, bisect_right(starts, offset) - 1)
