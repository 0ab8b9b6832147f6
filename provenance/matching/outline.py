"""A claim's signature with what the bounds of `pruning` need of it."""

from dataclasses import dataclass
from functools import cached_property
from math import sqrt

from provenance.extraction.lexicon import implied
from provenance.extraction.opposites import opposites
from provenance.matching import words
from provenance.matching.namekeys import NameKey
from provenance.matching.signals import GENERIC
from provenance.matching.signatures import Signature
from provenance.matching.succession import age_of


@dataclass(frozen=True, slots=True)
class _Bag:
    """Weighted features with the length of their vector."""

    weights: dict[str, float]
    length: float

    def likeness(self, other: "_Bag") -> float:
        """As `words.likeness` and `words.overlap`, but for rounding."""
        mine, theirs = self.weights, other.weights
        shared = sum([min(mine[k], theirs[k]) ** 2 for k in mine.keys() & theirs.keys()])
        return shared / (self.length * other.length) if shared else 0.0


def _bag(weights: dict[str, float]) -> _Bag:
    return _Bag(weights, sqrt(sum(w * w for w in weights.values())))


class Outline:
    """A claim's signature with what the bounds need of it, worked out once."""

    def __init__(self, signature: Signature) -> None:
        s = self.signature = signature
        self.families, self.said_families = s.families, s.said_families
        self.opposed = frozenset(other for family in s.families for other in opposites(family)) - s.families
        self.main = implied(frozenset({s.claim.frame.family})) if s.claim.frame.family else frozenset()
        self.main_family = s.claim.frame.family
        self.events = s.events - {GENERIC}
        self.polarity, self.modality = s.claim.polarity, s.claim.modality
        self.figures = s.figures

    @cached_property
    def newer(self) -> tuple[bool, ...]:
        """Which figures the text calls new: these may replace others that are merely related."""
        return tuple(age_of(self.signature, f) == "newer" for f in self.figures)

    @cached_property
    def actors(self) -> tuple[NameKey, ...]:
        """The names of the clause that are no places."""
        return tuple(n for n in self.signature.said_names if not n.place)

    @cached_property
    def words(self) -> _Bag:
        """The clause's telling words."""
        return _bag({w: words.weight(w) for w in self.signature.words})

    @cached_property
    def sentence_words(self) -> _Bag:
        """The sentence's telling words."""
        return _bag({w: words.weight(w) for w in self.signature.sentence_words})

    @cached_property
    def concepts(self) -> _Bag:
        """What the clause speaks of."""
        return _bag(self.signature.concepts)

    @cached_property
    def concepts_around(self) -> _Bag:
        """What the sentence speaks of."""
        return _bag(self.signature.concepts_around)

    @cached_property
    def notions(self) -> _Bag:
        """The notions that the clause tells of."""
        return _bag(self.signature.notions)

    @cached_property
    def notions_around(self) -> _Bag:
        """The same of the sentence."""
        return _bag(self.signature.notions_around)

    @cached_property
    def context(self) -> _Bag:
        """What the sentence and the opening of its frame speak of."""
        return _bag(self.signature.context)
