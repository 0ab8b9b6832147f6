"""Two claims with the relation found between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provenance.matching.comparison.link import Link
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature
from provenance.model import Comparison, Relation, SlotComparison


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims with the relation found between them; `x` and `y` are the aligned figures, None for happenings."""

    a: Signature
    b: Signature
    comparison: Comparison
    x: Figure | None = None
    y: Figure | None = None
    link: Link = field(default_factory=Link)
    """What was known of the two documents."""

    def told_as(self, relation: Relation, slots: Sequence[SlotComparison] | None = None) -> "Match":
        """The same pair with another relation and, where they are given, other slots."""
        told = {"relation": relation} if slots is None else {"relation": relation, "slots": tuple(slots)}
        return replace(self, comparison=self.comparison.model_copy(update=told))
