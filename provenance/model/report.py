"""What was found: comparisons, findings, facts, statements."""

from typing import Any, Literal

from pydantic import Field

from provenance.config.settings import Severity as Severity
from provenance.model.base import Model
from provenance.model.claim import Claim
from provenance.model.decision import Decision
from provenance.model.document import Document
from provenance.model.span import Span
from provenance.model.waiver import BaselineState, Notice, Waiver

Relation = Literal["corroborates", "conflicts", "supersedes", "related", "unrelated"]
Verdict = Literal["same", "compatible", "different", "unknown"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note", "info")
"""Most severe first."""
StatementState = Literal["supported", "partly", "contradicted", "unsupported", "not_checkable"]
QuotationState = Literal["verbatim", "altered", "truncated", "spliced", "wrong_speaker", "not_found"]


class SlotComparison(Model):
    """One slot of two claims: the two values and what their comparison gave."""

    slot: str
    verdict: Verdict
    a: str
    b: str
    reason: str


class Contribution(Model):
    """What one signal adds to a score."""

    said: str
    """The signal in plain words."""
    weight: float
    """Log-odds: above 0 it speaks for the relation, below 0 against it."""
    score: float
    """The score after it, 0 to 1."""


class Waterfall(Model):
    """How a score comes about: from the base rate, signal by signal, to the threshold."""

    question: str
    """What the score answers: "do these two figures, which agree, count one thing?"."""
    base: float
    """Share of such pairs that are, before anything is known of this one, 0 to 1."""
    contributions: tuple[Contribution, ...]
    """Weightiest first; the last one holds the rest together."""
    threshold: float
    """Score from which the relation is stated."""
    verdict: str
    """What follows from score and threshold, and which rule stands above them, in words."""


class Comparison(Model):
    """Relation of two claims, with the slots it follows from."""

    relation: Relation
    score: float
    """0 to 1: how sure the relation is."""
    slots: tuple[SlotComparison, ...]
    waterfall: Waterfall | None = None
    """From the evidence to the score; None where none was asked for."""


class Finding(Model):
    """Something a person should look at."""

    id: str
    """Stable: a digest of rule, document ids and normalised quotes; no offsets, no run order."""
    rule: str
    severity: Severity
    relation: Relation | None = None
    score: float | None = None
    message: str
    reasons: tuple[str, ...]
    a: Span
    b: Span | None = None
    """The second passage; None where there is none (a passage that is gone)."""
    claims: tuple[str, ...] = ()
    """Ids of the claims behind `a` and `b`."""
    slots: tuple[SlotComparison, ...] = ()
    place: str = ""
    """`file:line:column` of the ledger's record that it is about; empty where it is about none."""
    waterfall: Waterfall | None = None
    """How its score comes about; None where it has none."""
    documents: tuple[str, ...] = ()
    """Ids of all documents that tell the fact it belongs to; empty where it belongs to none."""
    origins: tuple[str, ...] = ()
    """The independent origins of that fact: four documents may have one."""
    waived: Waiver | None = None
    """Why it does not count for the exit code; None where it does."""
    baseline: BaselineState | None = None
    """Whether the baseline knows it ("known" does not count for the exit code); None without a baseline."""
    decision: int | None = None
    """Number of the decision that settles it, so that it does not count for the exit code; None where none does."""


class Fact(Model):
    """Statements of one thing, gathered from all documents."""

    id: str
    label: str
    claims: tuple[str, ...]
    relation: Relation
    """`conflicts` when any two of its statements do."""
    values: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]
    """Independent origins: the speakers or documents that the statements go back to."""
    claim_origins: tuple[str, ...] = ()
    """The one of `origins` that each of `claims` goes back to, in their order; empty where nobody looked."""


class Quotation(Model):
    """A quotation of a draft, against the sources."""

    span: Span
    speaker: str | None
    state: QuotationState
    passage: Span | None
    differences: tuple[str, ...] = ()


class Opposition(Model):
    """A passage that says otherwise, and in what."""

    passage: Span
    slots: tuple[SlotComparison, ...]
    newer: bool = False
    """Whether it is known to be the newer report."""
    others: tuple[str, ...] = ()
    """Ids of further documents that say the same."""


class Statement(Model):
    """A statement of a checked draft, against the sources."""

    span: Span
    state: StatementState
    passages: tuple[Span, ...] = ()
    """Best first."""
    against: tuple[Opposition, ...] = ()
    """What other documents say otherwise, of a statement that one backs."""
    slots: tuple[SlotComparison, ...] = ()
    quotations: tuple[Quotation, ...] = ()


class Report(Model):
    """Everything a run found."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    facts: tuple[Fact, ...] = ()
    statements: tuple[Statement, ...] = ()
    records: tuple[str, ...] = ()
    """Ids of the recorded claims that were checked."""
    coverage: dict[str, Any] = Field(default_factory=dict)
    summary: dict[str, Any] = Field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    """What there is to know about the run itself: waivers that waive nothing, findings that are gone."""
    decisions: tuple[Decision, ...] = ()
    """The last decision about each finding, and stale ones about findings that are no more; by number."""
    checkpoint: str | None = None
    """The state of the journal that the decisions come from, in three lines; None without a store."""
    unread: tuple[str, ...] = ()
    """Inputs that could not be read, and so were not checked: one line each."""
    configuration: str | None = None
    """Digest of the settings that the findings depend on; None where nobody said which."""
