"""What a check saw, before anyone says how bad it is."""

from typing import Literal

from provenance.model.base import Model
from provenance.model.report import Relation, SlotComparison, Waterfall
from provenance.model.span import Span

ObservationKind = Literal[
    "passage_edited",
    "passage_moved",
    "passage_ambiguous",
    "passage_gone",
    "passage_elsewhere",
    "source_missing",
    "value_differs",
    "quotation_altered",
    "quotation_truncated",
    "quotation_spliced",
    "wrong_speaker",
    "quotation_not_found",
    "figures_disagree",
    "name_spelled_otherwise",
    "conflicts",
    "supersedes",
    "corroborates",
    "related",
    "conflicts_within",
    "contradicted",
    "partly_supported",
    "unsupported",
    "not_checkable",
    "attribution_dropped",
    "sources_disagree",
]


class Observation(Model):
    """A fact about one or two passages; policy turns it into a finding."""

    kind: ObservationKind
    message: str
    reasons: tuple[str, ...] = ()
    a: Span
    b: Span | None = None
    """The second passage; None where there is none."""
    about: str = ""
    """What tells it from others of its kind on the same passages: "quantity 350000"."""
    relation: Relation | None = None
    score: float | None = None
    claims: tuple[str, ...] = ()
    """Ids of the claims, or of the ledger's record, behind the passages."""
    slots: tuple[SlotComparison, ...] = ()
    place: str = ""
    """`file:line:column` of the ledger's record that it is about."""
    waterfall: Waterfall | None = None
    documents: tuple[str, ...] = ()
    """Ids of all documents that tell the fact it belongs to; empty where it belongs to none."""
    origins: tuple[str, ...] = ()
    """The independent origins of that fact: four documents may have one."""
