"""Figures of one sentence that do not add up."""

import pytest

from provenance.model import cut
from provenance.values import arithmetic, quantities


def mismatches(text):
    return [m.reason for m in arithmetic.check(cut(text, 0, len(text)), quantities.find(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from 40 to 60, a 40 % increase.",
        "Membership fell from 200 to 250.",
        "The price doubled from 40 to 60 dollars.",
        "Unemployment fell from 5.2 percent to 4.9 percent, a drop of 0.5 percentage points.",
        "Twelve people were arrested: seven men and four women.",
        "Forty people were killed: 25 soldiers and 10 militants.",
        "Seven men and four women, 12 in all, were arrested.",
        "Of those asked 60 percent agreed and the remaining 30 percent did not.",
        "The rate slid from 40 to 50 points.",
    ],
)
def test_what_does_not_add_up_is_told(text):
    assert len(mismatches(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from 40 to 60, a 50 % increase.",
        "Sales rose from 41 to 60, an increase of about 45 percent.",
        "Membership fell from 250 to 200.",
        "The price doubled from 40 to 80 dollars.",
        "Unemployment fell from 5.2 percent to 4.9 percent, a drop of 0.3 percentage points.",
        "Twelve people were arrested: seven men and five women.",
        "Twelve people, including seven men and nine locals, were arrested.",
        "Of those asked 60 percent agreed and the remaining 40 percent did not.",
        "The bridge is open from 9 to 5.",
        "It is 9 points higher than in May: polls range from 2 to 9 points.",
        "The gap is put at $544 million - $105 million more than last year, and $130 million more than expected.",
        "Twenty-four civilians, including 7 children and 5 women, were killed.",
        "Forty people were killed: 25 soldiers and 15 militants.",
        "Support rose from 40 percent on July 14 to 42 percent before it slipped back to 39 percent.",
    ],
)
def test_what_adds_up_or_need_not_is_left_alone(text):
    assert mismatches(text) == []


def test_the_range_holds_all_figures():
    text = "Last year sales rose from 40 to 60, a 40 % increase."
    found = arithmetic.check(cut(text, 0, len(text)), quantities.find(text))[0]
    assert text[found.start : found.end] == "40 to 60, a 40 %"


def test_of_a_table_only_the_first_figures_are_added_up():
    """Each is looked at in the whole sentence: a table on one line would take hours."""
    assert len(mismatches("7 men and 4 women, 12 in all; " * arithmetic.MOST)) == arithmetic.MOST // 3


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The bill won 50 votes: 30 from the left and 10 from the right.", "votes"),
        ("Seven men and four women, 12 in all, were arrested.", "men and women"),
        ("The firm raised its staff from 400 jobs to 500 jobs, an increase of 50 jobs.", "jobs"),
        ("The company cut its jobs from 400 to 300, a cut of 50.", "jobs"),
        ("The number of ferries has risen from 40 to 60, an increase of 40 percent.", "ferries"),
        ("The price sharply doubled from 40 to 60 dollars.", "price"),
        ("It fell from 200 to 250.", ""),
        ("The total rose in May from 250 to 200.", ""),
        ("There were 300 in Lisk, 200 in Velis, 600 in all.", ""),
    ],
)
def test_the_measure_is_named_where_the_words_beside_it_say_it(text, measure):
    found = arithmetic.check(cut(text, 0, len(text)), quantities.find(text))
    assert [m.measure for m in found] == [measure]


def test_a_year_between_two_shares_is_no_share():
    assert mismatches("The share rose from 8% in 2022 to 12% in 2024.") == []
