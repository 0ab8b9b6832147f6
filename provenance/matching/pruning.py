"""Pairs of claims that cannot say anything worth telling, known without comparing their slots.

Most candidate pairs end as unrelated, or as related without a clash, which nobody is told. What is cheap to know of a
pair bounds what its slots can add: where even the best of them leaves the score below what is decided, or where a
condition of every relation is not met, the comparison is left out. The bounds are strict, so nothing told is lost.
"""

from collections.abc import Callable, Sequence
from functools import cache, partial
from math import log

from provenance.extraction.lexicon import implied, kind
from provenance.matching import counting, model, namekeys, rarity, slots, times
from provenance.matching.happenings import ALIKE, COPIED, HALF_ALIKE, ONE_SUBJECT, SURE
from provenance.matching.model import Question
from provenance.matching.outline import Outline
from provenance.matching.relation import far_apart, lasting_apart, meets, opposed
from provenance.matching.signals import (
    GENERIC,
    Link,
    Pair,
    between_figures,
    counts_of,
    likeness,
    mains_differ,
    near_number,
    on_one_day,
    one_number,
    only,
)
from provenance.matching.signatures import LEAD, Signature

Signals = dict[str, float]
_MARGIN = 1e-3
"""Beyond what rounding of scores and sums can make up."""


def silent(a: Outline, b: Outline, link: Link) -> bool:
    """Whether nothing worth telling can come of two claims of documents with this link."""
    options = [(x, y, i, j) for i, x in enumerate(a.figures) for j, y in enumerate(b.figures) if meets(x, y)]
    if a.signature.lengths and b.signature.lengths and _may_last(a, b, link):
        return False
    if options:
        common, named = _common(a, b, link), _named(a, b, link)
        countable = any(
            _countable(Pair(a.signature, b.signature, x, y), link, common, named, newer=a.newer[i] or b.newer[j])
            for x, y, i, j in options
        )
        if countable or not (lasting_apart(a.signature, b.signature) or opposed(a.signature, b.signature)):
            return not countable
    if not b.families.isdisjoint(a.opposed) and slots.clashing(a.signature, b.signature) is not None:
        return not _clashing(a, b, link)
    if _denied(a, b):
        return True
    decided = min(model.decided("event"), model.opposed()) if a.polarity != b.polarity else model.decided("event")
    if _mute(a, b):
        decided = SURE
    return not _may_reach(a, b, link, _happening_known(a, b, link), decided)


def _may_last(a: Outline, b: Outline, link: Link) -> bool:
    """Whether two durations may agree."""
    x, y = a.signature, b.signature
    pairs = [Pair(x, y, f, g) for f in x.lengths for g in y.lengths if meets(f, g)]
    common, named = (_common(a, b, link), _named(a, b, link)) if pairs else ({}, ())
    return any(_countable(pair, link, common, named, newer=False) for pair in pairs)


def _clashing(a: Outline, b: Outline, link: Link) -> bool:
    """Whether two opposed happenings may conflict, or may at least stand at one place as related ones."""
    known = _happening_known(a, b, link) | {"clash": 1.0, "mains_different": 0.0}
    score = min(model.close("event"), model.opposed())
    if not _may_reach(a, b, link, known, score):
        return False
    placed = {} if link.containment else _placed(a.signature, b.signature)
    apart = placed.get("place_same") == placed.get("place_inherited") == 0.0
    return not apart or _may_reach(a, b, link, known, model.opposed())


def _may_reach(a: Outline, b: Outline, link: Link, known: Signals, score: float) -> bool:
    """Whether two happenings may reach a score."""
    x, y = a.signature, b.signature
    rare = partial(rarity.of_words, x, y, counts_of(x, y, link))
    near = {"number_near": near_number(x, y)}
    return _stays("event", {**known, **near}, score, (rare, lambda: {"copy": likeness(x, y)}, *_named(a, b, link)))


def _stays(question: Question, known: Signals, score: float, steps: Sequence[Callable[[], Signals]]) -> bool:
    """Whether a score stays within reach: what takes longer to know is asked for only where the rest suffices."""
    ceiling = _ceiling(question, known)
    for step in steps:
        if not _reaches(ceiling, score):
            return False
        ceiling += _change(question, known, step())
    return _reaches(ceiling, score)


def _happening_known(a: Outline, b: Outline, link: Link) -> Signals:
    """The signals of two happenings that are cheap to know."""
    known = {**_common(a, b, link), **_happening(a, b)}
    if times.one_time(a.signature, b.signature):
        known["time_different"] = 0.0  # the times may be what conflicts
    return known


def _countable(pair: Pair, link: Link, common: Signals, named: Sequence[Callable[[], Signals]], *, newer: bool) -> bool:
    """Whether two figures may agree or conflict, or, where one may be called newer, be related."""
    x, y = pair.x, pair.y
    verdict = counting.quantified(x, y).verdict
    question: Question = "conflict" if verdict == "different" else "agree"
    vetoed = question == "conflict" and far_apart(x, y)
    if (vetoed or verdict == "unknown") and not newer:
        return False
    known = {
        **common,
        "noun_same": float(counting.measured(x, y)[0] == "same"),
        "value_same": float(verdict == "same"),
        **between_figures(x, y),
    }
    if x.lasts and question == "conflict":
        known |= dict.fromkeys(("time_same", "time_inherited", "time_different"), 0.0)
    steps = (lambda: only(pair, link), *named)
    return _stays(question, known, model.close(question) if newer else model.decided(question), steps)


