"""What the attribution model looks at when it looks at cues again: what else in the sentence may report.

A sentence mostly has one report that matters: a word that may report counts for less beside one that surely does.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from provenance.extraction.attribution.view import Row, View, bucket

_STEPS = (0.1, 0.3, 0.5, 0.75)
_NO_RIVAL = ("",) * 6
_LEAST_RIVAL = 0.15
"""Probability from which another word of the sentence is a rival."""


class Candidate(NamedTuple):
    """A token that may be the head of a cue, its base form, and its score at first sight."""

    head: int
    lemma: str
    score: float


def rows(v: View, candidates: list[Candidate], sure: float = math.inf) -> Iterator[Row]:
    """The row of each candidate, beside the others; `candidates` are all of the text, in order.

    Those with a score above `sure`, which nobody looks at again, have an empty row.
    """
    t = v.tokens
    shares = [1 / (1 + math.exp(-min(max(c.score, -30.0), 30.0))) for c in candidates]
    sentences: dict[int, float] = defaultdict(float)
    paragraphs: dict[int, float] = defaultdict(float)
    lemmas: dict[str, float] = defaultdict(float)
    for c, share in zip(candidates, shares, strict=True):
        sentences[t.sentence[c.head]] += share
        paragraphs[t.paragraph[c.head]] += share
        lemmas[c.lemma] += share
    rivals = _rivals(v, candidates, shares)
    for c, share, rival in zip(candidates, shares, rivals, strict=True):
        if c.score > sure:
            yield ()
            continue
        beside = sentences[t.sentence[c.head]] - share
        around = paragraphs[t.paragraph[c.head]] - share - beside
        alike = lemmas[c.lemma] - share
        own = max(-3, min(4, round(c.score)))
        crowd = min(6, int(beside * 4)) if beside < 1 else min(9, 4 + int(beside * 2))
        yield (
            own,
            (own, crowd),
            (own, min(5, int(around * 1.5))),
            (own, min(3, int(alike * 1.5))),
            *(_beside(v, c, candidates[rival], _step(shares[rival])) if rival >= 0 else _NO_RIVAL),
        )


def _rivals(v: View, candidates: list[Candidate], shares: list[float]) -> list[int]:
    """For each candidate the likeliest other one of its sentence, by number, or -1."""
    sentence = v.tokens.sentence
    order = sorted(range(len(candidates)), key=lambda n: (-shares[n], n))
    first: dict[int, int] = {}
    second: dict[int, int] = {}
    seen: Counter[int] = Counter()
    for n in order:
        where = sentence[candidates[n].head]
        if shares[n] > _LEAST_RIVAL and seen[where] < 2:
            (second if seen[where] else first)[where] = n
            seen[where] += 1
    found = []
    for n, c in enumerate(candidates):
        where = sentence[c.head]
        best = first.get(where, -1)
        found.append(second.get(where, -1) if best == n else best)
    return found


def _beside(v: View, c: Candidate, rival: Candidate, share: int) -> Row:
    """How a candidate stands to its likeliest rival."""
    i, j = c.head, rival.head
    side = "L" if j < i else "R"
    low, high = (j, i) if j < i else (i, j)
    k = v.classes
    commas = v.commas[high] - v.commas[low]
    return (
        (side, share, bucket(high - low)),
        (side, share, k[i], k[j]),
        (side, share, v.inside[i], v.inside[j], commas if commas < 2 else 2),
        (side, share, "that" in v.words[low:high], k[i][0]),
        (side, share, rival.lemma),
        (side, share, v.joints(low + 1, high)),
    )


def _step(share: float) -> int:
    return sum(share >= step for step in _STEPS)
