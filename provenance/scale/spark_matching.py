"""Matching on Spark: keys, choice of documents and comparison as in `provenance.matching`, mapped over a cluster.

The same scores as in `matching.partners`, as joins: where each key stands, what two documents share, the best of each;
then both documents of a pair meet on a worker and are compared there. Integer sums and ties by document id make every
engine choose the same pairs.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from heapq import nsmallest
from typing import Any, Final

from provenance.matching.keys import worth
from provenance.matching.pairs import Signed, between, order, signed_document
from provenance.matching.partners import PARTNERS, Pair, limit
from provenance.matching.relation import Match
from provenance.model import Claim, Document

Row = tuple[Document, Sequence[Claim]]
Posting = tuple[int, tuple[str, int]]
_SLICES_PER_CORE: Final = 4
_READY: Final = 256
"""Documents that a worker keeps ready for comparing."""
_ready: dict[tuple[str, str], Signed] = {}


def matches(context: Any, rows: Sequence[Row], run: str) -> list[Match]:
    """What `matching.match` finds between these documents; `run` names this run among those that workers remember."""
    held = [row for row in rows if row[1]]
    if len(held) < 2:
        return []
    slices = min(len(held), _SLICES_PER_CORE * max(1, context.defaultParallelism))
    documents = context.parallelize([(row[0].id, row) for row in held], slices).cache()
    chosen = _pairs(documents, slices)
    lefts = chosen.join(documents, slices).map(_by_right)
    compared = lefts.join(documents, slices).mapPartitions(partial(_compare, run))
    return sorted(compared.collect(), key=order)


def _pairs(documents: Any, slices: int) -> Any:
    """The pairs of documents to compare."""
    places = documents.flatMap(_places).groupByKey(slices)
    shared = places.flatMap(_shares).reduceByKey(int.__add__, slices)
    scores = shared.flatMap(_squares).reduceByKey(int.__add__, slices)
    near = scores.map(_by_first).groupByKey(slices)
    return near.flatMap(_chosen).distinct(slices)


def _places(row: tuple[str, Row]) -> Iterator[Posting]:
    """The keys of a document with the claims that hold them."""
    document, (read, claims) = row
    for number, keys in enumerate(signed_document(read, claims).keys):
        for key in keys:
            yield key, (document, number)


def _shares(posting: tuple[int, Iterable[tuple[str, int]]]) -> Iterator[tuple[tuple[str, int, str], int]]:
    """What a key adds to what each claim shares with each other document."""
    key, places = posting[0], list(posting[1])
    documents = sorted({document for document, _ in places})
    if 1 < len(documents) <= limit(key):
        for document, number in places:
            for other in documents:
                if other != document:
                    yield (document, number, other), worth(key)


def _squares(shared: tuple[tuple[str, int, str], int]) -> Iterator[tuple[Pair, int]]:
    """What one claim adds to the score of two documents, for both of them."""
    (document, _, other), sum_ = shared
    yield (document, other), sum_ * sum_
    yield (other, document), sum_ * sum_


def _by_first(scored: tuple[Pair, int]) -> tuple[str, tuple[int, str]]:
    (document, other), score = scored
    return document, (-score, other)


def _chosen(near: tuple[str, Iterable[tuple[int, str]]]) -> Iterator[Pair]:
    """The pairs of a document and those that share most with it, the smaller id first."""
    document, others = near
    for _, other in nsmallest(PARTNERS, others):
        yield (document, other) if document < other else (other, document)


def _by_right(joined: tuple[str, tuple[str, Row]]) -> tuple[str, Row]:
    _, (right, left) = joined
    return right, left


def _compare(run: str, joined: Iterator[tuple[str, tuple[Row, Row]]]) -> Iterator[Match]:
    """Runs on a worker."""
    for _, (left, right) in joined:
        yield from between(_signed(run, left), _signed(run, right))


def _signed(run: str, row: Row) -> Signed:
    """A document made ready, or remembered from another pair of this run."""
    name = (run, row[0].id)
    if name not in _ready:
        if len(_ready) >= _READY:
            _ready.clear()
        _ready[name] = signed_document(*row)
    return _ready[name]
