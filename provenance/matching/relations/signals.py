"""Slot comparisons as numbers: what the model weighs. Every signal is 0 to 1 unless it says otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from math import log2, log10

from rapidfuzz import fuzz

from provenance.extraction.lexicon import implied, kind
from provenance.matching.comparison import counting, kinds, rarity, slots, times
from provenance.matching.comparison.link import Link
from provenance.matching.signature import namekeys, words
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import LEAD, Signature
from provenance.model import SlotComparison, Verdict
from provenance.values.quantities import conversion

SMALL = 5
"""Counts up to this are too common to tell two events apart."""
_LARGE = 5
"""Digits before the point from which a larger number is no better evidence of one thing."""
MANY = 4
"""Predicates in common that hardly two happenings share."""
GENERIC = "ATTACK"
"""The event that half of all news of war tells of: naming it sets no two happenings apart, and makes none one."""
_UNLIKE = 50
"""token_set_ratio of sentences that are no copies."""
ONLY = ("kind_only", "size_only", "role_only", "kind_story", "role_story")
"""The signals of figures that are the only ones of their kind."""
_SPANS = frozenset({"vague", "between"})
"""Approximations that name limits, and no number within them."""
_POINTS = frozenset({"exact", "about"})
_DAYS = timedelta(days=2)
"""The longest time that is still a day: "overnight" spans two."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims with a figure of each."""

    a: Signature
    b: Signature
    x: Figure
    y: Figure


def of_figures(pair: Pair, link: Link, found: Sequence[SlotComparison]) -> dict[str, float]:
    """Signals of two aligned figures."""
    verdicts: dict[str, Verdict] = {s.slot: s.verdict for s in found}
    x, y = pair.x, pair.y
    return {
        **_common(pair.a, pair.b, link, verdicts),
        **between_figures(x, y),
        "noun_same": float(verdicts["measure"] == "same"),
        "noun_unknown": float(verdicts["measure"] == "unknown"),
        "value_same": float(verdicts["quantity"] == "same"),
        "unit": float(bool(x.quantity.unit)),
        "main_both": float(pair.a.main and pair.b.main),
        "main_one": float(pair.a.main != pair.b.main),
        "apart": float(_apart(pair.a, pair.b, verdicts)),
        **only(pair, link),
        "adrift_one": float(not link.side_by_side and verdicts["place"] == verdicts["time"] == "unknown"),
        **elsewhere(pair, link),
    }


def elsewhere(pair: Pair, link: Link) -> dict[str, float]:
    """The signals that rest on what other claims of the two documents show."""
    marked = ((pair.a.claim.span.document, pair.x.mark), (pair.b.claim.span.document, pair.y.mark))
    confirmed = sum(mark in link.agreed for mark in marked) if link.agreed else 0
    return {
        "linked": float(_linked(pair, link)),
        "taken_one": float(confirmed == 1),
        "taken_both": float(confirmed == 2),
    }


def between_figures(x: Figure, y: Figure) -> dict[str, float]:
    """The signals that rest on two figures alone, whatever is said around them."""
    return {
        "measure_known": float(bool(x.measures & y.measures)),
        "standing": float(any(kind(f) == "state" for f in x.measures & y.measures)),
        "ratio_one": ratio(x, y),
        "vague_one": float("vague" in (x.compared.approximation, y.compared.approximation)),
        "value_telling": telling(x, y),
        "value_small": float(size(x) <= SMALL or size(y) <= SMALL),
        "side_said": float(bool(x.side and x.side == y.side)),
        "part_one": float((x.scope == "part") != (y.scope == "part")),
        "part_both": float(x.scope == y.scope == "part"),
        "rest_one": float((x.scope == "rest") != (y.scope == "rest")),
        "long_one": float((x.scope == "long") != (y.scope == "long")),
        "long_both": float(x.scope == y.scope == "long"),
        "expected_one": float(x.expected != y.expected),
    }


