import json

from provenance.model import Report
from provenance.reports import render

from .golden import check


def test_whole_output(report):
    check("review.jsonl", render(report, "jsonl"))


def test_a_finding_a_line_and_the_summary_last(report):
    lines = [json.loads(line) for line in render(report, "jsonl").splitlines()]
    assert [line["type"] for line in lines] == ["finding"] * 5 + ["summary"]
    assert [line["id"] for line in lines[:-1]] == [finding.id for finding in report.findings]
    assert lines[-1]["documents"][0]["path"] == "sources/harbour.txt"
    assert "text" not in lines[-1]["documents"][0]


def test_line_separators_in_a_text_break_no_line(report):
    finding = report.findings[0].model_copy(update={"message": "one\u2028two\u2029three\x85four\nfive"})
    text = render(Report(documents=(), findings=(finding,)), "jsonl")
    assert len(text.splitlines()) == 2
    assert json.loads(text.splitlines()[0])["message"] == finding.message


def test_nothing_found_is_one_summary_line():
    assert [json.loads(line)["type"] for line in render(Report(documents=()), "jsonl").splitlines()] == ["summary"]
