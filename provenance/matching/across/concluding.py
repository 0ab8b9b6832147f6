"""What a pair of claims shows beyond its slots: the newer of two counts, a dispute."""

from collections.abc import Mapping

from provenance.matching.across.disputes import disputed
from provenance.matching.across.succession import Telling, restated, succession
from provenance.matching.relations.match import Match


def concluded(m: Match, told: Mapping[str, Telling]) -> Match:
    """What a pair shows beyond its slots: counts that follow one another become `supersedes`, disputes conflicts.

    `told` holds what each document says of its counts.
    """
    if m.relation == "unrelated":
        return m
    if m.x is None:
        return disputed(m)
    why = succession(m, told) if m.relation == "conflicts" else restated(m, told)
    if not why:
        return m
    quantity = next(s for s in m.slots if s.slot == "quantity")
    return m.with_relation("supersedes", quantity.model_copy(update={"reason": f"{quantity.reason}; {why}"}))
