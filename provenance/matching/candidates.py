"""Pairs of claims worth comparing: those that share telling keys."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from provenance.extraction.lexicon import opposites
from provenance.matching.signatures import Signature

PER_CLAIM = 24
"""Candidates kept for a claim in one other document; the rest share less."""
_NAME, _MEASURE, _NUMBER, _CLASH = 2.0, 1.0, 2.0, 0.5
_TELLING = 0.45
"""Words lighter than this are on too many pages to be keys."""


def keys(s: Signature) -> dict[str, float]:
    """The typed keys of a claim with what sharing each is worth."""
    found = {concept: weight for concept, weight in s.concepts.items() if weight >= _TELLING}
    found.update({f"name:{part}": _NAME for n in s.said_names for part in n.parts})
    for family in s.families:
        found.update({f"clash:{min(family, other)}:{max(family, other)}": _CLASH for other in opposites(family)})
    for figure in s.figures:
        found.update({f"m:{m}": _MEASURE for m in figure.measures})
        if figure.quantity.value is not None:
            # One key for "4.1 million" and "4,100,000".
            found[f"n:{figure.quantity.value.normalize()}"] = _NUMBER
    return found


@dataclass(frozen=True, slots=True)
class Side:
    """One document's claims with their keys, ready to be paired with those of others."""

    claims: Sequence[tuple[Signature, dict[str, float]]]
    postings: dict[str, list[int]]
    """Numbers of the claims that hold each key."""


def side(group: Sequence[Signature]) -> Side:
    """The claims of one document, keyed."""
    claims = [(s, keys(s)) for s in group]
    postings: dict[str, list[int]] = defaultdict(list)
    for number, (_, known) in enumerate(claims):
        for key in known:
            postings[key].append(number)
    return Side(claims, dict(postings))


def pairs(groups: Sequence[Sequence[Signature]]) -> Iterator[tuple[Signature, Signature]]:
    """Candidate pairs of claims across documents; `groups` holds the claims of each."""
    for left, right in combinations([side(group) for group in groups if group], 2):
        yield from between(left, right)


def between(left: Side, right: Side) -> list[tuple[Signature, Signature]]:
    """Candidate pairs of claims of two documents: for each of the left those of the right that share most."""
    found = []
    for a, known in left.claims:
        scores: dict[int, float] = defaultdict(float)
        for key, worth in known.items():
            for j in right.postings.get(key, ()):
                scores[j] += worth
        best = sorted(scores, key=lambda j: (-round(scores[j], 6), j))[:PER_CLAIM]
        found += [(a, right.claims[j][0]) for j in sorted(best)]
    return found
