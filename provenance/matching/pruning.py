"""Pairs of claims that cannot say anything worth telling, known without comparing their slots.

Most candidate pairs end as unrelated, or as related without a clash, which nobody is told. What is cheap to know of a
pair bounds what its slots can add: where even the best of them leaves the score below what is decided, or where a
condition of every relation is not met, the comparison is left out. The bounds are strict, so nothing told is lost.
"""

from dataclasses import dataclass
from functools import cache, cached_property
from math import log, sqrt

from provenance.extraction.lexicon import implied, kind, opposites, opposition
from provenance.matching import model, rarity, slots, words
from provenance.matching.figures import Figure
from provenance.matching.model import Question
from provenance.matching.relation import ALIKE, COPIED, HALF_ALIKE, far_apart, meets
from provenance.matching.signals import (
    GENERIC,
    Link,
    between_figures,
    counts_of,
    likeness,
    mains_differ,
    on_one_day,
    one_number,
)
from provenance.matching.signatures import LEAD, Signature
from provenance.matching.succession import age_of

_MARGIN = 1e-3
"""Beyond what rounding of scores and sums can make up."""


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
    def context(self) -> _Bag:
        """What the sentence and the opening of its frame speak of."""
        return _bag(self.signature.context)


def silent(a: Outline, b: Outline, link: Link) -> bool:
    """Whether nothing worth telling can come of two claims of documents with this link."""
    options = [(x, y, i, j) for i, x in enumerate(a.figures) for j, y in enumerate(b.figures) if meets(x, y)]
    if options:
        common = _common(a, b, link)
        return not any(_countable(x, y, common, newer=a.newer[i] or b.newer[j]) for x, y, i, j in options)
    if not b.families.isdisjoint(a.opposed):
        return False
    if _mute(a, b):
        return True
    known = {**_common(a, b, link), **_happening(a, b)}
    if slots.one_time(a.signature, b.signature):
        known["time_different"] = 0.0  # the times may be what conflicts
    decided = min(model.decided("event"), model.opposed()) if a.polarity != b.polarity else model.decided("event")
    if not _reaches("event", known, decided):
        return True
    known |= rarity.of_words(a.signature, b.signature, counts_of(a.signature, b.signature, link))
    if not _reaches("event", known, decided):
        return True
    return not _reaches("event", {**known, "copy": likeness(a.signature, b.signature)}, decided)


def _countable(x: Figure, y: Figure, common: dict[str, float], *, newer: bool) -> bool:
    """Whether two figures may agree or conflict, or, where one may be called newer, be related."""
    verdict = slots.quantified(x, y).verdict
    question: Question = "conflict" if verdict == "different" else "agree"
    vetoed = question == "conflict" and (x.expected or y.expected or far_apart(x, y))
    if (vetoed or verdict == "unknown") and not newer:
        return False
    known = {
        **common,
        "noun_same": float(slots.measured(x, y)[0] == "same"),
        "value_same": float(verdict == "same"),
        **between_figures(x, y),
    }
    return _reaches(question, known, model.close(question) if newer else model.decided(question))


def _mute(a: Outline, b: Outline) -> bool:
    """Whether a condition of every relation of two happenings without a clash is not met."""
    if any(kind(f) != "event" for f in a.main & b.main):
        return False
    if not a.families.isdisjoint(b.families):
        return a.polarity != b.polarity and opposition(a.main_family, b.main_family) != "strict"
    alike = a.words.likeness(b.words)
    if alike >= COPIED - _MARGIN:
        return False
    if a.families and b.families:
        return True
    least = HALF_ALIKE if a.signature.said_names and b.signature.said_names else ALIKE
    return max(alike, a.concepts.likeness(b.concepts)) < least - _MARGIN


def _happening(a: Outline, b: Outline) -> dict[str, float]:
    """The signals of two happenings that need no slot."""
    shared = a.families & b.families - {GENERIC}
    return {
        "families": float(bool(shared)),
        "families_more": min(1.0, max(0, len(shared) - 1) / 3),
        "families_many": float(len(a.said_families & b.said_families) >= 4),
        "main_same": float(main_same := any(kind(f) != "event" for f in a.main & b.main)),
        "main_opposed": float(opposition(a.main_family, b.main_family) == "strict"),
        "acts": float(any(kind(f) == "act" for f in shared)),
        "clash": 0.0,
        "modality_same": float(a.modality == b.modality),
        **({} if main_same else {"slots_agree": 0.0, "main_there": 0.0}),
        "mains_different": float(mains_differ(a.signature, b.signature)),
        "event_said": float(any(kind(f) == "event" for f in implied(a.said_families) & implied(b.said_families))),
        "event_any": float(not a.signature.events.isdisjoint(b.signature.events)),
        "day_said": float(on_one_day(a.signature, b.signature)),
        "number_same": float(one_number(a.signature, b.signature)),
        **({} if a.signature.said_places and b.signature.said_places else {"place_rare": 0.0}),
    }


def _common(a: Outline, b: Outline, link: Link) -> dict[str, float]:
    """The signals of every pair that need no slot but the time; names, places, speakers and copies stay open."""
    x, y = a.signature, b.signature
    time = slots.time(x, y).verdict
    return {
        "time_same": float(time == "same"),
        "time_inherited": float(time == "compatible"),
        "time_different": float(time == "different"),
        "event_same": float(bool(a.events & b.events)),
        "event_different": float(bool(a.events and b.events and not a.events & b.events)),
        "words": a.words.likeness(b.words),
        "words_around": a.sentence_words.likeness(b.sentence_words),
        "concepts": a.concepts.likeness(b.concepts),
        "concepts_around": a.concepts_around.likeness(b.concepts_around),
        "context": a.context.likeness(b.context),
        "lead_both": float(x.order < LEAD and y.order < LEAD),
        "lead_one": float((x.order < LEAD) != (y.order < LEAD)),
        "main_both": float(x.main and y.main),
        "main_one": float(x.main != y.main),
        "link_copies": min(1.0, link.copies / 3),
        "link_figures": min(1.0, link.figures / 3),
        "link_title": link.title,
        "story_main": link.story * float(x.main and y.main),
        "names": min(1.0, min(len(x.said_names), len(y.said_names)) / 2),
        "names_around": min(1.0, min(len(x.names), len(y.names)) / 3),
        "place_same": 0.0,  # bounded by place_inherited, which never goes with it
        **({} if x.places and y.places else {"place_inherited": 0.0, "slots_agree": 0.0}),
        **({} if x.claim.attribution and y.claim.attribution else {"speaker_same": 0.0}),
    }


def _reaches(question: Question, known: dict[str, float], score: float) -> bool:
    """Whether signals that hold these can reach a score: every signal left open counts at its best."""
    weights, best = _weights(question)
    sum_ = best
    for name, value in known.items():
        if weight := weights.get(name):
            sum_ += weight * value - weight if weight > 0 else weight * value
    return sum_ > log((score - _MARGIN) / (1 - score + _MARGIN))


@cache
def _weights(question: Question) -> tuple[dict[str, float], float]:
    """The weights, the larger one for both signals of one place, and what they sum up to where every signal is open."""
    weights = dict(model.weights(question))
    weights["place_inherited"] = max(weights.get("place_inherited", 0.0), weights.get("place_same", 0.0))
    bias = weights.pop("bias")
    return weights, bias + sum(weight for weight in weights.values() if weight > 0)
