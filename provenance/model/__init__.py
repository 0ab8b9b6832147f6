"""Nouns only: frozen models that every room speaks in."""

from provenance.model.claim import Attribution, Claim, ClaimType, Frame, Modality, Polarity, SpeechKind
from provenance.model.decision import Basis, Decision, DecisionVerdict, Ruling
from provenance.model.document import Document
from provenance.model.observation import Observation, ObservationKind
from provenance.model.report import (
    SEVERITIES,
    Comparison,
    Contribution,
    Fact,
    Finding,
    Opposition,
    Quotation,
    QuotationState,
    Relation,
    Report,
    Severity,
    SlotComparison,
    Statement,
    StatementState,
    Verdict,
    Waterfall,
)
from provenance.model.span import Span, cut
from provenance.model.values import Approximation, Change, Name, NameKind, NameMatch, Quantity, TimeKind, TimeRef
from provenance.model.waiver import BaselineState, Notice, Waiver

__all__ = [
    "SEVERITIES",
    "Approximation",
    "Attribution",
    "BaselineState",
    "Basis",
    "Change",
    "Claim",
    "ClaimType",
    "Comparison",
    "Contribution",
    "Decision",
    "DecisionVerdict",
    "Document",
    "Fact",
    "Finding",
    "Frame",
    "Modality",
    "Name",
    "NameKind",
    "NameMatch",
    "Notice",
    "Observation",
    "ObservationKind",
    "Opposition",
    "Polarity",
    "Quantity",
    "Quotation",
    "QuotationState",
    "Relation",
    "Report",
    "Ruling",
    "Severity",
    "SlotComparison",
    "Span",
    "SpeechKind",
    "Statement",
    "StatementState",
    "TimeKind",
    "TimeRef",
    "Verdict",
    "Waiver",
    "Waterfall",
    "cut",
]
