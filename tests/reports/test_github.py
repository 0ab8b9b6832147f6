import re

import pytest

from provenance.model import Report, Waiver
from provenance.reports import render
from provenance.reports.places import Files

from .conftest import document, span

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^:,\r\n]*,?)+)::([^\r\n]*)")


def commands(report, **options):
    """Kind, properties and message of each command, as a runner reads them."""
    *lines, tally = render(report, "github", **options).splitlines()
    told = [COMMAND.fullmatch(line) for line in lines]
    assert all(told), lines
    assert tally.startswith("provenance: ")
    return [(m[1], dict(pair.split("=", 1) for pair in m[2].split(",")), m[3]) for m in told if m]


def many(report, severity, count):
    finding = report.findings[1]
    return [finding.model_copy(update={"id": f"{severity}{n}", "severity": severity}) for n in range(count)]


def test_an_annotation_has_its_place_and_both_passages(report):
    kind, properties, message = commands(report)[0]
    assert kind == "error"
    assert properties == {
        "title": "PV301 conflict",
        "file": "sources/harbour.txt",
        "line": "3",
        "col": "1",
        "endLine": "3",
        "endColumn": "30",
    }
    assert "“At least 42 dockers were hurt”. sources/evening.txt:2:56: “24 dockers were hurt”." in message


def test_severities_are_kinds_and_info_is_none(report):
    assert [kind for kind, _, _ in commands(report)] == ["error", "warning", "notice"]
    assert render(report, "github").splitlines()[-1] == "provenance: 3 annotations; 2 without need of one"


def test_at_most_ten_of_a_kind_and_the_rest_is_told(report):
    findings = [f for s in ("note", "warning", "error") for f in many(report, s, 14)]
    crowded = report.model_copy(update={"findings": tuple(findings)})
    assert [kind for kind, _, _ in commands(crowded)] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 10
    assert render(crowded, "github").splitlines()[-1] == (
        "provenance: 30 annotations; 12 more findings in the job summary (GitHub keeps 10 of a kind)"
    )


def test_what_does_not_count_is_not_shown(report):
    waiver = Waiver(reason="by phone", by="A. Editor")
    first, second, third, *_ = many(report, "error", 3)
    held = (
        first.model_copy(update={"waived": waiver}),
        second.model_copy(update={"baseline": "known"}),
        third.model_copy(update={"decision": 1}),
    )
    assert commands(report.model_copy(update={"findings": held})) == []


@pytest.mark.parametrize(
    "hostile", ["\n::error::gotcha", "a\r\n::set-output name=x::y", "%0A::error::x", "::add-mask::x"]
)
def test_words_of_a_source_are_no_command(report, hostile):
    held = document("x", f"He said {hostile} loudly.", path=f"in,a:b{hostile}.txt")
    finding = report.findings[1].model_copy(update={"a": span(held, held.text), "message": hostile, "b": None})
    text = render(Report(documents=(held,), findings=(finding,)), "github")
    assert len(text.splitlines()) == 2
    assert [line for line in re.split(r"[\r\n]+", text) if line.startswith("::")] == [text.splitlines()[0]]
    assert "%250A" in text or hostile != "%0A::error::x"


def test_lines_but_no_columns_for_a_passage_of_several_lines(report):
    held = document("x", "one\ntwo\n", path="x.txt")
    finding = report.findings[1].model_copy(update={"a": span(held, "one\ntwo"), "b": None})
    _, properties, _ = commands(Report(documents=(held,), findings=(finding,)), files=Files({"x.txt": "in/x.txt"}))[0]
    assert properties == {"title": "PV301 conflict", "file": "in/x.txt", "line": "1", "endLine": "2"}


def test_nothing_found_is_told():
    assert render(Report(documents=()), "github") == "provenance: 0 annotations\n"


def test_an_input_that_could_not_be_read_is_an_error():
    text = render(Report(documents=(), unread=("a.pdf: is a PDF\n::error::x",)), "github")
    assert text.splitlines()[0] == "::error title=not read::a.pdf: is a PDF%0A::error::x"
