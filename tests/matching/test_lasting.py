"""Durations as figures in days."""

from datetime import date
from decimal import Decimal

import pytest

import provenance
from provenance.matching.signature import lasting
from provenance.model import Claim


def _claim(text: str) -> Claim:
    document = provenance.read(text.encode(), id="a", media_type="text/plain", published=date(2024, 5, 5))
    return provenance.extract(document)[0]


@pytest.mark.parametrize(
    ("words", "days", "approximation"),
    [
        ("two weeks", "14", "exact"),
        ("some 48 hours", "2", "about"),
        ("at least two years", "730", "at_least"),
        ("one day and 12 hours", "1.5", "exact"),
    ],
)
def test_a_duration_is_a_figure_in_days(words: str, days: str, approximation: str) -> None:
    (figure,) = lasting.read(_claim(f"The miners of Orvane were trapped for {words}."))
    assert figure.lasts
    assert (figure.quantity.value, figure.quantity.approximation) == (Decimal(days), approximation)


def test_a_vague_duration_is_none() -> None:
    assert lasting.read(_claim("The miners of Orvane had waited for years.")) == ()


def test_one_duration_in_two_units_agrees() -> None:
    texts = (
        "Hackers stayed unnoticed in the network of the Orvane clinic for 21 days, the clinic said.",
        "Intruders were inside the Orvane clinic's computers for almost three weeks before anyone saw them.",
    )
    documents = [provenance.read(t.encode(), id=t[:3], media_type="text/plain") for t in texts]
    assert "corroborates" in {f.relation for f in provenance.review(documents).findings}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Teachers in Keld began a three-day strike.", "strike"),
        ("The trial in Keld lasted six weeks.", ""),
        ("The Keld trial had lasted six weeks.", "trial"),
        ("The miners of Orvane were trapped for two weeks.", ""),
        ("The prices in Keld hit a six-year high.", ""),
    ],
)
def test_what_lasts_is_named_right_beside_its_length(text: str, noun: str) -> None:
    assert [f.noun for f in lasting.read(_claim(text))] == [noun or lasting.UNIT]


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("The trial lasted six weeks in Keld.", "The case closed after a five-week trial in Keld.", "conflicts"),
        (
            "Teachers in Keld began a three-day strike.",
            "The three-day strike of teachers in Keld began.",
            "corroborates",
        ),
        ("Teachers in Keld began a three-day strike.", "Teachers in Keld joined a two-day course.", ""),
    ],
)
def test_lengths_of_one_thing_agree_or_conflict(a: str, b: str, relation: str) -> None:
    documents = [provenance.read(t.encode(), id=i, media_type="text/plain") for i, t in (("a", a), ("b", b))]
    told = {f.relation for f in provenance.review(documents).findings if "length" in f.message or "day" in f.message}
    assert told == ({relation} if relation else set())
