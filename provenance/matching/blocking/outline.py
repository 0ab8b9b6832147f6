"""A claim's signature with what the bounds of `pruning` need of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from math import sqrt

from provenance.extraction.lexicon import implied, kind
from provenance.extraction.opposites import opposites
from provenance.matching.across.succession import age_of
from provenance.matching.comparison import rarity
from provenance.matching.comparison.rarity import Counts
from provenance.matching.relations.model import Question, weights
from provenance.matching.relations.signals import GENERIC, SMALL, mains, size
from provenance.matching.signature import words
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.namekeys import NameKey
from provenance.matching.signature.signatures import Signature
from provenance.text.memo import Memo

Vector = Mapping[str, float]
"""Weights by what they are of; absent ones are 0."""
_LIKENESS = ("words", "words_around", "concepts", "concepts_around", "notions", "notions_around", "context")
"""The signals of likeness."""
JOINING = frozenset({"DIE", "HURT"})
"""Families of the figures that may join two sentences; see the signal `linked`."""
_KEYS = {name: Memo(partial("{} {}".format, name)) for name in _LIKENESS}
"""The keys of a vector that holds what all of these compare."""


def shared(a: Vector, b: Vector) -> float:
    """The product of two vectors: of normal ones at least their likeness, as x * y is at least the lesser squared."""
    return sum([a[k] * b[k] for k in a.keys() & b.keys()])


def _normal(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights as a vector of length one."""
    length = sqrt(sum([w * w for w in weights.values()]))
    return {k: w / length for k, w in weights.items()} if length else {}


def _weighed(base_forms: Iterable[str]) -> dict[str, float]:
    return {w: words.weight(w) for w in base_forms}


def outlines(group: Sequence[Signature], counts: Counts) -> dict[int, "Outline"]:
    """The outline of each claim of one document, by the `id` of its signature; `counts` are the document's."""
    joining: dict[int, frozenset[str]] = defaultdict(frozenset)
    for s in group:
        joining[s.order] |= JOINING.intersection(m for f in (*s.figures, *s.lengths) for m in f.measures)
    return {id(s): Outline(s, counts, joining[s.order]) for s in group}


class Outline:
    """A claim's signature with what the bounds need of it, worked out once."""

    def __init__(self, signature: Signature, counts: Counts, joining: frozenset[str] = JOINING) -> None:
        s = self.signature = signature
        self._counts = counts
        self.joining = joining
        """Which of `JOINING` the figures of its sentence measure."""
        self.families, self.figures = s.families, s.figures
        self.polarity, self.modality = s.claim.polarity, s.claim.modality
        self._vectors: dict[Question, dict[str, float]] = {}

    @cached_property
    def opposed(self) -> frozenset[str]:
        """The families that its own rule out."""
        return frozenset(other for family in self.families for other in opposites(family)) - self.families

    @cached_property
    def mains(self) -> frozenset[str]:
        """Its main predicate with what that implies, but for events."""
        return frozenset(f for f in mains(self.signature) if kind(f) != "event")

    @cached_property
    def plain(self) -> frozenset[str]:
        """Its families but for the event of half of all news."""
        return self.families - {GENERIC}

    @cached_property
    def acts(self) -> frozenset[str]:
        """Of these, the acts."""
        return frozenset(f for f in self.plain if kind(f) == "act")

    @cached_property
    def events(self) -> frozenset[str]:
        """The kinds of event, said or inherited, but for that of half of all news."""
        return self.signature.events - {GENERIC}

    @cached_property
    def said_events(self) -> frozenset[str]:
        """The kinds of event that it says or implies itself."""
        return frozenset(f for f in implied(self.signature.said_families) if kind(f) == "event")

    @cached_property
    def newer(self) -> tuple[bool, ...]:
        """Which figures the text calls new: these may replace others that are merely related."""
        return tuple(age_of(self.signature, f) == "newer" for f in self.figures)

    @cached_property
    def large(self) -> tuple[Figure, ...]:
        """The figures that are not too common to be near another by more than chance."""
        return tuple(f for f in self.figures if size(f) > SMALL)

    @cached_property
    def numbers(self) -> frozenset[object]:
        """The numbers of its figures."""
        return frozenset(f.quantity.value for f in self.figures) - {None}

    @cached_property
    def actors(self) -> tuple[NameKey, ...]:
        """The names of the clause that are no places."""
        return tuple(n for n in self.signature.said_names if not n.place)

    @cached_property
    def speaks(self) -> bool:
        """Whether it names its speaker."""
        speech = self.signature.claim.attribution
        return speech is not None and bool(speech.speaker)

    @cached_property
    def local(self) -> bool:
        """Whether it speaks, said or inherited, of a small place."""
        return any(not k.wide for k in self.signature.places)

    @cached_property
    def small(self) -> bool:
        """Whether all the places of the clause, at least one, are small."""
        said = self.signature.said_places
        return bool(said) and not any(k.wide for k in said)

    @cached_property
    def times(self) -> dict[str, float]:
        """Its times with the rarity of each in the document."""
        return {t: self._rarity(t) for t in rarity.times_of(self.signature)}

    @cached_property
    def rare(self) -> dict[str, tuple[float, float, float]]:
        """Each concept: its weight, its rarity in the document, and both as part of a vector of length one."""
        s = self.signature
        scaled = _normal({k: w * self._rarity(k) for k, w in s.concepts.items()})
        return {k: (w, self._rarity(k), scaled.get(k, 0.0)) for k, w in s.concepts.items()}

    @cached_property
    def rare_notions(self) -> dict[str, tuple[float, float]]:
        """Each notion with its weight and its rarity in the document."""
        return {k: (w, self._rarity(k)) for k, w in self.signature.notions.items()}

    @cached_property
    def said(self) -> float:
        """The sum of the weights of what the clause speaks of."""
        return sum(self.signature.concepts.values())

    @cached_property
    def words(self) -> Vector:
        """The clause's telling words."""
        return _normal(_weighed(self.signature.words))

    @cached_property
    def concepts(self) -> Vector:
        """What the clause speaks of."""
        return _normal(self.signature.concepts)

    @cached_property
    def notions(self) -> Vector:
        """The notions that the clause tells of."""
        return _normal(self.signature.notions)

    def vector(self, question: Question) -> Vector:
        """All that likeness is measured by, so that the product of two vectors is what their likeness adds at most."""
        if question not in self._vectors:
            held = weights(question)
            self._vectors[question] = {
                key: w * factor
                for name, vector in self._alike
                if (factor := sqrt(max(0.0, held.get(name, 0.0))))
                for key, w in zip(map(_KEYS[name].__getitem__, vector), vector.values(), strict=True)
            }
        return self._vectors[question]

    @cached_property
    def _alike(self) -> Sequence[tuple[str, Vector]]:
        """The signals of likeness with what each compares."""
        s = self.signature
        words_around, *rest = map(_normal, (_weighed(s.sentence_words), s.concepts_around, s.notions_around, s.context))
        concepts_around, notions_around, context = rest
        compared = (self.words, words_around, self.concepts, concepts_around, self.notions, notions_around, context)
        return [*zip(_LIKENESS, compared, strict=True)]

    def _rarity(self, key: str) -> float:
        return 1.0 / sqrt(max(1, self._counts.get(key, 1)))
