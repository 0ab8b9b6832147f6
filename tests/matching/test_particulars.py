"""Whom or what place a story names once, named otherwise by two reports."""

import pytest

import provenance

FIRE = "A fire destroyed a paper mill at Lund on Tuesday. "
CLUB = "The rowing club of Lund parted with its coach on Tuesday. "


def conflicts(opening: str, a: str, b: str) -> list[str]:
    documents = [
        provenance.read((opening + text).encode(), id=name, published=day, media_type="text/plain")
        for name, text, day in (("a", a, "2024-03-06"), ("b", b, "2024-03-07"))
    ]
    found = [f for f in provenance.review(documents).findings if f.relation == "conflicts"]
    return [r for f in found for r in f.reasons if " here, " in r]


@pytest.mark.parametrize(
    ("opening", "a", "b", "told"),
    [
        (FIRE, "The mill is owned by the Sand group.", "The building belongs to the paper maker Tarn.", "the owner"),
        (CLUB, "He will be replaced by Anna Holm, who won in 2004.", "His deputy Karl Berg takes over.", "takes over"),
        (CLUB, "The oars were made in Norway.", "The oars were built in a yard in Spain.", "where it was made"),
    ],
)
def test_two_names_of_one_thing_conflict(opening: str, a: str, b: str, told: str) -> None:
    assert any(told in reason for reason in conflicts(opening, a, b))
    assert len(conflicts(opening, b, a)) == len(conflicts(opening, a, b))


@pytest.mark.parametrize(
    ("opening", "a", "b"),
    [
        (FIRE, "The mill is owned by the Sand group.", "The building belongs to Sand."),
        (FIRE, "The mill is owned by the Sand group.", "The depot belongs to Tarn, the mill to Sand."),
        (FIRE, "The mill belongs to Sand's brother.", "The mill is owned by the Tarn group."),
        (CLUB, "He will be replaced by Anna Holm.", "Ms Holm takes over in spring."),
    ],
)
def test_names_that_may_both_be_right_do_not(opening: str, a: str, b: str) -> None:
    assert not any("the owner" in r or "takes over" in r for r in conflicts(opening, a, b))
