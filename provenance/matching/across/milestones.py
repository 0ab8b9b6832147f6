"""What happens once in a life, where two documents date, place or count it otherwise.

A document that tells it in two ways, or in the other one's too, tells nothing.
"""

from collections.abc import Iterable, Iterator, Sequence

from provenance.matching.across.clashing import clash
from provenance.matching.across.lives import Milestone
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import Match
from provenance.matching.signature import namekeys
from provenance.model import SlotComparison
from provenance.text.quoting import quoted

_FUNCTION = frozenset({"of", "the", "and", "at", "for", "in", "its", "on", "to"})


def clashes(
    left: Sequence[Milestone], right: Sequence[Milestone], link: Link, told: Iterable[Match]
) -> Iterator[Match]:
    """Where two documents tell a milestone of one life otherwise, each once; not what is `told` as a conflict."""
    known = {m.claims for m in told if m.relation in ("conflicts", "supersedes")}
    seen: set[tuple[str, str, str]] = set()
    for a in left:
        for b in right:
            mark = (a.what, a.text, b.text)
            if not _is_one(a, b, link) or _agree(a, b) or mark in seen:
                continue
            if (a.signature.claim.id, b.signature.claim.id) in known:
                continue
            if _is_told_as(a, right, link) or _is_told_as(b, left, link):
                continue
            seen.add(mark)
            yield _match(a, b, link)


def _is_one(a: Milestone, b: Milestone, link: Link) -> bool:
    """Whether two tell the same of one life; documents of two stories have to name it by more than a family's name."""
    if (a.what, a.slot) != (b.what, b.slot) or not namekeys.same_name(a.of, b.of):
        return False
    if not link.is_one_story and not (" " in a.of and " " in b.of):
        return False
    if not a.detail and not b.detail:
        return True
    x, y = (frozenset(m.detail.lower().split()) - _FUNCTION for m in (a, b))
    return bool(x) and bool(y) and (x <= y or y <= x)


def _is_told_as(milestone: Milestone, others: Iterable[Milestone], link: Link) -> bool:
    """Whether a document tells this milestone of a life as another one does, too."""
    return any(_is_one(milestone, other, link) and _agree(milestone, other) for other in others)


def _agree(a: Milestone, b: Milestone) -> bool:
    if isinstance(a.value, tuple) and isinstance(b.value, tuple):
        return bool(a.value[0] < b.value[1] and b.value[0] < a.value[1])
    if isinstance(a.value, frozenset) and isinstance(b.value, frozenset):
        return any(namekeys.same_name(x, y) for x in a.value for y in b.value)
    if _survive(a) != _survive(b):
        survivors, all_ = (a, b) if _survive(a) else (b, a)
        return int(str(survivors.value)) <= int(str(all_.value))
    return a.value == b.value


def _survive(milestone: Milestone) -> bool:
    """Whether children are counted who are left: there may have been more."""
    return milestone.text.lower().startswith(("survived", "leaves", "left"))


def _match(a: Milestone, b: Milestone, link: Link) -> Match:
    reason = f"{a.what} of {quoted(max(a.of, b.of, key=len))}: {quoted(a.text)} here, {quoted(b.text)} there"
    slot = SlotComparison(slot=a.slot, verdict="different", a=a.text, b=b.text, reason=reason)
    return clash(a.signature, b.signature, link, slot)
