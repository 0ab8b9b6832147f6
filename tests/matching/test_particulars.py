"""Whom or what place a story names once, named otherwise by two reports."""

import pytest

import provenance
from provenance import matching

from .made import conflicts

FIRE = "A fire destroyed a paper mill at Lund on Tuesday. "
CLUB = "The rowing club of Lund parted with its coach on Tuesday. "


def clashes(opening: str, a: str, b: str) -> list[str]:
    found = conflicts(a, b, opening=opening, days=("2024-03-06", "2024-03-07"))
    return [reason for reason in found if " here, " in reason]


@pytest.mark.parametrize(
    ("opening", "a", "b", "told"),
    [
        (FIRE, "The mill is owned by the Sand group.", "The building belongs to the paper maker Tarn.", "the owner"),
        (CLUB, "He will be replaced by Anna Holm, who won in 2004.", "His deputy Karl Berg takes over.", "takes over"),
        (CLUB, "The oars were made in Norway.", "The oars were built in a yard in Spain.", "where it was made"),
        (FIRE, "Its roof was designed by Anna Holm.", "The roof, designed by Karl Berg, fell in.", "the designer"),
        (CLUB, "The boats were paid for by the Tarn Foundation.", "The boats were funded by the brewer Sand.", "paid"),
    ],
)
def test_two_names_of_one_thing_conflict(opening: str, a: str, b: str, told: str) -> None:
    assert any(told in reason for reason in clashes(opening, a, b))
    assert len(clashes(opening, b, a)) == len(clashes(opening, a, b))


@pytest.mark.parametrize(
    ("opening", "a", "b"),
    [
        (FIRE, "The mill is owned by the Sand group.", "The building belongs to Sand."),
        (FIRE, "The mill is owned by the Sand group.", "The depot belongs to Tarn, the mill to Sand."),
        (FIRE, "The mill belongs to Sand's brother.", "The mill is owned by the Tarn group."),
        (CLUB, "He will be replaced by Anna Holm.", "Ms Holm takes over in spring."),
        (FIRE, "Its roof was designed by Anna Holm.", "The roof was designed by Karl Berg and Anna Holm."),
        (FIRE, "Its roof was designed by Anna Holm.", "The chimney was designed by Karl Berg."),
    ],
)
def test_names_that_may_both_be_right_do_not(opening: str, a: str, b: str) -> None:
    assert not any(q in r for r in clashes(opening, a, b) for q in ("the owner", "takes over", "the designer"))


def test_one_act_of_two_names_is_no_agreement() -> None:
    texts = ("The study of Lund was paid for by the Tarn Fund.", "The study of Lund was funded by the brewer Sand.")
    documents = [
        provenance.read(text.encode(), id=name, published="2024-03-06", media_type="text/plain")
        for text, name in zip(texts, "ab", strict=True)
    ]
    assert {f.relation for f in provenance.review(documents).findings} == {"conflicts"}


def test_where_a_thing_is_published_is_no_place() -> None:
    document = provenance.read(
        b"The study was published in Vascular Review on Monday.", id="a", media_type="text/plain"
    )
    ((signature,),) = matching.signatures([document], provenance.extract(document))
    assert not any(name.place for name in signature.names)
