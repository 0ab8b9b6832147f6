"""Figures and times at one place of two like sentences, told without a day of their own."""

import pytest

from provenance.values import dates, quantities
from provenance.verification.comparison import exactness


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
        ("Support fell by 12 points", "Support fell by 12 percent", "different"),
        ("12 plants failed", "12 plants failed", "same"),
    ],
)
def test_a_share_is_no_count(draft, source, verdict):
    mine, theirs = (quantities.find(text)[0] for text in (draft, source))
    assert exactness.figures(mine, theirs)[0] == verdict


@pytest.mark.parametrize(
    ("draft", "source", "verdict"),
    [
        ("more than $170 was paid", "nearly $170 was paid", "different"),
        ("almost half of them left", "more than half of them left", "different"),
        ("at least 170 left", "nearly 170 left", "different"),
        ("about 170 left", "nearly 170 left", "same"),
        ("170 left", "nearly 170 left", "compatible"),
        ("billions of viewers", "millions of viewers", "different"),
        ("thousands of seals", "hundreds of seals", "different"),
        ("dozens of seals", "scores of seals", "compatible"),
        ("tens of thousands of seals", "thousands of seals", "compatible"),
        ("It made billions of dollars", "It made millions of dollars", "different"),
    ],
)
def test_nearly_is_not_more_and_hundreds_are_not_thousands(draft, source, verdict):
    mine, theirs = (quantities.find(text)[0] for text in (draft, source))
    assert exactness.figures(mine, theirs)[0] == verdict
    assert exactness.figures(theirs, mine)[0] == verdict


@pytest.mark.parametrize(("draft", "verdict"), [("more than", "different"), ("over", "different"), ("about", "same")])
def test_nearly_three_years_are_not_more(draft, verdict):
    assert judged(f"{draft} three years ago", "nearly three years ago") == verdict
