"""Facts with all their statements: who says what when, and where the values lie beside each other."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.model import Claim, Fact, Quantity
from provenance.reports.fulltext import Anchors
from provenance.reports.plot import Axis, Mark, axis
from provenance.reports.view import Entry, Source, View
from provenance.reports.visible import one_line
from provenance.reports.wording import RELATIONS, Word, number_of

LONGEST_LABEL = 95
"""Code points of a fact's heading."""
LONGEST_WORDS = 220
"""Code points of a statement's words, around its value."""


@dataclass(frozen=True, slots=True)
class Row:
    """One statement of a fact."""

    claim: int
    """Number of the claim in the page."""
    source: Source | None
    document: str
    origin: int | None
    """Index of the fact's origin; None where nobody looked."""
    quantity: Quantity | None
    """The figure that the fact is about."""
    mark: Mark | None
    before: str
    value: str
    after: str
    """The words, cut around the value."""

    @property
    def words(self) -> str:
        """All of them."""
        return self.before + self.value + self.after

    @property
    def is_quoted(self) -> bool:
        """Whether the words bring their own quotation marks."""
        return self.words[:1] in ('"', "“")

    @property
    def day(self) -> str:
        """When its document was published, in ISO form; empty where unknown."""
        published = self.source.document.published if self.source else None
        return published.isoformat() if published else ""


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact, numbered in the order shown."""

    number: int
    fact: Fact
    label: str
    word: Word
    rows: tuple[Row, ...]
    """Oldest first; those without a date last."""
    axis: Axis | None
    entries: tuple[Entry, ...]
    """The conflicts and newer counts among its statements."""

    @property
    def tally(self) -> str:
        """ "5 statements, 4 documents, 1 independent origin"."""
        return ", ".join(
            (
                number_of(len(self.rows), "statement"),
                number_of(len(self.fact.documents), "document"),
                number_of(len(self.fact.origins), "independent origin"),
            )
        )

    @property
    def is_one_voice(self) -> bool:
        """Whether several documents repeat a single origin."""
        return len(self.fact.origins) == 1 < len(self.fact.documents)


def fact_views(view: View, anchors: Anchors) -> tuple[FactView, ...]:
    """Every fact of the report, disputed ones first."""
    return tuple(_fact(number, fact, view, anchors) for number, fact in enumerate(view.facts, 1))


def _fact(number: int, fact: Fact, view: View, anchors: Anchors) -> FactView:
    claims = [(place, view.claims[id_]) for place, id_ in enumerate(fact.claims) if id_ in view.claims]
    figures = _figures(fact, [claim for _, claim in claims])
    line = axis([figure for figure in figures if figure])
    numbers = {origin: index for index, origin in enumerate(fact.origins)}
    rows = []
    for (place, claim), figure in zip(claims, figures, strict=True):
        origin = numbers.get(fact.claim_origins[place]) if fact.claim_origins else None
        words = _words(claim, figure)
        mark = line.mark(figure) if line and figure else None
        source = view.by_id.get(claim.span.document)
        rows.append(Row(anchors.claims[claim.id], source, claim.span.document, origin, figure, mark, *words))
    rows.sort(key=lambda row: (row.day or "9999", row.source.number if row.source else 0, row.claim))
    own = set(fact.claims)
    entries = {
        entry.number: entry
        for row in rows
        for entry in anchors.findings.get(row.claim, ())
        if entry.finding.relation in ("conflicts", "supersedes") and own.issuperset(entry.finding.claims)
    }
    label = shortened(fact.label, LONGEST_LABEL)
    return FactView(
        number, fact, label, RELATIONS[fact.relation], tuple(rows), line, tuple(entries[n] for n in sorted(entries))
    )


def _figures(fact: Fact, claims: Sequence[Claim]) -> list[Quantity | None]:
    """Of each claim, the figure that the fact is about, in the unit that most of them have."""
    named = [[q for q in claim.quantities if q.text in fact.values] for claim in claims]
    units = Counter((q.unit, q.change) for held in named for q in held)
    if not units:
        return [None] * len(claims)
    most = max(units.values())
    unit = min(((u, c) for (u, c), count in units.items() if count == most), key=repr)
    return [next((q for q in held if (q.unit, q.change) == unit), None) for held in named]


def _words(claim: Claim, figure: Quantity | None) -> tuple[str, str, str]:
    """The claim's words before, in and after its figure."""
    quote = claim.span.quote
    if figure is None or not claim.span.contains(figure.span):
        return shortened(quote, LONGEST_WORDS), "", ""
    start, end = figure.span.start - claim.span.start, figure.span.end - claim.span.start
    before, after = one_line(quote[:start]), one_line(quote[end:])
    room = LONGEST_WORDS // 2
    if len(before) > room:
        before = "… " + before[-room:].partition(" ")[2]
    return before, one_line(quote[start:end]), shortened(after, room)


def shortened(text: str, most: int) -> str:
    """`text` on one line, cut after a word where it is longer than `most` code points."""
    line = one_line(text)
    if len(line) <= most:
        return line
    head = line[:most].rpartition(" ")[0] or line[:most]
    return head.rstrip(" ,;:") + " …"
