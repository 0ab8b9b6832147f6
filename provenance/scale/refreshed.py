"""Findings of a store brought in step after some of its documents have come, changed or gone.

What is found of a document rests on those that it has something to tell with, on those that these have something to
tell with, and so on: facts join no others. So these alone are reviewed again.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable

from provenance import pipeline
from provenance.config import Config
from provenance.matching.pairs import between, order
from provenance.matching.partners import Pair
from provenance.model import Report
from provenance.scale import stored
from provenance.store.database import Store

MOST = 40
"""Documents reviewed again while somebody waits; where more are concerned, the findings wait for a review."""


def neighbours(store: Store, documents: Iterable[str]) -> set[str]:
    """The documents that these have something to tell with, as far as they are compared."""
    told = store.compared(store.pairs_of(documents))
    return {name for pair, count in told.items() if count for name in pair}


def refresh(store: Store, documents: Collection[str], config: Config, excuse: Callable[[Report], Report]) -> bool:
    """Makes the findings those that a review of the whole store would give; False where that is left to a review.

    `documents` are those that changed, index and comparisons being in step with them, and their neighbours before.
    """
    if set(store.with_claims()) - store.indexed().keys():
        return False
    pairs = store.pairs()
    told = store.compared()
    missing = [pair for pair in pairs if pair not in told]
    if len(missing) > MOST:
        return False
    stored.compare(store, missing)
    told |= store.compared(missing)
    telling = [pair for pair in pairs if told.get(pair)]
    lost = store.found_pairs() - set(telling)
    start = {*documents, *(name for pair in (*lost, *missing) for name in pair)}
    concerned = _joined(start, telling)
    held = store.some(concerned)
    if len(held) > MOST:
        return False
    inside = [pair for pair in telling if pair[0] in concerned]
    report = pipeline.review(
        held,
        config=config,
        match=lambda signed: sorted((m for a, b in inside for m in between(signed[a], signed[b])), key=order),
    )
    store.update_findings(excuse(report), concerned)
    return True


def _joined(start: Iterable[str], pairs: Iterable[Pair]) -> set[str]:
    """The documents that pairs lead to from some."""
    near: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    found = set(start)
    open_ = list(found)
    while open_:
        fresh = set(near[open_.pop()]) - found
        found |= fresh
        open_ += fresh
    return found
