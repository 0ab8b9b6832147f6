from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance import pipeline
from provenance.config import Config
from provenance.errors import ConfigError, UnreadableError, UsageError
from provenance.model import Claim, Document, Report
from provenance.store.ledger import load

ROOT = Path(__file__).parents[1]
TWELVE = "Twelve sailors died off Tallinn in May 2019."
NINETEEN = "Nineteen sailors died off Tallinn in May 2019."


def document(id_: str, text: str, **given: object) -> Document:
    return provenance.read(text.encode(), id=id_, **given)  # type: ignore[arg-type]


@pytest.fixture
def pair() -> list[Document]:
    return [document("a", TWELVE), document("b", NINETEEN)]


class TestExtract:
    def test_a_text_and_a_document_give_the_same_claims(self):
        ours = provenance.extract(document("a", TWELVE))
        bare = provenance.extract(TWELVE)
        assert [claim.span.quote for claim in ours] == [claim.span.quote for claim in bare]
        assert {claim.span.document for claim in ours} == {"a"}

    def test_a_date_of_publication_resolves_what_the_text_leaves_open(self):
        open_ = provenance.extract("Twelve sailors died on Monday.")[0].times[0]
        closed = provenance.extract("Twelve sailors died on Monday.", published=date(2019, 5, 8))[0].times[0]
        assert open_.start is None
        assert closed.start == date(2019, 5, 6)

    @given(st.text(max_size=120))
    @settings(max_examples=40, deadline=None)
    def test_every_span_slices_exactly(self, text):
        for claim in provenance.extract(text):
            for span in (
                claim.span,
                claim.sentence,
                *(q.span for q in claim.quantities),
                *(t.span for t in claim.times),
            ):
                assert text[span.start : span.end] == span.quote


class TestCompare:
    def test_texts_and_claims(self):
        a, b = provenance.extract(TWELVE)[0], provenance.extract(NINETEEN)[0]
        assert provenance.compare(TWELVE, NINETEEN).relation == "conflicts"
        assert provenance.compare(a, b).relation == "conflicts"
        assert provenance.compare(a, NINETEEN).relation == "conflicts"

    def test_mirrors(self):
        there, back = provenance.compare(TWELVE, NINETEEN), provenance.compare(NINETEEN, TWELVE)
        assert (there.relation, there.score) == (back.relation, back.score)
        assert [(s.slot, s.verdict, s.a, s.b) for s in there.slots] == [
            (s.slot, s.verdict, s.b, s.a) for s in back.slots
        ]

    def test_nothing_to_compare_has_no_slots(self):
        assert provenance.compare("", "Oh!") == provenance.compare("Oh!", "")
        assert provenance.compare("", "Oh!").slots == ()

    def test_a_date_that_is_none(self):
        with pytest.raises(UsageError, match="YYYY-MM-DD"):
            provenance.compare(TWELVE, NINETEEN, published_a="last week")


class TestReview:
    def test_a_conflict_with_both_passages_and_reasons(self, pair):
        report = provenance.review(pair)
        conflict = next(f for f in report.findings if f.relation == "conflicts")
        assert {conflict.a.document, conflict.b.document} == {"a", "b"}
        assert conflict.reasons
        assert conflict.severity == "error"
        assert report.summary["conflicts"] == sum(f.relation == "conflicts" for f in report.findings)

    def test_the_order_of_documents_does_not_matter(self, pair):
        assert provenance.review(pair) == provenance.review(reversed(pair))

    def test_spans_stand_in_the_documents_listed(self, pair):
        report = provenance.review(pair)
        texts = {d.id: d.text for d in report.documents}
        for span in [s for f in report.findings for s in (f.a, f.b)] + [c.span for c in report.claims]:
            assert texts[span.document][span.start : span.end] == span.quote

    def test_settings_choose_rules_and_severities(self, pair):
        assert provenance.review(pair, config=Config(ignore=("PV3",))).findings == ()
        milder = provenance.review(pair, config=Config(severity={"PV301": "note"}))
        assert {f.severity for f in milder.findings if f.rule == "PV301"} == {"note"}
        with pytest.raises(ConfigError, match="PV999"):
            provenance.review(pair, config=Config(select=("PV999",)))

    def test_nothing_at_all(self):
        assert provenance.review([]).findings == ()

    def test_two_documents_of_one_id(self):
        with pytest.raises(UsageError, match="'a'"):
            provenance.review([document("a", TWELVE), document("a", NINETEEN)])

    def test_claims_extracted_elsewhere_give_the_same_report(self, pair):
        from provenance.extraction.claims import extract_all

        given = {d.id: extract_all(d) for d in pair}
        assert pipeline.review(pair, extracted=given) == pipeline.review(pair)


