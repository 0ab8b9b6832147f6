import json
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Report, Waiver
from provenance.policy.rules import rules
from provenance.readers import read
from provenance.reports import render
from provenance.reports.places import Files
from provenance.reports.sarif import uri

from .conftest import document, span
from .golden import check


def run_of(report, **options):
    return json.loads(render(report, "sarif", **options))["runs"][0]


def test_whole_output(report):
    log = json.loads(render(report, "sarif"))
    del log["runs"][0]["tool"]["driver"]["rules"]  # the registry's own words, which other tests hold
    for result in log["runs"][0]["results"]:
        del result["ruleIndex"]
    check("review.sarif", json.dumps(log, indent=1, ensure_ascii=False) + "\n")


def test_every_rule_is_told_with_its_help(report):
    told = run_of(report)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in told] == [rule.code for rule in rules()]
    for rule in told:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert "Example: " in rule["help"]["text"]
        assert re.fullmatch(r"([A-Z][a-z]+)+", rule["name"])


def test_results_name_their_rule_and_come_most_severe_first(report):
    run = run_of(report)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "note", "note"]


def test_each_link_in_a_message_has_its_related_location(report, checked):
    for one in (report, checked):
        for result in run_of(one)["results"]:
            links = [int(number) for number in re.findall(r"\]\((\d+)\)", result["message"]["text"])]
            assert links == [related["id"] for related in result.get("relatedLocations", [])]


def test_the_second_passage_is_linked(report):
    result = run_of(report)["results"][0]
    assert "[sources/evening.txt:2:56](1): “24 dockers were hurt”." in result["message"]["text"]
    place = result["relatedLocations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "sources/evening.txt"
    assert place["region"] == {"startLine": 2, "startColumn": 56, "endLine": 2, "endColumn": 76}


def test_a_source_cannot_make_a_link(documents, report):
    hostile = document("x", "see [here](1) and [there](https://evil.example)", path="x[1](2).txt")
    finding = report.findings[4].model_copy(update={"a": span(hostile, hostile.text), "message": "[a](1)"})
    text = run_of(Report(documents=(hostile,), findings=(finding,)))["results"][0]["message"]["text"]
    assert "](" not in text


def test_the_record_is_a_related_location(report):
    finding = report.findings[4].model_copy(update={"place": "claims/fire.yaml:7:3"})
    result = run_of(report.model_copy(update={"findings": (finding,)}))["results"][0]
    assert result["message"]["text"].endswith("Recorded in [claims/fire.yaml:7:3](1).")
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 7


def test_inputs_are_artifacts_with_their_digests(report):
    first = run_of(report)["artifacts"][0]
    assert first["location"] == {"uri": "sources/harbour.txt"}
    assert first["hashes"] == {"sha-256": report.documents[0].sha256}


def test_suppressions_are_there_for_all_results_or_none(report):
    assert not any("suppressions" in result for result in run_of(report)["results"])
    waiver = Waiver(reason="settled by phone", by="A. Editor", expires=date(2026, 12, 31))
    first, *rest = report.findings
    waived = report.model_copy(update={"findings": (first.model_copy(update={"waived": waiver}), *rest)})
    told = {r["partialFingerprints"]["provenance/finding/v1"]: r["suppressions"] for r in run_of(waived)["results"]}
    assert told.pop(first.id) == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "waived by A. Editor until 2026-12-31: settled by phone",
        }
    ]
    assert list(told.values()) == [[]] * 4


@pytest.mark.parametrize(("known", "told"), [("new", "new"), ("known", "unchanged"), (None, None)])
def test_what_the_baseline_knows(report, known, told):
    findings = tuple(finding.model_copy(update={"baseline": known}) for finding in report.findings)
    results = run_of(report.model_copy(update={"findings": findings}))["results"]
    assert {result.get("baselineState") for result in results} == {told}


def test_blank_lines_above_change_no_fingerprint(report):
    moved = 50
    documents = tuple(d.model_copy(update={"text": "\n" * moved + d.text}) for d in report.documents)

    def shifted(found):
        return found and found.model_copy(update={"start": found.start + moved, "end": found.end + moved})

    findings = tuple(f.model_copy(update={"a": shifted(f.a), "b": shifted(f.b)}) for f in report.findings)
    before = run_of(report)["results"]
    after = run_of(report.model_copy(update={"documents": documents, "findings": findings}))["results"]
    assert [r["partialFingerprints"] for r in after] == [r["partialFingerprints"] for r in before]
    lines = [[r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in one] for one in (before, after)]
    assert lines[1] == [line + moved for line in lines[0]]


def test_a_page_has_no_line_hash_unless_its_file_is_given():
    raw = b"<html><body><p>Nothing <b>but</b> words.</p></body></html>"
    page = read(raw, id="p", media_type="text/html").model_copy(update={"path": "p.html"})
    finding = {
        "id": "1",
        "rule": "PV402",
        "severity": "warning",
        "message": "m",
        "reasons": (),
        "a": span(page, "Nothing but"),
    }
    report = Report.model_validate({"documents": (page,), "findings": (finding,)})
    without, with_ = run_of(report), run_of(report, files=Files(texts={"p.html": raw.decode()}))
    assert list(without["results"][0]["partialFingerprints"]) == ["provenance/finding/v1"]
    assert list(with_["results"][0]["partialFingerprints"]) == ["primaryLocationLineHash", "provenance/finding/v1"]
    assert with_["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 16


def test_what_is_left_out_is_told(report):
    run = run_of(report, most=2)
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    told = run["invocations"][0]["toolExecutionNotifications"][0]
    assert told["descriptor"] == {"id": "cut"}
    assert told["message"]["text"].startswith("3 findings of 5 left out, the least severe ones: a run holds at most 2")


def test_warnings_of_documents_are_notifications(report):
    told = run_of(report)["invocations"][0]["toolExecutionNotifications"]
    assert [one["descriptor"]["id"] for one in told] == ["document"]


@pytest.mark.parametrize(
    ("path", "encoded"),
    [
        ("./a b/ü.md", "a%20b/%C3%BC.md"),
        ("a:b/c#1?.md", "a%3Ab/c%231%3F.md"),
        ("/abs/x.md", "file:///abs/x.md"),
        ("C:/x/y.md", "file:///C:/x/y.md"),
        ("stdin", "stdin"),
        ("", "unnamed"),
        ("<b>", "%3Cb%3E"),
    ],
)
def test_paths_are_uris(path, encoded):
    assert uri(path) == encoded


@given(st.text(max_size=30))
def test_any_path_is_a_uri(path):
    assert re.fullmatch(r"(file:///([A-Za-z]:/)?)?[\w.~%/-]+", uri(path), re.ASCII)


def test_an_input_that_could_not_be_read_is_no_success():
    (call,) = run_of(Report(documents=(), unread=("a.pdf: is a PDF",)))["invocations"]
    assert call["executionSuccessful"] is False
    assert call["toolExecutionNotifications"][0]["message"]["text"] == "a.pdf: is a PDF"
