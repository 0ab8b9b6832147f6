"""A small report made by hand: a conflict, an agreement, a newer count, hostile text."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from provenance.model import (
    Claim,
    Document,
    Fact,
    Finding,
    Quantity,
    Quotation,
    Report,
    SlotComparison,
    Span,
    Statement,
    TimeRef,
    cut,
)

HARBOUR = (
    "Fire at the old grain harbour\n\n"
    "At least 42 dockers were hurt when fire broke out in the old grain harbour on Monday, the port authority said. "
    "The fire destroyed three warehouses.\n\n"
    "Fire crews from four towns worked through the night, said Ines Moreau, who leads the brigade.\n"
)
EVENING = (
    "Harbour blaze: what we know\n"
    "On Monday, fire broke out in the old grain harbour and 24 dockers were hurt.\n"
    "Three warehouses burned down.\n"
    "By Thursday the number of hurt dockers had risen to 45.\n"
)
HOSTILE = (
    "<script>alert(1)</script> | [click](javascript:alert(2)) @editor ‮detrever‬ \x1b[31mred [bold]x[/bold]\n"
    'The harbour employs 1,200 people, "<img src=x onerror=alert(3)>" said.\n'
    "اندلع حريق في ميناء الحبوب القديم وأصيب 42 عاملا.\n"
)


def document(id_: str, text: str, **fields: object) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document.model_validate(
        {
            "id": id_,
            "text": text,
            "sha256": digest,
            "text_sha256": digest,
            "media_type": "text/plain",
            "reader": "plain",
            "reader_version": "1",
        }
        | fields
    )


def span(source: Document, quote: str) -> Span:
    start = source.text.index(quote)
    return cut(source.text, start, start + len(quote), source.id)


def claim(id_: str, source: Document, quote: str, sentence: str | None = None, **fields: object) -> Claim:
    return Claim.model_validate(
        {"id": id_, "span": span(source, quote), "sentence": span(source, sentence or quote)} | fields
    )


def _unclaimed(source: Document, quote: str) -> dict[str, object]:
    found = span(source, quote)
    return {"start": found.start, "end": found.end, "quote": found.quote}


def slot(name: str, verdict: str, a: str, b: str, reason: str) -> SlotComparison:
    return SlotComparison.model_validate({"slot": name, "verdict": verdict, "a": a, "b": b, "reason": reason})


@pytest.fixture(scope="session")
def documents() -> tuple[Document, ...]:
    return (
        document(
            "harbour",
            HARBOUR,
            path="sources/harbour.txt",
            title="Fire at the old grain harbour",
            publisher="Port Gazette",
            author="L. Sand",
            published=date(2021, 5, 4),
            url="https://gazette.example/fire?a=1&b=2",
        ),
        document(
            "evening",
            EVENING,
            path="sources/evening.txt",
            title="Harbour blaze: what we know",
            publisher="Evening Mail",
            published=date(2021, 5, 7),
            url="http://mail.example/blaze",
        ),
        document(
            "hostile",
            HOSTILE,
            path="sources/<b>x</b>.html",
            title='"><script>alert(4)</script>',
            publisher="_Nobody_ | `x`",
            url="javascript:alert(5)",
            media_type="text/html",
            reader="html",
            warnings=("left out: <iframe src=//evil.example>",),
        ),
    )


@pytest.fixture(scope="session")
def report(documents: tuple[Document, ...]) -> Report:
    harbour, evening, hostile = documents
    hurt = "At least 42 dockers were hurt"
    burnt = "The fire destroyed three warehouses."
    first = claim(
        "c1",
        harbour,
        hurt,
        HARBOUR[HARBOUR.index("At least") : HARBOUR.index(" The fire")],
        quantities=(
            Quantity(
                span=span(harbour, "At least 42"),
                text="At least 42",
                value=Decimal(42),
                low=Decimal(42),
                high=None,
                approximation="at_least",
                noun="dockers",
            ),
        ),
        times=(
            TimeRef(
                span=span(harbour, "on Monday"),
                text="on Monday",
                kind="date",
                value="2021-05-03",
                start=date(2021, 5, 3),
                end=date(2021, 5, 4),
                relative_to="publication",
            ),
        ),
        types=("figure",),
    )
    second = claim("c2", evening, "24 dockers were hurt", EVENING.split("\n")[1])
    claims = (
        first,
        second,
        claim("c3", harbour, burnt),
        claim("c4", evening, "Three warehouses burned down."),
        claim("c5", evening, "the number of hurt dockers had risen to 45", EVENING.split("\n")[3]),
        claim("c6", hostile, "The harbour employs 1,200 people", HOSTILE.split("\n")[1]),
        claim("c7", harbour, "hurt when fire broke out in the old grain harbour on Monday", first.sentence.quote),
        claim("c8", hostile, "وأصيب 42 عاملا", HOSTILE.split("\n")[2]),
    )
    monday = slot("time", "same", "on Monday", "On Monday", "both are Monday, 3 May 2021")
    findings = (
        Finding(
            id="5d41402a",
            rule="PV303",
            severity="info",
            relation="corroborates",
            score=0.88,
            message="Both say that three warehouses burned",
            reasons=("both count 3 warehouses",),
            a=claims[2].span,
            b=claims[3].span,
            claims=("c3", "c4"),
            slots=(slot("quantity", "same", "three", "Three", "both count 3 warehouses"),),
        ),
        Finding(
            id="9b1deb4d",
            rule="PV301",
            severity="error",
            relation="conflicts",
            score=0.91,
            message="Port Gazette says at least 42 dockers were hurt, Evening Mail says 24",
            reasons=("24 is below the lower bound 42", "both speak of dockers hurt in one fire"),
            a=first.span,
            b=second.span,
            claims=("c1", "c2"),
            slots=(
                slot("quantity", "different", "at least 42 dockers", "24 dockers", "24 is below the lower bound 42"),
                monday,
            ),
        ),
        Finding(
            id="3b7d4bad",
            rule="PV302",
            severity="note",
            relation="supersedes",
            score=0.74,
            message="Evening Mail has a newer count",
            reasons=("the later count is dated 2021-05-06",),
            a=first.span,
            b=claims[4].span,
            claims=("c1", "c5"),
            slots=(slot("quantity", "different", "42", "45", "a later count of the same people"),),
        ),
        Finding(
            id="c0ffee00",
            rule="PV304",
            severity="info",
            relation="related",
            score=0.3,
            message="Both speak of the harbour | <b>not</b> of one thing",
            reasons=(),
            a=claims[2].span,
            b=claims[5].span,
            claims=("c3", "c6"),
        ),
        Finding(
            id="deadbeef",
            rule="PV201",
            severity="warning",
            message="Text holds ‮hidden‬ characters",
            reasons=("a bidi control reorders the words",),
            a=span(hostile, HOSTILE.split("\n")[0]),
        ),
    )
    facts = (
        Fact(
            id="f2",
            label="warehouses burned",
            claims=("c3", "c4"),
            relation="corroborates",
            values=("3",),
            documents=("harbour", "evening"),
            origins=("harbour", "evening"),
            claim_origins=("harbour", "evening"),
        ),
        Fact(
            id="f1",
            label="dockers hurt in the harbour fire",
            claims=("c1", "c2", "c5"),
            relation="conflicts",
            values=("at least 42", "24", "45"),
            documents=("harbour", "evening"),
            origins=("port authority", "evening"),
            claim_origins=("port authority", "evening", "evening"),
        ),
    )
    return Report(
        documents=documents,
        claims=claims,
        findings=findings,
        facts=facts,
        coverage={
            "harbour": {
                "figures": {"found": 3, "claimed": 2, "unclaimed": [_unclaimed(harbour, "four towns")]},
                "dates": {"found": 0, "claimed": 0, "unclaimed": []},
            },
            "evening": {"figures": {"found": 3, "claimed": 3, "unclaimed": []}},
            "not_compared": ("c7: only one document",),
        },
        summary={"documents": 3, "share": Decimal("0.50"), "as_of": date(2021, 5, 8)},
    )


DRAFT = (
    "The harbour burns\n\n"
    "In May, fire swept the old grain harbour. At least 42 dockers were hurt. Three warehouses were lost. "
    "The damage came to 11 million crowns. What a sight it was. "
    "“Fire crews from six towns worked through the night,” said Ines Moreau.\n"
)


@pytest.fixture(scope="session")
def checked(documents: tuple[Document, ...]) -> Report:
    """A draft against two sources."""
    harbour, evening, _ = documents
    draft = document("draft", DRAFT, path="drafts/harbour.md", title="The harbour burns")
    crews = span(
        harbour, "Fire crews from four towns worked through the night, said Ines Moreau, who leads the brigade."
    )
    quoted = span(draft, "Fire crews from six towns worked through the night,")
    statements = (
        Statement(
            span=span(draft, "In May, fire swept the old grain harbour."),
            state="partly",
            passages=(span(evening, "On Monday, fire broke out in the old grain harbour"),),
            slots=(
                slot("time", "compatible", "In May", "On Monday", "Monday, 3 May 2021 lies in May"),
                slot("action", "unknown", "swept", "broke out", ""),
            ),
        ),
        Statement(
            span=span(draft, "At least 42 dockers were hurt."),
            state="contradicted",
            passages=(span(evening, "24 dockers were hurt"), span(harbour, "At least 42 dockers were hurt")),
            slots=(slot("quantity", "different", "At least 42", "24", "24 is below the lower bound 42"),),
        ),
        Statement(
            span=span(draft, "Three warehouses were lost."),
            state="supported",
            passages=(span(evening, "Three warehouses burned down."),),
            slots=(slot("quantity", "same", "Three", "Three", "both count 3 warehouses"),),
        ),
        Statement(span=span(draft, "The damage came to 11 million crowns."), state="unsupported"),
        Statement(span=span(draft, "What a sight it was."), state="not_checkable"),
        Statement(
            span=span(draft, "“Fire crews from six towns worked through the night,” said Ines Moreau."),
            state="contradicted",
            passages=(crews,),
            slots=(slot("quantity", "different", "six towns", "four towns", "6 is not 4"),),
            quotations=(
                Quotation(
                    span=quoted, speaker="Ines Moreau", state="altered", passage=crews, differences=("six → four",)
                ),
            ),
        ),
    )
    return Report(documents=(draft, harbour, evening), statements=statements, coverage={"statements": 6})
