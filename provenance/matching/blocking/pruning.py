"""Pairs of claims that cannot say anything worth telling, known without comparing their slots.

Most candidate pairs end as unrelated, or as related without a clash, which nobody is told. What is cheap to know of a
pair bounds what its slots can add: where even the best of them leaves the score below what is decided, or where a
condition of every relation is not met, the comparison is left out. The bounds are strict, so nothing told is lost.
What takes longer to know is asked for only where the rest suffices.
"""

from functools import cached_property

from provenance.matching.blocking import bounds
from provenance.matching.blocking.bounds import MARGIN, Met
from provenance.matching.blocking.outline import Outline, shared
from provenance.matching.comparison import counting, slots, times
from provenance.matching.comparison.link import Link
from provenance.matching.relations import model, signals
from provenance.matching.relations.happenings import (
    ALIKE,
    COPIED,
    HALF_ALIKE,
    ONE_SUBJECT,
    SURE,
    least_at_one_time,
)
from provenance.matching.relations.model import Question
from provenance.matching.relations.oppositions import least_opposed
from provenance.matching.relations.relation import may_clash, meets
from provenance.matching.relations.signals import Pair
from provenance.matching.relations.vetoes import excluded
from provenance.matching.signature import namekeys
from provenance.matching.signature.figures import Figure
from provenance.model import Verdict


def silent(a: Outline, b: Outline, link: Link, met: Met | None = None) -> bool:
    """Whether nothing worth telling can come of two claims of documents with this link.

    `met` are the sentences of both documents of which figures agree or conflict, None where that is not known.
    """
    return not figures_tell(a, b, link) and not happening_tells(a, b, link, met)


def figures_tell(a: Outline, b: Outline, link: Link) -> bool:
    """Whether figures or durations of two claims may agree or conflict, or, where one is called newer, be related."""
    known = _Known(a, b, link)
    x, y = a.signature, b.signature
    return any(
        known.may_tell(f, g, newer=a.newer[i] or b.newer[j])
        for i, f in enumerate(a.figures)
        for j, g in enumerate(b.figures)
        if meets(f, g)
    ) or any(known.may_tell(f, g, newer=False) for f in x.lengths for g in y.lengths if meets(f, g))


class _Known:
    """What is known of two claims beside their figures, found out as it is needed, for each question."""

    def __init__(self, a: Outline, b: Outline, link: Link) -> None:
        self._a, self._b, self._link = a, b, link
        self._sums: dict[tuple[Question, Verdict], float] = {}
        self._names: dict[tuple[Question, Verdict], float] = {}

    @cached_property
    def _time(self) -> Verdict:
        return times.timed(self._a.signature, self._b.signature)[0]

    def may_tell(self, f: Figure, g: Figure, *, newer: bool) -> bool:
        """Whether two figures of the claims may agree or conflict, or, where one may be newer, be related."""
        pair = Pair(self._a.signature, self._b.signature, f, g)
        verdict = counting.quantified(f, g).verdict
        question: Question = "conflict" if verdict == "different" else "agree"
        # Of two lengths of one thing it is they that differ, and not when it was.
        time: Verdict = "unknown" if question == "conflict" and f.lasts else self._time
        vetoed = verdict == "unknown" or (question == "conflict" and (time == "different" or excluded(pair)))
        if vetoed and not newer:
            return False
        needed = bounds.needed(model.close(question) if newer else model.decided(question))
        total = self._sum(question, time) + bounds.of_figures(question, pair, self._a.joining)
        only_at_best = bounds.best(question, signals.ONLY)
        if total + only_at_best + bounds.names_at_best(question, self._a, self._b, self._link) <= needed:
            return False
        total += self._named(question, time)
        return total + only_at_best > needed and total + bounds.of_only(question, pair, self._link) > needed

    def _sum(self, question: Question, time: Verdict) -> float:
        """What all but names and figures adds at best."""
        if (question, time) not in self._sums:
            a, b = self._a, self._b
            total = bounds.situated(question, a, b, self._link) + bounds.of_time(question, time, self._link)
            total += bounds.of_words(question, a, b) + bounds.best(question, bounds.UNASKED)
            self._sums[question, time] = total
        return self._sums[question, time]

    def _named(self, question: Question, time: Verdict) -> float:
        """What names add at best."""
        if (question, time) not in self._names:
            adrift = time == "unknown"
            self._names[question, time] = bounds.of_names(question, self._a, self._b, self._link, adrift=adrift)
        return self._names[question, time]


