"""Documents of different stories: what they happen to share makes no finding."""

import pytest

import provenance
from provenance import matching
from provenance.matching.comparison.link import Link, days_apart, stories_apart
from provenance.matching.relations import vetoes
from provenance.matching.relations.signals import Pair

from .made import findings

MAYOR = (
    "Former mayor jailed for bribery\n\nErik Lindqvist was sentenced on Monday to five years in jail for bribery. "
    "About 26 percent of the council's contracts had gone to one firm, and two thirds of them were never advertised."
)
LOANS = (
    "Home loans dearer\n\nThe cost of a five-year fixed loan rose again on Tuesday. "
    "Some 26% of borrowers will pay more this spring, and two-thirds of them are families."
)
LATER = (
    "Shells hit a market\n\nThree more civilians were killed and seven wounded by shells in the north of the country, "
    "residents said."
)
EARLIER = (
    "Raid on a village\n\nFive civilians of one family were killed and 20 wounded in a raid in the north, medics said."
)


def _told(one: str, other: str, days: tuple[str, str]) -> list[str]:
    return [f.message for f in findings(one, other, days=days) if f.relation != "related"]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [(MAYOR, LOANS, ("2021-05-05", "2021-05-05")), (LATER, EARLIER, ("2016-12-01", "2016-08-01"))],
    ids=["other story", "other month"],
)
def test_what_strangers_share_by_chance_is_not_told(one: str, other: str, days: tuple[str, str]) -> None:
    assert _told(one, other, days) == []
    assert _told(one, one, days)


def test_a_length_of_nothing_named_agrees_in_one_story_alone() -> None:
    texts = ("For four years, Holm led the council.", "The mayor pledged a budget over four years.")
    signed = [provenance.read(t.encode(), id=t[:3], media_type="text/plain") for t in texts]
    a, b = (group[0] for group in matching.signatures(signed, [c for d in signed for c in provenance.extract(d)]))
    pair = Pair(a, b, a.lengths[0], b.lengths[0])
    assert not vetoes.may_agree(pair, Link(story=0.15))
    assert vetoes.may_agree(pair, Link(story=0.4))
    assert vetoes.may_agree(pair, Link(side_by_side=True))


def test_how_far_documents_are_apart() -> None:
    assert stories_apart(0.0, names=False) == 1.0
    assert stories_apart(0.0, names=True) == 0.5
    assert stories_apart(0.3, names=False) == 0.0
    day = provenance.read(b"Four died.", id="a", published="2021-05-04", media_type="text/plain").published
    assert days_apart(day, None) == days_apart(day, day) == 0.0


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (
            "Fire guts paper mill in Lund\n\nA fire destroyed a paper mill in Lund on Monday. It broke out at 1.40 am. "
            "It burned for nine hours. Fire chief Anna Holm praised her crew.",
            "Fire guts sawmill in Marl\n\nA fire destroyed a sawmill in Marl on Monday. It broke out at 3.10 am. "
            "It burned for five hours. Fire chief Karl Berg praised his crew.",
        ),
        (
            "Council of Lund approves bridge\n\nThe council of Lund approved a new bridge on Monday by 20 votes to 12.",
            "Council of Marl rejects bridge\n\nThe council of Marl rejected a new bridge on Monday by 18 votes to 17.",
        ),
    ],
)
def test_what_happened_alike_elsewhere_does_not_conflict(here: str, there: str) -> None:
    documents = [
        provenance.read(t.encode(), id=i, published="2024-03-05", media_type="text/plain")
        for i, t in (("a", here), ("b", there))
    ]
    assert all(f.relation != "conflicts" for f in provenance.review(documents).findings)
    told = [
        provenance.read(t.encode(), id=i, published="2024-03-05", media_type="text/plain")
        for i, t in (("a", here), ("b", there.replace("Marl", "Lund")))
    ]
    assert any(f.relation == "conflicts" for f in provenance.review(told).findings)
