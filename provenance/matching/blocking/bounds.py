"""What is known of two claims without comparing their slots adds to the score of a pair, exactly or at best.

One function for each group of signals; what each signal says stands in `signals`, which these follow.
"""

from functools import cache
from math import log
from types import SimpleNamespace

from provenance.matching.blocking.outline import Outline, shared
from provenance.matching.comparison import counting, rarity, slots, times
from provenance.matching.comparison.link import Link
from provenance.matching.relations import model, signals, waterfall
from provenance.matching.relations.model import Question
from provenance.matching.relations.signals import Pair
from provenance.matching.signature import namekeys
from provenance.matching.signature.signatures import LEAD
from provenance.model import Verdict

Met = frozenset[tuple[int, int]]
"""Sentences of two documents, by their numbers, of which figures agree or conflict."""
MARGIN = 1e-3
"""Beyond what rounding of scores and sums can make up."""
_PLACED, _AGREEING = ("place_same", "place_inherited", "place_different", "place_rare"), ("slots_agree", "main_there")
_AWAY, COPY = ("adrift_one", "apart"), ("copy",)
UNASKED = (*COPY, "taken_one", "taken_both")
"""What is not asked of figures: whether sentences are copies weighs little, and the others other pairs decide."""


@cache
def weights(question: Question) -> SimpleNamespace:
    """The weight of each signal; 0 for those that say nothing to this question."""
    return SimpleNamespace(**(dict.fromkeys(waterfall.signals(), 0.0) | model.weights(question)))


@cache
def best(question: Question, names: tuple[str, ...]) -> float:
    """What signals that are not known add at best."""
    held = model.weights(question)
    return sum(max(0.0, held.get(name, 0.0)) for name in names)


@cache
def needed(score: float) -> float:
    """The sum that is enough for a score."""
    return log((score - MARGIN) / (1 - score + MARGIN))


def of_words(question: Question, a: Outline, b: Outline) -> float:
    """What likeness of words, concepts and notions adds at best."""
    return shared(a.vector(question), b.vector(question))


def of_copy(a: Outline, b: Outline) -> float:
    """What it adds to two happenings that their sentences are copies."""
    return float(weights("event").copy * signals.likeness(a.signature, b.signature))


def of_only(question: Question, pair: Pair, link: Link) -> float:
    """What it adds that figures are the only ones of their kind."""
    held = model.weights(question)
    return sum(held.get(name, 0.0) * value for name, value in signals.only(pair, link).items())


def of_figures(question: Question, pair: Pair, joining: frozenset[str]) -> float:
    """What two figures add by themselves; `joining` are the figures of the first sentence that may join both."""
    held, x, y = weights(question), pair.x, pair.y
    noun = counting.measured(x, y)[0]
    total: float = sum(getattr(held, name) * value for name, value in signals.between_figures(x, y).items())
    if noun == "same":
        total += held.noun_same
    elif noun == "unknown":
        total += held.noun_unknown
    if counting.quantified(x, y).verdict == "same":
        total += held.value_same
    if x.quantity.unit:
        total += held.unit
    if pair.a.main and pair.b.main:
        total += held.main_both
    elif pair.a.main != pair.b.main:
        total += held.main_one
    return total + (0.0 if joining <= x.measures else max(0.0, held.linked))


def situated(question: Question, a: Outline, b: Outline, link: Link) -> float:
    """The constant, and what the places of two claims in their documents, and these, add."""
    held, x, y = weights(question), a.signature, b.signature
    total: float = held.bias + held.link_copies * min(1.0, link.copies / 3)
    total += held.link_figures * link.agreeing + held.link_title * link.title
    total += held.stories_apart * link.stories_apart
    if x.main and y.main:
        total += held.story_main * link.story
    leads = (x.order < LEAD) + (y.order < LEAD)
    if leads:
        total += held.lead_both if leads == 2 else held.lead_one
    if a.events and b.events:
        total += held.event_different if a.events.isdisjoint(b.events) else held.event_same
    return total


def of_time(question: Question, time: Verdict, link: Link) -> float:
    """What the verdict on the times of two claims adds, and the days between their documents."""
    held = weights(question)
    added: dict[Verdict, float] = {
        "same": held.time_same, "compatible": held.time_inherited, "different": held.time_different,
    }  # fmt: skip
    return added.get(time, 0.0) + (0.0 if time == "same" else held.days_apart * link.days_apart)


def of_days(a: Outline, b: Outline, time: Verdict) -> float:
    """What a day, or else a span, said on both sides adds, and a beginning."""
    held = weights("event")
    if time == "same" and times.began_together(a.signature, b.signature):
        return float(held.begun_same + max(held.day_said, held.period_said))
    if signals.on_one_day(a.signature, b.signature):
        return float(held.day_said)
    return float(held.period_said) if time == "same" else 0.0


def of_numbers(a: Outline, b: Outline, met: Met | None, near: float) -> float:
    """What numbers in both claims, and figures that meet around them, add at best."""
    held = weights("event")
    total: float = held.number_near * near
    if not a.numbers.isdisjoint(b.numbers):
        total += held.number_same
    if met is None:
        return total + best("event", ("figures_here", "figures_near"))
    if met:
        here, there = a.signature.order, b.signature.order
        total += held.figures_here * ((here, there) in met)
        total += held.figures_near * signals.met_near(a.signature, b.signature, met)
    return total


