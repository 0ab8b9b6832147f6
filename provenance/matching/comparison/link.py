"""What two documents share beside the pair of claims at hand."""

from dataclasses import dataclass
from datetime import date

from provenance.matching.comparison import kinds, rarity
from provenance.matching.signature.places import Containment
from provenance.model import Claim

ONE_STORY = 0.1
"""Likeness of what headline and lead of two documents speak of, from which they tell one story."""
_FORTNIGHT = 14


@dataclass(frozen=True, slots=True)
class Link:
    """What two documents share beside the pair at hand."""

    right: str = ""
    """Id of the second of the two documents."""
    copies: int = 0
    """Sentences that are near copies."""
    twins: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    """Starts of these sentences, those of the first document first."""
    figures: int = 0
    """Equal figures of one measure."""
    title: float = 0.0
    """Share of the telling words of both titles."""
    containment: Containment = frozenset()
    """Which place lies in which, as the two documents say."""
    story: float = 0.0
    """Likeness of what headline and lead of both speak of."""
    stories_apart: float = 0.0
    """How far they are from telling one story, 0 to 1."""
    named_apart: bool = False
    """Both open with names, and neither text holds a name that the other opens with: two fires, two councils."""
    days_apart: float = 0.0
    """How long after one another they were published, 0 to 1 (two weeks or more)."""
    agreed: frozenset[tuple[str, tuple[object, ...]]] = frozenset()
    """Counts of one document, by its id, that the other confirms somewhere."""
    linked: frozenset[tuple[int, int, str]] = frozenset()
    """Sentences of both documents, by their starts, that a figure of this family joins."""
    met: frozenset[tuple[int, int]] = frozenset()
    """Sentences of both documents, by their numbers, of which figures agree or conflict."""
    counts: tuple[rarity.Counts, rarity.Counts] = ({}, {})
    """How many sentences of each document speak of a concept, the first document first."""
    values: tuple[kinds.Kinds, kinds.Kinds] = ({}, {})
    """How many values of each kind each document gives, in the same order."""
    checked: bool = False
    """One of the documents is a draft, and what may back its claims is looked for."""
    side_by_side: bool = False
    """Two statements put next to each other: a place or time that neither says is taken to be one."""

    def is_left(self, claim: Claim) -> bool:
        """Whether a claim stands in the first of the two documents."""
        return claim.span.document != self.right

    @property
    def agreeing(self) -> float:
        """How many figures agree, 0 to 1 (three or more); between strangers it is chance."""
        return min(1.0, self.figures / 3) * (1 - self.stories_apart)

    @property
    def is_one_story(self) -> bool:
        """Whether the two documents open alike, and of the same names if both open with any."""
        return self.story >= ONE_STORY and not self.named_apart


def stories_apart(story: float, names: bool) -> float:
    """1 for documents whose headline and lead share nothing, half where they share a name, 0 for those of one story."""
    return max(0.0, 1 - story / ONE_STORY) * (0.5 if names else 1.0)


def days_apart(a: date | None, b: date | None) -> float:
    """The days between two publications as a share of two weeks, at most 1; 0 where one is not known."""
    return min(1.0, abs((a - b).days) / _FORTNIGHT) if a and b else 0.0
