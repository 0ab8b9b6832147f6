"""Matching on Spark: keys, choice of documents and comparison as in `provenance.matching`, mapped over a cluster.

Three jobs: the keys of each document, the documents that share most with each one, and the comparison of the chosen
pairs. The same functions work on the same integers everywhere, with ties by document id, so every engine chooses the
same pairs. Documents travel in blocks: a task compares the pairs of two blocks, and makes each document ready once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from provenance.matching import Strongest, merged, strongest
from provenance.matching.blocking.partners import PARTNERS, Keys, Pair, Shared, best, order, posted, scores
from provenance.matching.pairs import between
from provenance.matching.signed import signed_document
from provenance.model import Claim, Document

Row = tuple[Document, Sequence[Claim]]
_SLICES_PER_CORE: Final = 4
_BLOCK: Final = 64
"""Documents of one block, so twice as many of one task: few enough to be held, many enough to be met often."""
_NONE: Final = Strongest([], 0)
Task = tuple[int, int]
"""The numbers of two blocks, ascending."""


def matches(context: Any, rows: Sequence[Row]) -> Strongest:
    """The relations between these documents, as `matching.strongest` gives them of all at once."""
    held = {row[0].id: row for row in rows if row[1]}
    if len(held) < 2:
        return _NONE
    cores = max(1, context.defaultParallelism)
    slices = min(len(held), _SLICES_PER_CORE * cores)
    documents = context.parallelize([held[name] for name in sorted(held)], slices).cache()
    tasks = _tasks(_pairs(context, dict(documents.map(_keys).collect()), slices))
    sent = documents.flatMap(partial(_sent, context.broadcast(_wanted(tasks))))
    compared = sent.groupByKey(min(max(1, len(tasks)), slices)).map(partial(_compare, context.broadcast(tasks)))
    found: Strongest = compared.fold(_NONE, merged)
    return found


def _keys(row: Row) -> tuple[str, Keys]:
    return row[0].id, signed_document(*row).keys


def _pairs(context: Any, keyed: Mapping[str, Keys], slices: int) -> list[Pair]:
    """What `matching.partners` gives: the keys go to every worker, the documents are shared out."""
    names = sorted(keyed)
    orders = [order(name, keyed[name]) for name in names]
    postings = context.broadcast((orders, posted((number, keyed[name]) for number, name in enumerate(names))))
    numbered = context.parallelize([(number, keyed[name]) for number, name in enumerate(names)], slices)
    return sorted(set(numbered.mapPartitions(partial(_chosen, postings)).collect()))


def _chosen(postings: Any, documents: Iterable[tuple[int, Keys]]) -> Iterator[Pair]:
    """The pairs of each document and those that share most with it, the smaller id first."""
    orders, found = postings.value
    shared = Shared(found)
    for number, keys in documents:
        for other in best(scores(number, keys, shared), PARTNERS, orders):
            yield orders[min(number, other)][1], orders[max(number, other)][1]


def _tasks(pairs: Sequence[Pair]) -> dict[Task, list[Pair]]:
    """The pairs by the blocks that their documents stand in."""
    names = sorted({name for pair in pairs for name in pair})
    block = {name: number // _BLOCK for number, name in enumerate(names)}
    tasks: dict[Task, list[Pair]] = defaultdict(list)
    for a, b in pairs:
        tasks[block[a], block[b]].append((a, b))
    return dict(tasks)


def _wanted(tasks: Mapping[Task, Sequence[Pair]]) -> dict[str, list[Task]]:
    """The tasks that need each document."""
    wanted: dict[str, set[Task]] = defaultdict(set)
    for task, pairs in tasks.items():
        for pair in pairs:
            for name in pair:
                wanted[name].add(task)
    return {name: sorted(found) for name, found in wanted.items()}


def _sent(wanted: Any, row: Row) -> Iterator[tuple[Task, Row]]:
    """A document for every task that needs it."""
    for task in wanted.value.get(row[0].id, ()):
        yield task, row


def _compare(tasks: Any, given: tuple[Task, Iterable[Row]]) -> Strongest:
    """The relations of one task, all at once: sent one by one, each would bring its whole claims along."""
    task, rows = given
    signed = {row[0].id: signed_document(*row) for row in rows}
    return strongest(match for a, b in tasks.value[task] for match in between(signed[a], signed[b]))
