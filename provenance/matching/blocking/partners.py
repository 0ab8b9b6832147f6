"""Which documents are compared at all: for each one those that share most with it.

The score of two documents is the sum, over the claims of both, of the squared worth of the keys that a claim shares
with the other document: one claim that shares much weighs more than many that share a little. It rests on the two
documents alone, so further documents never change it; they change what is compared where more than `PARTNERS` others
share more, and where a key of the two comes to stand in too many documents (`limit`).
"""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from typing import TYPE_CHECKING

from provenance.matching.blocking.keys import MOST_WORTH, worth

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray

    Numbers = NDArray[int64]

PARTNERS = 32
"""Documents compared with a document, besides those that choose it themselves: with up to 33, all that share a key."""
COMMON = 4000
"""Documents in which a key worth most may stand and still lead to them; for keys worth less it is as much less."""
CLAIM_BITS = 20
"""Of a place, those that tell the claim; the others are the document."""
_WORTH_BITS = 8
_DOCUMENT_BITS = 63 - _WORTH_BITS - CLAIM_BITS
LAST_CLAIM = (1 << CLAIM_BITS) - 1
"""The claims of one document are told apart up to this number; all further ones count as one."""

Keys = Sequence[Sequence[int]]
"""The keys of each claim of one document."""
Pair = tuple[str, str]
"""Two document ids, ascending."""
Order = tuple[int, str]
"""Which of two documents comes first that share as much with a third; ids decide where all their keys are the same."""


def place(document: int, claim: int) -> int:
    """A claim of a document, both by number, as one number; documents are numbered from 0 to below 2**35."""
    return document << CLAIM_BITS | min(claim, LAST_CLAIM)


def document_at(place: int) -> int:
    """The number of the document at a place."""
    return place >> CLAIM_BITS


def order(name: str, claims: Keys) -> Order:
    """The order of a document with these keys, as good as drawn by lot, but the same wherever and whenever."""
    held = repr(sorted([*map(int, sorted(keys))] for keys in claims))
    return int.from_bytes(hashlib.blake2b(held.encode(), digest_size=8).digest(), "big") >> 1, name


def partners(keyed: Mapping[str, Keys], *, most: int = PARTNERS, common: int = COMMON) -> list[Pair]:
    """The pairs of documents to compare, ascending: of each document, given with its keys, the `most` sharing most."""
    if len(keyed) <= most + 1:
        return _sharing(keyed, common)
    names = sorted(keyed)
    shared = Shared(posted((number, keyed[name]) for number, name in enumerate(names)), common)
    orders = [order(name, keyed[name]) for name in names]
    chosen: set[tuple[int, int]] = set()
    for number, name in enumerate(names):
        scored = scores(number, keyed[name], shared)
        chosen.update((min(number, other), max(number, other)) for other in best(scored, most, orders))
    return [(names[a], names[b]) for a, b in sorted(chosen)]


def _sharing(keyed: Mapping[str, Keys], common: int) -> list[Pair]:
    """All pairs of documents that share a key: what is chosen of a few, without the time that loading numpy takes."""
    held = {name: {key for keys in claims for key in keys} for name, claims in sorted(keyed.items())}
    counts = Counter(key for keys in held.values() for key in keys)
    leading = {name: {key for key in keys if counts[key] <= limit(key, common)} for name, keys in held.items()}
    return [(a, b) for a, b in combinations(leading, 2) if not leading[a].isdisjoint(leading[b])]


