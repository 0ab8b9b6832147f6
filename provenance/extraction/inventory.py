"""Every value of a document, and the sentences that they stand in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from provenance.extraction import attribution, quotations
from provenance.model import Attribution, Name, Quantity, Span, TimeRef
from provenance.text.overlaps import Overlaps
from provenance.values import dates, names, quantities


@dataclass(slots=True)
class Values:
    """Everything with a value in one stretch of text, in order of place."""

    quantities: list[Quantity] = field(default_factory=list)
    times: list[TimeRef] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    quoted: list[Span] = field(default_factory=list)

    def without(self, stretches: Sequence[Span]) -> "Values":
        """Without the quantities, times and names of some stretches: a dateline tells where and when, not what."""
        if not stretches:
            return self
        left_out = Overlaps(stretches)
        return Values(
            [q for q in self.quantities if not left_out.with_span(q.span)],
            [t for t in self.times if not left_out.with_span(t.span)],
            [n for n in self.names if not left_out.with_span(n.span)],
            self.attributions,
            self.quoted,
        )

    def spans(self) -> Iterator[Span]:
        """The places of quantities, times and names."""
        yield from (q.span for q in self.quantities)
        yield from (t.span for t in self.times)
        yield from (n.span for n in self.names)


def find(text: str, document: str, reference: date | None) -> Values:
    """Every quantity, time, name, attribution and quotation of `text`; "six in the morning" counts nothing."""
    times = dates.find(text, reference=reference, document=document)
    hours = Overlaps([t.span for t in times if t.kind == "time"])
    return Values(
        [q for q in quantities.find(text, document=document) if not hours.with_span(q.span)],
        times,
        names.find(text, document=document),
        attribution.find(text, document),
        quotations.spans(text, document),
    )


def by_sentence(spans: Sequence[Span], values: Values) -> list[Values]:
    """The values of each sentence; speech and quotations stand in every sentence they reach into."""
    if not spans:
        return []
    starts = [0, *(span.start for span in spans[1:])]
    held = list(map(Values, *(_dealt(found, starts) for found in (values.quantities, values.times, values.names))))

    def reached(span: Span) -> range:
        """Numbers of the sentences from the last that begins at or before the span to the last that begins in it."""
        return range(bisect_right(starts, span.start) - 1, bisect_right(starts, max(span.start, span.end - 1)))

    for span in values.quoted:
        for i in reached(span):
            held[i].quoted.append(span)
    for speech in values.attributions:
        for i in {i for part in (speech.source, speech.cue, speech.content) if part for i in reached(part)}:
            held[i].attributions.append(speech)
    return held


def _dealt(found: list[Any], starts: Sequence[int]) -> Iterator[list[Any]]:
    """Values in order of place, those of each sentence; what stands before the first is given to that."""
    places = [value.span.start for value in found]
    cuts = [0, *(bisect_left(places, start) for start in starts[1:]), len(found)]
    return (found[first:last] for first, last in pairwise(cuts))
