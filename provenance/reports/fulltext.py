"""The full text of each document, cut where claims or statements begin and end, nested and overlapping ones too."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from provenance.model import Claim, Span
from provenance.reports.view import Entry, Source, View


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same claims or statements."""

    text: str
    covering: tuple[int, ...]
    """Numbers of the claims or statements over it, in the order in which they begin."""
    opening: tuple[int, ...]
    """Of these, the ones whose text begins here."""
    closing: tuple[int, ...]
    """Of these, the ones whose text ends here."""
    left_out: int = 0
    """Code points of the document that are left out here; the segment has no text then."""


@dataclass(frozen=True, slots=True)
class FullText:
    """A document, cut into segments."""

    source: Source
    segments: tuple[Segment, ...]


class Anchors:
    """Numbers that links inside the page use: claims by id, and the findings that each claim is part of."""

    def __init__(self, view: View) -> None:
        self.claims: dict[str, int] = {claim.id: number for number, claim in enumerate(view.report.claims, 1)}
        self.by_number: dict[int, Claim] = dict(enumerate(view.report.claims, 1))
        self.findings: dict[int, list[Entry]] = defaultdict(list)
        for entry in view.entries:
            for id_ in dict.fromkeys(entry.finding.claims):
                if id_ in self.claims:
                    self.findings[self.claims[id_]].append(entry)
        self.shown: set[int] = set()
        """Claims whose words stand in a full text of the page, so that a link to them leads somewhere."""

    def relation(self, number: int) -> str:
        """The first, most urgent relation of a claim, as a class name; empty where no finding has it."""
        entries = self.findings.get(number)
        return (entries[0].finding.relation or "look") if entries else ""


WHOLE_TEXTS = 600_000
"""Code points of all documents together up to which every text is shown whole."""
AROUND = 240
"""Code points left on each side of what a cut text is about."""


def full_texts(view: View, anchors: Anchors) -> tuple[FullText, ...]:
    """Every document but the drafts, with its claims; notes in `anchors` which claims could be shown.

    Of very much text, only what findings and facts speak of, and its surroundings.
    """
    is_cut = sum(len(source.document.text) for source in view.sources) > WHOLE_TEXTS
    wanted = _wanted(view) if is_cut else None
    by_document: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    for number, claim in anchors.by_number.items():
        if wanted is None or claim.id in wanted:
            by_document[claim.span.document].append((number, claim.span))
    texts = []
    for source in view.sources:
        if source.document.id in view.drafts:
            continue
        spans = fitting(source.document.text, by_document[source.document.id])
        anchors.shown |= {number for number, _ in spans}
        cuts = segments(source.document.text, spans)
        texts.append(FullText(source, shorter(cuts) if is_cut else cuts))
    return tuple(texts)


def _wanted(view: View) -> set[str]:
    """Ids of the claims that a finding or a fact is about."""
    found = {id_ for finding in view.report.findings for id_ in finding.claims}
    return found.union(*(fact.claims for fact in view.report.facts))


def shorter(cuts: Sequence[Segment]) -> tuple[Segment, ...]:
    """The segments without the middle of long stretches that no claim covers; of the last, without its end."""
    found: list[Segment] = []
    for number, segment in enumerate(cuts):
        tail = 0 if number == len(cuts) - 1 else AROUND
        missing = len(segment.text) - AROUND - tail
        if segment.covering or missing <= AROUND:
            found.append(segment)
            continue
        found += [Segment(segment.text[:AROUND], (), (), ()), Segment("", (), (), (), left_out=missing)]
        if tail:
            found.append(Segment(segment.text[-tail:], (), (), ()))
    return tuple(found)


def fitting(text: str, spans: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """The spans that stand in `text` and hold something; others cannot be underlined."""
    return [(number, span) for number, span in spans if span.quote and text[span.start : span.end] == span.quote]


def segments(text: str, spans: Sequence[tuple[int, Span]]) -> tuple[Segment, ...]:
    """`text` cut at every start and end of `spans`; joined again, the segments give `text`."""
    starts: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, set[int]] = defaultdict(set)
    for number, span in sorted(spans, key=lambda item: (item[1].start, -item[1].end)):
        starts[span.start].append(number)
        ends[span.end].add(number)
    cuts = sorted({0, len(text), *starts, *ends})
    covering: list[int] = []
    result = []
    for start, end in pairwise(cuts):
        opening = starts.get(start, [])
        covering = [number for number in covering if number not in ends.get(start, ())] + opening
        closing = ends.get(end, set())
        result.append(
            Segment(text[start:end], tuple(covering), tuple(opening), tuple(n for n in covering if n in closing))
        )
    return tuple(result)
