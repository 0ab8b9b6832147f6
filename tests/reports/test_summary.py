import re

import pytest

from provenance.model import Finding, Report, Span
from provenance.reports import render, summary
from provenance.reports.view import View


def finding(document, quote, start=None, *, record="dockers-hurt", rule="PV104", severity="error"):
    start = document.text.index(quote) if start is None else start
    span = Span(document=document.id, start=start, end=start + len(quote), quote=quote)
    return Finding(
        id=f"{rule} {record}", rule=rule, severity=severity, message="m", reasons=(), a=span, claims=(record,)
    )


def ledger(documents, *findings, records=16):
    return Report(documents=documents, findings=findings, summary={"records": records})


def line(report):
    return " · ".join(part.text for part in summary.parts(View(report)))


def test_a_review_counts_claims_and_relations(report):
    assert line(report) == "3 documents · 8 claims · 1 conflict · 1 superseded · 1 agreement · 1 to look at"


def test_a_check_of_a_draft_counts_the_statements_of_each_state(checked):
    assert line(checked) == (
        "1 draft · 2 sources · 6 statements · 2 contradicted · 1 unsupported · 1 partly supported · 1 supported"
        " · 1 not checkable"
    )


def test_a_ledger_says_how_many_records_were_checked_and_that_all_stand(documents):
    assert line(ledger(documents)) == "3 sources · 16 recorded claims, all stand"
    assert line(ledger(documents, records=1)) == "3 sources · 1 recorded claim, it stands"


def test_a_record_with_two_findings_is_one_that_does_not_stand(documents):
    two = (finding(documents[0], "warehouses"), finding(documents[0], "warehouses", rule="PV201"))
    assert line(ledger(documents, *two)) == (
        "3 sources · 16 recorded claims, 1 does not stand as recorded · 2 to look at"
    )
    other = finding(documents[0], "warehouses", record="other")
    assert "2 do not stand as recorded" in line(ledger(documents, *two, other))


def test_a_draft_and_a_ledger_together(checked):
    both = checked.model_copy(update={"summary": {"records": 2}})
    assert line(both).startswith("1 draft · 2 sources · 6 statements · ")
    assert line(both).endswith(" · 2 recorded claims, all stand")


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_every_format_for_people_says_that_all_stand(documents, format_):
    assert "16 recorded claims, all stand" in render(ledger(documents), format_)


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_recorded_words_that_the_document_does_not_hold_are_labelled_so(documents, format_):
    gone = finding(documents[0], "warehouses").model_copy(
        update={"a": Span(document="harbour", start=3, end=9, quote="absent")}
    )
    text = render(ledger(documents, gone), format_)
    assert re.search(r"\brecorded\b", text.replace("recorded claims", "").replace("as recorded", ""))
    assert not re.search(r"\bline \d", text)
    stands = render(ledger(documents, finding(documents[0], "warehouses")), format_)
    assert re.search(r"\bline 3\b|\.txt:3\b", stands)


def test_what_a_statement_tells_is_not_told_twice(checked):
    statement = next(one for one in checked.statements if one.state == "unsupported")
    own = Finding(id="u", rule="PV402", severity="warning", message="nobody says so", reasons=(), a=statement.span)
    text = render(checked.model_copy(update={"findings": (own,)}))
    assert "UNSUPPORTED  warning  PV402" in text
    assert "To look at" not in text
    assert "to look at" not in text.splitlines()[0]
