"""Two claims with the relation found between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provenance.matching.comparison.link import Link
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature
from provenance.model import Comparison, Relation, SlotComparison, Verdict

AGREEING_FIRST: tuple[Relation, ...] = ("corroborates", "conflicts", "supersedes", "related", "unrelated")
"""Relations in the order in which one of several is taken: what meets before what does not."""
SERIOUS_FIRST: tuple[Relation, ...] = ("conflicts", "supersedes", "corroborates", "related", "unrelated")
"""Relations in the order in which they are shown."""


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

    @property
    def relation(self) -> Relation:
        """How the two claims are related."""
        return self.comparison.relation

    @property
    def score(self) -> float:
        """How sure the relation is, 0 to 1."""
        return self.comparison.score

    @property
    def slots(self) -> tuple[SlotComparison, ...]:
        """The slots from which the relation follows."""
        return self.comparison.slots

    @property
    def verdicts(self) -> dict[str, Verdict]:
        """What the comparison of each slot gave, by slot."""
        return {s.slot: s.verdict for s in self.slots}

    @property
    def claims(self) -> tuple[str, str]:
        """The ids of both claims."""
        return self.a.claim.id, self.b.claim.id

    def differs(self, *slots: str) -> bool:
        """Whether the two claims differ in one of these slots."""
        return any(s.verdict == "different" for s in self.slots if s.slot in slots)

    def with_relation(self, relation: Relation, slot: SlotComparison | None = None) -> "Match":
        """The same pair in another relation, which `slot` gives the reason for, in place of the slot of its name."""
        slots = self.slots if slot is None else with_slot(self.slots, slot)
        return replace(self, comparison=self.comparison.model_copy(update={"relation": relation, "slots": slots}))


def with_slot(slots: Sequence[SlotComparison], slot: SlotComparison) -> tuple[SlotComparison, ...]:
    """The slots with one in place of the one of its name, or before them all where there is none."""
    kept = tuple(slot if s.slot == slot.slot else s for s in slots)
    return kept if slot in kept else (slot, *kept)
