"""Relation of two claims as happenings: one event in other words, denied, opposed, or two of them."""

from collections.abc import Sequence

from provenance.extraction.lexicon import ancestors
from provenance.extraction.tokens import tokenize
from provenance.matching.comparison import contests, counting, numerals, slots, times
from provenance.matching.comparison.link import Link
from provenance.matching.comparison.numerals import Numeral
from provenance.matching.relations import model, oppositions, signals
from provenance.matching.relations.match import Match, with_slot
from provenance.matching.signature import namekeys, subjects, words
from provenance.matching.signature.signatures import Signature
from provenance.model import Comparison, Relation, SlotComparison

ALIKE = 0.6
"""Likeness of two clauses from which the wording alone shows that they speak of one happening."""
ONE_SUBJECT = 0.5
"""Likeness of the notions of two clauses from which they tell of one subject, in whatever words."""
HALF_ALIKE = 0.4
"""Likeness below which a denial and an affirmation may well be of two things."""
COPIED = 0.8
"""Likeness of words and sentences from which two clauses are one text, whatever days the text around them names."""
SURE = 0.7
"""Probability from which two happenings are one though both hold figures, none of which have met, though they share no
known predicate, or though a nearly equal sentence elsewhere tells the same."""
CERTAIN = 0.9
"""Probability from which two happenings with one main predicate are one, however they are worded."""
_OF_ONE_LENGTH = 0.6
"""Probability from which two happenings that share no main predicate are one, and their lengths or hours clash."""
_ONLY_ONCE, _ONCE = 0.15, frozenset({"BUILD", "FOUND", "BORN"})
"""The same of what happens to a thing but once, and families of it."""
_ONE_MATTER = 0.2
"""Likeness below which opposed predicates are about two matters."""
_HALF_COPY = 0.5
"""Likeness of two sentences (`signals.likeness`) below which the near copy of one is the better counterpart."""
_WHOLE_COPY = 0.9
"""Likeness of two sentences from which they are one text."""
_SELDOM = 0.1
"""Rarity of a place that two documents do not speak of all the time."""
_TWO = 2  # telling words that two happenings without a common predicate share at least to agree
OPEN = frozenset({"possible", "conditional", "asked", "hypothetical"})
"""Modalities of what is not said to be or to come."""


def relate(a: Signature, b: Signature, link: Link, found: Sequence[SlotComparison]) -> Match:
    """Two claims as happenings; `found` are their slots, see `relation.look`."""
    seen = signals.of_events(a, b, link, found)
    score = model.probability("event", seen)
    if subjects.apart(a.claim, b.claim):
        return Match(a, b, Comparison(relation=_unsaid(score), score=score, slots=tuple(found)), link=link)
    if seen["time_different"] and times.may_be_one_time(a, b):
        otherwise = model.probability("event", signals.without_time(seen, found))
        if otherwise >= least_at_one_time(a, b):
            return Match(a, b, Comparison(relation="conflicts", score=otherwise, slots=tuple(found)), link=link)
    one_way = a.claim.polarity == b.claim.polarity
    sure = score >= SURE and one_way and not link.side_by_side and not (a.figures and b.figures)
    relation = _happening(a, b, seen, {s.slot: s for s in found}, link, score=score, sure=sure)
    if relation == "corroborates" and _told_elsewhere(a, b, seen["copy"], link, score):
        relation = "related"
    if relation == "corroborates" and (score < least_agreed(seen, link) or _is_another_part(seen)):
        relation = "related"
    if relation == "corroborates" and contests.turned(a.claim, b.claim):
        relation = "related" if times.said_apart(a, b) else "conflicts"
        found = with_slot(found, contests.slot(a.claim, b.claim))
    numbers = numerals.apart(a.claim, b.claim) if relation == "corroborates" else None
    if numbers is not None:
        found = [*found, numerals.slot(*numbers)]
        relation = "conflicts" if _miscounted(a, b, *numbers, found, score) else "related"
    if relation == "corroborates" and _is_where_and_when(a, b, seen):
        relation = "related"
    return Match(a, b, Comparison(relation=relation, score=score, slots=tuple(found)), link=link)


def least_agreed(seen: dict[str, float], link: Link) -> float:
    """The probability from which two happenings agree.

    Less is asked of what may back a draft, and of what shares a number, or a predicate at a place seldom spoken of.
    """
    particular = seen["number_near"] or (seen["families"] and seen["place_rare"] >= _SELDOM)
    return model.decided("event") if link.side_by_side or link.checked or particular else model.agreed()


