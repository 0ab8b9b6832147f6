"""Relation of two claims: align their figures, weigh the slots, decide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from provenance.extraction.lexicon import ancestors
from provenance.extraction.opposites import opposition
from provenance.matching import model, numerals, signals, slots, times, words
from provenance.matching.figures import Figure
from provenance.matching.model import Question
from provenance.matching.numerals import Numeral
from provenance.matching.signals import Link, Pair
from provenance.matching.signatures import Signature
from provenance.model import Comparison, Relation, SlotComparison

ALIKE = 0.6
"""Likeness of two clauses from which the wording alone shows that they speak of one happening."""
ONE_SUBJECT = 0.5
"""Likeness of the notions of two clauses from which they tell of one subject, in whatever words."""
HALF_ALIKE = 0.4
"""Likeness below which a denial and an affirmation may well speak of two things."""
COPIED = 0.8
"""Likeness of words and sentences from which two clauses are one text, whatever days the text around them names."""
SURE = 0.7
"""Probability from which two happenings are one though both hold figures, none of which have met, though they share no
known predicate, or though a nearly equal sentence elsewhere tells the same."""
_CERTAIN = 0.9
"""Probability from which two happenings with one main predicate are one, however they are worded."""
_ONE_MATTER = 0.2
"""Likeness below which opposed predicates are about two matters."""
_HALF_COPY = 0.5
"""Likeness of two sentences (`signals.likeness`) below which the near copy of one is the better counterpart."""
_WHOLE_COPY = 0.9
"""Likeness of two sentences from which they are one text."""
_TWO = 2
"""Telling words that two happenings without a common predicate share at least to agree."""
_FAR = 100
"""Counts further apart than this factor do not measure one thing."""
_OPEN = frozenset({"possible", "conditional", "asked", "hypothetical"})
"""Modalities of what is not said to be or to come."""
_TWO_SIDES = {"WIN", "DEFEATED"}
_FIRST = ("corroborates", "conflicts", "supersedes", "related", "unrelated")
"""Which of two alignments of one figure is taken first: what meets before what does not."""


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


def relate(a: Signature, b: Signature, link: Link, shared: Sequence[SlotComparison] = ()) -> list[Match]:
    """The relations of two claims, "unrelated" included: one per aligned pair of figures, else one of happenings.

    Beside figures, the happening is told too where its times clash: one fine, but six years in prison or five.
    `shared` is what `slots_of` gives for them, where it is known.
    """
    shared = shared or slots_of(a, b, link)
    found = _figures(a, b, link, shared)
    if found and not (lasting_apart(a, b) or opposed(a, b)):
        return found
    event = _event(a, b, link, shared)
    return [event] if not found else [*found, event] if event.comparison.relation == "conflicts" else found


def opposed(a: Signature, b: Signature) -> bool:
    """Whether the main predicates rule each other out: a bid that was rejected and one that was accepted.

    Who wins and who loses may be two sides of one match.
    """
    x, y = a.claim.frame.family, b.claim.frame.family
    return a.claim.polarity == b.claim.polarity and {x, y} != _TWO_SIDES and opposition(x, y) == "strict"


def lasting_apart(a: Signature, b: Signature) -> bool:
    """Whether one happening lasts two different times on the two sides."""
    lasting = times.durations(a, b) is not None
    return lasting and times.one_time(a, b) and times.timed(a, b)[0] == "different"


def counted(a: Signature, b: Signature, link: Link, shared: Sequence[SlotComparison]) -> list[Match]:
    """The relations of the figures of two claims alone, "unrelated" included; `shared` as in `relate`."""
    return _figures(a, b, link, shared) if a.figures and b.figures else []


def slots_of(a: Signature, b: Signature, link: Link) -> list[SlotComparison]:
    """The slots of two claims that do not depend on their figures."""
    compared = (times.time, slots.actor, slots.action, slots.attribution, slots.wording)
    return [slots.place(a, b, link.containment), *(compare(a, b) for compare in compared)]


def questions(a: Signature, b: Signature, link: Link) -> Iterator[tuple[Question, dict[str, float]]]:
    """What the model is asked about two claims: for each aligned pair of figures, or for the happening, its signals."""
    for match in relate(a, b, link):
        found = match.comparison.slots
        if match.x is None or match.y is None:
            yield "event", signals.of_events(a, b, link, found)
        else:
            question = _question(found)
            pair = Pair(a, b, match.x, match.y)
            if question == "agree" or _may_conflict(pair, found):
                yield question, signals.of_figures(pair, link, found)


def weighed(m: Match) -> tuple[Question, dict[str, float]]:
    """The question that the score of a match answers, and the signals that it was made from."""
    found = m.comparison.slots
    if m.x is not None and m.y is not None:
        return _question(found), signals.of_figures(Pair(m.a, m.b, m.x, m.y), m.link, found)
    seen = signals.of_events(m.a, m.b, m.link, found)
    told = model.probability("event", seen)
    return "event", seen if told == m.comparison.score else signals.without_time(seen, found)


def _figures(a: Signature, b: Signature, link: Link, shared: Sequence[SlotComparison]) -> list[Match]:
    """The best one-to-one alignment of the figures that measure one thing."""
    options = []
    for i, x in enumerate(a.figures):
        for j, y in enumerate(b.figures):
            if meets(x, y):
                measure = slots.measure(x, y)
                options.append((_figure(Pair(a, b, x, y), link, [measure, slots.quantity(x, y), *shared]), i, j))
    options.sort(key=lambda o: (_FIRST.index(o[0].comparison.relation), -o[0].comparison.score, o[1], o[2]))
    used: set[tuple[str, int]] = set()
    chosen = []
    for match, i, j in options:
        if ("a", i) not in used and ("b", j) not in used:
            used |= {("a", i), ("b", j)}
            chosen.append(match)
    return chosen


def meets(x: Figure, y: Figure) -> bool:
    """Whether two figures may measure one thing: no bare number, no part against a whole of another kind."""
    verdict = slots.measured(x, y)[0]
    if verdict == "different":
        return False
    if verdict == "unknown":
        return bool(x.measures & y.measures) or slots.one_number(x, y)
    return not ((x.scope == "part") != (y.scope == "part") and x.noun_class != y.noun_class)


def _question(found: Sequence[SlotComparison]) -> Question:
    return "conflict" if any(s.slot == "quantity" and s.verdict == "different" for s in found) else "agree"


def _figure(pair: Pair, link: Link, found: Sequence[SlotComparison]) -> Match:
    question = _question(found)
    score = model.probability(question, signals.of_figures(pair, link, found))
    relation: Relation = "related" if score >= model.close(question) else "unrelated"
    known = all(s.verdict != "unknown" for s in found if s.slot == "quantity")
    if question == "conflict" and not _may_conflict(pair, found):
        known = False
    if score >= model.decided(question) and known:
        relation = _stated(question, pair, score)
    return Match(pair.a, pair.b, Comparison(relation=relation, score=score, slots=tuple(found)), pair.x, pair.y, link)


def _may_conflict(pair: Pair, found: Sequence[SlotComparison]) -> bool:
    """Hard vetoes: other places or days, projections, long totals, parts within wholes, counts of different size."""
    x, y = pair.x, pair.y
    if x.expected or y.expected or _of_other_kind(x, y):
        return False
    verdicts = {s.slot: s.verdict for s in found}
    if "different" in (verdicts["place"], verdicts["time"]) or _in_two_places(pair) or times.long_ago(pair.a, pair.b):
        return False
    same_period = verdicts["time"] == "same"
    if "long" in (x.scope, y.scope) and not (x.scope == y.scope and same_period):
        return False
    if x.scope == y.scope == "seen":
        return False
    for part, whole in ((x, y), (y, x)):
        if _is_within(part, whole):
            return signals.size(part) > signals.size(whole)
    return not far_apart(x, y)


def _in_two_places(pair: Pair) -> bool:
    """Whether the sentences of both name small places of their own, and none that both name."""
    x, y = ([k for k in s.names if k.place] for s in (pair.a, pair.b))
    if not all(any(not k.wide for k in places) for places in (x, y)):
        return False
    return not slots.shared_names(x, y)


def far_apart(x: Figure, y: Figure) -> bool:
    """Whether two counts are too different to measure one thing."""
    small, large = sorted((signals.size(x), signals.size(y)))
    return large > _FAR * max(1.0, small)


def _is_within(part: Figure, whole: Figure) -> bool:
    """Whether one counts a part of what the other counts: "among them", bodies in one place, fighters among people."""
    if part.scope != whole.scope:
        return part.scope in ("part", "seen")
    armed = ["FIGHTER" in ancestors(f.noun_class) if f.noun_class else False for f in (part, whole)]
    return armed == [True, False]


def _of_other_kind(x: Figure, y: Figure) -> bool:
    """Whether one counts a known kind and the other something that no list knows."""
    return any(one.noun_class and not other.noun_class and other.noun for one, other in ((x, y), (y, x)))


def _stated(question: Question, pair: Pair, score: float) -> Relation:
    """What two figures of one thing say; where one claim denies something, whether that is what both count.

    "Did not kill 12" and "killed 12" clash; "Krone, 58, will not appeal" says of an age what any claim of it says.
    """
    if question == "agree" and opposed(pair.a, pair.b):
        return "related"
    denied = slots.denied_once(pair.a, pair.b)
    if question == "agree" and denied & signals.mains(pair.a) & signals.mains(pair.b):
        return "conflicts"
    if denied or (pair.a.claim.polarity != pair.b.claim.polarity and score < SURE):
        return "related"
    return "corroborates" if question == "agree" else "conflicts"


def _event(a: Signature, b: Signature, link: Link, found: Sequence[SlotComparison]) -> Match:
    seen = signals.of_events(a, b, link, found)
    score = model.probability("event", seen)
    if seen["time_different"] and times.one_time(a, b):
        otherwise = model.probability("event", signals.without_time(seen, found))
        if otherwise >= model.decided("event"):
            return Match(a, b, Comparison(relation="conflicts", score=otherwise, slots=tuple(found)), link=link)
    one_way = a.claim.polarity == b.claim.polarity
    sure = score >= SURE and one_way and not link.side_by_side and not (a.figures and b.figures)
    relation = _happening(a, b, seen, {s.slot: s for s in found}, score=score, sure=sure)
    if relation == "corroborates" and score < _CERTAIN and _told_elsewhere(a, b, seen["copy"], link):
        relation = "related"
    if relation == "corroborates" and _is_another_part(seen):
        relation = "related"
    numbers = numerals.apart(a.claim, b.claim) if relation == "corroborates" else None
    if numbers is not None:
        found = [*found, numerals.slot(*numbers)]
        relation = "conflicts" if _miscounted(a, b, *numbers, found, score) else "related"
    return Match(a, b, Comparison(relation=relation, score=score, slots=tuple(found)), link=link)


def _is_another_part(seen: dict[str, float]) -> bool:
    """Whether two clauses are different parts of one copied sentence: each has its own counterpart."""
    return seen["copy"] >= _WHOLE_COPY and max(seen["words"], seen["concepts"]) < HALF_ALIKE


def _told_elsewhere(a: Signature, b: Signature, copy: float, link: Link) -> bool:
    """Whether the other document tells what one of two sentences says in another, nearly equal sentence."""
    left, right = (a, b) if a.claim.span.document <= b.claim.span.document else (b, a)
    has_twin = left.claim.sentence.start in link.twins[0] or right.claim.sentence.start in link.twins[1]
    return has_twin and copy < _HALF_COPY


def _miscounted(
    a: Signature, b: Signature, x: Numeral, y: Numeral, found: Sequence[SlotComparison], score: float
) -> bool:
    """Whether two numbers in one place clash: wordings that differ in little else, and neither number is a name."""
    if not numerals.is_swapped(x, y) or x.names or y.names or not a.claim.modality == b.claim.modality == "asserted":
        return False
    apart = any(s.verdict == "different" for s in found if s.slot in ("place", "time", "actor"))
    if apart:
        return False
    one_matter = score >= _CERTAIN and bool(x.after) and bool(signals.mains(a) & signals.mains(b))
    return one_matter or words.overlap(a.words, b.words) >= COPIED


def _happening(
    a: Signature,
    b: Signature,
    seen: dict[str, float],
    found: dict[str, SlotComparison],
    *,
    score: float,
    sure: bool,
) -> Relation:
    """Relation of two claims as happenings. A clash of families decides, a denial only of the main predicate.

    Two that are `sure` to be one need no predicate in common.
    """
    clash = slots.clashing(a, b)
    common = a.families & b.families or clash or seen["number_near"] or slots.shared_names(a.said_names, b.said_names)
    one_subject = max(seen["words"], seen["concepts"]) >= ALIKE or seen["notions"] >= ONE_SUBJECT
    if not sure and not common and not one_subject:
        return "unrelated"
    apart = clash is not None or found["action"].verdict == "different"
    if score < (model.opposed() if apart else model.decided("event")):
        return "related" if score >= model.close("event") else "unrelated"
    if apart:
        return "conflicts" if _contradicts(a, b, seen, found) else "related"
    if a.figures and b.figures and not seen["number_near"] and (score < SURE or not a.families & b.families):
        return "related"
    return "corroborates" if _grounded(a, b, seen, found, sure=sure) else "related"


def _contradicts(a: Signature, b: Signature, seen: dict[str, float], found: dict[str, SlotComparison]) -> bool:
    """Whether opposed or denied happenings clash: at one time, in main predicates, and not in talk about reports."""
    if found["time"].verdict == "different" or {a.claim.frame.family, b.claim.frame.family} & slots.MEASURELESS:
        return False
    if not _OPEN.isdisjoint((a.claim.modality, b.claim.modality)):
        return False  # what could be averted and what should be allowed do not clash
    if seen["main_opposed"]:
        if a.claim.polarity != b.claim.polarity:
            return False  # "did not approve" and "rejected" agree
        return max(seen["words"], seen["concepts"], seen["copy"]) >= _ONE_MATTER
    if slots.denied_words(a, b) and max(seen["words"], seen["concepts"]) >= _ONE_MATTER:
        return True
    denied = slots.denied_once(a, b) & signals.mains(a) & signals.mains(b)
    return bool(denied and seen["main_same"] and max(seen["words"], seen["concepts"]) >= HALF_ALIKE)


def _grounded(
    a: Signature, b: Signature, seen: dict[str, float], found: dict[str, SlotComparison], *, sure: bool
) -> bool:
    """Whether both state something, and nothing sets the two apart: days, counts that would have met, acts.

    Where the two are `sure` to be one, the acts need no common name, and days taken from the text around are no bar.
    """
    if slots.is_name_only(a) or slots.is_name_only(b):
        return False  # a byline says nothing of its writers
    if min(seen["words"], seen["copy"]) >= COPIED:
        return not times.times_clash(a, b)
    if times.times_clash(a, b) if sure else found["time"].verdict == "different" or not _of_one_act(a, b, seen):
        return False
    return not _counts_apart(a, b) and not _unmet(a, b)


def _of_one_act(a: Signature, b: Signature, seen: dict[str, float]) -> bool:
    """Whether both share a predicate, or one names none and the rest is much alike."""
    if a.families & b.families:
        return True
    if a.claim.polarity != b.claim.polarity:
        return False  # "had a gun" and "was not armed"
    if seen["notions"] >= ONE_SUBJECT or seen["number_near"]:
        return True
    if len(a.words & b.words) < _TWO or (a.families and b.families):
        return False  # "Harwick mourns" and "Fire in Harwick kills 14": one name in common
    return max(seen["words"], seen["concepts"]) >= HALF_ALIKE


def _unmet(a: Signature, b: Signature) -> bool:
    """Whether both count things of one kind, and no figure of the one can be a figure of the other."""
    pairs = [(x, y) for x in a.figures for y in b.figures if not x.quantity.unit and not y.quantity.unit]
    kinds = [{*ancestors(x.noun_class)} & {*ancestors(y.noun_class)} for x, y in pairs if x.noun_class and y.noun_class]
    return any(kinds) and all(slots.quantified(x, y).verdict == "different" for x, y in pairs)


def _counts_apart(a: Signature, b: Signature) -> bool:
    """Whether both count what their main predicate reports: had they one thing in mind, the counts would have met."""
    x, y = a.claim.frame.family, b.claim.frame.family
    return any(x in f.measures for f in a.figures) and any(y in f.measures for f in b.figures)