def of_predicates(a: Outline, b: Outline, *, clash: bool) -> float:
    """What predicates and events add."""
    held, x, y = weights("event"), a.signature, b.signature
    total: float = held.clash if clash else held.mains_different * signals.mains_differ(x, y)
    if both := len(a.plain & b.plain):
        total += held.families + held.families_more * min(1.0, (both - 1) / 3)
        total += held.acts * (not a.acts.isdisjoint(b.acts))
    if len(x.said_families & y.said_families) >= signals.MANY:
        total += held.families_many
    if not a.mains.isdisjoint(b.mains):
        total += held.main_same
    if slots.mains_opposed(x, y):
        total += held.main_opposed
    if a.modality == b.modality:
        total += held.modality_same
    if not x.events.isdisjoint(y.events):
        total += held.event_any + held.event_said * (not a.said_events.isdisjoint(b.said_events))
    return total


def of_rarity(a: Outline, b: Outline) -> float:
    """What two clauses share adds by its rarity; see `rarity.of_words`."""
    held = weights("event")
    total: float = held.time_rare * max((a.times[t] * b.times[t] for t in a.times.keys() & b.times.keys()), default=0.0)
    name = word = whole = least = cosine = 0.0
    for k in a.rare.keys() & b.rare.keys():
        (w, r, scaled), (v, q, other) = a.rare[k], b.rare[k]
        both = min(w, v)
        worth = both * r * q
        least, whole, cosine = least + both, whole + worth, cosine + scaled * other
        if k.startswith("name:"):
            name = max(name, worth)
        else:
            word = max(word, worth)
    if whole:
        total += held.name_rare * name + held.word_rare * word + held.sum_rare * min(1.0, whole / rarity.SUM)
        said = min(a.said, b.said)
        total += held.cos_rare * cosine + held.contained * (least / said if said > 1 else 0.0)
    notions = [
        min(a.rare_notions[k][0], b.rare_notions[k][0]) * a.rare_notions[k][1] * b.rare_notions[k][1]
        for k in a.rare_notions.keys() & b.rare_notions.keys()
    ]
    if notions:
        total += held.notion_rare * max(notions) + held.notions_rare * min(1.0, sum(notions) / rarity.SUM)
    return total


def names_at_best(question: Question, a: Outline, b: Outline, link: Link) -> float:
    """The most that names can add, by their numbers alone."""
    held, x, y = weights(question), a.signature, b.signature
    total: float = best(question, _AWAY)
    if x.names and y.names:
        total += max(0.0, held.names_around) * min(1.0, min(len(x.names), len(y.names)) / 3)
        total += max(0.0, held.names) * min(1.0, min(len(x.said_names), len(y.said_names)) / 2)
    if a.speaks and b.speaks:
        total += max(0.0, held.speaker_same)
    if (a.actors and b.actors) or (x.sides and y.sides):
        total += max(0.0, held.actor_same, held.actor_side)
    if (x.places and y.places) or link.containment:
        total += best(question, _PLACED) + (0.0 if a.mains.isdisjoint(b.mains) else best(question, _AGREEING))
    return total


def of_names(
    question: Question, a: Outline, b: Outline, link: Link, *, agreeing: bool = False, adrift: bool = False
) -> float:
    """What names add at best: `agreeing` happenings may share actor and place, `adrift` figures no place either."""
    held, x, y = weights(question), a.signature, b.signature
    around = namekeys.shared_names(x.names, y.names)
    acting = bool(around and namekeys.shared_names(a.actors, b.actors))
    sides = bool(x.sides and y.sides) and not acting
    one_side = sides and not x.sides.isdisjoint(y.sides)
    total: float = held.actor_same if acting else 0.0
    if sides:
        total += held.actor_side if one_side else held.actor_different
    if a.speaks and b.speaks and slots.one_speaker(x, y):
        total += held.speaker_same
    total += held.names_around * min(1.0, len(around) / 3)
    if around:
        total += max(0.0, held.names) * min(1.0, min(len(x.said_names), len(y.said_names)) / 2)
    return total + _of_places(question, a, b, link, agreeing=agreeing, acting=acting or one_side, adrift=adrift)


def _of_places(
    question: Question, a: Outline, b: Outline, link: Link, *, agreeing: bool, acting: bool, adrift: bool
) -> float:
    """What places add at best; which lies in which is not looked up."""
    held, x, y = weights(question), a.signature, b.signature
    both_said = bool(x.said_places and y.said_places)
    there = max(0.0, held.main_there) + acting * max(0.0, held.slots_agree) if agreeing else 0.0
    if link.containment:
        return best(question, _PLACED) + best(question, _AWAY) + there
    if namekeys.shared_names(x.places, y.places):
        return float(held.place_same + max(0.0, held.place_rare) + there if both_said else held.place_inherited)
    total: float = held.place_different if a.small and b.small else held.adrift_one if adrift else 0.0
    return total + (held.apart if a.local and b.local else 0.0)