def least_at_one_time(a: Signature, b: Signature) -> float:
    """The probability from which two happenings are one, for all that they have two times."""
    if not times.one_time(a, b):
        return _OF_ONE_LENGTH
    family = a.claim.frame.family
    return _ONLY_ONCE if family in _ONCE and family == b.claim.frame.family else model.decided("event")


def _is_another_part(seen: dict[str, float]) -> bool:
    """Whether two clauses are different parts of one copied sentence: each has its own counterpart."""
    return seen["copy"] >= _WHOLE_COPY and max(seen["words"], seen["concepts"]) < HALF_ALIKE


def _is_where_and_when(a: Signature, b: Signature, seen: dict[str, float]) -> bool:
    """Whether two clauses share no more than a place and a time: what happens there is told of neither by the other."""
    if a.families & b.families or seen["notions"] >= ONE_SUBJECT or seen["number_near"] or seen["begun_same"]:
        return False
    if min(seen["words"], seen["copy"]) >= COPIED:
        return False
    settings = {f"name:{part}" for s in (a, b) for k in s.said_places for part in k.parts} | {"kind:PLACE_ITEM"}
    settings.update(f"{kind}:{word}" for kind in ("name", "word") for word in times.words_of(a, b))
    shared = {k for k in a.concepts.keys() & b.concepts.keys() if min(a.concepts[k], b.concepts[k]) >= times.TELLING}
    return shared <= settings


def _told_elsewhere(a: Signature, b: Signature, copy: float, link: Link, score: float) -> bool:
    """Whether the other document tells better, in another, nearly equal sentence, what one of two says, or each."""
    left, right = (a, b) if link.is_left(a.claim) else (b, a)
    twins = (left.claim.sentence.start in link.twins[0]) + (right.claim.sentence.start in link.twins[1])
    return copy < _HALF_COPY and score < (0.0, SURE, CERTAIN)[twins]


def _miscounted(
    a: Signature, b: Signature, x: Numeral, y: Numeral, found: Sequence[SlotComparison], score: float
) -> bool:
    """Whether two numbers in one place clash: wordings that differ in little else, and neither number is a name."""
    if not numerals.is_swapped(x, y) or x.names or y.names or not a.claim.modality == b.claim.modality == "asserted":
        return False
    apart = any(s.verdict == "different" for s in found if s.slot in ("place", "time", "actor"))
    if apart:
        return False
    one_matter = score >= CERTAIN and bool(x.after) and bool(signals.mains(a) & signals.mains(b))
    return one_matter or words.overlap(a.words, b.words) >= COPIED


def _happening(
    a: Signature,
    b: Signature,
    seen: dict[str, float],
    found: dict[str, SlotComparison],
    link: Link,
    *,
    score: float,
    sure: bool,
) -> Relation:
    """Relation of two claims as happenings. A clash of families decides, a denial only of the main predicate.

    Two that are `sure` to be one need no predicate in common.
    """
    clash = slots.clashing(a, b)
    common = (
        a.families & b.families
        or clash
        or seen["number_near"]
        or seen["begun_same"]
        or namekeys.shared_names(a.said_names, b.said_names)
    )
    one_subject = max(seen["words"], seen["concepts"]) >= ALIKE or seen["notions"] >= ONE_SUBJECT
    if not sure and not common and not one_subject:
        return "unrelated"
    apart = clash is not None or found["action"].verdict == "different"
    if score < (oppositions.least_opposed(a, b, link) if apart else model.decided("event")):
        return _unsaid(score)
    if apart:
        return "conflicts" if _contradicts(a, b, seen, found) else "related"
    if a.figures and b.figures and not seen["number_near"] and (score < SURE or not a.families & b.families):
        return "related"
    return "corroborates" if _grounded(a, b, seen, found, sure=sure) else "related"


def _unsaid(score: float) -> Relation:
    """The relation of two claims of which no more can be said than that they are of one matter, if that."""
    return "related" if score >= model.close("event") else "unrelated"


