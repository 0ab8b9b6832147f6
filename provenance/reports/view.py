"""The report arranged for a person: sections in reading order, each passage with its place and its marked words."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import PurePath

from provenance.model import SEVERITIES, Claim, Document, Fact, Finding, Opposition, Relation, Report, Span, Statement
from provenance.model import SlotComparison as Slot
from provenance.reports.links import safe_link
from provenance.reports.marks import Piece, pieces, slot_marks, word_marks
from provenance.reports.places import File, Files, Where
from provenance.reports.visible import one_line
from provenance.reports.wording import RELATIONS, STATES, Word
from provenance.text.quoting import quoted

_VALUES = frozenset({"quantity", "time", "name", "wording"})
"""Slots of a draft whose words need backup of their own."""

LONGEST_SENTENCE = 600
"""Code points; a passage is shown inside its sentence unless the sentence is longer than this."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document, numbered in the order given."""

    number: int
    document: Document
    file: File = field(repr=False, compare=False)

    @property
    def label(self) -> str:
        """The best name it has: title, else path, else URL, else id."""
        document = self.document
        return document.title or document.path or document.url or document.id

    @property
    def name(self) -> str:
        """The label, but of a path only the file's name: the same wherever the folder lies."""
        document = self.document
        return document.title or PurePath(document.path or "").name or self.label

    @property
    def publisher(self) -> str:
        """Who published it; its name where nobody says."""
        return self.document.publisher or self.name

    @property
    def imprint(self) -> str:
        """Publisher, author and date, as far as known: "Evening Post, 2018-03-02"."""
        document = self.document
        parts = (document.publisher, document.author, document.published.isoformat() if document.published else None)
        return ", ".join(part for part in parts if part)

    @property
    def link(self) -> str | None:
        """The document's URL, when following it is safe (http and https only)."""
        return safe_link(self.document.url)

    def where(self, span: Span) -> Where:
        """The line, page or paragraph that a passage begins on; see `places.File`."""
        return self.file.where(span)


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one side of a finding, in their sentence, with marks."""

    source: Source | None
    """None when the report does not hold the document."""
    document: str
    where: Where | None
    span: Span
    claim: Claim | None
    pieces: tuple[Piece, ...]

    @property
    def place(self) -> str:
        """Where the words stand: "line 7"; "recorded" for words that the document does not hold there."""
        if self.source is None:
            return "document not in this report"
        return "recorded" if self.is_recorded else str(self.where)

    @property
    def is_recorded(self) -> bool:
        """Whether these are the words of a record, which the document does not hold at that place."""
        text = self.source.document.text if self.source else ""
        return text[self.span.start : self.span.end] != self.span.quote


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with its passages, numbered through the whole report."""

    number: int
    finding: Finding
    passages: tuple[Passage, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons that no slot tells already."""
        told = {words for slot in self.finding.slots for words in (slot.reason, f"{slot.slot}: {slot.reason}")}
        return tuple(reason for reason in self.finding.reasons if reason not in told)


@dataclass(frozen=True, slots=True)
class Section:
    """All findings of one relation."""

    relation: Relation | None
    word: Word
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement of a draft with its backup, numbered in the order of the draft."""

    number: int
    statement: Statement
    word: Word
    passage: Passage
    backup: tuple[Passage, ...]
    findings: tuple[Finding, ...]
    """Those about the statement itself."""

    against: tuple[tuple[Opposition, Passage], ...] = ()
    """What says otherwise beside the backup."""

    @property
    def open(self) -> tuple[Slot, ...]:
        """The slots of a partly supported statement whose words its source does not give."""
        held = self.statement.slots if self.statement.state == "partly" else ()
        return tuple(s for s in held if s.verdict == "unknown" and s.slot in _VALUES and s.a and not s.b)

    @property
    def unbacked(self) -> str:
        """The figures, times, names and other words of `open`, as written."""
        return ", ".join(quoted(one_line(value)) for value in dict.fromkeys(slot.a for slot in self.open))


class View:
    """What the formats for people share; holds no layout."""

    def __init__(self, report: Report, files: Files | None = None) -> None:
        self.report = report
        texts = files.texts if files else {}
        self.sources = tuple(
            Source(number, document, File(document, texts.get(document.path or "")))
            for number, document in enumerate(report.documents, 1)
        )
        self.by_id = {source.document.id: source for source in self.sources}
        self.claims = {claim.id: claim for claim in report.claims}
        self.counts: Counter[Relation | None] = Counter(finding.relation for finding in report.findings)
        self.records = int(report.summary.get("records", 0))
        self.faulty = len({finding.claims[0] for finding in report.findings if self._is_of_record(finding)})
        self._about: dict[Span, list[Finding]] = defaultdict(list)
        for finding in report.findings:
            self._about[finding.a].append(finding)
        self._claims_of: dict[str, list[Claim]] = defaultdict(list)
        for claim in report.claims:
            self._claims_of[claim.span.document].append(claim)
        self.sections = self._sections()
        self.entries = tuple(entry for section in self.sections for entry in section.entries)
        self.facts = tuple(sorted(report.facts, key=_fact_rank))
        self.statements = tuple(self._statement(number, one) for number, one in enumerate(report.statements, 1))
        self.states = Counter(one.state for one in report.statements)
        self.decisions = {decision.finding: decision for decision in report.decisions}
        found = {finding.id for finding in report.findings}
        self.orphans = tuple(decision for decision in report.decisions if decision.finding not in found)

    @property
    def statements_by_need(self) -> tuple[StatementView, ...]:
        """The statements, those that need a hand first."""
        order = list(STATES)
        return tuple(sorted(self.statements, key=lambda one: order.index(one.statement.state)))

    @property
    def drafts(self) -> frozenset[str]:
        """Ids of the documents that statements stand in."""
        return frozenset(one.span.document for one in self.report.statements)

    @property
    def told(self) -> frozenset[str]:
        """Ids of the findings that the statements of a draft and their quotations tell already.

        A statement that cannot be checked has no place of its own in a report: what is serious of it is told apart.
        """
        return frozenset(
            finding.id
            for one in self.report.statements
            for span in (one.span, *(q.span for q in one.quotations))
            for finding in self._about.get(span, ())
            if one.state != "not_checkable" or not is_serious(finding)
        )

    def about(self, span: Span) -> tuple[Finding, ...]:
        """The findings whose first passage is exactly `span`."""
        return tuple(self._about.get(span, ()))

    def _is_of_record(self, finding: Finding) -> bool:
        """Whether a finding is about a recorded claim: its id is none of a claim that was extracted."""
        return bool(self.records and finding.claims) and finding.claims[0] not in self.claims

    def label(self, document: str) -> str:
        """The name of a document by its id."""
        source = self.by_id.get(document)
        return source.label if source else document or "unnamed text"

    def name(self, document: str) -> str:
        """The short name of a document by its id."""
        source = self.by_id.get(document)
        return source.name if source else document or "unnamed text"

    def _sections(self) -> tuple[Section, ...]:
        number, sections = 1, []
        for relation, word in RELATIONS.items():
            findings = [finding for finding in self.report.findings if finding.relation == relation]
            findings.sort(key=_need)
            if findings:
                entries = tuple(self._entry(*numbered) for numbered in enumerate(findings, number))
                sections.append(Section(relation, word, entries))
                number += len(findings)
        return tuple(sections)

    def _entry(self, number: int, finding: Finding) -> Entry:
        claims = [self.claims[id_] for id_ in finding.claims if id_ in self.claims]
        shown_a, claim_a = _in_sentence(finding.a, claims)
        marks_a = list(slot_marks(shown_a, claim_a, finding.slots, "a"))
        if finding.b is None:
            return Entry(number, finding, (self._passage(finding.a, shown_a, claim_a, marks_a),))
        shown_b, claim_b = _in_sentence(finding.b, claims)
        marks_b = list(slot_marks(shown_b, claim_b, finding.slots, "b"))
        if finding.relation in ("conflicts", "supersedes", None):
            only_a, only_b = word_marks(shown_a.quote, shown_b.quote)
            marks_a, marks_b = only_a + marks_a, only_b + marks_b
        passages = (
            self._passage(finding.a, shown_a, claim_a, marks_a),
            self._passage(finding.b, shown_b, claim_b, marks_b),
        )
        return Entry(number, finding, passages)

    def _passage(self, span: Span, shown: Span, claim: Claim | None, marks: list) -> Passage:  # type: ignore[type-arg]
        source = self.by_id.get(span.document)
        quote = (span.start - shown.start, span.end - shown.start)
        where = source.where(span) if source else None
        return Passage(source, span.document, where, span, claim, pieces(shown.quote, quote, marks))

    def _statement(self, number: int, statement: Statement) -> StatementView:
        own = self._passage(
            statement.span, statement.span, None, list(slot_marks(statement.span, None, statement.slots, "a"))
        )
        backup = []
        for place, span in enumerate(statement.passages):
            slots = statement.slots if place == 0 else ()  # the slots compare the draft with its best passage
            shown, claim = _in_sentence(span, self._claims_of[span.document] if slots else [])
            backup.append(self._passage(span, shown, claim, list(slot_marks(shown, claim, slots, "b"))))
        found = tuple(self._about.get(statement.span, ()))
        against = tuple((other, self._opposed(other)) for other in statement.against)
        return StatementView(number, statement, STATES[statement.state], own, tuple(backup), found, against)

    def _opposed(self, other: Opposition) -> Passage:
        span = other.passage
        shown, claim = _in_sentence(span, self._claims_of[span.document])
        return self._passage(span, shown, claim, list(slot_marks(shown, claim, other.slots, "b")))


def _in_sentence(span: Span, claims: list[Claim]) -> tuple[Span, Claim | None]:
    """The sentence around `span`, by the claim that it belongs to; `span` itself where no claim says."""
    claim = next((claim for claim in claims if claim.span.overlaps(span)), None)
    if claim and claim.sentence.contains(span) and len(claim.sentence.quote) <= LONGEST_SENTENCE:
        return claim.sentence, claim
    return span, claim


def is_serious(finding: Finding) -> bool:
    """Whether a person must look at it."""
    return finding.severity in ("error", "warning")


def is_settled(finding: Finding) -> bool:
    """Whether somebody let it through: by a waiver, a baseline or a decision."""
    return finding.waived is not None or finding.baseline == "known" or finding.decision is not None


def _need(finding: Finding) -> tuple[bool, int, bool]:
    """What nobody let through comes first, of it the most severe, of agreements those of several origins."""
    alone = finding.relation == "corroborates" and len(finding.origins) == 1
    return is_settled(finding), SEVERITIES.index(finding.severity), alone


def _fact_rank(fact: Fact) -> tuple[int, int]:
    """Disputed facts first, then those with the most origins."""
    return list(RELATIONS).index(fact.relation), -len(fact.origins)
