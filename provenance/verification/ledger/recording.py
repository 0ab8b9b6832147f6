"""A passage of a source made into a record of the ledger: its place, the values it holds, who says so."""

import re
import unicodedata
from pathlib import PurePath

from provenance.errors import UsageError
from provenance.model import Document, Quantity, Span
from provenance.model.ledger import Record, RecordedQuantity, RecordedValue
from provenance.model.place import place
from provenance.text.locate import Located, locate
from provenance.text.quoting import quoted
from provenance.values import names
from provenance.verification import speakers
from provenance.verification.ledger import agreement
from provenance.verification.words import stands_in

_ID_WORDS = 6
_SHOWN = 3
"""Places of an ambiguous quote that the message names."""


def record(document: Document, quote: str, *, claim: str = "", prefix: str = "", suffix: str = "") -> Record:
    """The record of the passage of `document` that `quote` gives, in the source's own characters.

    Values are those that the passage holds, the speaker the one whose reported words hold it. `claim` is the
    newsroom's own wording, the passage itself where it is empty; the id is made of its first words. Raises UsageError
    where the source does not have these words, or has them in several places.
    """
    span = _exact(document, locate(quote, document.text, prefix, suffix))
    words = " ".join((claim or span.quote).split())
    return Record(
        id=_id(words),
        source=PurePath(document.path).name if document.path else document.id,
        claim=words,
        quote=span.quote,
        start=span.start,
        end=span.end,
        prefix=prefix,
        suffix=suffix,
        values=tuple(_values(document, span)),
        speaker=speakers.of(document.text, span),
    )


def _exact(document: Document, found: Located) -> Span:
    where = document.path or document.id
    if found.state == "ambiguous":
        places = ", ".join(place(document, span.start) for span in found.candidates[:_SHOWN])
        remedy = "Tell it apart with --prefix or --suffix: words that stand before or behind it"
        raise UsageError(f"the quote stands in several places ({places})", place=where, remedy=remedy)
    if found.span is None:
        remedy = "Copy it from the source as `provenance extract` shows it"
        raise UsageError("the quote is not in the source", place=where, remedy=remedy)
    if found.state == "edited":
        at = place(document, found.span.start)
        remedy = f"The source has: {quoted(found.span.quote)}"
        raise UsageError(f"the quote has other words ({'; '.join(found.differences)})", place=at, remedy=remedy)
    return found.span


def _values(document: Document, span: Span) -> list[RecordedValue]:
    """Figures, times that are resolved, and names, in this order, each once."""
    read = agreement.read(document.text, span, document.published)
    found = [RecordedValue(quantity=_quantity(q)) for q in read.quantities]
    found += [RecordedValue(time=t.value) for t in read.times if t.value and "X" not in t.value]
    found += [RecordedValue(name=n.text) for n in names.find(span.quote) if stands_in(n.text, span.quote)]
    return list(dict.fromkeys(found))


def _quantity(found: Quantity) -> RecordedQuantity:
    bounded = found.value is None
    return RecordedQuantity(
        value=found.value,
        low=found.low if bounded else None,
        high=found.high if bounded else None,
        approximation=found.approximation,
        unit=found.unit,
        noun=found.noun,
    )


def _id(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:_ID_WORDS])[:80] or "claim"
