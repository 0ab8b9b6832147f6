"""Which of many spans overlap one, without looking at all of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from provenance.model import Span


class Overlaps:
    """Spans of any documents, found again by place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        held: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for number, span in enumerate(spans):
            held[span.document].append((span.start, span.end, number))
        self._held = {document: sorted(found) for document, found in held.items()}
        self._reach = {document: _reach(found) for document, found in self._held.items()}

    def with_span(self, span: Span) -> list[int]:
        """The numbers of the spans that overlap `span`, as they were given, smallest first."""
        held = self._held.get(span.document, [])
        reach = self._reach.get(span.document, [])
        found = []
        at = bisect_left(held, (span.end,)) - 1
        while at >= 0 and reach[at] > span.start:
            if held[at][1] > span.start:
                found.append(held[at][2])
            at -= 1
        return sorted(found)


def _reach(held: list[tuple[int, int, int]]) -> list[int]:
    """For each span in order of place the furthest end of it and all before."""
    found: list[int] = []
    for _, end, _ in held:
        found.append(max(end, found[-1]) if found else end)
    return found
