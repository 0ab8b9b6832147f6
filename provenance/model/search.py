"""What a search finds."""

from provenance.model.base import Model
from provenance.model.claim import Claim
from provenance.model.report import Relation, SlotComparison


class Hit(Model):
    """A claim that speaks of what was asked for."""

    claim: Claim
    relation: Relation
    """Of what was asked for to the claim."""
    score: float
    """0 to 1: how sure the relation is; 0 where there is none."""
    likeness: float
    """0 to 1: how much of what the two speak of is the same, whatever the words."""
    slots: tuple[SlotComparison, ...] = ()
