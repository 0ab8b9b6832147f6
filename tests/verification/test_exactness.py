"""Figures and times at one place of two like sentences, told without a day of their own."""

import pytest

from provenance.values import dates, quantities
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


@pytest.mark.parametrize(
    ("draft", "source", "verdict"),
    [
        ("12 plants failed", "12% of the plants failed", "different"),
        ("12% of the plants failed", "12 plants failed", "different"),
        ("Support fell by 12 points", "Support fell by 12 percentage points", "same"),
        ("12 plants failed", "12 plants failed", "same"),
    ],
)
def test_a_share_is_no_count(draft, source, verdict):
    mine, theirs = (quantities.find(text)[0] for text in (draft, source))
    assert exactness.figures(mine, theirs)[0] == verdict
