"""Relation of two claims: align their figures, weigh the slots, decide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.matching.comparison import appointed, counting, slots, times
from provenance.matching.comparison.link import Link
from provenance.matching.relations import happenings, model, signals, vetoes
from provenance.matching.relations.match import AGREEING_FIRST, Match
from provenance.matching.relations.model import Question
from provenance.matching.relations.signals import Pair
from provenance.matching.signature import holders
from provenance.matching.signature.figures import FATES, Figure
from provenance.matching.signature.signatures import Signature
from provenance.model import Comparison, Relation, SlotComparison

_TWO_SIDES = {"WIN", "DEFEATED"}
_Option = tuple[Pair, Sequence[SlotComparison], dict[str, float], int, int]
"""Two figures that may measure one thing, with all slots, signals, and the place of each among those of its claim."""


@dataclass(frozen=True, slots=True)
class Look:
    """What two claims show by themselves, whatever other claims of their documents do."""

    a: Signature
    b: Signature
    slots: Sequence[SlotComparison]
    """Those that do not depend on figures."""
    figures: Sequence[_Option]


def relate(a: Signature, b: Signature, link: Link) -> list[Match]:
    """The relations of two claims, "unrelated" included: one per aligned pair of figures, else one of happenings.

    Beside figures, the happening is told too where its times clash: one fine, but six years in prison or five.
    """
    return relations(look(a, b, link), link)


def relations(known: Look, link: Link) -> list[Match]:
    """The same of two claims looked at before; `link` may hold more than was known then."""
    a, b = known.a, known.b
    found = counted(known, link)
    lengths = any(m.x is not None and m.x.lasts and m.relation == "conflicts" for m in found)
    if found and (lengths or not may_clash(a, b)):
        return found
    event = happenings.relate(a, b, link, known.slots)
    return [event] if not found else [*found, event] if event.relation == "conflicts" else found


def may_clash(a: Signature, b: Signature) -> bool:
    """Whether two claims may conflict as happenings, whatever their figures say."""
    if lasting_apart(a, b) or appointed.two_days(a, b):
        return True
    return opposed(a, b) or bool(signals.denied_mains(a, b))


def opposed(a: Signature, b: Signature) -> bool:
    """Whether the main predicates rule each other out: a bid that was rejected and one that was accepted.

    Who wins and who loses may be two sides of one match.
    """
    x, y = a.claim.frame.family, b.claim.frame.family
    return a.claim.polarity == b.claim.polarity and {x, y} != _TWO_SIDES and slots.mains_opposed(a, b)


def lasting_apart(a: Signature, b: Signature) -> bool:
    """Whether one happening lasts two different times on the two sides."""
    lasting = times.durations(a, b) is not None
    return lasting and times.one_time(a, b) and times.timed(a, b)[0] == "different"


def counted(known: Look, link: Link) -> list[Match]:
    """The relations of the figures of two claims alone, "unrelated" included."""
    return _telling(_figures(known, link))


def look(a: Signature, b: Signature, link: Link) -> Look:
    """The slots of two claims, and what the figures that may measure one thing show."""
    found = slots_of(a, b, link)
    figures = [
        _option(Pair(a, b, x, y), link, found, i, j)
        for i, x in enumerate((*a.figures, *a.lengths))
        for j, y in enumerate((*b.figures, *b.lengths))
        if meets(x, y)
    ]
    return Look(a, b, found, figures)


def slots_of(a: Signature, b: Signature, link: Link) -> list[SlotComparison]:
    """The slots of two claims that do not depend on their figures."""
    compared = (times.time, slots.actor, slots.action, slots.attribution, slots.wording)
    return [slots.place(a, b, link.containment), *(compare(a, b) for compare in compared)]


def _option(pair: Pair, link: Link, shared: Sequence[SlotComparison], i: int, j: int) -> _Option:
    found = [counting.measure(pair.x, pair.y), counting.quantity(pair.x, pair.y), *shared]
    if pair.x.lasts and _question(found) == "conflict":
        found = [_undated(s) if s.slot == "time" else s for s in found]
    return pair, found, signals.of_figures(pair, link, found), i, j


def questions(a: Signature, b: Signature, link: Link) -> Iterator[tuple[Question, dict[str, float]]]:
    """What the model is asked about two claims: for each aligned pair of figures, or for the happening, its signals."""
    for match in relate(a, b, link):
        found = match.slots
        if match.x is None or match.y is None:
            yield "event", signals.of_events(a, b, link, found)
        else:
            question = _question(found)
            pair = Pair(a, b, match.x, match.y)
            if question == "agree" or vetoes.may_conflict(pair, found):
                yield question, signals.of_figures(pair, link, found)


def weighed(m: Match) -> tuple[Question, dict[str, float]]:
    """The question that the score of a match answers, and the signals that it was made from."""
    found = m.slots
    if m.x is not None and m.y is not None:
        return _question(found), signals.of_figures(Pair(m.a, m.b, m.x, m.y), m.link, found)
    seen = signals.of_events(m.a, m.b, m.link, found)
    told = model.probability("event", seen)
    return "event", seen if told == m.score else signals.without_time(seen, found)


def _figures(known: Look, link: Link) -> list[Match]:
    """The best one-to-one alignment of the figures that measure one thing."""
    options = [(_figure(pair, link, found, seen), i, j) for pair, found, seen, i, j in known.figures]
    options.sort(key=lambda o: (AGREEING_FIRST.index(o[0].relation), -o[0].score, o[1], o[2]))
    used: set[tuple[str, int]] = set()
    chosen = []
    for match, i, j in options:
        if ("a", i) not in used and ("b", j) not in used:
            used |= {("a", i), ("b", j)}
            chosen.append(match)
    return chosen


def _telling(found: Sequence[Match]) -> list[Match]:
    """Matches of figures without those of durations that say nothing: the happening may."""
    return [m for m in found if m.x is None or not m.x.lasts or m.relation in ("corroborates", "conflicts")]


def meets(x: Figure, y: Figure) -> bool:
    """Whether two figures may measure one thing: no bare number, no part against a whole of another kind.

    "Twenty-one of the victims died in Pirra" may still be the 21 bodies that were found there.
    """
    if x.lasts != y.lasts:
        return False
    verdict = counting.measured(x, y)[0]
    if verdict == "different":
        return False
    if verdict == "unknown":
        return bool(x.measures & y.measures) or counting.one_number(x, y)
    apart = (x.scope == "part") != (y.scope == "part") and x.noun_class != y.noun_class
    return not apart or (bool(x.measures & y.measures) and counting.one_number(x, y))


def _question(found: Sequence[SlotComparison]) -> Question:
    return "conflict" if any(s.slot == "quantity" and s.verdict == "different" for s in found) else "agree"


def _figure(pair: Pair, link: Link, found: Sequence[SlotComparison], seen: dict[str, float]) -> Match:
    question = _question(found)
    score = model.probability(question, {**seen, **signals.elsewhere(pair, link)})
    relation: Relation = "related" if score >= model.close(question) else "unrelated"
    allowed = vetoes.may_agree(pair, link) if question == "agree" else vetoes.may_conflict(pair, found)
    known = all(s.verdict != "unknown" for s in found if s.slot == "quantity")
    if score >= model.decided(question) and known and allowed:
        relation = _stated(question, pair, score)
    return Match(pair.a, pair.b, Comparison(relation=relation, score=score, slots=tuple(found)), pair.x, pair.y, link)


def _undated(time: SlotComparison) -> SlotComparison:
    """The slot of time of two lengths of one thing: it is they that differ, and not when it was."""
    return time.model_copy(update={"verdict": "unknown", "reason": "the lengths are compared as figures"})


def _befell_a_part(pair: Pair) -> bool:
    """Whether one tells what befell a number of people and the other what befell some of as many: "12 of the 300"."""
    x, y = pair.x, pair.y
    return (x.scope == "whole") != (y.scope == "whole") and bool(FATES & x.measures & y.measures)


def _stated(question: Question, pair: Pair, score: float) -> Relation:
    """What two figures of one thing say; where one claim denies something, whether that is what both count.

    "Did not kill 12" and "killed 12" clash; "Krone, 58, will not appeal" says of an age what any claim of it says.
    """
    if opposed(pair.a, pair.b) or (question == "agree" and holders.apart(pair.x.holder, pair.y.holder)):
        return "related"
    if slots.leaves_unsaid(pair.a, pair.b) or (question == "agree" and _befell_a_part(pair)):
        return "related"
    denied = slots.denied_once(pair.a, pair.b)
    if question == "agree" and denied & signals.mains(pair.a) & signals.mains(pair.b):
        return "conflicts"
    if question == "conflict" and denied & pair.x.measures & pair.y.measures:
        return "conflicts"  # "refused to pay four million", "paid two"
    undenied = pair.x.measures & pair.y.measures - (pair.a.denied | pair.b.denied)
    if denied or (pair.a.claim.polarity != pair.b.claim.polarity and score < happenings.SURE and not undenied):
        return "related"  # "no arrests over the fire that killed three" denies no death
    return "corroborates" if question == "agree" else "conflicts"
