"""Which claims of the index share most with one that is not in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from provenance.matching.blocking.partners import Postings, changes

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

_SHARED = 2.0
"""What sharing a key counts for, however common it is; without it, a rare word of the background outranks two names."""
_PLACES = 6
"""Decimals of a score, so that sums in another order give the same one."""


class Rows:
    """Where some keys stand, with what sharing each is worth among a number of documents."""

    def __init__(self, postings: Postings, documents: int) -> None:
        import numpy

        self._places = postings.places
        starts = numpy.flatnonzero(changes(postings.keys))
        ends = numpy.append(starts, len(postings))[1:]
        keys = postings.keys[starts]
        worths = (keys & 0xFF) * (_SHARED + numpy.log(1 + documents / (ends - starts)))
        rows = zip(keys.tolist(), starts.tolist(), ends.tolist(), worths.tolist(), strict=True)
        self._rows = {key: (start, end, worth) for key, start, end, worth in rows}

    def best(self, keys: Iterable[int], most: int) -> NDArray[int64]:
        """The places that share most with a claim that has these keys, best first, ties by place."""
        import numpy

        found = [self._rows[key] for key in keys if key in self._rows]
        if not found:
            return numpy.zeros(0, dtype=numpy.int64)
        held = numpy.concatenate([self._places[start:end] for start, end, _ in found])
        weights = numpy.repeat([worth for _, _, worth in found], [end - start for start, end, _ in found])
        places, at = numpy.unique(held, return_inverse=True)
        sums = numpy.bincount(at, weights=weights).round(_PLACES)
        if len(places) > most:
            leading = sums >= numpy.partition(sums, -most)[-most]
            places, sums = places[leading], sums[leading]
        return places[numpy.lexsort((places, -sums))[:most]]
