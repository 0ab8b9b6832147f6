"""Who acts and who is acted on: one predicate with its roles exchanged, and converse predicates."""

from collections.abc import Iterator
from dataclasses import replace

from provenance.matching import opposites, worded
from provenance.matching.relation import Match
from provenance.matching.sides import Found, Sides
from provenance.matching.worded import Worded

_VERBAL = frozenset("VPBJ")
_WIDE = 8
"""Tokens around a predicate in which its names stand."""
Roles = tuple[frozenset[str], frozenset[str]]
"""What the names of who acts and of who is acted on can meet."""


def turned(m: Match) -> Match:
    """A conflict of converse predicates whose roles are exchanged too is none: "A beat B", "B lost to A"."""
    x, y = (worded.read(s.claim.sentence.quote) for s in (m.a, m.b))
    for i in x.content:
        for j in (j for j in y.content if is_converse(x, i, y, j)):
            if x.denied(i) == y.denied(j) is False:
                said = f"{x.tokens[i].text!r} and {y.tokens[j].text!r} say one thing, the roles being exchanged"
                slots = tuple(
                    s.model_copy(update={"verdict": "same", "reason": said}) if s.slot == "action" else s
                    for s in m.comparison.slots
                )
                kept = m.comparison.model_copy(update={"relation": "corroborates", "slots": slots})
                return replace(m, comparison=kept)
    return m


def is_converse(x: Worded, i: int, y: Worded, j: int) -> bool:
    """Whether two predicates say one thing with the roles exchanged: "A beat B", "B lost to A"."""
    return opposites.converse(x.tokens[i].base, y.tokens[j].base) and bool(_crossing(_around(x, i), _around(y, j)))


def swapped(s: Sides) -> Iterator[Found]:
    """One predicate with its two roles exchanged, or its converse with the roles as they are."""
    x, y = s.x, s.y
    for i in x.content:
        pair = _around(x, i)
        if pair is None:
            continue
        for j in y.content:
            same = bool({k for k in x.keys[i] if k[0] != "n"} & y.keys[j])
            converse = opposites.converse(x.tokens[i].base, y.tokens[j].base)
            verbs = (
                x.tags[i] in _VERBAL and y.tags[j] in _VERBAL and not opposites.is_one_of(x.tokens[i].base, "mutual")
            )
            if not converse and not (same and verbs):
                continue
            other = _around(y, j)
            if other is None or x.denied(i) or y.denied(j):
                continue
            crossed = _crossing(pair, other)
            if (crossed and same and not converse) or (crossed is False and converse and not same):
                yield "actor", i, j, f"{x.tokens[i].text!r} and {y.tokens[j].text!r} with the roles exchanged"


def _around(s: Worded, i: int) -> Roles | None:
    """The name before and the name after a predicate, in the order of who acts and who is acted on."""
    before = [k for k in range(max(0, i - _WIDE), i) if k in s.named and k in s.keys]
    after = [k for k in range(i + 1, min(len(s.tokens), i + _WIDE)) if k in s.named and k in s.keys]
    if not before or not after:
        return None
    head, tail = (frozenset().union(*(_run(s, k) for k in side)) for side in (before, after))
    if not s.is_passive(i):
        return head, tail
    return (tail, head) if any(t.lower == "by" for t in s.tokens[i : after[0]]) else None


def _run(s: Worded, i: int) -> frozenset[str]:
    """What the name that token `i` is part of can meet."""
    low = high = i
    while low and low - 1 in s.named:
        low -= 1
    while high + 1 in s.named:
        high += 1
    return frozenset(k for j in range(low, high + 1) if j in s.keys for k in s.keys[j] if k.startswith("n:"))


def _crossing(a: Roles | None, b: Roles | None) -> bool | None:
    """Whether who acts on one side is acted on on the other; None where it is neither that nor the same order."""
    if a is None or b is None:
        return None
    straight, crossed = bool(a[0] & b[0] and a[1] & b[1]), bool(a[0] & b[1] and a[1] & b[0])
    return crossed if straight != crossed else None
