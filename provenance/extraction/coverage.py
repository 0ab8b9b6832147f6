"""What of a document ended up in no claim, so that nothing is silently dropped."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from provenance.extraction.claims import Extraction
from provenance.model import Span


def coverage(extraction: Extraction) -> dict[str, Any]:
    """For each kind of value: how many were found, how many stand in a claim, and those that do not.

    Shape: {kind: {"found": int, "claimed": int, "unclaimed": [{"start", "end", "quote"}]}}.
    """
    values = extraction.values
    found: dict[str, Sequence[Span]] = {
        "figures": [q.span for q in values.quantities],
        "dates": [t.span for t in values.times],
        "names": [n.span for n in values.names],
        "quotations": values.quoted,
    }
    claims = [c.span for c in extraction.claims]
    return {kind: _kind(spans, claims) for kind, spans in found.items()}


def _kind(found: Sequence[Span], claims: Sequence[Span]) -> dict[str, Any]:
    starts = [claim.start for claim in claims]
    left = [span for span in found if not _claimed(span, claims, starts)]
    unclaimed = [{"start": s.start, "end": s.end, "quote": s.quote} for s in left]
    return {"found": len(found), "claimed": len(found) - len(left), "unclaimed": unclaimed}


def _claimed(span: Span, claims: Sequence[Span], starts: Sequence[int]) -> bool:
    """Claims are ordered and disjoint: only the last one that begins before the end of `span` can hold it."""
    before = bisect_left(starts, span.end)
    return before > 0 and claims[before - 1].end > span.start
