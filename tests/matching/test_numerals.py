"""A figure that is swapped never leaves a corroboration, whether it counts something or stands alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance

TEMPLATES = [
    "The council of Lisk voted {} to 11 for the plan.",
    "Rovers beat United {}-1 on Saturday.",
    "Shares of Keldon closed at {}.",
    "The ferry sank with {} aboard.",
    "The plant at Orvane employs {} workers.",
    "The fire in Keld killed {} people, police said.",
    "The court in Velis sentenced him to {} years in prison.",
    "The truce in Dorna will last {} months.",
    "The strike at the port of Adun lasted {} days.",
    "Turnout in Merat reached {} percent.",
    "The index rose to {}.",
    "The bridge at Sabel is {} metres long.",
    "The law passed by {} votes.",
    "Room {} of the hotel was closed.",
]
NUMBERS = st.integers(2, 990)


@pytest.mark.parametrize("template", TEMPLATES)
@given(one=NUMBERS, other=NUMBERS)
@settings(max_examples=12, deadline=None)
def test_a_swapped_figure_never_corroborates(template: str, one: int, other: int) -> None:
    a, b = template.format(one), template.format(other)
    expected = {"corroborates"} if one == other else {"conflicts", "related", "unrelated", "supersedes"}
    assert provenance.compare(a, b).relation in expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The council voted 23 to 16 for the plan.", "The council voted 23 to 18 for the plan."),
        ("The plant employed about 420 workers.", "The plant employed 510 workers, the union said."),
        ("The strike at the port lasted three days.", "The strike at the port lasted five days."),
        ("The index rose to 5,812.", "The index rose to 5,912."),
    ],
)
def test_other_numbers_in_one_place_conflict(a: str, b: str) -> None:
    found = provenance.compare(a, b)
    assert found.relation == "conflicts"
    assert any(s.slot in ("quantity", "time") and s.verdict == "different" for s in found.slots)
    assert provenance.compare(b, a).relation == "conflicts"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Flight 370 vanished over the sea.", "Flight 371 vanished over the sea."),
        ("Room 101 was closed.", "Room 102 was closed."),
        ("Clashes broke out in Lisk on 12 May.", "Clashes broke out in Lisk on 14 May."),
    ],
)
def test_numbers_that_name_a_thing_tell_of_two_things(a: str, b: str) -> None:
    assert provenance.compare(a, b).relation in ("related", "unrelated")


def test_a_review_tells_the_duration_and_the_score_that_differ() -> None:
    one = provenance.read(
        b"The truce in Dorna will last three months. The council of Lisk voted 23 to 16 for the plan.",
        id="one",
        media_type="text/plain",
        published="2020-05-05",
    )
    other = provenance.read(
        b"A two-month truce in Dorna was announced. The council of Lisk voted 23 to 18 for the plan.",
        id="other",
        media_type="text/plain",
        published="2020-05-05",
    )
    found = [f for f in provenance.review([one, other]).findings if f.b is not None]
    assert {f.relation for f in found} == {"conflicts"}
    told = " ".join(f.message for f in found)
    assert "16" in told
    assert "18" in told
    assert "two-month" in told
