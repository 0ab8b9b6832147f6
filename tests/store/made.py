"""Documents, claims and findings made by hand."""

import hashlib
from datetime import date
from decimal import Decimal

from provenance.model import (
    Attribution,
    Claim,
    Document,
    Finding,
    Name,
    Quantity,
    SlotComparison,
    Span,
    TimeRef,
    cut,
)  # fmt: skip
from provenance.store.checked import Checked

FIRST = "The mayor said that about 40 houses burned down in March."


def document(id: str = "report", text: str = FIRST, **fields: object) -> Document:
    return Document.model_validate(
        {
            "id": id,
            "text": text,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
            "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
            "media_type": "text/plain",
            "reader": "text",
            "reader_version": "1",
            **fields,
        }
    )


def claim(source: Document, id: str = "c1", start: int = 0, end: int | None = None) -> Claim:
    span = cut(source.text, start, len(source.text) if end is None else end, source.id)
    number = Quantity(span=span, text="about 40", value=Decimal("40"), low=Decimal("36"), high=None, noun="houses")
    speech = Attribution(source=None, cue=span, content=span, speaker="the mayor", kind="indirect")
    return Claim(
        id=id,
        span=span,
        sentence=span,
        quantities=(number,),
        times=(TimeRef(span=span, text="March", kind="date", value="2020-03", start=date(2020, 3, 1)),),
        names=(Name(span=span, text="the mayor", kind="person"),),
        attribution=speech,
    )


def finding(source: Document, id: str) -> Finding:
    span = cut(source.text, 0, min(3, len(source.text)), source.id)
    slot = SlotComparison(slot="quantity", verdict="different", a="1", b="2", reason="differs")
    return Finding(id=id, rule="PV301", severity="error", message="m", reasons=("r",), a=span, slots=(slot,), score=0.1)


def item(id: str = "f" * 64, quote: str = "42 died") -> Checked:
    span = Span(document="a", start=0, end=len(quote), quote=quote)
    finding = Finding(id=id, rule="PV301", severity="error", message="they differ", reasons=(), a=span, claims=("c1",))
    return Checked(target="sources", finding=finding, texts={"a": "0" * 64})
