import json
from datetime import date
from decimal import Decimal

import pytest

from provenance.model import Document, Report
from provenance.reports import render

from .golden import check


def test_whole_output(report):
    check("review.json", render(report, "json"))


def test_keys_are_the_contract(report):
    assert list(json.loads(render(report, "json"))) == [
        "schema_version", "documents", "claims", "findings", "facts", "statements", "records",
        "coverage", "summary", "notices", "decisions", "checkpoint", "unread", "configuration",
    ]  # fmt: skip


def test_it_reads_back_into_the_same_report(report):
    record = json.loads(render(report, "json"))
    del record["schema_version"]
    again = Report.model_validate(record)
    assert again.model_copy(update={"summary": report.summary, "coverage": report.coverage}) == report


def test_spans_are_code_points_of_the_text_beside_them(report):
    record = json.loads(render(report, "json"))
    texts = {document["id"]: document["text"] for document in record["documents"]}
    for finding in record["findings"]:
        for side in filter(None, (finding["a"], finding["b"])):
            assert texts[side["document"]][side["start"] : side["end"]] == side["quote"]


def test_decimals_are_strings_and_dates_iso(report):
    record = json.loads(render(report, "json"))
    assert record["claims"][0]["quantities"][0]["value"] == "42"
    assert record["summary"] == {"documents": 3, "share": "0.50", "as_of": "2021-05-08"}
    assert record["documents"][0]["published"] == "2021-05-04"
    assert "\\u0627" not in render(report, "json")  # Arabic as it is, not as escapes


def test_a_lone_surrogate_survives(report):
    document = Document.model_construct(**(dict(report.documents[0]) | {"text": "half \ud83d of a pair"}))
    text = render(Report.model_construct(**(dict(report) | {"documents": (document,)})), "json")
    assert json.loads(text.encode())["documents"][0]["text"] == "half \ud83d of a pair"


def test_values_of_any_kind_in_a_summary():
    summary = {"b": {3, 1, 2}, "a": [Decimal("1.10"), None, {"when": date(2020, 1, 2)}], 5: True}
    text = render(Report.model_construct(documents=(), summary=summary), "json", indent=None)
    assert json.loads(text)["summary"] == {"b": [1, 2, 3], "a": ["1.10", None, {"when": "2020-01-02"}], "5": True}


def test_not_a_number_is_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        render(Report(documents=(), summary={"score": float("nan")}), "json")
