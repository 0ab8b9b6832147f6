"""What befell nobody in one report and somebody in the other; what somebody refused to do."""

import pytest

import provenance

from .made import conflicts

_FIRE = "A fire broke out at the Kettle brewery in Marl on Monday. "


def clash(a: str, b: str) -> bool:
    return bool(conflicts(a, b, opening=_FIRE))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("No one was hurt.", "Two firefighters suffered burns."),
        ("No arrests have been made.", "Police took nine people into custody."),
        ("No arrests have been made in the 3 days since.", "Police arrested a man of 29."),
        ("Kettle has refused to pay a fine of four million euros.", "Kettle paid a fine of two million euros."),
    ],
)
def test_nobody_and_somebody_refused_and_done(a: str, b: str) -> None:
    assert clash(a, b)
    assert clash(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("No one was hurt.", "None of the workers was injured."),
        ("No arrests have been made.", "Police said two people had been hurt."),
        ("No one was hurt.", "Two people could have been hurt."),
    ],
)
def test_two_denials_and_other_fates_are_no_clash(a: str, b: str) -> None:
    assert not clash(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The bridge of Marl collapsed on Monday.", "Nobody has said that the bridge of Marl collapsed on Monday."),
        ("At least 40 people died in Marl on Monday.", "Nobody has said that 40 people died in Marl on Monday."),
    ],
)
def test_what_nobody_says_agrees_with_nothing(a: str, b: str) -> None:
    assert provenance.compare(a, b).relation == "related"


def test_what_is_denied_beside_something_stated_does_not_agree() -> None:
    fined = "The mill of Marl was fined 2 million crowns in 2022 but has never apologised."
    sorry = "In 2022 the mill of Marl apologised to the people of the town."
    assert provenance.compare(fined, sorry).relation != "corroborates"