def limit(key: int, common: int = COMMON) -> int:
    """In how many documents a key may stand at most to lead from one to the others."""
    return max(1, common * worth(key) // MOST_WORTH)


@dataclass(frozen=True, slots=True)
class Postings:
    """Where keys stand: one row for each key of a claim, by key, then by place."""

    keys: Numbers
    places: Numbers

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def documents(self) -> Postings:
        """The same with the numbers of documents for places, each once for a key."""
        documents = self.places >> CLAIM_BITS
        first = changes(self.keys) | changes(documents)
        return Postings(self.keys[first], documents[first])


def posted(documents: Iterable[tuple[int, Keys]]) -> Postings:
    """The places of the keys of documents; their numbers ascend."""
    import numpy

    keys, places = array("q"), array("q")
    for document, claims in documents:
        for claim, held in enumerate(claims):
            keys.extend(held)
            places.extend([place(document, claim)] * len(held))
    found, at = (numpy.frombuffer(one, dtype=numpy.int64) for one in (keys, places))
    order = numpy.argsort(found, kind="stable")
    return Postings(found[order], at[order])


@dataclass(frozen=True, slots=True)
class Scores:
    """What a document scores with others: their numbers, ascending, and the score of each."""

    documents: Numbers
    sums: Numbers


class _Worths:
    """What each key adds to each number at which it stands."""

    def __init__(self, postings: Postings) -> None:
        import numpy

        self._rows = postings.places << _WORTH_BITS | postings.keys & (1 << _WORTH_BITS) - 1
        starts = numpy.flatnonzero(changes(postings.keys))
        ends = numpy.append(starts, len(postings))[1:]
        bounds = zip(starts.tolist(), ends.tolist(), strict=True)
        self._range = dict(zip(postings.keys[starts].tolist(), bounds, strict=True))

    def of(self, keys: Iterable[int], above: int = 0) -> list[Numbers]:
        """The numbers of these keys, each above its worth and below `above`."""
        found = (self._range.get(key) for key in keys)
        return [self._rows[at[0] : at[1]] | above << _DOCUMENT_BITS + _WORTH_BITS for at in found if at]


class Shared:
    """The keys that lead from one document to others, ready to be summed."""

    def __init__(self, postings: Postings, common: int = COMMON, *, least: int = 2) -> None:
        """Keys that fewer than `least` documents hold, and those that too many hold, are left out."""
        import numpy

        documents = postings.documents
        keys, counts = numpy.unique(documents.keys, return_counts=True)
        most = numpy.maximum(1, common * (keys & (1 << _WORTH_BITS) - 1) // MOST_WORTH)
        leading = keys[(least <= counts) & (counts <= most)]
        self.claims = _Worths(_only(postings, leading))
        self.documents = _Worths(_only(documents, leading))


def _only(postings: Postings, keys: Numbers) -> Postings:
    import numpy

    if not len(keys):
        return Postings(keys, keys)
    chosen = keys[numpy.searchsorted(keys, postings.keys).clip(max=len(keys) - 1)] == postings.keys
    return Postings(postings.keys[chosen], postings.places[chosen])


def scores(number: int, claims: Keys, shared: Shared) -> Scores:
    """The score of one document with every other one that shares a key."""
    import numpy

    back = shared.claims.of({key for keys in claims for key in keys})
    if not back:
        return Scores(*(numpy.zeros(0, dtype=numpy.int64) for _ in range(2)))
    towards = [rows for claim, keys in enumerate(claims) for rows in shared.documents.of(keys, min(claim, LAST_CLAIM))]
    places, here = _summed(back)
    documents, there = _summed(towards)
    found = numpy.concatenate([places >> CLAIM_BITS, documents & (1 << _DOCUMENT_BITS) - 1])
    order = numpy.argsort(found, kind="stable")
    found, squares = found[order], numpy.concatenate([here * here, there * there])[order]
    starts = numpy.flatnonzero(changes(found))
    found, sums = found[starts], numpy.add.reduceat(squares, starts)
    return Scores(found[found != number], sums[found != number])


def best(scored: Scores, most: int, orders: Sequence[Order] | Mapping[int, Order]) -> list[int]:
    """The documents with the highest scores, best first, ties by order."""
    scored = highest(scored, most)
    held = zip(scored.documents.tolist(), scored.sums.tolist(), strict=True)
    return [other for other, _ in nsmallest(most, held, key=lambda one: (-one[1], orders[one[0]]))]


def highest(scored: Scores, most: int) -> Scores:
    """The `most` highest scores, and all that equal the least of them."""
    import numpy

    if len(scored.sums) <= most:
        return scored
    chosen = scored.sums >= numpy.partition(scored.sums, -most)[-most]
    return Scores(scored.documents[chosen], scored.sums[chosen])


def _summed(parts: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
    """Every number above the worth, once, ascending, with the sum of its worths."""
    import numpy

    held = numpy.concatenate(parts)
    # What is put together are sorted runs, which a stable sort merges.
    held.sort(kind="stable")
    numbers = held >> _WORTH_BITS
    starts = numpy.flatnonzero(changes(numbers))
    return numbers[starts], numpy.add.reduceat(held & (1 << _WORTH_BITS) - 1, starts)


def changes(numbers: Numbers) -> NDArray[bool_]:
    """Where a number differs from the one before it, and at the first."""
    import numpy

    found = numpy.ones(len(numbers), dtype=bool)
    numpy.not_equal(numbers[1:], numbers[:-1], out=found[1:])
    return found
