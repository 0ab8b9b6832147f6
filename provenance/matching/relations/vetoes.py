"""What forbids that two figures conflict or agree, however probable the model holds it."""

from collections.abc import Sequence

from provenance.extraction.lexicon import ancestors, is_past
from provenance.matching.comparison import counting, times
from provenance.matching.comparison.link import Link
from provenance.matching.relations import signals
from provenance.matching.relations.signals import Pair
from provenance.matching.signature import holders, namekeys, stocks, subjects, words
from provenance.matching.signature.cues import pattern
from provenance.matching.signature.figures import FATES, Figure
from provenance.model import SlotComparison, Verdict
from provenance.values.quantities.lexicon import currencies

_AT_HOME = pattern("at_home")
_FAR = 100
"""Counts further apart than this factor do not measure one thing."""
_SCOPES = ("long", "limit", "before", "whole")
"""Scopes of which two figures never conflict where only one has it."""
_LEAST_SHARED = 0.1
"""Likeness of what two clauses speak of from which their amounts may be of one thing."""
_STRANGE = 0.5
"""How far apart the stories of two documents are that have an amount in common by chance."""
_ONE_STORY = 0.2
"""Likeness of what two documents open with from which their durations are of one thing."""


def may_conflict(pair: Pair, found: Sequence[SlotComparison]) -> bool:
    """Whether no veto forbids a conflict: what the figures exclude, other places or days, periods of other lengths."""
    if excluded(pair):
        return False
    verdicts = {s.slot: s.verdict for s in found}
    if "different" in (verdicts["place"], verdicts["time"]) or _in_two_places(pair) or times.long_ago(pair.a, pair.b):
        return False
    if times.of_two_periods(pair.a, pair.b) or _of_unnamed_places(pair, verdicts["wording"]):
        return False
    if subjects.apart(pair.a.claim, pair.b.claim) or _share_a_currency_alone(pair, verdicts["wording"]):
        return False
    one_time = verdicts["time"] == "same" or times.in_same_words(pair.a, pair.b)
    return one_time or "long" not in (pair.x.scope, pair.y.scope)


def may_agree(pair: Pair, link: Link) -> bool:
    """Whether two equal figures may be of one thing: neither said of other days, nor equal by chance."""
    return not (_by_chance(pair, link) or _of_other_days(pair))


def excluded(pair: Pair) -> bool:
    """Whether two figures never conflict: projections, long totals, parts within wholes, counts of different size."""
    x, y = pair.x, pair.y
    if _last_alone(pair):
        return True  # two durations of nothing named clash as times, and only as these
    if _is_forecast(pair) or _of_other_kind(x, y) or holders.apart(x.holder, y.holder):
        return True
    if counting.complements(x, y) or stocks.apart(pair.a.claim, x, pair.b.claim, y):
        return True
    if x.scope == y.scope == "seen" or any((x.scope == scope) != (y.scope == scope) for scope in _SCOPES):
        return True
    for part, whole in ((x, y), (y, x)):
        if _is_within(part, whole):
            return signals.size(part) <= signals.size(whole)
    return _far_apart(x, y)


def _of_other_days(pair: Pair) -> bool:
    """Whether both say when, in two years or of unequal numbers: 68 since Saturday, over 60 in May."""
    if counting.quantified(pair.x, pair.y).verdict == "same":
        return times.of_two_years(pair.a, pair.b)
    return times.said_apart(pair.a, pair.b)


def _is_forecast(pair: Pair) -> bool:
    """Whether one figure is expected and the other counted; "will cut 3,400 jobs" and "cuts 4,300" are two plans."""
    x, y = pair.x, pair.y
    if x.expected == y.expected:
        return False
    counted = pair.b if x.expected else pair.a
    return is_past(counted.claim.frame.action) or not FATES.isdisjoint(x.measures | y.measures)


def _of_unnamed_places(pair: Pair, wording: Verdict) -> bool:
    """Whether both count who lives somewhere, and no name nor words, nor "the area", say that it is one place."""
    if "RESIDE" not in pair.x.measures & pair.y.measures or wording != "unknown":
        return False
    if any(_AT_HOME.search(s.claim.sentence.quote) for s in (pair.a, pair.b)):
        return False
    return not namekeys.shared_names(pair.a.said_names, pair.b.said_names)


def _in_two_places(pair: Pair) -> bool:
    """Whether the sentences of both name small places of their own, and none that both name."""
    x, y = ([k for k in s.names if k.place] for s in (pair.a, pair.b))
    if not all(any(not k.wide for k in places) for places in (x, y)):
        return False
    return not namekeys.shared_names(x, y)


def _far_apart(x: Figure, y: Figure) -> bool:
    """Whether two counts are too different to measure one thing."""
    small, large = signals.sizes(x, y)
    return large > _FAR * max(1.0, small)


def _is_within(part: Figure, whole: Figure) -> bool:
    """Whether one counts a part of what the other counts: "among them", bodies in one place, fighters among people."""
    if part.scope != whole.scope:
        return part.scope in ("part", "seen")
    armed = ["FIGHTER" in ancestors(f.noun_class) if f.noun_class else False for f in (part, whole)]
    return armed == [True, False]


def _of_other_kind(x: Figure, y: Figure) -> bool:
    """Whether one counts a known kind and the other something that no list knows."""
    if x.quantity.unit or counting.notion(x.noun, y.noun) or counting.one_under(x.counted, y.counted):
        return False  # a share of the cases may be told as one of the children, jobs as staff
    return any(one.noun_class and not other.noun_class and other.noun for one, other in ((x, y), (y, x)))


def _by_chance(pair: Pair, link: Link) -> bool:
    """Whether two equal amounts may well be of two things: "two years" stands everywhere."""
    strange = link.stories_apart > _STRANGE or (_last_alone(pair) and 0 < link.story < _ONE_STORY)
    return strange and not _shares_words(pair)


def _share_a_currency_alone(pair: Pair, wording: Verdict) -> bool:
    """Whether hardly more than a currency says that two amounts are of one thing: damage of 200 million, aid of 50."""
    if pair.x.quantity.unit not in currencies() or pair.x.measures & pair.y.measures or wording != "unknown":
        return False
    return not _shares_words(pair)


def _last_alone(pair: Pair) -> bool:
    """Whether both are durations of nothing that is named."""
    return all(f.lasts and f.noun == f.quantity.unit for f in (pair.x, pair.y))


def _shares_words(pair: Pair) -> bool:
    """Whether two clauses speak of something in common beside their figures."""
    return words.likeness(pair.a.concepts, pair.b.concepts) >= _LEAST_SHARED
