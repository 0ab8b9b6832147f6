"""Durations as figures in days."""

from datetime import date
from decimal import Decimal

import pytest

import provenance
from provenance.matching import lasting
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
