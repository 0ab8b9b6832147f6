"""Words in quotation marks: exactly which, whole or in part, and who said them."""

from provenance.extraction import attribution
from provenance.extraction.attribution_tokens import Marks, Tokens
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
    tokens = attribution.view(text).tokens
    attributions = attribution.find(text, document)
    contents = sorted(
        ((a.content.start, a.content.end, i) for i, a in enumerate(attributions) if a.content), reverse=True
    )
    found = []
    for pair in tokens.marks:
        inner = _inner(tokens, pair)
        if inner is None:
            continue
        span = cut(text, *inner, document)
        said = _said(span, contents)
        owner = attributions[said] if said is not None else None
        found.append(
            Quoted(
                span=span,
                partial=_partial(tokens, pair, span.quote),
                nested=pair.depth > 0,
                continued=pair.continues,
                speaker=owner.speaker if owner else None,
                attribution=owner,
            )
        )
    return found


def _inner(t: Tokens, pair: Marks) -> tuple[int, int] | None:
    last = pair.close - 1
    if last <= pair.open:
        return None
    return (t.starts[pair.open + 1], t.ends[last])


def _said(span: Span, contents: list[tuple[int, int, int]]) -> int | None:
    """The narrowest reported content that holds the middle of the words and most of them."""
    best: tuple[int, int] | None = None
    for start, end, index in contents:
        shared = min(end, span.end) - max(start, span.start)
        if shared * 2 > span.end - span.start and (start <= span.start or shared * 4 > 3 * (span.end - span.start)):
            size = end - start
            if best is None or size < best[0]:
                best = (size, index)
    return best[1] if best else None


def _partial(t: Tokens, pair: Marks, quote: str) -> bool:
    """Whole sentences begin with a capital and end with a mark of their own, or with a comma before the reporting words."""
    begins = quote[:1].isupper() or quote[:1] in "“‘\"'…[" or quote[:1].isdigit()
    after = t.text[t.ends[pair.close] : t.ends[pair.close] + 1] if pair.close < len(t) else ""
    ends = quote[-1:] in _ENDS or quote[-1:] in "”’\"'" or not pair.closed or after in tuple(".,?!")
    return not (begins and ends and " " in quote.strip())
