"""How many there are, and how many something happened to; shares that make a whole; the release after an arrest."""

import pytest

from provenance.model import Relation

from .made import findings

LEAD = "Drivers of Morvan Rail began a strike in Lissen on Monday.\n\n"


def found(a: str, b: str) -> set[Relation | None]:
    """The relations of the claims of two documents of one story, but for their leads."""
    return {f.relation for f in findings(a, b, opening=LEAD, days="2025-03-04") if f.a.quote not in LEAD}


@pytest.mark.parametrize(
    ("a", "b", "conflicts"),
    [
        ("Lissen has 300 drivers.", "In Lissen 120 drivers protested.", False),
        ("Morvan Rail employs 9,800 drivers.", "Morvan Rail employs 8,100 drivers.", True),
        ("There were 162 passengers on board.", "Twelve passengers were slightly injured in Lissen.", False),
        ("The depot has 300 drivers.", "Some 120 drivers stayed away.", False),
        ("Gunmen stopped a convoy of three trucks.", "The two lorries of the convoy were carrying food.", True),
        ("One in five long-distance trains was running.", "Four in five long-distance trains were cancelled.", False),
        ("One in five long-distance trains was running.", "Two in five long-distance trains were running.", True),
    ],
)
def test_what_there_is_and_what_happened_are_two_counts(a: str, b: str, conflicts: bool) -> None:
    assert ("conflicts" in found(a, b)) is conflicts
    assert ("conflicts" in found(b, a)) is conflicts


@pytest.mark.parametrize(
    ("held", "conflicts"),
    [
        ("Police arrested the driver, Ivo Brandt.", False),
        ("The driver, Ivo Brandt, is still in police custody.", True),
    ],
)
def test_who_was_arrested_may_have_been_released_who_is_held_was_not(held: str, conflicts: bool) -> None:
    assert ("conflicts" in found(held, "The driver, Ivo Brandt, was released on bail.")) is conflicts