def happening_tells(a: Outline, b: Outline, link: Link, met: Met | None) -> bool:
    """Whether two claims may agree or conflict as happenings, or be opposed ones at one place."""
    x, y = a.signature, b.signature
    counted = any(meets(f, g) for f in a.figures for g in b.figures)
    if counted and not may_clash(x, y):
        return False
    if not b.families.isdisjoint(a.opposed) and slots.clashing(x, y) is not None:
        return _may_clash(a, b, link, met)
    decided = model.decided("event")
    if a.polarity != b.polarity:
        decided = min(decided, least_opposed(x, y, link))
    near = signals.near_number(x, y) if a.large and b.large else 0.0
    return _may_reach(a, b, link, met, SURE if _is_mute(a, b, near) else decided, near=near, clash=False)


def _may_clash(a: Outline, b: Outline, link: Link, met: Met | None) -> bool:
    """Whether two opposed happenings may conflict, or may at least stand at one place as related ones."""
    x, y = a.signature, b.signature
    near = signals.near_number(x, y) if a.large and b.large else 0.0
    placed = bool(link.containment) or bool(namekeys.shared_names(x.places, y.places))
    opposed = least_opposed(x, y, link)
    least = min(model.close("event"), opposed) if placed else opposed
    return _may_reach(a, b, link, met, least, near=near, clash=True)


def _is_mute(a: Outline, b: Outline, near: float) -> bool:
    """Whether a condition of every relation of two happenings without a clash is not met, unless they are surely one.

    Two that share a predicate meet it.
    """
    if (
        near
        or a.polarity != b.polarity
        or not a.families.isdisjoint(b.families)
        or (a.signature.begun and b.signature.begun)
    ):
        return False  # a denial may meet an accusation in other words
    alike = shared(a.words, b.words)
    if alike >= COPIED - MARGIN or shared(a.notions, b.notions) >= ONE_SUBJECT - MARGIN:
        return False
    if a.families and b.families:
        return True
    least = HALF_ALIKE if a.signature.said_names and b.signature.said_names else ALIKE
    return max(alike, shared(a.concepts, b.concepts)) < least - MARGIN


def _may_reach(a: Outline, b: Outline, link: Link, met: Met | None, score: float, *, near: float, clash: bool) -> bool:
    """Whether two happenings may reach a score; `near` is their signal `number_near`."""
    x, y = a.signature, b.signature
    time = times.timed(x, y)[0]
    if time == "different" and times.may_be_one_time(x, y):
        time, score = "unknown", min(score, least_at_one_time(x, y))  # the times may be what conflicts
    needed = bounds.needed(score)
    total = bounds.situated("event", a, b, link) + bounds.of_time("event", time, link) + bounds.of_words("event", a, b)
    total += bounds.of_predicates(a, b, clash=clash) + bounds.of_numbers(a, b, met, near) + bounds.of_days(a, b, time)
    total += bounds.of_rarity(a, b)
    at_best = bounds.names_at_best("event", a, b, link)
    if total + bounds.best("event", bounds.COPY) + at_best <= needed:
        return False
    total += bounds.of_copy(a, b)
    agreeing = time != "different" and not a.mains.isdisjoint(b.mains)
    return total + at_best > needed and total + bounds.of_names("event", a, b, link, agreeing=agreeing) > needed
