"""Slots of two claims compared one by one."""

import pytest

import provenance
from provenance import matching
from provenance.matching.comparison import times


def _time(a: str, b: str) -> str:
    documents = [
        provenance.read(text.encode(), id=name, published="2021-03-02", media_type="text/plain")
        for name, text in (("a", a), ("b", b))
    ]
    claims = [c for d in documents for c in provenance.extract(d)]
    left, right = matching.signatures(documents, claims)
    return times.time(left[0], right[0]).verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("The mill at Lisk burned on 28 February 2021.", "The mill at Lisk burned on 20 February 2021.", "different"),
        ("The mill at Lisk burned on 28 February 2021.", "The mill at Lisk, shut since 2013, burned.", "unknown"),
        ("Lisk has been under siege since 2013.", "Lisk has been under siege since 2015.", "different"),
        ("The mill at Lisk burned on 28 February 2021.", "The mill at Lisk burned in February 2021.", "same"),
    ],
)
def test_a_day_does_not_differ_from_a_time_of_the_background(a: str, b: str, verdict: str) -> None:
    assert _time(a, b) == _time(b, a) == verdict
