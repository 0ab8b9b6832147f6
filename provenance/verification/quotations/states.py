"""Quotations of a draft against the sources: verbatim, altered, cut, spliced, in another's mouth, or nowhere."""

import re
from collections.abc import Sequence

from provenance.extraction import quotations
from provenance.extraction.quotations import Quoted
from provenance.model import Document, Observation, Quotation, QuotationState
from provenance.text import sentences
from provenance.text.overlaps import Overlaps
from provenance.text.quoting import quoted
from provenance.values import names
from provenance.verification.lookup.index import Index
from provenance.verification.quotations import mouths, places
from provenance.verification.quotations.segments import Segment, plain, segments
from provenance.verification.quotations.texts import Place, Texts

MIN_WORDS = 3
"""Shorter quotations are terms and titles, unless somebody is said to say them."""
_NEAR = 60
"""Code points between a quotation and its speaker in the draft, from which the name was told for other words."""
_TAKEN_UP = frozenset({"he", "she"})
_INITIAL = re.compile(r"(?:^| )[A-Z]$")
_SURNAME = re.compile(r"\. [A-Z]\w+")
_RANK: tuple[QuotationState, ...] = ("verbatim", "wrong_speaker", "truncated", "altered", "spliced", "not_found")


def verify(draft: Document, index: Index) -> list[Quotation]:
    """Every quotation of the draft of at least `MIN_WORDS` words, with the best passage of the sources.

    Spacing, case, typography and punctuation are free; an ellipsis may stand for words of the same place, brackets for
    words of an editor, as house styles allow.
    """
    found = [_whole(q, draft.text) for q in quotations.find(draft.text, document=draft.id) if not q.nested]
    if not found:
        return []
    parts = [segments(quote.span.quote) for quote in found]
    texts = Texts(index.sentences, {w for own in parts for part in own for w in (*part.inserted, *part.words)})
    around = _Around(draft)
    verified = [_verify(quote, own, texts, around.words(quote)) for quote, own in zip(found, parts, strict=True)]
    return [q for q, quote in zip(verified, found, strict=True) if q.state != "not_found" or _is_speech(quote)]


def _whole(quote: Quoted, text: str) -> Quoted:
    """The quotation with all of its speaker's name ("Ana R. Soto"), and its reporting words where they stand by it."""
    source = quote.attribution.source if quote.attribution else None
    if source is None or not quote.speaker:
        return quote
    if "\n" in text[min(source.end, quote.span.end) : max(source.start, quote.span.start)]:
        return quote.model_copy(update={"attribution": None})  # told for the words of another paragraph
    if not _INITIAL.search(quote.speaker):
        return quote
    rest = _SURNAME.match(text, source.end)
    return quote.model_copy(update={"speaker": quote.speaker + rest.group()}) if rest else quote


def _is_speech(quote: Quoted) -> bool:
    return len(quote.span.quote.split()) >= MIN_WORDS


class _Around:
    """The words of the draft's sentence outside a quotation."""

    def __init__(self, draft: Document) -> None:
        self._spans = sentences.split(draft.text, draft.id)
        self._places = Overlaps(self._spans)

    def words(self, quote: Quoted) -> list[str]:
        """Words of the sentences that the quotation reaches into, without its own."""
        own = [self._spans[n] for n in self._places.with_span(quote.span)]
        text = " ".join(
            s.quote[: max(0, quote.span.start - s.start)] + " " + s.quote[max(0, quote.span.end - s.start) :]
            for s in own
        )
        return plain(text)


def _verify(quote: Quoted, parts: Sequence[Segment], texts: Texts, said: Sequence[str]) -> Quotation:
    found = [_spoken(quote, place, texts) for place in places.find(parts, texts, said)] if parts else []
    if not found:
        return Quotation(span=quote.span, speaker=quote.speaker, state="not_found", passage=None)
    best = min(found, key=lambda p: _RANK.index(p.state))
    return Quotation(
        span=quote.span, speaker=quote.speaker, state=best.state, passage=best.span, differences=best.differences
    )


def _spoken(quote: Quoted, place: Place, texts: Texts) -> Place:
    """The place, with its speaker compared where its words are right."""
    speaker = quote.speaker
    if place.state != "verbatim" or not speaker or not _is_named(quote, speaker):
        return place
    told = mouths.other(speaker, texts.texts[place.text].document.text, place.span)
    if not told:
        return place
    return place._replace(
        state="wrong_speaker", differences=(f"speaker: {quoted(speaker)} in the draft, {told} in the source",)
    )


def _is_named(quote: Quoted, speaker: str) -> bool:
    """Whether the draft names the speaker right there, or takes them up as "she": not "the source", no quoted words.

    A name cut at an initial is none, and what a quotation takes over from a paragraph before is too uncertain.
    """
    source = quote.attribution.source if quote.attribution else None
    if (
        source is None
        or not (names.find(source.quote) or source.quote.lower() in _TAKEN_UP)
        or max(source.start - quote.span.end, quote.span.start - source.end) > _NEAR
    ):
        return False
    return bool(names.find(speaker)) and len(speaker.split()[-1]) > 1 and not any(mark in speaker for mark in '“”"')


def observe(found: Quotation) -> Observation | None:
    """What is to be said of one quotation; None when it is verbatim."""
    match found.state:
        case "verbatim":
            return None
        case "altered":
            kind, message = "quotation_altered", "the source has other words"
        case "truncated":
            kind, message = "quotation_truncated", "the source has a condition or denial that the quotation leaves out"
        case "spliced":
            kind, message = "quotation_spliced", "the words stand in two places of the source"
        case "wrong_speaker":
            kind, message = "wrong_speaker", "the source has somebody else say this"
        case _:
            kind, message = "quotation_not_found", "no source has these words"
    return Observation(kind=kind, message=message, reasons=found.differences, a=found.span, b=found.passage)  # type: ignore[arg-type]
