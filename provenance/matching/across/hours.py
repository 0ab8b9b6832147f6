"""One hour of the day in two documents of one story: what is told of it is one thing, in whatever words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from provenance.matching.comparison.link import Link
from provenance.matching.relations import happenings, model
from provenance.matching.relations.match import Match, with_slot
from provenance.matching.relations.relation import slots_of
from provenance.matching.signature.dated import Hour
from provenance.matching.signature.signatures import Signature
from provenance.model import Comparison, SlotComparison
from provenance.text.quoting import quoted
from provenance.values import dates

_DAY = re.compile(r"\b(?!midday)\w*day\b|\btomorrow\b|\b\d{1,2}\s+[A-Z][a-z]|[A-Z][a-z]+\s+\d")
"""A day in the words of a time: "6 am on Monday", "noon on 3 May"; "midday" is none."""
_ROUND = 30
"""Minutes that hours told by chance are multiples of."""
_TO_THE_MINUTE = 0.01
"""Probability from which two happenings are one, where both are told to the minute; round hours need more."""

Timed = tuple[Signature, Hour]


def timed(group: Sequence[Signature]) -> list[Timed]:
    """The hours at which something happened, by the claims of one document."""
    return [(s, hour) for s in group if s.claim.polarity == "affirmed" for hour in s.stated.hours]


def agreements(left: Sequence[Timed], right: Sequence[Timed], link: Link, known: Iterable[Match]) -> Iterator[Match]:
    """Where two documents of one story tell of one hour; not what is `known` already."""
    if not left or not right or not link.is_one_story:
        return
    seen = {m.claims for m in known if m.relation != "related"}
    for a, x in left:
        for b, y in right:
            if (a.claim.id, b.claim.id) in seen or x.apart(y) or _of_two_days(a, b):
                continue
            found = _match(a, b, x, y, link)
            if found is not None:
                seen.add((a.claim.id, b.claim.id))
                yield found


def _of_two_days(a: Signature, b: Signature) -> bool:
    """Whether both claims name a day, and none that both name; an hour alone names none."""
    x, y = ([t for t in s.claim.times if t.start and (t.kind != "time" or _DAY.search(t.text))] for s in (a, b))
    return bool(x and y) and all(dates.compare(t, u).verdict == "different" for t in x for u in y)


def _match(a: Signature, b: Signature, x: Hour, y: Hour, link: Link) -> Match | None:
    found = slots_of(a, b, link)
    score = happenings.relate(a, b, link, found).score
    if score < (model.decided("event") if x.minutes % _ROUND == 0 else _TO_THE_MINUTE):
        return None
    reason = f"{quoted(x.time.text)} and {quoted(y.time.text)}: one hour"
    slot = SlotComparison(slot="time", verdict="same", a=x.time.text, b=y.time.text, reason=reason)
    return Match(a, b, Comparison(relation="corroborates", score=score, slots=with_slot(found, slot)), link=link)
