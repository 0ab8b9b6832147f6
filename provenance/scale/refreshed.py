"""Findings of a store brought in step after some of its documents have come, changed or gone.

What is found of a document rests on those that it has something to tell with, on those that these have something to
tell with, and so on: facts join no others. So these alone are reviewed again.
"""

from collections.abc import Callable, Collection, Iterable

from provenance import matching, pipeline
from provenance.config import Config
from provenance.matching.blocking.partners import Pair
from provenance.matching.pairs import between
from provenance.model import Report
from provenance.scale import stored
from provenance.store.database import Store

MOST = 40
"""Documents reviewed again while somebody waits; where more are concerned, the findings wait for a review."""
_OPEN = 100
"""Lists of partners made again while somebody waits."""


def neighbours(store: Store, documents: Iterable[str]) -> set[str]:
    """The documents that these have something to tell with, as far as they are compared."""
    told = store.compared(store.pairs_of(documents))
    return {name for pair, count in told.items() if count for name in pair}


def refresh(store: Store, documents: Collection[str], config: Config, excuse: Callable[[Report], Report]) -> bool:
    """Makes the findings those that a review of the whole store would give; False where that is left to a review.

    `documents` are those that changed, index and comparisons being in step with them, and their neighbours before. Only
    what they lead to is looked at, so that the time does not grow with the store; findings elsewhere are to be in step.
    """
    opened = store.close_lists(_OPEN)
    if opened is None or store.lags() or store.is_outdated():
        return False
    near = {*documents, *opened}
    near |= {name for pair in store.pairs_of(near) for name in pair}
    around = _Around(store)
    if not around.compare(near):
        return False
    concerned = around.joined({*documents, *around.fresh})
    if concerned is None:
        return False
    looked = near | concerned
    lost = store.found_pairs(looked) - {pair for name in looked for pair in around.telling(name)}
    concerned = around.joined({*concerned, *around.fresh, *(name for pair in lost for name in pair)})
    held = [] if concerned is None else store.some(concerned)
    if concerned is None or len(held) > MOST:
        return False
    inside = sorted({pair for name in concerned for pair in around.telling(name)})
    report = pipeline.review(
        held,
        config=config,
        match=lambda signed: matching.strongest(m for a, b in inside for m in between(signed[a], signed[b])),
    )
    if store.number_of_findings() + len(report.findings) >= matching.MOST:  # only a review knows which to leave out
        return False
    store.update_findings(excuse(report), concerned)
    return True


class _Around:
    """What the documents around some have to tell with others, asked for as it is needed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: dict[str, dict[Pair, int]] = {}
        self.fresh: set[str] = set()
        """Documents of pairs that had not been compared."""
        self._compared = 0

    def compare(self, documents: Collection[str]) -> bool:
        """Compares what has not been compared of documents; False where that is too much, or others get in between."""
        pairs = self._store.pairs_of([name for name in documents if name not in self._told])
        told = self._store.compared(pairs)
        missing = [pair for pair in pairs if pair not in told]
        self._compared += len(missing)
        if self._compared > MOST:
            return False
        stored.compare(self._store, missing)
        self.fresh.update(name for pair in missing for name in pair)
        told |= self._store.compared(missing)
        if len(told) < len(pairs):  # others are changing documents
            return False
        for name in documents:
            self._told.setdefault(name, {pair: told[pair] for pair in pairs if name in pair})
        return True

    def telling(self, document: str) -> list[Pair]:
        """The pairs of a document, compared before, that have something to tell."""
        return [pair for pair, count in self._told[document].items() if count]

    def joined(self, start: Collection[str]) -> set[str] | None:
        """The documents that telling pairs lead to from some; None where they are too many."""
        found, open_ = set(start), list(start)
        while open_:
            if len(found) > MOST or not self.compare(open_):
                return None
            leading = {name for one in open_ for pair in self.telling(one) for name in pair}
            open_ = sorted(leading - found)
            found |= leading
        return found
