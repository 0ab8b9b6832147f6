"""One document against itself, and parts against totals."""

import pytest

import provenance
from provenance.model import Finding


def _found(*texts: str) -> list[Finding]:
    documents = [
        provenance.read(t.encode(), id=f"d{i}", published="2021-03-02", media_type="text/plain")
        for i, t in enumerate(texts)
    ]
    return list(provenance.review(documents).findings)


def _rules(*texts: str) -> list[str]:
    return [f.rule for f in _found(*texts)]


LEAD = "The fire in the Keld grain mill on Monday killed 17 people and destroyed the roof."


@pytest.mark.parametrize(
    "later",
    [
        "Fourteen people were killed in the fire at the grain mill in Keld, which broke out at dawn.",
        "The fire that killed 22 people in the Keld grain mill was put out on Monday evening.",
    ],
)
def test_one_thing_told_twice_with_two_figures(later: str) -> None:
    text = f"{LEAD}\nThe mill is older than the harbour.\n{later}\n"
    found = [f for f in _found(text) if f.rule == "PV305"]
    assert len(found) == 1
    assert found[0].a.document == found[0].b.document == "d0"  # type: ignore[union-attr]
    assert found[0].relation == "conflicts"


@pytest.mark.parametrize(
    "later",
    [
        "Seventeen people were killed in the fire at the grain mill in Keld.",
        "At least 14 people were killed in the fire at the grain mill in Keld.",
        "Police first said 14 people were killed in the fire at the grain mill in Keld, the latest count is 17.",
        "An earlier report said 14 people were killed in the fire at the grain mill in Keld.",
        "Another 14 people were killed in a fire at the Merat grain mill in May.",
        "Five firefighters were among the people killed in the fire at the grain mill in Keld.",
        "The fire at the grain mill in Merat killed 14 people.",
        "Two roofs of the Keld grain mill were destroyed by the fire.",
        "Will 14 people have been killed in the fire at the grain mill in Keld?",
    ],
)
def test_what_can_be_is_left_alone(later: str) -> None:
    assert "PV305" not in _rules(f"{LEAD}\nThe mill is older than the harbour.\n{later}\n")


def test_two_sources_in_one_document_are_no_slip_of_its_own() -> None:
    text = (
        "The Coast Watch said the fire in the Keld grain mill killed 17 people.\n"
        "Mayor Ida Roen said the fire in the Keld grain mill killed 14 people.\n"
    )
    assert "PV305" not in _rules(text)


def test_sums_are_checked_in_sources_too() -> None:
    assert "PV207" in _rules("Forty people were killed at Keld: 25 soldiers and 10 militants.")
    assert "PV207" in _rules("The fire at Keld killed 24 people, including 30 children.")
    assert "PV207" not in _rules("The fire at Keld killed 24 civilians, including 7 children and 5 women.")


PARTS = "Fifteen soldiers and 12 militants were killed in the battle for the Keld bridge on Monday."


def test_parts_of_one_document_exceed_the_total_of_another() -> None:
    total = "The battle for the Keld bridge on Monday killed 24 people."
    found = [f for f in _found(PARTS, total) if f.relation == "conflicts"]
    assert len(found) == 1
    assert "Fifteen + 12" in found[0].message


@pytest.mark.parametrize(
    "total",
    [
        "The battle for the Keld bridge on Monday killed 27 people.",
        "The battle for the Keld bridge on Monday killed 50 people.",
        "The battle for the Keld bridge on Monday killed at least 24 people.",
    ],
)
def test_parts_that_do_not_exceed_the_total_are_no_conflict(total: str) -> None:
    assert "PV301" not in _rules(PARTS, total)
