"""Documents beside facts: which document states what, with which value, and from which origin."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.reports.facts import FactView
from provenance.reports.values import number
from provenance.reports.view import Source

MOST_FACTS = 20
MOST_DOCUMENTS = 12
"""What a page's width and a reader's eye hold; the rest is counted."""


MOST_WITH_VALUES = 6
"""Documents up to which a cell has room for a value beside its sign."""

Cell = tuple[tuple[int | None, str], ...]
"""Each origin and number that a document states, once."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """The most contested facts and the documents that say most about them."""

    sources: tuple[Source, ...]
    rows: tuple[tuple[FactView, tuple[Cell, ...]], ...]
    """Each fact with its statements by document, in the order of `sources`."""
    facts_left_out: int
    sources_left_out: int

    @property
    def has_values(self) -> bool:
        """Whether its cells show the values too."""
        return len(self.sources) <= MOST_WITH_VALUES


def matrix(facts: Sequence[FactView]) -> Matrix | None:
    """The grid; None where a single fact or document makes none."""
    shown = facts[:MOST_FACTS]
    counts = Counter(
        source.number for fact in shown for source in {row.source for row in fact.rows if row.source is not None}
    )
    if len(shown) < 2 or len(counts) < 2:
        return None
    by_number = {row.source.number: row.source for fact in shown for row in fact.rows if row.source}
    chosen = sorted(sorted(counts, key=lambda number: (-counts[number], number))[:MOST_DOCUMENTS])
    rows = tuple((fact, tuple(_cell(fact, by_number[n]) for n in chosen)) for fact in shown)
    rows = tuple((fact, cells) for fact, cells in rows if sum(map(bool, cells)) > 1)
    sources = tuple(by_number[number] for number in chosen)
    return Matrix(sources, rows, len(facts) - len(rows), len(counts) - len(chosen))


def _cell(fact: FactView, source: Source) -> Cell:
    stated = ((row.origin, number(row.quantity) if row.quantity else "") for row in fact.rows if row.source is source)
    return tuple(dict.fromkeys(stated))