def _contradicts(a: Signature, b: Signature, seen: dict[str, float], found: dict[str, SlotComparison]) -> bool:
    """Whether opposed or denied happenings clash: at one time, in main predicates, and not in talk about reports."""
    if _at_two_times(a, b, found["time"]) or {a.claim.frame.family, b.claim.frame.family} & counting.MEASURELESS:
        return False
    if not OPEN.isdisjoint((a.claim.modality, b.claim.modality)):
        return False  # what could be averted and what should be allowed do not clash
    if oppositions.was_freed(a, b) or subjects.of_two_minds(a.claim, b.claim):
        return False
    if seen["main_opposed"]:
        if a.claim.polarity != b.claim.polarity and not any(_is_negative(s) for s in (a, b)):
            return False  # "did not approve" and "rejected" agree, "pleaded not guilty" and "pleaded guilty" do not
        return max(seen["words"], seen["concepts"], seen["copy"]) >= _ONE_MATTER
    worded = slots.denied_words(a, b)
    if worded and (a.words & b.words) - worded and max(seen["words"], seen["concepts"]) >= _ONE_MATTER:
        return True  # "the union was consulted" meets nothing in "the mayor was not consulted"
    if oppositions.befell_nobody(a, b):
        return True
    denied = signals.denied_mains(a, b)
    return bool(denied and seen["main_same"] and max(seen["words"], seen["concepts"]) >= HALF_ALIKE)


def _at_two_times(a: Signature, b: Signature, time: SlotComparison) -> bool:
    """Whether two opposed claims are of two times; what will not be, without a date, will be on no day."""
    if times.long_ago(a, b) or times.said_apart(a, b):
        return True
    if time.verdict != "different" or _may_be_one_news(a, b):
        return False
    planned = a.claim.modality == b.claim.modality == "planned"
    return not (planned and signals.denied_mains(a, b) and not all(s.said_days for s in (a, b)))


def _may_be_one_news(a: Signature, b: Signature) -> bool:
    """Whether two reports of one day may speak of one time, where one takes its day from the text around.

    A denial is not enough: nobody was hurt in the raid of another day.
    """
    one_day = a.published == b.published is not None and not (a.said_days and b.said_days)
    return one_day and slots.mains_opposed(a, b)


def _is_negative(s: Signature) -> bool:
    """Whether the word that denies is a part of the predicate: "pleaded not guilty"."""
    return "not" in s.claim.frame.action.split()


def _grounded(
    a: Signature, b: Signature, seen: dict[str, float], found: dict[str, SlotComparison], *, sure: bool
) -> bool:
    """Whether both state something, and nothing sets the two apart: days, counts that would have met, acts.

    Where the two are `sure` to be one, the acts need no common name, and days taken from the text around are no bar.
    """
    if slots.is_name_only(a) or slots.is_name_only(b):
        return False  # a byline says nothing of its writers
    if slots.leaves_unsaid(a, b) or slots.denied_aside(a, b):
        return False
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
    if seen["notions"] >= ONE_SUBJECT or seen["number_near"] or seen["begun_same"]:
        return True
    both = a.words & b.words
    if len(both) < _TWO or (a.families and b.families):
        return False
    if any(both <= words.telling(tokenize(name.text)) for name in a.said_names):
        return False  # "Bad Harwick mourns" and "Fire in Bad Harwick kills 14": one name in common
    return max(seen["words"], seen["concepts"]) >= HALF_ALIKE


def _unmet(a: Signature, b: Signature) -> bool:
    """Whether both count things of one kind, and no figure of the one can be a figure of the other."""
    pairs = [(x, y) for x in a.figures for y in b.figures if not x.quantity.unit and not y.quantity.unit]
    kinds = [{*ancestors(x.noun_class)} & {*ancestors(y.noun_class)} for x, y in pairs if x.noun_class and y.noun_class]
    return any(kinds) and all(counting.quantified(x, y).verdict == "different" for x, y in pairs)


def _counts_apart(a: Signature, b: Signature) -> bool:
    """Whether both count what their main predicate reports: had they one thing in mind, the counts would have met."""
    x, y = a.claim.frame.family, b.claim.frame.family
    if any(x in f.measures for f in a.figures) and any(y in f.measures for f in b.figures):
        return True
    pairs = [(f, g) for f in a.figures for g in b.figures if not f.quantity.unit and not g.quantity.unit]
    alike = [(f, g) for f, g in pairs if (f.measures or {x}) & (g.measures or {y})]
    return bool(alike) and all(counting.quantified(f, g).verdict == "different" for f, g in pairs)
