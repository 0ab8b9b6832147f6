"""A draft against itself: figures that do not add up, and one thing told twice with two figures."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from provenance.matching import addition
from provenance.model import Document, Observation, Quantity, Span
from provenance.text import sentences
from provenance.values import quantities
from provenance.verification.comparison import readings
from provenance.verification.comparison.readings import Reading
from provenance.verification.lookup.index import Index, Sentence

_SAME_THING = 0.75
"""Share of the telling words from which two sentences of a draft speak of one thing."""

_MOST_HITS = 2000
"""Hits read for one sentence: what says the same thing shares its rarer words."""


def observe(draft: Document, figures: Sequence[Quantity]) -> list[Observation]:
    """What a draft says against itself, in order of place; `figures` are the quantities of its text, in order."""
    index = Index([draft], [draft], most_hits=_MOST_HITS)
    found = addition.observe(draft, figures)
    starts = [q.span.start for q in figures]
    counting = [s for s in sentences.split(draft.text, draft.id) if _holds(s, starts)]
    places = frozenset(s.start for s in counting)
    for sentence in counting:
        found += _repeats(draft, sentence, index, places)
    return sorted(found, key=lambda o: (o.a.start, o.a.end))


def _holds(sentence: Span, starts: Sequence[int]) -> bool:
    return bisect_left(starts, sentence.start) < bisect_left(starts, sentence.end)


def _repeats(draft: Document, sentence: Span, index: Index, counting: frozenset[int]) -> Iterator[Observation]:
    """Later sentences that tell the same thing with another figure, and nothing else another way.

    `counting` are the places of the sentences with a figure; without one there is none to differ.
    """

    def may_differ(other: Sentence) -> bool:
        itself = other.span.quote == sentence.quote  # what a sentence is most like, it says
        return itself or (other.span.start > sentence.start and other.span.start in counting)

    for reading in readings.read(sentence, [sentence], index, draft.published, among=may_differ)[0]:
        later = reading.passage.start > sentence.start
        if not later or reading.share < _SAME_THING or not _only_figures(reading):
            continue
        slots = reading.slots()[:-1]
        told = "; ".join(f"{s.a}{_counted(sentence, s.a)} here, {s.b} there" for s in slots)
        yield Observation(
            kind="figures_disagree",
            message=f"the draft gives two figures for one thing: {told}",
            reasons=tuple(s.reason for s in slots),
            a=sentence,
            b=reading.passage,
            about="repeated",
            slots=slots,
        )


def _counted(sentence: Span, figure: str) -> str:
    """The noun that a figure of a sentence counts, after a space; "" where it has none or the figure names it."""
    nouns = {q.noun for q in quantities.find(sentence.quote) if q.text == figure and q.noun}
    return f" {nouns.pop()}" if len(nouns) == 1 else ""


def _only_figures(reading: Reading) -> bool:
    """Whether the two sentences differ, and in nothing but their figures."""
    return reading.verdict == "contradicted" and all(
        d.slot == "quantity" and d.verdict == "different" for d in reading.found
    )
