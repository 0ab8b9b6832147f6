from provenance.model import Waiver
from provenance.reports.fulltext import AROUND, Segment, shorter
from provenance.reports.html import render
from provenance.reports.page import PAGE, Page
from provenance.reports.view import View


def many(report, count):
    """The report with its conflict many times."""
    conflict = report.findings[1]
    copies = tuple(conflict.model_copy(update={"id": f"{n:08x}"}) for n in range(count))
    return report.model_copy(update={"findings": copies})


def test_long_sections_are_folded_page_by_page_and_nothing_is_lost(report):
    page = Page(View(many(report, 3 * PAGE + 1)))
    [section] = page.urgent
    pages = page.pages(section)
    assert [len(one) for one in pages] == [PAGE, PAGE, PAGE, 1]
    assert [page.is_folded(section, number == 0) for number in range(4)] == [False, True, True, True]
    assert render(page.view.report).count('id="finding-') == 2 * (3 * PAGE + 1)


def test_a_finding_leads_to_its_fact_and_a_claim_to_both(report):
    page = Page(View(report))
    conflict = page.urgent[0].entries[0]
    assert [fact.fact.id for fact in page.facts_of(conflict)] == ["f1"]
    assert [entry.number for entry in page.refs(1)[0]] == [1, 3]
    assert [fact.number for fact in page.facts_by_claim[1]] == [1]


def test_what_was_let_through_comes_last_and_is_told(report):
    slip = Waiver(reason="a typing slip", by="R. Head", place="provenance.toml")
    waived = report.findings[1].model_copy(update={"id": "first", "waived": slip})
    page = Page(View(report.model_copy(update={"findings": (waived, report.findings[1])})))
    assert [entry.finding.id for entry in page.urgent[0].entries] == ["9b1deb4d", "first"]
    assert [(finding.id, number) for finding, number in page.decided] == [("first", 2)]
    assert "a typing slip" in render(page.view.report)


def test_long_stretches_without_a_claim_are_left_out_and_counted():
    text = "x" * 2_000
    first, gap, tail, claim, last, end = shorter(
        (Segment(text, (), (), ()), Segment("claim", (1,), (1,), (1,)), Segment(text, (), (), ()))
    )
    assert (len(first.text), gap.left_out, len(tail.text)) == (AROUND, 2_000 - 2 * AROUND, AROUND)
    assert claim.text == "claim"
    assert (len(last.text), end.left_out) == (AROUND, 2_000 - AROUND)


def test_short_stretches_stay():
    cuts = (Segment("x" * 700, (), (), ()), Segment("claim", (1,), (1,), (1,)))
    assert shorter(cuts) == cuts
