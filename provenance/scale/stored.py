"""Matching over a store: only what is new is compared, and what was found to say nothing is not compared again.

The relations are those that `matching.match` finds for all documents at once, in its order.
"""

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from provenance import matching
from provenance.matching.blocking.partners import Pair
from provenance.matching.pairs import Progress, between
from provenance.matching.relations.match import Match
from provenance.matching.signed import Signed, signed_document
from provenance.model import Claim, Document
from provenance.store import database
from provenance.store.database import Store
from provenance.store.program import digest_of
from provenance.store.signed import Row

_AT_ONCE = 200
"""Pairs between two savings: what an interruption can cost."""
_CHUNK = 20
_FEW = 8
"""Pairs that one process compares before others have started."""


class _Held:
    """The documents that a process compares: those made ready before, and others as they are asked for."""

    def __init__(self, store: Store, signed: Mapping[str, Signed]) -> None:
        self._store = store
        self._signed = dict(signed)
        self._made: list[Row] = []

    def reopened(self) -> "_Held":
        """The same for another process, which may not use this one's connection."""
        return _Held(database.open(self._store.path, read_only=True), self._signed)

    def count(self, pair: Pair) -> tuple[int, list[Row]]:
        """How many relations worth telling a pair has, and what to keep of documents that had to be signed for it."""
        told = _telling(between(*map(self._ready, pair)))
        made, self._made = self._made, []
        return told, made

    def _ready(self, name: str) -> Signed:
        if name not in self._signed:
            self._signed[name], made = self._store.signed(name)
            self._made += [] if made is None else [made]
        return self._signed[name]


_of_process: list[_Held] = []
"""Of a worker process: what it compares."""


def update(store: Store, documents: Iterable[str]) -> int:
    """Brings index and comparisons in step after these documents of the store have changed; returns the pairs compared.

    Compares them with the documents that share most with them and with those that they share most with.
    """
    signed: dict[str, Signed] = {}
    changed, gone = [], []
    for name in sorted(documents):
        document, claims = store.one(name)
        if claims:
            signed[name] = signed_document(document, claims)
            changed.append((name, digest_of(document), signed[name].keys))
        else:
            gone.append(name)
    store.index(changed, gone)
    store.save_signed(signed)
    pairs = store.pairs_of(signed)
    known = store.compared(pairs)
    missing = [pair for pair in pairs if pair not in known]
    compare(store, missing, signed)
    return len(missing)


def compare(store: Store, pairs: Sequence[Pair], signed: Mapping[str, Signed] | None = None) -> None:
    """Compares pairs of indexed documents and keeps how many relations they have; some may be `signed` already."""
    digests = store.indexed({name for pair in pairs for name in pair})
    digests |= {name: digest_of(one.document) for name, one in (signed or {}).items()}
    # Before anything is written: others write meanwhile.
    found = list(_counted(pairs, _Held(store, signed or {})))
    made = [row for _, rows in found for row in rows]
    if made:  # of another program until now: the next addition need not sign them again
        store.keep_signed(made)
    store.save_compared(((pair, count) for pair, (count, _) in zip(pairs, found, strict=True)), digests)


def matches(
    signed: Mapping[str, Signed], store: Store, documents: Sequence[Document], progress: Progress
) -> matching.Strongest:
    """The relations of all documents of the store, as over all at once, keeping what it learns on the way."""
    digests = _in_step(store, documents, signed)
    found = matching.strongest(_compared(signed, store, digests, progress))
    store.forget_compared()
    return found


def _compared(
    signed: Mapping[str, Signed], store: Store, digests: Mapping[str, str], progress: Progress
) -> Iterator[Match]:
    """The relations of each pair of documents that has any, or was not compared before."""
    pairs, known = store.pairs(), store.compared()
    rows = []
    for pair in progress([pair for pair in pairs if known.get(pair) != 0]):
        told = between(signed[pair[0]], signed[pair[1]])
        rows.append((pair, _telling(told)))
        yield from told
        if len(rows) == _AT_ONCE:
            store.save_compared(rows, digests)
            rows = []
    store.save_compared(rows, digests)


def rebuild(store: Store, documents: Sequence[Document], claims: Iterable[Claim], progress: Progress) -> int:
    """Makes the index anew and compares every pair that has not been compared since it changed, on all cores.

    Returns how many pairs were compared. What is saved when it is interrupted need not be compared again.
    """
    signed = matching.signed_documents(documents, claims)
    digests = {d.id: digest_of(d) for d in documents if d.id in signed}
    store.index(((name, digests[name], one.keys) for name, one in signed.items()), anew=True)
    store.save_signed(signed)
    known = store.compared()
    missing = [pair for pair in store.pairs() if pair not in known]
    counts = (count for count, _ in _counted(missing, _Held(store, signed)))
    rows = zip(progress(missing), counts, strict=True)
    while part := list(islice(rows, _AT_ONCE)):
        store.save_compared(part, digests)
    store.forget_compared()
    return len(missing)


def _counted(pairs: Sequence[Pair], held: _Held) -> Iterator[tuple[int, list[Row]]]:
    """What `_Held.count` gives of each pair, in order, worked out by as many processes as there are cores."""
    cores = os.cpu_count() or 1
    if cores == 1 or len(pairs) <= _FEW or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(held.count, pairs)
        return
    # What is held is inherited, not sent.
    with multiprocessing.get_context("fork").Pool(cores, _start, [held]) as pool:
        yield from pool.imap(_count, pairs, min(_CHUNK, -(-len(pairs) // (4 * cores))))


def _start(held: _Held) -> None:
    _of_process.append(held.reopened())


def _count(pair: Pair) -> tuple[int, list[Row]]:
    return _of_process[0].count(pair)


def _telling(found: Iterable[Match]) -> int:
    return sum(map(matching.is_worth_telling, found))


def _in_step(store: Store, documents: Sequence[Document], signed: Mapping[str, Signed]) -> dict[str, str]:
    """Indexes what has changed since the index was last in step; returns the digests that documents have in it."""
    digests = {d.id: digest_of(d) for d in documents if d.id in signed}
    indexed = store.indexed()
    changed = [(name, digest, signed[name].keys) for name, digest in digests.items() if indexed.get(name) != digest]
    gone = sorted(indexed.keys() - digests.keys())
    if 2 * len(changed) > len(digests):
        store.index(((name, digest, signed[name].keys) for name, digest in digests.items()), anew=True)
    elif changed or gone:
        store.index(changed, gone)
    return digests
