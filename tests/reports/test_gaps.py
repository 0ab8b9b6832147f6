from provenance.model import Report
from provenance.reports.gaps import gaps, others, said
from provenance.reports.view import View


def test_values_without_a_claim_are_named_with_their_line(report):
    found = gaps(View(report))
    assert [(gap.document, gap.kind, gap.found, gap.claimed) for gap in found] == [
        ("harbour", "figures", 3, 2),
        ("evening", "figures", 3, 3),
    ]
    assert said(found[0]) == "2 of 3 figures stand in a claim; in none: “four towns” (line 5)"
    assert said(found[1]) == "3 of 3 figures stand in a claim"


def test_more_values_than_asked_for_are_counted():
    spans = [{"start": n, "end": n + 1, "quote": str(n)} for n in range(4)]
    report = Report(documents=(), coverage={"x": {"figures": {"found": 4, "claimed": 0, "unclaimed": spans}}})
    assert said(gaps(View(report))[0], 2) == "0 of 4 figures stand in a claim; in none: “0”, “1” and 2 more"


def test_coverage_of_another_form_is_shown_as_it_is(report):
    assert others(View(report)) == [("not compared", ["c7: only one document"])]
    assert others(View(Report(documents=(), coverage={"a_b": {"c": 1}, "d": 2}))) == [("a b", ["c: 1"]), ("d", ["2"])]
