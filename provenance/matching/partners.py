"""Which documents are compared at all: for each one those that share most with it.

The score of two documents is the sum, over the claims of both, of the squared worth of the keys that a claim shares
with the other document: one claim that shares much weighs more than many that share a little. It rests on the two
documents alone, so further documents never change it; they change what is compared where more than `PARTNERS` others
share more, and where a key of the two comes to stand in too many documents (`limit`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nsmallest

from provenance.matching.keys import MOST_WORTH, worth

PARTNERS = 32
"""Documents compared with a document, besides those that choose it themselves: with up to 33, all that share a key."""
COMMON = 2000
"""Documents in which a key worth most may stand and still lead to them; for keys worth less it is as much less."""
_CLAIM_BITS = 20

Keys = Sequence[Sequence[int]]
"""The keys of each claim of one document."""
Postings = Mapping[int, Collection[int]]
"""Where each key stands: places as `place` makes them."""
Pair = tuple[str, str]
"""Two document ids, ascending."""


def place(document: int, claim: int) -> int:
    """A claim of a document, both by number, as one number."""
    return document << _CLAIM_BITS | claim


def document_at(place: int) -> int:
    """The number of the document at a place."""
    return place >> _CLAIM_BITS


def partners(keyed: Mapping[str, Keys], *, most: int = PARTNERS, common: int = COMMON) -> list[Pair]:
    """The pairs of documents to compare, ascending: of each document, given with its keys, the `most` sharing most."""
    names = sorted(keyed)
    postings = posted((number, keyed[name]) for number, name in enumerate(names))
    chosen: set[tuple[int, int]] = set()
    for number, name in enumerate(names):
        near = scores(number, keyed[name], postings, common)
        chosen.update((min(number, other), max(number, other)) for other in best(near, most, names))
    return [(names[a], names[b]) for a, b in sorted(chosen)]


def limit(key: int, common: int = COMMON) -> int:
    """In how many documents a key may stand at most to lead from one to the others."""
    return max(1, common * worth(key) // MOST_WORTH)


def posted(documents: Iterable[tuple[int, Keys]]) -> dict[int, list[int]]:
    """The places of every key, ascending where the numbers of the documents are."""
    found: dict[int, list[int]] = defaultdict(list)
    for number, claims in documents:
        for claim, keys in enumerate(claims):
            at = place(number, claim)
            for key in keys:
                found[key].append(at)
    return found


def best(near: Mapping[int, int], most: int, names: Sequence[str] | Mapping[int, str]) -> list[int]:
    """The documents with the highest scores, best first, ties by name."""
    return nsmallest(most, near, key=lambda other: (-near[other], names[other]))


def scores(number: int, claims: Keys, postings: Postings, common: int = COMMON, *, own: bool = True) -> dict[int, int]:
    """The score of one document with every other one that shares a key; `own`: its places stand in the postings too."""
    held = _shared({key for keys in claims for key in keys}, postings, common, 2 if own else 1)
    found = _towards(claims, held)
    back: dict[int, int] = defaultdict(int)
    for key in held:
        for at in postings[key]:
            back[at] += worth(key)
    for at, sum_ in back.items():
        found[at >> _CLAIM_BITS] += sum_ * sum_
    found.pop(number, None)
    return found


def _shared(keys: Iterable[int], postings: Postings, common: int, least: int) -> dict[int, set[int]]:
    """The documents of each key, keys that are common or that fewer than `least` documents hold left out."""
    held = {key: {at >> _CLAIM_BITS for at in postings.get(key, ())} for key in keys}
    return {key: documents for key, documents in held.items() if least <= len(documents) <= limit(key, common)}


def _towards(claims: Keys, held: Mapping[int, Collection[int]]) -> dict[int, int]:
    """One side of the score: what the claims of one document share with each document."""
    found: dict[int, int] = defaultdict(int)
    for keys in claims:
        shared: dict[int, int] = defaultdict(int)
        for key in keys:
            for other in held.get(key, ()):
                shared[other] += worth(key)
        for other, sum_ in shared.items():
            found[other] += sum_ * sum_
    return found
