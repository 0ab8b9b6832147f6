"""The days that claims speak of."""

from datetime import date, timedelta

import pytest

import provenance
from provenance import matching
from provenance.extraction.claims import extract
from provenance.matching.comparison import times
from provenance.matching.signature import dated

FIRST, LAST = date.min, date.max
SINKING = "{} people are missing after the ferry Aster sank off Keld."


def test_undated_news_tells_of_the_day_of_publication_and_the_one_before() -> None:
    assert dated.news(date(2021, 5, 3)) == ((date(2021, 5, 2), date(2021, 5, 4)),)
    assert dated.news(None) == ()


@pytest.mark.parametrize("published", [FIRST, LAST])
def test_no_day_lies_outside_the_calendar(published: date) -> None:
    ((first, end),) = dated.news(published)
    assert end - first == timedelta(days=1)


@pytest.mark.parametrize(
    ("a", "published_a", "b", "published_b"),
    [
        (SINKING.format("Nine"), LAST - timedelta(days=2), SINKING.format("Four"), LAST),
        (SINKING.format("Nine"), FIRST, SINKING.format("Four"), LAST),
    ],
)
def test_texts_of_the_first_or_the_last_day_are_compared(a: str, published_a: date, b: str, published_b: date) -> None:
    """Pages without a date may give such days: 0001-01-01, 9999-12-31."""
    assert provenance.compare(a, b, published_a=published_a, published_b=published_b).slots


@pytest.mark.parametrize(("published", "past"), [(FIRST, False), (date(2015, 6, 1), False), (LAST, True)])
def test_what_lies_months_before_a_report_is_long_ago(published: date, past: bool) -> None:
    texts = ("On 3 May 2015 a ferry sank off Keld.", "A ferry sank off Keld.")
    documents = [
        provenance.read(text.encode(), id=name, published=published, media_type="text/plain")
        for name, text in zip("ab", texts, strict=True)
    ]
    (dated_one,), (undated,) = matching.signatures(documents, [c for d in documents for c in extract(d)])
    assert times.long_ago(dated_one, undated) is past


@pytest.mark.parametrize("published", [FIRST, LAST, None])
def test_a_beginning_of_old_is_none_of_the_days_news(published: date | None) -> None:
    (claim,) = extract("The bridge at Keld has been closed since 3 May 2015.")
    assert bool(dated.begun(claim, published)) is (published != FIRST)
