"""Which of several counts of one kind a count of the other document answers to: the one in the same company.

Where one tells of "1,120 infections and 14 deaths" after "61 deaths" in the flood, and the other of "1,120 infections,
41 of them fatal", the 41 stands against the 14.
"""

from collections.abc import Iterable, Sequence

from provenance.matching.relations.match import Match
from provenance.matching.relations.relation import meets
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature

_TELLING = 3
"""Digits of a number that two sentences hardly share by chance."""
_Joined = frozenset[tuple[int, int]]


def accompanied(matches: Sequence[Match], left: Iterable[Signature], right: Iterable[Signature]) -> list[Match]:
    """The matches of two documents, a conflict `related` where a count of its kind stands in better company.

    That is a sentence of the other document that shares a telling number with the sentence of the count.
    """
    joined = frozenset(_sentences(m) for m in matches if m.relation == "corroborates" and _is_telling(m))
    held = [_by_sentence(side) for side in (left, right)] if joined else []
    return [m.with_relation("related") if joined and _is_astray(m, joined, held) else m for m in matches]


def _sentences(m: Match) -> tuple[int, int]:
    return m.a.claim.sentence.start, m.b.claim.sentence.start


def _is_telling(m: Match) -> bool:
    return m.x is not None and m.y is not None and min(m.x.digits, m.y.digits) >= _TELLING


def _by_sentence(side: Iterable[Signature]) -> dict[int, list[Figure]]:
    """The figures of a document by the start of their sentence."""
    found: dict[int, list[Figure]] = {}
    for s in side:
        found.setdefault(s.claim.sentence.start, []).extend(s.figures)
    return found


def _is_astray(m: Match, joined: _Joined, held: Sequence[dict[int, list[Figure]]]) -> bool:
    if m.x is None or m.y is None or m.relation != "conflicts":
        return False
    here, there = _sentences(m)
    lefts = {a for a, b in joined if b == there} - {here}
    rights = {b for a, b in joined if a == here} - {there}
    if (here, there) in joined:
        return False
    return _has(held[0], lefts, m.x, m.y) or _has(held[1], rights, m.y, m.x)


def _has(figures: dict[int, list[Figure]], sentences: Iterable[int], instead_of: Figure, other: Figure) -> bool:
    """Whether such a sentence counts what `other` counts, in another number than the one it was compared with."""
    told = (f for sentence in sentences for f in figures.get(sentence, ()))
    return any(f.mark != instead_of.mark and f.measures & other.measures and meets(f, other) for f in told)
