"""When something happened, begins or ends, and how long it lasts, where two documents of one story say otherwise.

"The wall gave way and burst at 3.20 am" and "it was breached shortly before 5 am"; "construction starts in March" and
"work is to begin in autumn"; "a debate of four hours" and "the debate went on for six hours". A document that gives
two such times, or the other one's too, tells nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from provenance import wordlists
from provenance.extraction import thesaurus
from provenance.extraction.lexicon import base
from provenance.extraction.tokens import Token, tokenize
from provenance.matching.across.clashing import clash
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import Match
from provenance.matching.signature import words
from provenance.matching.signature.signatures import Signature
from provenance.model import SlotComparison, TimeRef
from provenance.text.quoting import quoted

_FILE = Path(__file__).parents[1] / "data" / "moments.tsv"
_REACH = 8
"""Tokens between what happens and its time."""
_LASTING = timedelta(days=7)
"""How far apart reports of one story are that give one time."""
_LEAST, _MOST, _WHOLE_DAY = 20, 240, 1440
"""How many minutes rival hours of one happening lie apart: less is rounding, more is another happening."""
_TIMES_LONGER = 4.0
"""How much longer a rival length may be."""
_ENDLESS = 1e6
"""Days of a length without an upper bound."""
_TELLING = 0.3
"""Weight of a word from which it tells whose time is given."""
_DATES = ("date", "range")
_STATE, _REOPENS = "lasting", "when it reopens"


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a story, and the words by which a text answers it."""

    name: str
    grain: str
    whose: frozenset[str]
    """Words of which one stands beside; none where a story has one answer, or where both sides share a word."""
    same: bool
    """Both sides must speak of one thing besides."""
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """The time that one claim gives in answer to a question."""

    signature: Signature
    question: str
    grain: str
    same: bool
    text: str
    value: tuple[float, float]
    """From when to when: minutes of the day, days since year one, or a length in days."""
    about: frozenset[str]
    """Telling words of the claim beside the time and what happens then."""
    ahead: bool
    """After the report."""


@cache
def _questions() -> tuple[Question, ...]:
    return tuple(
        Question(
            name,
            grain,
            frozenset(map(base, whose.split())) - {"any", "same"},
            whose == "same",
            tuple(tuple(map(base, phrase.split("_"))) for phrase in listed.split()),
        )
        for name, grain, whose, listed in wordlists.rows(_FILE)
    )


def moments(group: Sequence[Signature]) -> list[Moment]:
    """The times that the claims of one document give, in order."""
    told = [s for s in group if s.main and s.claim.times and s.claim.polarity == "affirmed"]
    return [found for s in told for found in _answers(s)]


def clashes(left: Sequence[Moment], right: Sequence[Moment], link: Link, known: Iterable[Match]) -> Iterator[Match]:
    """Where two documents of one story answer one question by two times, and neither has the other one's."""
    if not left or not right or not link.is_one_story:
        return
    seen = {m.claims for m in known if m.relation == "conflicts"}
    for a in left:
        for b in right:
            pair = (a.signature.claim.id, b.signature.claim.id)
            if pair not in seen and _meet(a, b) and _are_apart(a, b) and _are_only(a, b, left, right):
                seen.add(pair)
                yield clash(a.signature, b.signature, link, _slot(a, b))


def _answers(s: Signature) -> Iterator[Moment]:
    """The times that one claim gives, each in answer to one question."""
    first, last = s.claim.sentence.where(s.claim.span)
    sentence = tokenize(s.claim.sentence.quote)
    for question in _questions():
        # An hour may be a clause of its own: "shortly before 3 am".
        tokens = sentence if question.grain == "hour" else [t for t in sentence if first <= t.start < last]
        bases = [t.base for t in tokens]
        places = [i for phrase in question.phrases for i in _places(bases, phrase)]
        if not places or (question.whose and question.whose.isdisjoint(bases)):
            continue
        if found := _nearest(s, tokens, places, question):
            yield found


def _places(bases: Sequence[str], phrase: Sequence[str]) -> Iterator[int]:
    """The tokens at which a phrase ends."""
    n = len(phrase)
    return (i + n - 1 for i in range(len(bases) - n + 1) if tuple(bases[i : i + n]) == tuple(phrase))


