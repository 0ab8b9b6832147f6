"""A part of something against all of it, or another part: "two of the three suspects", "all three suspects"."""

from collections.abc import Iterator
from typing import NamedTuple

from provenance.matching.contrasts.sentence import Run, Sentence
from provenance.matching.contrasts.sides import CLOSE, Found, Sides
from provenance.text.quoting import quoted
from provenance.values import quantities

_ALL = frozenset({"all", "both", "every"})
_NONE = frozenset({"none", "neither", "no"})
_FILLS = frozenset({"of", "the", "its", "their", "his", "her", "these", "those"})
_HEAD = 4
"""Tokens after the number of a whole in which what it counts stands."""


class _Part(NamedTuple):
    """So many of so many: `part` is None for all of them, `whole` is None where it is not told."""

    run: Run
    head: int
    part: int | None
    whole: int | None


def parted(s: Sides) -> Iterator[Found]:
    """Another number out of one whole, or all of it on one side and a number of it on the other."""
    told = [p.part for o in s.others for p in _parts(o)]
    for x in (p for p in _parts(s.x) if p.whole is not None and p.part not in told):
        for y in (p for p in _parts(s.y) if p.whole == x.whole):
            alike = s.x.word_keys(x.head) & s.y.keys[y.head] and s.x.denied(x.head) == s.y.denied(y.head)
            if alike and s.fits(range(*x.run), y.head, CLOSE):
                yield Found("quantity", x.run, y.run, f"{quoted(s.x.cut(x.run))} against {quoted(s.y.cut(y.run))}")


def _parts(s: Sentence) -> list[_Part]:
    numbers = _numbers(s)
    found = []
    for i, token in enumerate(s.tokens):
        word = token.lower
        if word not in _ALL and word not in _NONE and i not in numbers:
            continue
        after = i + 1
        while after < len(s.tokens) and s.tokens[after].lower in _FILLS:
            after += 1
        is_of = "of" in (t.lower for t in s.tokens[i + 1 : after])
        whole = 2 if word in ("both", "neither") else numbers.get(after)
        if whole is None or (i in numbers and not is_of):
            continue
        counted = after + 1 if after in numbers else after
        head = next((k for k in range(counted, min(len(s.tokens), counted + _HEAD)) if s.tags[k] in "NS"), None)
        if head is not None and head in s.keys:
            part = 0 if word in _NONE else numbers.get(i)
            found.append(_Part((i, head + 1), head, None if part == whole else part, whole))
    return found


def _numbers(s: Sentence) -> dict[int, int]:
    """The whole numbers of a sentence by token, in digits or words."""
    found = {}
    for q in quantities.find(s.text):
        at = [i for i, t in enumerate(s.tokens) if q.span.start <= t.start < q.span.end]
        if len(at) == 1 and q.value is not None and q.value == int(q.value):
            found[at[0]] = int(q.value)
    return found


RULES = (parted,)
