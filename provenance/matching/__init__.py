"""Claims to relations: keys, candidates, slots, relation, origins, facts."""

from provenance.matching.facts import facts
from provenance.matching.observations import is_worth_telling, observe
from provenance.matching.pairs import match, signatures
from provenance.matching.relation import Match, relate

__all__ = ["Match", "facts", "is_worth_telling", "match", "observe", "relate", "signatures"]
