"""Which documents are compared at all: for each one those that share most with it.

The score of two documents is the sum, over the claims of both, of the squared worth of the keys that a claim shares
with the other document: one claim that shares much weighs more than many that share a little. It rests on the two
documents alone, so further documents never change it; they change what is compared where more than `PARTNERS` others
share more, and where a key of the two comes to stand in more than `COMMON` documents.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest

from provenance.matching.keys import worth

PARTNERS = 32
"""Documents compared with a document, besides those that choose it themselves: with up to 33, all that share a key."""
COMMON = 400
"""Documents from which on a key that stands in more leads to none of them."""

Keyed = Mapping[str, Sequence[Sequence[int]]]
"""The keys of each claim, by document id."""
Pair = tuple[str, str]
"""Two document ids, ascending."""


def partners(keyed: Keyed, *, most: int = PARTNERS, common: int = COMMON) -> list[Pair]:
    """The pairs of documents to compare, ascending: of each document the `most` with the highest scores, ties by id."""
    scores = _scores(keyed, common)
    return sorted({_pair(one, other) for one, near in scores.items() for other in best(near, most)})


def best(scores: Mapping[str, int], most: int) -> list[str]:
    """The documents with the highest scores, ties by id."""
    return nsmallest(most, scores, key=lambda other: (-scores[other], other))


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _scores(keyed: Keyed, common: int) -> dict[str, dict[str, int]]:
    """The score of each document with every other that shares a key with it."""
    postings = _postings(keyed, common)
    scores: dict[str, dict[str, int]] = {document: defaultdict(int) for document in keyed}
    for document, claims in keyed.items():
        for other, score in towards(claims, postings).items():
            if other != document:
                scores[document][other] += score
                scores[other][document] += score
    return scores


def towards(claims: Iterable[Iterable[int]], postings: Mapping[int, Sequence[str]]) -> dict[str, int]:
    """One side of the score: what the claims of one document share with each document."""
    found: dict[str, int] = defaultdict(int)
    for claim in claims:
        shared: dict[str, int] = defaultdict(int)
        for key in claim:
            for other in postings.get(key, ()):
                shared[other] += worth(key)
        for other, sum_ in shared.items():
            found[other] += sum_ * sum_
    return found


def _postings(keyed: Keyed, common: int) -> dict[int, list[str]]:
    """The documents that hold each key, keys that are common or that only one document holds left out."""
    held: dict[int, list[str]] = defaultdict(list)
    for document, claims in keyed.items():
        for key in {key for claim in claims for key in claim}:
            held[key].append(document)
    return {key: documents for key, documents in held.items() if 1 < len(documents) <= common}
