"""What of a document ended up in no claim, so that nothing is silently dropped."""

from collections.abc import Iterable, Sequence
from typing import Any

from provenance.extraction.claims import Extraction
from provenance.model import Claim, Span
from provenance.text.overlaps import Overlaps


def coverage(extraction: Extraction, checked: Iterable[Span] = ()) -> dict[str, Any]:
    """For each kind of value: how many were found, how many stand in a claim or name its speaker, and the others.

    What stands in one of the other stretches that were `checked` counts as claimed, too.
    Shape: {kind: {"found": int, "claimed": int, "unclaimed": [{"start", "end", "quote"}]}}.
    """
    values = extraction.values
    found: dict[str, Sequence[Span]] = {
        "figures": [q.span for q in values.quantities],
        "dates": [t.span for t in values.times],
        "names": [n.span for n in values.names],
        "quotations": values.quoted,
    }
    told = (span for c in extraction.claims for span in (c.span, _source(c)) if span is not None)
    claims = Overlaps([*told, *checked])
    return {kind: _kind(spans, claims) for kind, spans in found.items()}


def _source(claim: Claim) -> Span | None:
    """Who says it: told with the claim, though it stands before or behind it."""
    return claim.attribution.source if claim.attribution else None


def _kind(found: Sequence[Span], claims: Overlaps) -> dict[str, Any]:
    left = [span for span in found if not claims.with_span(span)]
    unclaimed = [{"start": s.start, "end": s.end, "quote": s.quote} for s in left]
    return {"found": len(found), "claimed": len(found) - len(left), "unclaimed": unclaimed}
