"""What the claims of the sources say of one claim of a draft, whatever their words.

The best backing decides. A clash of one source with another is no error of the draft: it is told beside the backing.
"""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from provenance.extraction import opposites
from provenance.matching import Match, newest
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature
from provenance.model import Claim, Opposition, Quotation, SlotComparison, Span, StatementState
from provenance.verification.comparison import exactness
from provenance.verification.comparison.readings import worth
from provenance.verification.lookup.tokens import tokenize

_BACKING = frozenset({"corroborates"})
_AGAINST = frozenset({"conflicts", "supersedes"})
_RELATED = 0.15
"""Score from which a related passage may back a draft."""
_SURE = 0.7
"""Score of an agreement from which two documents tell one story."""
FIGURES = frozenset({"quantity", "time"})
"""Slots that hold figures."""
_IN_ITS_WORDS = 0.5
"""Share of a claim's telling words from which a passage tells the same happening or length."""
_WITHOUT_ITS_VERB = 0.75
"""The same where the passage does not have the claim's verb."""
_SEVERAL = ", "
"""Between the happenings that an action names: "a fire, injuries"."""
_BESIDE = 10
"""Code points around a figure, and the words in them by which it counts what is left."""
_REST = re.compile(r"\b(?:another|others?|further|additional)\b", re.IGNORECASE)
_SIDES = re.compile(r"(“[^”]*”|\b\w+) here, (“[^”]*”|\w+) there$")
"""The end of a reason that tells the two sides: "denied here, stated there"."""


@dataclass(frozen=True, slots=True)
class Told:
    """What follows from the matches of a claim."""

    state: StatementState
    firm: bool
    """Whether passages that surely speak of the same thing give every figure of the claim."""
    passages: tuple[Span, ...]
    """Best first: those that decide, then all others."""
    slots: tuple[SlotComparison, ...]
    against: tuple[Opposition, ...]
    """What says otherwise, surest first, whatever backs the claim."""
    older: tuple[Opposition, ...] = ()
    """What tells an older count than the claim's: it disputes nothing, unless its report is newer than the backing."""


def same_story(draft: str, matches: Sequence[Match]) -> frozenset[str]:
    """Ids of the documents that surely tell something of what document `draft` tells."""
    return frozenset(other(draft, m).document for m in matches if m.relation in _BACKING and m.score >= _SURE)


def judge(
    draft: str, claim: Claim, matches: Sequence[Match], own: Sequence[Quotation], story: Container[str] = ()
) -> Told:
    """The state of a claim of document `draft` with `own` quotations in it, and the passages that it follows from.

    Documents of one `story` with the draft, by their ids, need less likeness to tell otherwise beside backing.
    """
    matches = [_exactly(draft, m) for m in matches if not _is_of_other_people(m)]
    ranked = sorted(matches, key=lambda m: -m.score)
    found = (m for m in ranked if _backs(draft, m))
    backing = sorted(found, key=lambda m: (_is_of_another(m), _misses_figures(draft, claim, m)))
    against = [m for m in ranked if m.relation in _AGAINST and not _counts_a_rest(m)]
    agreeing = [*backing, *(m for m in ranked if m.relation in _BACKING)]  # enough to leave it open
    standing = [m for m in against if not any(_outweighs(draft, b, m) for b in agreeing)]
    deciding = standing or backing
    verbatim = [q.passage for q in own if q.passage is not None]
    passages = [*(other(draft, m) for m in deciding), *verbatim, *(other(draft, m) for m in ranked)]
    return Told(
        state="contradicted" if standing else _backed(draft, claim, backing, own),
        firm=not standing and not _open(draft, claim, [m for m in backing if m.relation in _BACKING]),
        passages=tuple(dict.fromkeys(passages)),
        slots=_compared(draft, deciding[0]) if deciding else (),
        against=tuple(
            _opposition(draft, m)
            for m in (*against, *(m for m in ranked if other(draft, m).document in story and _counts_otherwise(m)))
            if not _has_newer(draft, m)
        ),
        older=tuple(_opposition(draft, m) for m in against if _has_newer(draft, m)),
    )


