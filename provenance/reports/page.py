"""What the HTML page shows, in its order, and how much of it is open at first."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import groupby
from typing import Final, TypeVar

from provenance.model import Finding, Notice, Relation
from provenance.reports import draft
from provenance.reports.facts import FactView, Row, fact_views
from provenance.reports.fulltext import Anchors, FullText, full_texts
from provenance.reports.gaps import Backing, Gap, backing, gaps, others
from provenance.reports.matrix import Matrix, matrix
from provenance.reports.view import Entry, Passage, Section, Source, StatementView, View

PAGE: Final = 25
"""Findings, facts or documents that stand open; more are folded in pages of this many."""
CALM_PAGE: Final = 10
"""The same for agreements, which the facts gather too."""
LARGE: Final = 200
"""Findings from which folded agreements are told in brief and not printed; browsers lay out what is near the screen."""
MOST_REFS: Final = 6
"""Findings named behind one claim."""
_URGENT: Final = ("conflicts", None, "supersedes")

T = TypeVar("T")


class Page:
    """The view of a report, cut into the parts of the page."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.anchors = Anchors(view)
        self.sources: tuple[Source, ...] = tuple(s for s in view.sources if s.document.id not in view.drafts)
        self.facts = fact_views(view, self.anchors)
        self.facts_by_claim = self._facts_by_claim()
        self.texts: tuple[FullText, ...] = full_texts(view, self.anchors)
        self.is_cut = any(segment.left_out for text in self.texts for segment in text.segments)
        self.is_large = len(view.entries) > LARGE
        self.drafts = draft.drafts(view)
        self.needs = draft.needs(view)
        self.backing: list[Backing] = backing(view)
        self.gaps: list[Gap] = [] if self.backing else gaps(view)
        self.coverage = others(view)
        self.notices: tuple[Notice, ...] = view.report.notices
        sections = [self._untold(section) for section in view.sections]
        shown = [section for section in sections if section.entries]
        self.urgent = [section for section in shown if section.relation in _URGENT]
        self.calm = [section for section in shown if section.relation not in _URGENT]

    @cached_property
    def matrix(self) -> Matrix | None:
        """Documents beside facts."""
        return matrix(self.facts)

    @cached_property
    def one_voice(self) -> int:
        """How many facts several documents repeat from a single origin."""
        return sum(fact.is_one_voice for fact in self.facts)

    @cached_property
    def decided(self) -> list[tuple[Finding, int | None]]:
        """Findings that somebody ruled on or let through, with their number where they have a card."""
        numbers = {entry.finding.id: entry.number for section in self.urgent + self.calm for entry in section.entries}
        ruled = self.view.decisions
        return [(f, numbers.get(f.id)) for f in self.view.report.findings if f.waived or f.id in ruled]

    def pages(self, section: Section) -> list[Sequence[Entry]]:
        """A section's findings, a page at a time."""
        return _paged(section.entries, PAGE if section.relation in _URGENT else CALM_PAGE)

    def is_folded(self, section: Section, is_first: bool) -> bool:
        """Whether a page of a section is folded at first."""
        return not is_first or section.relation in ("related", "unrelated")

    def is_brief(self, relation: Relation | None, is_first: bool) -> bool:
        """Whether a page is told in a few lines each: agreements of a large report, after the first of them."""
        return self.is_large and not is_first and relation not in _URGENT

    @property
    def fact_pages(self) -> list[Sequence[FactView]]:
        """The facts, a page at a time."""
        return _paged(self.facts)

    @property
    def text_pages(self) -> list[Sequence[FullText]]:
        """The documents, a page at a time."""
        return _paged(self.texts)

    @property
    def gap_pages(self) -> list[Sequence[tuple[str, list[Gap]]]]:
        """The coverage of each document, a page at a time."""
        return _paged([(name, list(kinds)) for name, kinds in groupby(self.gaps, key=lambda gap: gap.document)])

    def refs(self, claim: int) -> tuple[list[Entry], int]:
        """The findings to name behind a claim, and how many more there are.

        A claim that a fact gathers is reached through the fact; only what is contested is named beside it.
        """
        entries = self.anchors.findings.get(claim, [])
        if claim in self.facts_by_claim:
            entries = [entry for entry in entries if entry.finding.relation in _URGENT]
        return entries[:MOST_REFS], max(0, len(entries) - MOST_REFS)

    def facts_of(self, entry: Entry) -> list[FactView]:
        """The facts that gather both statements of a finding."""
        if entry.finding.b is None:
            return []
        numbers = [self.anchors.claims.get(id_) for id_ in entry.finding.claims]
        held = [self.facts_by_claim.get(number, []) if number else [] for number in numbers]
        return [fact for fact in held[0] if all(fact in other for other in held)] if held else []

    def place(self, passage: Passage) -> str:
        """The anchor that a passage without a claim is reached by: its statement in a draft, else its document."""
        for one in self._statements.get(passage.document, ()):
            if one.statement.span.overlaps(passage.span):
                return f"draft-{one.number}"
        return f"document-{passage.source.number}" if passage.source else "documents"

    def spot(self, row: Row) -> str:
        """The anchor of a statement of a fact: its claim where that is shown, else its document."""
        if row.claim in self.anchors.shown:
            return f"claim-{row.claim}"
        return f"document-{row.source.number}" if row.source else "documents"

    @cached_property
    def _statements(self) -> dict[str, list[StatementView]]:
        found: dict[str, list[StatementView]] = defaultdict(list)
        for shown in self.drafts:
            for paragraph in shown.paragraphs:
                found[shown.source.document.id] += paragraph.statements
        return found

    def _facts_by_claim(self) -> dict[int, list[FactView]]:
        found: dict[int, list[FactView]] = defaultdict(list)
        for fact in self.facts:
            for number in dict.fromkeys(row.claim for row in fact.rows):
                found[number].append(fact)
        return found

    def _untold(self, section: Section) -> Section:
        """The section without what the statements of a draft tell already."""
        told = self.view.told
        kept = tuple(entry for entry in section.entries if entry.finding.id not in told)
        return Section(section.relation, section.word, kept)


def _paged(items: Sequence[T], size: int = PAGE) -> list[Sequence[T]]:
    """Pages of `size`; once that many stand open, the others are as large as they are few."""
    later = max(size, min(len(items) // 20, 4 * PAGE))
    return [items[:size], *(items[start : start + later] for start in range(size, len(items), later))] if items else []
