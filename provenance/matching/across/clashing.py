"""Two claims whose relation rests on one slot: a rule beside the model has found it there."""

from provenance.matching.comparison.link import Link
from provenance.matching.relations import happenings
from provenance.matching.relations.match import Match
from provenance.matching.relations.relation import slots_of
from provenance.matching.signature.signatures import Signature
from provenance.model import Comparison, Relation, SlotComparison


def clash(a: Signature, b: Signature, link: Link, slot: SlotComparison) -> Match:
    """Two claims that conflict in a slot."""
    return related(a, b, link, "conflicts", slot)


def related(a: Signature, b: Signature, link: Link, relation: Relation, slot: SlotComparison) -> Match:
    """Two claims in a relation that a slot shows, with the score that they have as happenings."""
    found = slots_of(a, b, link)
    score = happenings.relate(a, b, link, found).score
    kept = (*(s for s in found if s.slot != slot.slot), slot)
    return Match(a, b, Comparison(relation=relation, score=score, slots=kept), link=link)
