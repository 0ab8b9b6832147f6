"""Relations over documents: order, unrelated documents and repeats change nothing."""

import random
from datetime import date
from pathlib import Path

import pytest

import provenance
from provenance.model import Document, Report

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
THIRD = Path(__file__).parents[1] / "cases" / "third-article" / "third.txt"
COOKERY = "The bakers of Merat sell bread with figs.\nA loaf costs three dollars on the market of Merat.\n"


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [provenance.read(path) for path in (*SEEDS, THIRD)]


@pytest.fixture(scope="module")
def report(documents: list[Document]) -> Report:
    return provenance.review(documents)


def test_order_of_documents_changes_nothing(documents: list[Document], report: Report) -> None:
    shuffled = random.Random(7).sample(documents, len(documents))
    assert provenance.review(shuffled).model_dump_json() == report.model_dump_json()


def test_an_unrelated_document_changes_nothing(documents: list[Document], report: Report) -> None:
    more = provenance.review([*documents, provenance.read(COOKERY.encode(), id="cookery", media_type="text/plain")])
    assert more.findings == report.findings


def test_every_span_proves_itself(documents: list[Document], report: Report) -> None:
    texts = {d.id: d.text for d in documents}
    spans = [s for c in report.claims for s in (c.span, c.sentence)]
    spans += [s for f in report.findings for s in (f.a, f.b) if s is not None]
    assert spans
    assert all(texts[s.document][s.start : s.end] == s.quote for s in spans)


def test_findings_have_reasons_and_stable_ids(report: Report) -> None:
    assert report.findings
    assert all(f.reasons and f.slots and f.score is not None for f in report.findings)
    assert len({f.id for f in report.findings}) == len(report.findings)


def test_a_fact_gathers_its_statements(report: Report) -> None:
    ids = {c.id for c in report.claims}
    contested = [f for f in report.facts if f.relation == "conflicts"]
    assert any("210,000" in value for f in contested for value in f.values)
    assert all(set(f.claims) <= ids and len(f.documents) > 1 and f.origins for f in report.facts)
    assert all(len(f.claim_origins) == len(f.claims) for f in report.facts)
    assert all(tuple(dict.fromkeys(f.claim_origins)) == f.origins for f in report.facts)


def test_one_source_quoted_twice_is_one_origin() -> None:
    texts = (
        "The River Watch said 23 people died in the flood at Lisk on Monday.",
        "Twenty-three people were killed by the flood at Lisk on Monday, according to the River Watch.",
    )
    documents = [
        provenance.read(t.encode(), id=f"d{i}", publisher=f"Paper {i}", media_type="text/plain")
        for i, t in enumerate(texts)
    ]
    facts = provenance.review(documents).facts
    assert [len(f.origins) for f in facts if "23" in " ".join(f.values)] == [1]


def test_a_later_larger_toll_of_one_source_supersedes() -> None:
    early, late = (
        provenance.read(
            f"The ministry said {n} people were killed in the blast at the market of Merat on Sunday.".encode(),
            id=day,
            published=day,
            media_type="text/plain",
        )
        for n, day in ((18, "2021-05-02"), (25, "2021-05-03"))
    )
    relations = [f.relation for f in provenance.review([early, late]).findings]
    assert relations == ["supersedes"]


def test_an_origin_is_called_by_the_speaker_whichever_statement_names_it() -> None:
    text = "Twenty-three people were killed by the flood at Lisk on Monday{}."
    documents = [
        provenance.read(text.format(end).encode(), id=name, publisher=name, media_type="text/plain")
        for name, end in (("a-paper", ""), ("b-paper", ", the River Watch said"))
    ]
    assert [f.origins for f in provenance.review(documents).facts] == [("River Watch",)]


def test_a_near_copy_elsewhere_stands_before_a_weakly_alike_sentence() -> None:
    copied = "Helicopters dropped barrel bombs on the village of Taduf in the province of Lisk on Monday."
    other = "The army stepped up air attacks on villages in the province of Lisk."
    one, two = (
        provenance.read(text.encode(), id=name, media_type="text/plain", published="2020-05-05")
        for name, text in (("one", f"{copied}\n\n{other}"), ("two", f"{other}\n\n{copied}"))
    )
    agreed = {(f.a.quote[:5], f.b.quote[:5]) for f in provenance.review([one, two]).findings if f.b is not None}
    assert agreed == {("Helic", "Helic"), ("The a", "The a")}


def test_an_agreement_on_a_day_alone_names_the_day() -> None:
    texts = (
        "Nordvik Foods said on Tuesday it would close its Helden plant by March 2025, cutting 420 jobs.",
        "Nordvik Foods will mothball its factory in Helden in March next year, the company announced on Tuesday.",
    )
    documents = [
        provenance.read(t.encode(), id=str(n), media_type="text/plain", published=date(2024, 6, 4 + n))
        for n, t in enumerate(texts)
    ]
    messages = [f.message for f in provenance.review(documents).findings]
    assert "the sources agree on the time: “March 2025” and “March next year”" in messages