def _nearest(s: Signature, tokens: Sequence[Token], places: Sequence[int], question: Question) -> Moment | None:
    """The answer of a claim by the time that stands next to what happens then, if one is near."""
    offset = s.claim.sentence.start
    near: list[tuple[int, int, Moment]] = []
    for time in s.claim.times:
        inside = [i for i, t in enumerate(tokens) if time.span.start <= t.start + offset < time.span.end]
        before = tokens[inside[0] - 1].lower if inside and inside[0] else ""
        value = _value(s, time, question, before) if inside else None
        distance = min((abs(i - inside[0]) for i in places), default=_REACH) if inside else _REACH
        if value is None or distance >= _REACH:
            continue
        about = words.telling([t for i, t in enumerate(tokens) if i not in inside and i not in places])
        about = frozenset(w for w in about if words.weight(w) >= _TELLING)
        name = _REOPENS if question.name == _STATE else question.name
        ahead = question.name == _STATE or bool(time.start and s.published and time.start > s.published)
        near.append(
            (distance, inside[0], Moment(s, name, question.grain, question.same, time.text, value, about, ahead))
        )
    return min(near, key=lambda found: found[:2])[2] if near else None


def _value(s: Signature, time: TimeRef, question: Question, before: str) -> tuple[float, float] | None:
    """A time as a range of the grain of a question; None where it is of another one."""
    if question.grain == "hour":
        hour = next((float(h.minutes) for h in s.stated.hours if h.time is time), None)
        return None if hour is None else (hour, hour)
    if question.grain == "length":
        return _length(s, time)
    if question.name == _STATE and time.kind == "duration" and before == "for":
        length = _length(s, time)
        return _reopening(s.published, *length) if length and s.published else None
    if time.kind not in _DATES or not (time.start and time.end) or (question.name == _STATE and before != "until"):
        return None
    return float(time.start.toordinal()), float(time.end.toordinal())


def _length(s: Signature, time: TimeRef) -> tuple[float, float] | None:
    q = next((f.quantity for f in s.lengths if f.quantity.span == time.span), None)
    return (float(q.low), float(q.high if q.high is not None else _ENDLESS)) if q and q.low is not None else None


def _reopening(published: date, low: float, high: float) -> tuple[float, float]:
    """When what is closed for a length of time opens again: the count may begin a day earlier or later."""
    first = published.toordinal()
    return first + low - 2, first + high + 2


def _meet(a: Moment, b: Moment) -> bool:
    """Whether two answers are to one question: of one story's only thing, or of one thing that both name."""
    if a.question != b.question:
        return False
    x, y = a.signature, b.signature
    if x.published and y.published and abs(x.published - y.published) > _LASTING:
        return False
    if not (a.same or b.same):
        return True
    return bool(a.about & b.about) or any(thesaurus.shared(p, q) for p in a.about for q in b.about)


def _are_apart(a: Moment, b: Moment) -> bool:
    """Whether two times of one grain exclude each other, and rival reports may still speak of one happening."""
    if a.grain == "hour":
        gap = abs(a.value[0] - b.value[0])
        return _LEAST <= min(gap, _WHOLE_DAY - gap) <= _MOST and not _on_two_days(a.signature, b.signature)
    first, second = sorted((a.value, b.value))
    if a.grain == "length":
        return first[1] < second[0] <= _TIMES_LONGER * first[1]
    return a.ahead == b.ahead and first[1] <= second[0]


def _on_two_days(a: Signature, b: Signature) -> bool:
    """Whether both say days, beside that of the report, which an hour without a day is given, and none is shared."""
    x, y = ({t.start for t in s.claim.times if t.start and t.start != s.published} for s in (a, b))
    return bool(x and y) and not x & y


def _are_only(a: Moment, b: Moment, left: Sequence[Moment], right: Sequence[Moment]) -> bool:
    """Whether neither document gives another answer to the question that is not apart from the other one's."""
    mine = [m for m in left if m is not a and _meet(m, b)]
    theirs = [m for m in right if m is not b and _meet(m, a)]
    return all(_are_apart(m, b) for m in mine) and all(_are_apart(a, m) for m in theirs)


def _slot(a: Moment, b: Moment) -> SlotComparison:
    reason = f"{a.question}: {quoted(a.text)} here, {quoted(b.text)} there"
    return SlotComparison(slot="time", verdict="different", a=a.text, b=b.text, reason=reason)
