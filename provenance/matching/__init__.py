"""Claims to relations: keys, candidates, slots, relation, origins, facts."""

from provenance.matching.candidates import uniform
from provenance.matching.contrasts import contrasted
from provenance.matching.facts import facts, gathered
from provenance.matching.match import Match
from provenance.matching.observations import is_worth_telling, observe
from provenance.matching.once import answered
from provenance.matching.pairs import Progress, concluded, match, match_signed, signatures, signed_documents
from provenance.matching.relation import relate
from provenance.matching.strongest import MOST, Strongest, merged, strongest
from provenance.matching.succession import newest, telling
from provenance.matching.waterfall import waterfall
from provenance.matching.within import observe_within

__all__ = [
    "MOST",
    "Match",
    "Progress",
    "Strongest",
    "answered",
    "concluded",
    "contrasted",
    "facts",
    "gathered",
    "is_worth_telling",
    "match",
    "match_signed",
    "merged",
    "newest",
    "observe",
    "observe_within",
    "relate",
    "signatures",
    "signed_documents",
    "strongest",
    "telling",
    "uniform",
    "waterfall",
]