class TestCheck:
    def test_a_contradicted_and_a_backed_statement(self, pair):
        report = provenance.check(NINETEEN, pair[:1])
        assert [s.state for s in report.statements] == ["contradicted"]
        assert report.statements[0].passages[0].quote in TWELVE
        assert [f.rule for f in report.findings] == ["PV401"]
        assert provenance.check(TWELVE, pair[:1]).statements[0].state == "supported"

    def test_without_sources_nothing_has_backup(self):
        assert [s.state for s in provenance.check(TWELVE, []).statements] == ["unsupported"]

    def test_a_document_as_draft_is_listed_first(self, pair):
        report = provenance.check(document("z", NINETEEN), pair)
        assert [d.id for d in report.documents] == ["z", "a", "b"]
        assert {s.span.document for s in report.statements} == {"z"}

    @pytest.mark.parametrize(
        "draft", ["Eastern Qalamoun is home to 350,000 people.", "The population of eastern Qalamoun is 350,000."]
    )
    def test_a_figure_is_backed_by_a_sentence_that_calls_its_place_the_area(self, draft):
        sources = [provenance.read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
        found = provenance.check(draft, sources).statements[0]
        assert found.state == "supported"
        assert "350 thousand" in found.passages[0].quote

    def test_an_empty_draft(self, pair):
        with pytest.raises(UnreadableError, match="empty"):
            provenance.check("", pair)


class TestLedger:
    def test_every_record_of_this_repository_stands(self):
        records = load([ROOT / "claims"])
        sources = [provenance.read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
        report = pipeline.check_ledger(records, sources)
        assert report.findings == ()
        assert report.summary["records"] == len(records) > 10

    def test_without_the_sources_none_is_passed_over(self):
        records = load([ROOT / "claims"])
        report = pipeline.check_ledger(records, [])
        assert [f.claims for f in report.findings] == [(record.id,) for record in records]
        assert {f.rule for f in report.findings} == {"PV105"}


class TestJoined:
    def test_one_report_stays_itself(self, pair):
        report = provenance.check(TWELVE, pair)
        assert pipeline.joined([report]) is report

    def test_counts_are_added_up(self, pair):
        first, second = (provenance.check(document(n, t), pair[:1]) for n, t in (("x", TWELVE), ("y", NINETEEN)))
        ledger = Report(documents=(), summary={"records": 3})
        whole = pipeline.joined([first, second, ledger])
        assert [d.id for d in whole.documents] == ["a", "x", "y"]
        assert whole.summary["statements"] == {"contradicted": 1, "supported": 1}
        assert whole.summary["records"] == 3
        assert whole.summary["findings"] == len(whole.findings) == 1
        assert len({c.id for c in whole.claims}) == len(whole.claims)
        assert all(isinstance(c, Claim) for c in whole.claims)


@pytest.mark.parametrize(
    "verb",
    [lambda day: provenance.extract("x", published=day), lambda day: provenance.compare("x", "y", published_a=day)],
)
def test_a_date_that_is_none_is_one_clear_error(verb):
    with pytest.raises(UsageError, match="'soon' is not a date"):
        verb("soon")


def test_a_source_with_the_id_of_the_draft_is_never_dropped_in_silence():
    draft, source = document("report", TWELVE), document("report", NINETEEN)
    with pytest.raises(UsageError, match="two documents have the id 'report'"):
        pipeline.check(draft, [source])
    assert len(pipeline.check(draft, [draft, document("other", NINETEEN)]).documents) == 2