def _exactly(draft: str, match: Match) -> Match:
    """The match; a conflict where two reports may give one figure so, but no draft: 4,800 and 4,900."""
    slot = next((s for s in match.slots if s.slot == "quantity"), None)
    if match.x is None or match.y is None or match.x.lasts or slot is None or slot.verdict != "compatible":
        return match
    mine, theirs = (match.x, match.y) if match.a.claim.span.document == draft else (match.y, match.x)
    verdict, reason = exactness.figures(mine.quantity, theirs.quantity)
    if verdict != "different" or match.relation not in _BACKING:
        return match
    differing = slot.model_copy(update={"verdict": verdict, "reason": reason})
    return match.with_relation("conflicts", differing)


def _is_of_other_people(match: Match) -> bool:
    """Whether one side tells of men alone and the other of women: neither backs nor contradicts the other."""
    a, b = (
        {t.base for t in tokenize(s.claim.span.quote) if opposites.of_class(t.base, "sex")} for s in (match.a, match.b)
    )
    return bool(a and b) and all(opposites.opposed(x, y) for x in a for y in b)


def _misses_figures(draft: str, claim: Claim, match: Match) -> bool:
    """Whether a passage agrees in what happened, and says nothing of the figures of the claim."""
    return bool(claim.quantities) and _own_figure(draft, match) is None


def _outweighs(draft: str, backing: Match, against: Match) -> bool:
    """Whether one passage backs a figure as surely as another one contradicts it.

    Of one document the newer count is what it says; of two, each stands for itself.
    """
    mine, theirs = _own_figure(draft, backing), _own_figure(draft, against)
    if theirs is not None and mine != theirs:
        return False
    if other(draft, backing).document != other(draft, against).document:
        return backing.relation in _BACKING or backing.score >= against.score
    return against.relation == "conflicts" and backing.score >= against.score


def _opposition(draft: str, match: Match) -> Opposition:
    slots = _oriented(draft, match)
    against = tuple(s for s in slots if s.verdict == "different")
    newer = match.relation == "supersedes"
    return Opposition(passage=other(draft, match), slots=against or slots, newer=newer)


def _counts_otherwise(match: Match) -> bool:
    """Whether a related passage counts the same otherwise: one thing that befell one kind, and nothing else differs.

    Money and shares are told of too many things for that.
    """
    if match.x is None or match.x.quantity.unit:
        return False
    verdicts = match.verdicts
    differing = {slot for slot, verdict in verdicts.items() if verdict == "different"}
    alike = verdicts.get("measure") in ("same", "compatible") and verdicts.get("action") == "same"
    related = match.relation == "related" and match.score >= _RELATED
    return related and alike and differing == {"quantity"} and not _counts_a_rest(match)


def _counts_a_rest(match: Match) -> bool:
    """Whether one side alone counts others beside some told before: "eight other counts", "injured another ten"."""
    return sum(_is_rest(side, figure) for side, figure in ((match.a, match.x), (match.b, match.y))) == 1


def _is_rest(side: Signature, figure: Figure | None) -> bool:
    if figure is None:
        return False
    start, end = side.claim.span.where(figure.quantity.span)
    return _REST.search(side.claim.span.quote[max(0, start - _BESIDE) : end + _BESIDE]) is not None


def _has_newer(draft: str, match: Match) -> bool:
    """Whether the draft gives the newer one of two counts that follow one another."""
    newer = newest(match)
    return newer is not None and newer.claim.span.document == draft


def _oriented(draft: str, match: Match) -> tuple[SlotComparison, ...]:
    """The slots of a match with the draft's value first, whichever side of the match it is."""
    slots = match.slots
    if match.a.claim.span.document == draft:
        return slots
    return tuple(
        slot.model_copy(update={"a": slot.b, "b": slot.a, "reason": _SIDES.sub(r"\2 here, \1 there", slot.reason)})
        for slot in slots
    )


