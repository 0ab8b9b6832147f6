"""What a pair of claims shows beyond its slots: the newer of two counts, a dispute."""

from collections.abc import Mapping

from provenance.matching.across.disputes import disputed
from provenance.matching.across.succession import Telling, restated, succession
from provenance.matching.relations.match import Match


def concluded(m: Match, told: Mapping[str, Telling]) -> Match:
    """What a pair shows beyond its slots: counts that follow one another become `supersedes`, disputes conflicts.

    `told` holds what each document says of its counts.
    """
    if m.comparison.relation == "unrelated":
        return m
    if m.x is None:
        return disputed(m)
    why = succession(m, told) if m.comparison.relation == "conflicts" else restated(m, told)
    if not why:
        return m
    slots = tuple(
        s.model_copy(update={"reason": f"{s.reason}; {why}"}) if s.slot == "quantity" else s for s in m.comparison.slots
    )
    return m.told_as("supersedes", slots)
