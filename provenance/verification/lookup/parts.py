"""The parts of long sources that a draft may speak of: only these are read for claims.

What a book or a report of a thousand pages says beside them can neither back nor contradict the draft, and reading it
takes most of the time. The beginning is read too, which tells what the whole is about, and what stands before each
part, which tells who "he" is.
"""

from bisect import bisect_right
from collections.abc import Sequence

from provenance.extraction.claims import extract
from provenance.model import Claim, Document
from provenance.text import sentences
from provenance.verification.lookup.index import Index
from provenance.verification.lookup.tokens import tokenize

LONG = 20_000
"""Code points from which a source is read in parts: longer than nearly every news story."""
_FIRST = 4
"""Paragraphs of the beginning: headline, dateline and lead."""
_BEFORE, _AFTER = 3, 1
"""Paragraphs read around a sentence that is like a claim of the draft."""


class Parts:
    """The claims that sources make in the parts that are like some claims of a draft."""

    def __init__(self, documents: Sequence[Document], asked: Sequence[Claim], index: Index) -> None:
        self._places: dict[str, set[int]] = {d.id: set() for d in documents if len(d.text) > LONG}
        if not self._places:
            return
        for quote in {claim.sentence.quote for claim in asked}:
            for sentence in index.like_in_each(tokenize(quote), self._places):
                self._places[sentence.document.id].add(sentence.start)

    def claims(self, document: Document) -> list[Claim]:
        """The claims of a source; of a long one those of the parts that are read."""
        places = self._places.get(document.id)
        if places is None:
            return extract(document)
        return extract(document.model_copy(update={"text": _only(document.text, places)}))


def _only(text: str, places: set[int]) -> str:
    """The text with its offsets, blank but for its beginning and the paragraphs around some places."""
    paragraphs = sentences.paragraphs(text)
    starts = [start for start, _ in paragraphs]
    kept = set(range(_FIRST))
    for place in places:
        at = bisect_right(starts, place) - 1
        kept.update(range(max(0, at - _BEFORE), at + _AFTER + 1))
    parts: list[str] = []
    at = 0
    for number, (start, end) in enumerate(paragraphs):
        parts += (text[at:start], text[start:end] if number in kept else " " * (end - start))
        at = end
    return "".join([*parts, text[at:]])
