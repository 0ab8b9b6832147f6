"""One question that each of two documents of one story answers once: the vote, the score, whose title it is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from provenance.matching.across.clashing import related
from provenance.matching.comparison import times
from provenance.matching.comparison.link import Link
from provenance.matching.relations import happenings
from provenance.matching.relations.match import Match
from provenance.matching.signature import namekeys
from provenance.matching.signature.signatures import Signature
from provenance.model import SlotComparison
from provenance.text.quoting import quoted

_LASTING = timedelta(days=7)
"""How far apart reports of one story are that answer a question of the day."""
_ANSWERED = 0.02
"""Probability from which two happenings are one where each document answers the question but once, and of one name or
what there is one of in a story."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one claim answers to a question."""

    signature: Signature
    question: str
    """What is asked, in words for the reader: "the vote"."""
    value: str
    """The answer, the same for whatever words."""
    text: str
    """As written."""
    about: tuple[str, ...]
    """The names of whom it is told."""
    once: bool = False
    """There is one in a story, whoever is named."""
    named: bool = False
    """The answer is a name, however spelled."""
    matter: frozenset[str] = frozenset()
    """The telling words of what it is told of, where a story may tell it of several things."""

    def is_as(self, other: "Answer") -> bool:
        """Whether two answers say the same."""
        return self.value == other.value or (self.named and namekeys.same_name(self.value, other.value))


def compared(left: Sequence[Answer], right: Sequence[Answer], link: Link, told: Iterable[Match]) -> Iterator[Match]:
    """Where two documents of one story answer a question alike or otherwise; not what is `told` already."""
    if not left or not right or not link.is_one_story:
        return
    known = {(m.claims, m.relation) for m in told}
    seen: set[tuple[str, str, str]] = set()
    for a in left:
        for b in right:
            mark = (a.question, a.value, b.value)
            if mark in seen or not _meet(a, b, left, right):
                continue
            only = _is_only(a, b, left) and _is_only(b, a, right)
            found = _match(a, b, link, only=only)
            if found and (found.claims, found.relation) not in known:
                seen.add(mark)
                yield found


def _meet(a: Answer, b: Answer, left: Sequence[Answer], right: Sequence[Answer]) -> bool:
    """Whether two answers to one question about one name are one, or neither is one that the other document gives."""
    if a.question != b.question or not _have_one_name(a, b):
        return False
    if a.matter and b.matter and a.matter.isdisjoint(b.matter):
        return False
    if a.named and not a.is_as(b) and (_names(a, b.value) or _names(b, a.value)):
        return False  # "the depot belongs to Tarn, the mill to Sand"
    given = [[x for x in side if x.question == a.question] for side in (left, right)]
    return a.is_as(b) or not (any(a.is_as(x) for x in given[1]) or any(b.is_as(x) for x in given[0]))


def _names(answer: Answer, name: str) -> bool:
    """Whether the sentence of an answer holds a name."""
    return any(namekeys.same_name(key.text, name) for key in answer.signature.names)


def _is_only(answer: Answer, other: Answer, given: Sequence[Answer]) -> bool:
    """Whether it is the only answer that a document gives to the question about the names of another one's."""
    return all(x.is_as(answer) for x in given if x.question == other.question and _have_one_name(x, other))


def _have_one_name(a: Answer, b: Answer) -> bool:
    """Whether two answers are told of one name, or one of them of none."""
    return not a.about or not b.about or any(namekeys.same_name(x, y) for x in a.about for y in b.about)


def _match(a: Answer, b: Answer, link: Link, *, only: bool) -> Match | None:
    """The match of two answers, unless they are of two times or two happenings."""
    x, y = a.signature, b.signature
    if x.claim.polarity != y.claim.polarity or _are_of_two_times(a, b):
        return None
    if not ((a.about and b.about) or (x.main and y.main)):
        return None
    reason = f"{a.question}: {quoted(a.text)} here, {quoted(b.text)} there"
    same = a.is_as(b)
    slot = SlotComparison(
        slot="actor" if a.named else "quantity",
        verdict="same" if same else "different",
        a=a.text,
        b=b.text,
        reason=reason,
    )
    found = related(x, y, link, "corroborates" if same else "conflicts", slot)
    return found if found.score >= _least(a, only=only) else None


def _least(answer: Answer, *, only: bool) -> float:
    """The probability from which two happenings are one: less where each document answers the question but once.

    The words around what a story has one of may be any.
    """
    if not only:
        return happenings.CERTAIN
    if answer.once:
        return 0.0
    return _ANSWERED


def _are_of_two_times(a: Answer, b: Answer) -> bool:
    """Whether both say a time and these do not meet, or the reports lie far apart.

    A time beside a name may tell of the one named: "replaced by Anna Holm, who won in 2004".
    """
    x, y = a.signature, b.signature
    if x.published and y.published and abs(x.published - y.published) > _LASTING:
        return True
    return not a.named and (times.long_ago(x, y) or times.said_apart(x, y))
