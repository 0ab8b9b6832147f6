"""Words in quotation marks: exactly which, whole or in part, and who said them."""

from heapq import heappop, heappush

from provenance.extraction import attribution
from provenance.extraction.attribution.marks import Marks
from provenance.extraction.attribution.tokens import Tokens
from provenance.model.base import Model
from provenance.model.claim import Attribution
from provenance.model.span import Span, cut

_ENDS = ".?!,…"


class Quoted(Model):
    """Words inside one pair of quotation marks."""

    span: Span
    """The words without the marks."""
    partial: bool
    """A piece of a sentence ("a crime") rather than whole sentences."""
    nested: bool
    """Inside another quotation."""
    continued: bool
    """Part of a quotation of several paragraphs: no closing mark here, or the one before had none."""
    speaker: str | None
    """Who said the words, resolved within the document; None where nobody is named, as with scare quotes and titles."""
    attribution: Attribution | None
    """The reporting that the words belong to."""


def find(text: str, document: str = "") -> list[Quoted]:
    """The quoted words of `text` in order of their opening marks; paraphrase is in `attribution.find` alone."""
    tokens = attribution.viewed(text).tokens
    attributions = attribution.find(text, document)
    spans = [(pair, cut(text, *inner, document)) for pair in tokens.marks if (inner := _inner(tokens, pair))]
    owners = _owners([span for _, span in spans], attributions)
    return [_quoted(tokens, pair, span, owner) for (pair, span), owner in zip(spans, owners, strict=True)]


def spans(text: str, document: str = "") -> list[Span]:
    """The quoted words alone, as `find` gives them, whoever says them."""
    tokens = attribution.viewed(text).tokens
    return [cut(text, *inner, document) for pair in tokens.marks if (inner := _inner(tokens, pair))]


def _quoted(t: Tokens, pair: Marks, span: Span, owner: Attribution | None) -> Quoted:
    return Quoted(
        span=span,
        partial=_partial(t, pair, span.quote),
        nested=pair.depth > 0,
        continued=pair.continues,
        speaker=owner.speaker if owner else None,
        attribution=owner,
    )


def _inner(t: Tokens, pair: Marks) -> tuple[int, int] | None:
    last = pair.close - pair.closed
    if last <= pair.open:
        return None
    return (t.starts[pair.open + 1], t.ends[last])


def _owners(spans: list[Span], attributions: list[Attribution]) -> list[Attribution | None]:
    """For each span the narrowest reported content that holds its middle; `spans` are in order of their starts."""
    contents = [(a.content.start, a.content.end, number) for number, a in enumerate(attributions) if a.content]
    contents.sort(key=lambda c: (-c[0], c[1], -c[2]))
    heap: list[tuple[int, int, int]] = []
    found: dict[int, Attribution] = {}
    for number in sorted(range(len(spans)), key=lambda i: spans[i].start + spans[i].end):
        middle = (spans[number].start + spans[number].end) // 2
        while contents and contents[-1][0] <= middle:
            start, end, index = contents.pop()
            heappush(heap, (end - start, end, index))
        # What ends before this middle ends before every later one.
        while heap and heap[0][1] <= middle:
            heappop(heap)
        # What is said inside the quotation may hold its middle too, but is shorter: only where nothing else does.
        inner = []
        while heap and 10 * heap[0][0] < 9 * (spans[number].end - spans[number].start):
            inner.append(heappop(heap))
        owner = heap[0] if heap and heap[0][1] > middle else inner[0] if inner else None
        if owner is not None:
            found[number] = attributions[owner[2]]
        for content in inner:
            heappush(heap, content)
    return [found.get(number) for number in range(len(spans))]


def _partial(t: Tokens, pair: Marks, quote: str) -> bool:
    """Whole sentences begin with a capital and end with a mark of their own, or a comma before the reporting words."""
    begins = quote[:1].isupper() or quote[:1] in "“‘\"'…[" or quote[:1].isdigit()
    after = t.text[t.ends[pair.close] : t.ends[pair.close] + 1] if pair.close < len(t) else ""
    ends = quote[-1:] in _ENDS or quote[-1:] in "”’\"'" or not pair.closed or after in tuple(".,?!")
    return not (begins and ends and " " in quote.strip())
