import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Report
from provenance.reports import render
from provenance.reports.csv import COLUMNS, safe

from .conftest import document, span


def rows(report):
    text = render(report, "csv")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_one_row_a_finding_most_severe_first(report):
    told = rows(report)
    assert list(told[0]) == list(COLUMNS)
    assert [row["severity"] for row in told] == ["error", "warning", "note", "info", "info"]
    assert told[0]["passage"] == "At least 42 dockers were hurt"
    assert (told[0]["other_file"], told[0]["other_line"], told[0]["other_column"]) == ("sources/evening.txt", "2", "56")
    assert told[1]["other_passage"] == ""
    assert all(None not in row and None not in row.values() for row in told)


def test_nothing_found_is_a_row_of_headings():
    assert render(Report(documents=()), "csv") == ",".join(COLUMNS) + "\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠", "−"])
def test_a_formula_is_text(start):
    assert safe(f"{start}HYPERLINK(1)").startswith("'")
    assert safe(f"  {start}1").startswith("'")


def test_negative_numbers_in_passages_get_an_apostrophe_too():
    assert safe("-5 degrees") == "'-5 degrees"


def test_plain_words_stay_as_they_are():
    assert safe("5-3 = 2, a@b") == "5-3 = 2, a@b"


@given(st.text(max_size=20))
def test_no_cell_of_a_hostile_source_is_a_formula(words):
    assert not re.match(r"[\s\xa0]*[=+\-@＝＋－＠\x00]", safe(words))


def test_hostile_words_stay_in_their_cell(report):
    held = document("x", '=1+1,"\r\n=cmd|x, she said', path="=a.txt")
    finding = report.findings[4].model_copy(update={"a": span(held, held.text), "message": '=1,"\n', "id": "-1"})
    (row,) = rows(Report(documents=(held,), findings=(finding,)))
    assert row["file"] == "'=a.txt"
    assert row["passage"].startswith("'=1+1,\"")
    assert row["id"] == "'-1"
    assert len(row) == len(COLUMNS)