def of_events(a: Signature, b: Signature, link: Link, found: Sequence[SlotComparison]) -> dict[str, float]:
    """Signals of two claims compared as happenings."""
    verdicts: dict[str, Verdict] = {s.slot: s.verdict for s in found}
    shared = a.families & b.families - {GENERIC}
    main_same = any(kind(f) != "event" for f in mains(a) & mains(b))
    clash = slots.clashing(a, b) is not None
    said = implied(a.said_families) & implied(b.said_families)
    return {
        **_common(a, b, link, verdicts),
        **rarity.of_words(a, b, counts_of(a, b, link)),
        "place_rare": rarity.of_places(namekeys.shared_names(a.said_places, b.said_places), counts_of(a, b, link)),
        "day_said": float(on_one_day(a, b)),
        "begun_same": float(times.began_together(a, b)),
        "period_said": float(verdicts["time"] == "same" and not on_one_day(a, b)),
        "event_any": float(bool(a.events & b.events)),
        "event_said": float(any(kind(f) == "event" for f in said)),
        "number_same": float(one_number(a, b)),
        "number_near": near_number(a, b),
        "figures_here": float((a.order, b.order) in link.met),
        "figures_near": float(met_near(a, b, link.met)),
        "families": float(bool(shared)),
        "families_more": min(1.0, max(0, len(shared) - 1) / 3),
        "families_many": float(len(a.said_families & b.said_families) >= MANY),
        "main_same": float(main_same),
        "mains_different": float(not clash and mains_differ(a, b)),
        "main_opposed": float(slots.mains_opposed(a, b)),
        "slots_agree": float(main_same and _agree(verdicts) and verdicts["time"] != "different"),
        "main_there": float(main_same and verdicts["place"] == "same" and verdicts["time"] != "different"),
        "acts": float(any(kind(f) == "act" for f in shared)),
        "clash": float(clash),
        "modality_same": float(a.claim.modality == b.claim.modality),
    }


def counts_of(a: Signature, b: Signature, link: Link) -> tuple[rarity.Counts, rarity.Counts]:
    """The counts of both documents, that of `a` first."""
    left, right = link.counts
    return (left, right) if link.is_left(a.claim) else (right, left)


def on_one_day(a: Signature, b: Signature) -> bool:
    """Whether both claims say a day or two of their own, and these meet."""
    x, y = ([d for d in s.said_days if d[1] - d[0] <= _DAYS] for s in (a, b))
    return any(p[0] < q[1] and q[0] < p[1] for p in x for q in y)


def one_number(a: Signature, b: Signature) -> bool:
    """Whether a number stands in both claims, whatever it counts."""
    x, y = ({f.quantity.value for f in s.figures} - {None} for s in (a, b))
    return bool(x & y)


def near_number(a: Signature, b: Signature) -> float:
    """How large the largest number is that stands in both claims, exact or rounded, 0 to 1; up to five it is common."""
    sizes = [(min(size(x), size(y)), x, y) for x in a.figures for y in b.figures]
    near = [least for least, x, y in sizes if least > SMALL and counting.near_number(x, y)]
    return min(1.0, log10(max(near)) / _LARGE) if near else 0.0


def met_near(a: Signature, b: Signature, met: frozenset[tuple[int, int]]) -> bool:
    """Whether of sentences around two claims figures agree or conflict, by the numbers of these sentences."""
    return any((a.order + i, b.order + j) in met for i in (-1, 0, 1) for j in (-1, 0, 1))


def without_time(seen: dict[str, float], found: Sequence[SlotComparison]) -> dict[str, float]:
    """The signals of two happenings, had nothing been said of when they took place."""
    verdicts: dict[str, Verdict] = {s.slot: s.verdict for s in found}
    same = bool(seen["main_same"])
    there = same and verdicts["place"] == "same"
    return {**seen, "time_different": 0.0, "slots_agree": float(same and _agree(verdicts)), "main_there": float(there)}


def _agree(verdicts: dict[str, Verdict]) -> bool:
    return verdicts["place"] == "same" and verdicts["actor"] in ("same", "compatible")


def _common(a: Signature, b: Signature, link: Link, verdicts: dict[str, Verdict]) -> dict[str, float]:
    shared = namekeys.shared_names(a.said_names, b.said_names)
    around = namekeys.shared_names(a.names, b.names)
    specific_a, specific_b = a.events - {GENERIC}, b.events - {GENERIC}
    return {
        "place_same": float(verdicts["place"] == "same"),
        "place_inherited": float(
            verdicts["place"] == "compatible" or (link.side_by_side and not (a.places and b.places))
        ),
        "place_different": float(verdicts["place"] == "different"),
        "time_same": float(verdicts["time"] == "same"),
        "time_inherited": float(verdicts["time"] == "compatible" or (link.side_by_side and not (a.days and b.days))),
        "time_different": float(verdicts["time"] == "different"),
        "actor_same": float(verdicts["actor"] == "same"),
        "actor_side": float(verdicts["actor"] == "compatible"),
        "actor_different": float(verdicts["actor"] == "different"),
        "event_same": float(bool(specific_a & specific_b)),
        "event_different": float(bool(specific_a and specific_b and not specific_a & specific_b)),
        "names": min(1.0, len(shared) / 2),
        "names_around": min(1.0, len(around) / 3),
        "concepts": words.likeness(a.concepts, b.concepts),
        "concepts_around": words.likeness(a.concepts_around, b.concepts_around),
        "notions": words.likeness(a.notions, b.notions),
        "notions_around": words.likeness(a.notions_around, b.notions_around),
        "words": words.overlap(a.words, b.words),
        "words_around": words.overlap(a.sentence_words, b.sentence_words),
        "copy": likeness(a, b),
        "speaker_same": float(verdicts["attribution"] == "same"),
        "lead_both": float(a.order < LEAD and b.order < LEAD),
        "lead_one": float((a.order < LEAD) != (b.order < LEAD)),
        "link_copies": min(1.0, link.copies / 3),
        "link_figures": link.agreeing,
        "link_title": link.title,
        "context": words.likeness(a.context, b.context),
        "story_main": link.story * float(a.main and b.main),
        "stories_apart": link.stories_apart,
        "days_apart": 0.0 if verdicts["time"] == "same" else link.days_apart,
    }