def _backs(draft: str, match: Match) -> bool:
    """Whether a match backs the draft; it is written from its sources, so less likeness is needed than between them.

    Related passages do when a figure, a time or several happenings agree, what is counted or done is the same, and
    nothing differs. A number that stands alone in the source backs nothing: "field 19" does not count 19 boats.
    """
    verdicts = match.verdicts
    if match.relation in _BACKING:
        return _tells_it(draft, match, verdicts)
    agreed = any(s.slot in FIGURES and s.verdict in ("same", "compatible") and s.a and s.b for s in match.slots)
    agreed |= any(s.slot == "action" and s.a == s.b and _SEVERAL in s.a for s in match.slots)
    alike = "same" in (verdicts.get("measure"), verdicts.get("action"))
    differs = "different" in verdicts.values()
    return match.relation == "related" and match.score >= _RELATED and agreed and alike and not differs


def _tells_it(draft: str, match: Match, verdicts: Mapping[str, str]) -> bool:
    """Whether an agreement is of what the draft tells: what is counted or done is the same, or it is told in its words.

    A shared topic is not enough: "the board blamed its staff for the theft" has no backup in "it was a large theft".
    """
    if "same" in (verdicts.get("measure"), verdicts.get("action")):
        return True
    if match.x is not None and not match.x.lasts:
        return {"unknown"} != {verdicts.get(slot, "") for slot in ("measure", "action", "wording")}
    own = match.a if match.a.claim.span.document == draft else match.b
    told = {t.key for t in tokenize(other(draft, match).quote)}
    words = {t.key: worth(t) for t in tokenize(own.claim.span.quote)}
    met = sum(heavy for key, heavy in words.items() if key in told)
    acts = {t.key for t in tokenize(own.claim.frame.action)} <= told
    return met >= (_IN_ITS_WORDS if acts else _WITHOUT_ITS_VERB) * sum(words.values())


def _backed(draft: str, claim: Claim, backing: Sequence[Match], quotations: Sequence[Quotation]) -> StatementState:
    if backing:
        apart = _is_of_another(backing[0]) or _tells_another_act(backing[0])
        return "partly" if apart or _open(draft, claim, backing) else "supported"
    verbatim = bool(quotations) and all(q.state == "verbatim" for q in quotations)
    return "supported" if verbatim and not claim.quantities else "unsupported"


def _is_of_another(match: Match) -> bool:
    """Whether the source has another speaker say so than the draft."""
    return match.differs("attribution")


def _tells_another_act(match: Match) -> bool:
    """Whether an amount or a share, of which no noun tells what it is, is told of another act: "paid", "was fined"."""
    if match.x is None or not match.x.quantity.unit or match.x.lasts:
        return False
    x, y = match.a, match.b
    mains = x.claim.frame.family, y.claim.frame.family
    return all(mains) and mains[0] not in y.families and mains[1] not in x.families


def _compared(draft: str, match: Match) -> tuple[SlotComparison, ...]:
    """The slots of the match that decides; two acts of one figure differ."""
    slots = _oriented(draft, match)
    if match.relation not in _BACKING or not _tells_another_act(match):
        return slots
    other_act = {"verdict": "different", "reason": "another act is told of the figure"}
    return tuple(s.model_copy(update=other_act) if s.slot == "action" else s for s in slots)


def _open(draft: str, claim: Claim, backing: Sequence[Match]) -> bool:
    """Whether figures of the claim, its times, or without figures the claim itself, stand in no match of these."""
    backed = {_own_figure(draft, m) for m in backing}
    dated = not any(t.start for t in claim.times) or any(_tells_time(m) for m in backing)
    return not backing or not dated or any(q.span.start not in backed for q in claim.quantities)


def _tells_time(match: Match) -> bool:
    """Whether the source tells the same time, or what its text is about has it."""
    return match.verdicts.get("time") in ("same", "compatible")


def _own_figure(draft: str, match: Match) -> int | None:
    """Where the draft's figure of a match begins; None for happenings."""
    figure = match.x if match.a.claim.span.document == draft else match.y
    return None if figure is None else figure.quantity.span.start


def other(draft: str, match: Match) -> Span:
    """The passage of the source."""
    return (match.b if match.a.claim.span.document == draft else match.a).claim.span
