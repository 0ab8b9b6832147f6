"""Verdicts on pairs of times."""

from datetime import date

import pytest

from provenance.values.dates import compare, find

DAY = date(2018, 4, 10)  # a Tuesday


def one(text, reference=DAY):
    (time,) = find(text, reference)
    return time


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("on 2 April 2018", "on April 2, 2018", "same"),
        ("in April 2018", "on 2 April 2018", "compatible"),
        ("in 2018", "on 2 April 2018", "compatible"),
        ("in May 2018", "on 2 April 2018", "different"),
        ("on Sunday", "on Monday", "different"),
        ("on Sunday", "on 8 April 2018", "same"),
        ("last week", "on 8 April 2018", "compatible"),
        ("last week", "on 9 April 2018", "different"),
        ("on Sunday night", "on Sunday", "compatible"),
        ("on Sunday night", "at 9 p.m. on Sunday", "compatible"),
        ("on Sunday night", "at 9 a.m. on Sunday", "different"),
        ("on Sunday night", "at 2 a.m. on Monday", "compatible"),
        ("at 9 a.m. on Sunday", "at 10 a.m. on Sunday", "different"),
        ("for two months", "for two months", "same"),
        ("for two months", "for six months", "different"),
        ("for two months", "for 60 days", "compatible"),
        ("for two months", "for 300 days", "different"),
        ("for a year", "for 12 months", "compatible"),
        ("for two weeks", "for 14 days", "compatible"),
        ("for two weeks", "for 40 days", "different"),
        ("in recent weeks", "for two weeks", "compatible"),
        ("in recent weeks", "for two months", "unknown"),
        ("for two months", "in April 2018", "unknown"),
        ("now", "in April 2018", "unknown"),
        ("every Friday", "every Friday", "same"),
        ("every Friday", "every Sunday", "different"),
        ("every Friday", "on Friday", "unknown"),
        ("the 2011-2013 war", "the 2011-2014 war", "different"),
        ("the 2011-2013 war", "in 2012", "compatible"),
        ("in the 1990s", "in 1994", "compatible"),
        ("in early 2016", "in late 2016", "different"),
        ("in early 2016", "in mid-2016", "compatible"),
        ("in early 2016", "in 2016", "compatible"),
        ("in early 2016", "in November 2016", "different"),
        ("earlier this year", "in December 2018", "different"),
        ("late last year", "in November 2017", "compatible"),
        ("in the past year", "in March 2018", "compatible"),
    ],
)
def test_verdict(a, b, verdict):
    result = compare(one(a), one(b))
    assert result.verdict == verdict, result.reason


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("on Sunday", "on Sunday", "compatible"),
        ("on Sunday", "on Monday", "different"),
        ("in April", "on 2 April 2018", "compatible"),
        ("in April", "on 2 May 2018", "different"),
        ("on Sunday", "on 8 April 2018", "compatible"),
        ("on Sunday", "on 9 April 2018", "different"),
        ("last week", "last week", "unknown"),
        ("today", "on 9 April 2018", "unknown"),
        ("in the third quarter", "in 2018", "unknown"),
    ],
)
def test_verdict_without_publication_date(a, b, verdict):
    result = compare(one(a, None), one(b, None))
    assert result.verdict == verdict, result.reason


def test_reason_names_both_values():
    reason = compare(one("for two months"), one("for six months")).reason
    assert "P2M" in reason
    assert "P6M" in reason
