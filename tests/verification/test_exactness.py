"""Figures and times at one place of two like sentences, told without a day of their own."""

import pytest

from provenance.values import dates
from provenance.verification import exactness


def judged(draft: str, source: str) -> str:
    mine, theirs = (dates.find(f"It opened {text}.")[0] for text in (draft, source))
    return exactness.times(mine, theirs)[0]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("73 years ago", "43 years ago"),
        ("three days ago", "two days ago"),
        ("on the first Friday in September", "on the first Monday in September"),
        ("last month", "this month"),
    ],
)
def test_times_that_differ_on_any_day_differ_where_no_day_is_known(draft, source):
    assert judged(draft, source) == "different"


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("three days ago", "3 days ago"),
        ("on the first Monday of September", "on the first Monday in September"),
        ("last month", "last month"),
    ],
)
def test_other_words_for_one_time_are_the_same(draft, source):
    assert judged(draft, source) == "same"
