"""Behaviour of provenance.values.dates on our own sentences."""

import json
from datetime import date
from pathlib import Path

import pytest

from provenance.values.dates import find

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "dates.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:40]} @ {case['reference']}")
def test_expressions_with_kind_and_value(case):
    reference = date.fromisoformat(case["reference"]) if case["reference"] else None
    assert [[t.text, t.kind, t.value] for t in find(case["text"], reference)] == case["times"]
