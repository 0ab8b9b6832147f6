"""Hours of the day: which are one, and what two documents of one story tell of one hour."""

from datetime import date

import pytest

import provenance
from provenance.matching.signature.dated import Hour, stated
from provenance.values import dates

from .made import findings

TITLE = "Explosion at the Rodal paint works\n\nA tank exploded at the Rodal paint works on Tuesday.\n\n"


def _only(text: str) -> Hour:
    (hour,) = stated(dates.find(text, reference=date(2022, 5, 3))).hours
    return hour


@pytest.mark.parametrize(
    ("a", "b", "minutes"),
    [
        ("It was twenty to seven in the morning.", "It went up at 6.40 am.", 0),
        ("It fell at half past six.", "It fell at 6.30 pm.", 0),
        ("It fell at 6.30 am.", "It fell at 6.30 pm.", 720),
        ("It was twenty past two at night.", "It fell at 02:10.", 10),
        ("They met at 8:30.", "They met at 8.45 pm.", 15),
    ],
)
def test_how_far_apart_two_hours_lie(a: str, b: str, minutes: int) -> None:
    assert _only(a).apart(_only(b)) == _only(b).apart(_only(a)) == minutes


def _told(a: str, b: str) -> list[tuple[str, str]]:
    found = findings(a, b, opening=TITLE, days="2022-05-04")
    return [(f.relation, f.message) for f in found if f.relation and "6.40" in f.message]


def test_one_hour_in_one_story_is_told_of_one_thing() -> None:
    first = "The roof came down at 6.40 am."
    assert [r for r, _ in _told(first, "It was twenty to seven in the morning.")] == ["corroborates"]
    assert not _told(first, "It was twenty to seven in the evening.")
    assert not _told("The roof came down at 6.40 am on Tuesday.", "The mayor came at 6.40 am on Monday.")


def test_an_hour_counts_nothing() -> None:
    (claim,) = provenance.extract("The fire at the works was out by six in the morning.")
    assert not claim.quantities
