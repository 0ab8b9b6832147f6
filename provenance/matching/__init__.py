"""Claims to relations: keys, candidates, slots, relation, origins, facts."""

from provenance.matching.facts import facts, gathered
from provenance.matching.observations import is_worth_telling, observe
from provenance.matching.pairs import match, settled, signatures
from provenance.matching.relation import Match, relate
from provenance.matching.succession import telling
from provenance.matching.waterfall import waterfall

__all__ = [
    "Match",
    "facts",
    "gathered",
    "is_worth_telling",
    "match",
    "observe",
    "relate",
    "settled",
    "signatures",
    "telling",
    "waterfall",
]
