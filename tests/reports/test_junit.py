from xml.etree import ElementTree

import pytest

from provenance.model import Report, Waiver
from provenance.reports import render

from .conftest import document, span


def cases(report, **options):
    root = ElementTree.fromstring(render(report, "junit", **options))
    return {case.get("name"): case for case in root.iter("testcase")}


def outcome(case):
    return [child.tag for child in case]


def test_each_claim_is_a_case_and_fails_in_a_conflict(report):
    told = cases(report)
    assert len([name for name in told if not name.startswith("PV")]) == len(report.claims)
    assert outcome(told["At least 42 dockers were hurt"]) == ["failure", "system-out"]
    assert outcome(told["24 dockers were hurt"]) == ["failure"]
    assert outcome(told["Three warehouses burned down."]) == ["system-out"]


def test_each_statement_that_can_be_checked_is_a_case(checked):
    told = cases(checked)
    assert len(told) == 5
    assert "What a sight it was." not in told


def test_a_finding_fails_its_statement(report, checked):
    statement = checked.statements[1]
    finding = report.findings[1].model_copy(update={"a": statement.span, "claims": (), "rule": "PV401"})
    told = cases(checked.model_copy(update={"findings": (finding,)}))
    assert outcome(told["At least 42 dockers were hurt."]) == ["failure"]
    assert sum(bool(outcome(case)) for case in told.values()) == 1


def test_each_record_is_a_case(report):
    finding = report.findings[1].model_copy(update={"claims": ("fire",), "rule": "PV101"})
    told = cases(Report(documents=report.documents, findings=(finding,), records=("flood", "fire")))
    assert {name: outcome(case) for name, case in told.items()} == {"flood": [], "fire": ["failure"]}


def test_what_could_not_be_checked_is_an_error(report):
    finding = report.findings[1].model_copy(update={"claims": ("fire",), "rule": "PV105"})
    root = ElementTree.fromstring(render(Report(documents=(), findings=(finding,), records=("fire",)), "junit"))
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("1", "0", "1")


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ({"waived": Waiver(reason="by phone", by="A. Editor")}, "waived by A. Editor: by phone"),
        ({"baseline": "known"}, "known from the baseline"),
        ({"decision": 3}, "settled by a decision"),
    ],
)
def test_what_does_not_count_is_skipped_with_its_reason(report, state, why):
    finding = report.findings[1].model_copy(update=state | {"claims": ("fire",)})
    told = cases(Report(documents=report.documents, findings=(finding,), records=("fire",)))["fire"]
    assert outcome(told) == ["skipped"]
    assert told[0].get("message") == why


def test_what_fails_is_what_the_run_fails_on(report):
    assert outcome(cases(report, fail_on="note")["the number of hurt dockers had risen to 45"]) == ["failure"]
    assert outcome(cases(report, fail_on="error")["the number of hurt dockers had risen to 45"]) == ["system-out"]


def test_counts_are_those_of_cases(report):
    root = ElementTree.fromstring(render(report, "junit"))
    for suite in root:
        assert suite.get("tests") == str(len(suite.findall("testcase")))
        assert suite.get("failures") == str(sum(case.find("failure") is not None for case in suite))
    assert root.get("failures") == "2"


def test_words_that_no_xml_can_hold_are_shown(report):
    held = document("x", "a\x00b\x1b]]>\ufffe<b>&", path="x\x01.txt")
    finding = report.findings[1].model_copy(update={"a": span(held, held.text), "b": None, "claims": ()})
    (case,) = cases(Report(documents=(held,), findings=(finding,))).values()
    assert case.get("classname") == "x⟦U+0001⟧.txt"
    assert "a⟦U+0000⟧b⟦U+001B⟧]]>⟦U+FFFE⟧<b>&" in case[0].text


def test_an_input_that_could_not_be_read_is_an_error():
    root = ElementTree.fromstring(render(Report(documents=(), unread=("a.pdf: is a PDF\nfile",)), "junit"))
    assert (root.get("tests"), root.get("errors")) == ("1", "1")