def likeness(a: Signature, b: Signature) -> float:
    """How near to copies of one another the sentences of two claims are."""
    ratio = fuzz.token_set_ratio(a.claim.sentence.quote, b.claim.sentence.quote, score_cutoff=_UNLIKE)
    return max(0.0, ratio - _UNLIKE) / (100 - _UNLIKE)


def _apart(a: Signature, b: Signature, verdicts: dict[str, Verdict]) -> bool:
    """Whether both speak, said or inherited, of places that are small and not the same."""
    local = [any(not k.wide for k in s.places) for s in (a, b)]
    return all(local) and verdicts["place"] in ("unknown", "different")


def mains(s: Signature) -> frozenset[str]:
    """The family of the claim's main predicate, with what it implies."""
    family = s.claim.frame.family
    return implied(frozenset({family})) if family else frozenset()


def denied_mains(a: Signature, b: Signature) -> frozenset[str]:
    """The families that both mainly tell of, and one of them denies."""
    return slots.denied_once(a, b) & mains(a) & mains(b)


def mains_differ(a: Signature, b: Signature) -> bool:
    """Whether both have a main predicate that stands nowhere in the other."""
    x, y = a.claim.frame.family, b.claim.frame.family
    return bool(x and y) and x not in b.families and y not in a.families


def size(figure: Figure) -> float:
    """The number of a figure, or the nearest bound."""
    q = figure.quantity
    known = q.value if q.value is not None else q.low if q.low is not None else q.high
    return float(known) if known is not None else 0.0


def only(pair: Pair, link: Link) -> dict[str, float]:
    """Whether both figures are the only ones of their kind; of two statements alone nothing is known of that."""
    left, right = link.values
    if not left or not right:
        return dict.fromkeys(ONLY, 0.0)
    first = link.is_left(pair.a.claim)
    found = kinds.of_figures(pair.a, pair.b, pair.x, pair.y, (left, right) if first else (right, left))
    found["size_only"] *= 1 - link.stories_apart
    if counting.quantified(pair.x, pair.y).verdict == "different":
        found["size_only"] = 0.0  # being near says that numbers may be one, not that they should be
    return {**found, "kind_story": found["kind_only"] * link.story, "role_story": found["role_only"] * link.story}


def _linked(pair: Pair, link: Link) -> bool:
    """Whether another figure joins the two sentences: who counts the dead of one event counts its wounded too."""
    starts = pair.a.claim.sentence.start, pair.b.claim.sentence.start
    return any(
        (*starts, family) in link.linked
        for family in ("DIE", "HURT")
        if family not in pair.x.measures | pair.y.measures
    )


def ratio(x: Figure, y: Figure) -> float:
    """How far apart two counts are: 0 for equal ones, 1 for sixteen times.

    "Dozens" and 89 are not apart; "dozens" and "at least 60" are half as far as 24 and 60, for they need not be.
    """
    small, large = sizes(x, y)
    far = min(1.0, log2(large / small) / 4) if small >= 1 else 0.0
    words = {x.compared.approximation, y.compared.approximation}
    if _SPANS.isdisjoint(words) or counting.quantified(x, y).verdict not in ("same", "compatible"):
        return far
    return 0.0 if words & _POINTS else far / 2


def sizes(x: Figure, y: Figure) -> tuple[float, float]:
    """The sizes of two figures in one unit, the smaller first; in those that they have where none is known."""
    own = Decimal(size(y))
    told = conversion.convert(own, y.quantity.unit, x.quantity.unit)
    small, large = sorted((size(x), float(own if told is None else told)))
    return small, large


def telling(a: Figure, b: Figure) -> float:
    """How unlikely the same figure is by chance: digits that are not zeros, of both."""
    return min(1.0, min(a.digits, b.digits) / 3)