def _denied(a: Outline, b: Outline) -> bool:
    """Whether one denies what the other tells beside its main predicate, which is no conflict and no agreement."""
    if a.polarity == b.polarity or a.families.isdisjoint(b.families):
        return False
    same = any(kind(f) != "event" for f in a.main & b.main)
    return not same and not slots.mains_opposed(a.signature, b.signature)


def _mute(a: Outline, b: Outline) -> bool:
    """Whether a condition of every relation of two happenings without a clash is not met, unless they are surely one.

    Two that share a predicate meet it.
    """
    if not a.families.isdisjoint(b.families):
        return False
    if near_number(a.signature, b.signature):
        return False
    alike = a.words.likeness(b.words)
    if alike >= COPIED - _MARGIN or a.notions.likeness(b.notions) >= ONE_SUBJECT - _MARGIN:
        return False
    if a.families and b.families:
        return True
    least = HALF_ALIKE if a.signature.said_names and b.signature.said_names else ALIKE
    return max(alike, a.concepts.likeness(b.concepts)) < least - _MARGIN


def _happening(a: Outline, b: Outline) -> Signals:
    """The signals of two happenings that need no slot."""
    shared = a.families & b.families - {GENERIC}
    return {
        "families": float(bool(shared)),
        "families_more": min(1.0, max(0, len(shared) - 1) / 3),
        "families_many": float(len(a.said_families & b.said_families) >= 4),
        "main_same": float(main_same := any(kind(f) != "event" for f in a.main & b.main)),
        "main_opposed": float(slots.mains_opposed(a.signature, b.signature)),
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
        **({} if a.signature.claim.times and b.signature.claim.times else {"time_rare": 0.0}),
    }


def _common(a: Outline, b: Outline, link: Link) -> Signals:
    """The signals of every pair that need no slot but the time; names, places, speakers and copies stay open."""
    x, y = a.signature, b.signature
    time, _ = times.timed(x, y)
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
        "notions": a.notions.likeness(b.notions),
        "notions_around": a.notions_around.likeness(b.notions_around),
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


def _named(a: Outline, b: Outline, link: Link) -> tuple[Callable[[], Signals], ...]:
    """What names tell of places, of actors and of all else; two names seen for the first time take longest."""
    x, y = a.signature, b.signature
    return (
        lambda: {} if link.containment else _placed(x, y),
        lambda: _acting(a, b),
        lambda: {"names_around": min(1.0, len(namekeys.shared_names(x.names, y.names)) / 3)},
    )


def _placed(x: Signature, y: Signature) -> Signals:
    """The signals of places of which none is known to lie in another."""
    both_said = bool(x.said_places and y.said_places)
    if namekeys.shared_names(x.places, y.places):
        return {"place_same": 1.0, "place_inherited": 0.0} if both_said else {}
    small = both_said and not any(k.wide for k in (*x.said_places, *y.said_places))
    none = ("place_same", "place_inherited", "place_rare", "slots_agree", "main_there")
    return dict.fromkeys(none, 0.0) | {"place_different": float(small)}


def _acting(a: Outline, b: Outline) -> Signals:
    """The signals of those who act and speak."""
    x, y = a.signature, b.signature
    acting = bool(namekeys.shared_names(a.actors, b.actors))
    sides = bool(x.sides and y.sides) and not acting
    return {
        "actor_same": float(acting),
        "actor_side": float(sides and not x.sides.isdisjoint(y.sides)),
        "actor_different": float(sides and x.sides.isdisjoint(y.sides)),
        "speaker_same": float(slots.one_speaker(x, y)),
    }


def _ceiling(question: Question, known: Signals) -> float:
    """The highest sum of a pair whose signals hold these: every signal left open counts at its best."""
    weights, best = _weights(question)
    return best + sum([pair[0] * value - pair[1] for name, value in known.items() if (pair := weights.get(name))])


def _change(question: Question, known: Signals, more: Signals) -> float:
    """What knowing more signals, or signals that were bounded before, takes from the ceiling."""
    weights, _ = _weights(question)
    found = [(pair, value, known.get(name)) for name, value in more.items() if (pair := weights.get(name))]
    return sum([w * value - (at_best if before is None else w * before) for (w, at_best), value, before in found])


def _reaches(ceiling: float, score: float) -> bool:
    """Whether a sum is enough for a score."""
    return ceiling > log((score - _MARGIN) / (1 - score + _MARGIN))


@cache
def _weights(question: Question) -> tuple[dict[str, tuple[float, float]], float]:
    """Each weight, the larger one for both signals of one place, with what it adds at best; the sum of all at best."""
    weights = dict(model.weights(question))
    weights["place_inherited"] = max(weights.get("place_inherited", 0.0), weights.get("place_same", 0.0))
    bias = weights.pop("bias")
    best = {name: (weight, max(weight, 0.0)) for name, weight in weights.items() if weight}
    return best, bias + sum(at_best for _, at_best in best.values())
