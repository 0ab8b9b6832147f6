"""Behaviour of provenance.values.dates on our own sentences."""

import json
from datetime import date
from pathlib import Path

import pytest

from provenance.values.dates import find
from provenance.values.dates.holidays import easter

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "dates.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:40]} @ {case['reference']}")
def test_expressions_with_kind_and_value(case):
    reference = date.fromisoformat(case["reference"]) if case["reference"] else None
    assert [[t.text, t.kind, t.value] for t in find(case["text"], reference)] == case["times"]


def test_offsets_are_code_points_and_name_the_document():
    text = "🕊️ é – since 2013"
    (time,) = find(text, document="a")
    assert (time.span.document, time.span.start, time.span.end) == ("a", len(text) - 4, len(text))
    assert text[time.span.start : time.span.end] == "2013"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in February 2018", date(2018, 2, 1), date(2018, 3, 1)),
        ("last week", date(2018, 4, 2), date(2018, 4, 9)),
        ("since 2013", date(2013, 1, 1), date(2014, 1, 1)),
        ("late last year", date(2017, 7, 2), date(2018, 1, 1)),
        ("earlier this month", date(2018, 4, 1), date(2018, 4, 10)),
        ("the past three months", date(2018, 1, 10), date(2018, 4, 10)),
        ("the 2011-2013 war", date(2011, 1, 1), date(2014, 1, 1)),
        ("Sunday evening", date(2018, 4, 8), date(2018, 4, 9)),
        ("for two months", None, None),
        ("every Friday", None, None),
        ("now", None, None),
    ],
)
def test_days_are_half_open(text, start, end):
    (time,) = find(text, date(2018, 4, 10))
    assert (time.start, time.end) == (start, end)


@pytest.mark.parametrize(
    ("text", "reference", "relative_to"),
    [
        ("on 2 April 2018", date(2018, 4, 10), None),
        ("on Sunday", date(2018, 4, 10), "publication"),
        ("on Sunday", None, "unresolved"),
        ("two days earlier", date(2018, 4, 10), "unresolved"),
    ],
)
def test_what_a_time_is_relative_to(text, reference, relative_to):
    (time,) = find(text, reference)
    assert time.relative_to == relative_to


@pytest.mark.parametrize("day", [date(1818, 3, 22), date(2000, 4, 23), date(2018, 4, 1), date(2038, 4, 25)])
def test_easter(day):
    assert easter(day.year) == day
