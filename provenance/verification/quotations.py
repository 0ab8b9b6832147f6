"""Quotations of a draft against the sources: verbatim, altered, in another's mouth, or nowhere."""

from collections.abc import Sequence

from provenance.extraction import attribution, quotations
from provenance.extraction.quotations import Quoted
from provenance.model import Attribution, Document, Observation, Quotation, Span
from provenance.text.locate import Located, locate
from provenance.values import names

MIN_WORDS = 3
"""Shorter quotations are terms and titles: too common to be looked for."""
_FOUND = frozenset({"intact", "moved", "ambiguous"})


def verify(draft: Document, sources: Sequence[Document]) -> list[Quotation]:
    """Every quotation of the draft of at least `MIN_WORDS` words, with the best passage of the sources."""
    speech = {s.id: attribution.find(s.text, document=s.id) for s in sources}
    quoted = [q for q in quotations.find(draft.text, document=draft.id) if len(q.span.quote.split()) >= MIN_WORDS]
    return [_verify(quote, sources, speech) for quote in quoted]


def _verify(quote: Quoted, sources: Sequence[Document], speech: dict[str, list[Attribution]]) -> Quotation:
    located = [(source, locate(_core(quote.span.quote), source.text)) for source in sources]
    exact = [(s, where) for s, where in located if where.state in _FOUND and where.span is not None]
    if exact:
        return _spoken(quote, exact, speech)
    near = [(s, where) for s, where in located if where.state == "edited" and where.span is not None]
    if not near:
        return Quotation(span=quote.span, speaker=quote.speaker, state="not_found", passage=None)
    source, best = min(near, key=lambda found: (found[1].distance, found[0].id))
    passage = _passage(source, best)
    return Quotation(
        span=quote.span, speaker=quote.speaker, state="altered", passage=passage, differences=best.differences
    )


def _core(quote: str) -> str:
    """The quoted words without the comma or full stop that house style puts inside the marks."""
    return quote.strip().rstrip(",.;:") or quote


def _spoken(
    quote: Quoted, found: Sequence[tuple[Document, Located]], speech: dict[str, list[Attribution]]
) -> Quotation:
    """The exact passage whose speaker fits, else the first with the speaker that its source names."""
    told: list[tuple[Span, str]] = []
    for source, where in found:
        passage = _passage(source, where)
        said_by = _speaker(passage, speech[source.id])
        told.append((passage, said_by))
        if not quote.speaker or not said_by or names.compare(quote.speaker, said_by).same:
            return Quotation(span=quote.span, speaker=quote.speaker, state="verbatim", passage=passage)
    passage, said_by = told[0]
    differences = (f"speaker: {quote.speaker!r} in the draft, {said_by!r} in the source",)
    return Quotation(
        span=quote.span, speaker=quote.speaker, state="wrong_speaker", passage=passage, differences=differences
    )


def _passage(source: Document, where: Located) -> Span:
    assert where.span is not None
    return where.span.model_copy(update={"document": source.id})


def _speaker(passage: Span, speech: Sequence[Attribution]) -> str:
    """Who says the passage in its source; a name only, because a draft may name whom the source leaves unnamed."""
    holding = [a for a in speech if a.content is not None and a.content.overlaps(passage) and a.speaker]
    named = [a for a in holding if a.speaker and any(w[:1].isupper() for w in a.speaker.split())]
    return named[0].speaker or "" if named else ""


def observe(found: Quotation) -> Observation | None:
    """What is to be said of one quotation; None when it is verbatim."""
    match found.state:
        case "verbatim":
            return None
        case "altered":
            kind, message = "quotation_altered", "the source has other words"
        case "truncated":
            kind, message = "quotation_truncated", "the source goes on with a condition or denial"
        case "spliced":
            kind, message = "quotation_spliced", "the words stand in two places of the source"
        case "wrong_speaker":
            kind, message = "wrong_speaker", "the source names another speaker"
        case "not_found":
            kind, message = "quotation_not_found", "no source has these words"
    return Observation.model_validate(
        {"kind": kind, "message": message, "reasons": found.differences, "a": found.span, "b": found.passage}
    )
