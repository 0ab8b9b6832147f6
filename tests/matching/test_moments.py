"""When something happened, begins or ends and how long it lasts, told in two ways by reports of one story."""

import pytest

from .made import conflicts

FIRE = "A fire destroyed the timber mill at Lund on Tuesday. "
PLAN = "The council of Lund approved a new harbour bridge on Tuesday. "


def times(a: str, b: str, days: tuple[str, str] = ("2024-03-06", "2024-03-07")) -> list[str]:
    return [reason for reason in conflicts(a, b, days=days) if " here, " in reason]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (FIRE + "The blaze broke out at 1.40 am.", FIRE + "The alarm was raised shortly before 3 am.", "the hour"),
        (FIRE + "The flames were put out after nine hours.", FIRE + "It burned for five hours.", "how long it burned"),
        (PLAN + "Work is to begin in May and end in 2026.", PLAN + "Building starts in autumn.", "the work starts"),
        (
            PLAN + "The vote was taken after a heated debate of two hours.",
            PLAN + "The debate went on for five hours.",
            "the debate",
        ),
        (PLAN + "The ferry is suspended until Friday.", PLAN + "The ferry will resume on 2 April.", "reopens"),
        (PLAN + "The ferry is suspended for six weeks.", PLAN + "The ferry will resume on Monday.", "reopens"),
        (FIRE + "The prosecution had sought two years.", FIRE + "Prosecutors asked for four years.", "the term"),
        (PLAN + "Mayor Anna Holm will be sworn in on 1 May.", PLAN + "Holm takes office on 1 June.", "the office is"),
    ],
)
def test_two_times_of_one_thing_conflict(a: str, b: str, told: str) -> None:
    assert any(told in reason for reason in times(a, b))
    assert len(times(a, b)) == len(times(b, a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (FIRE + "The blaze broke out at 1.40 am.", FIRE + "The alarm was raised at 1.45 am."),
        (FIRE + "The blaze broke out at 1.40 am.", FIRE + "The mayor came at 9 am."),
        (FIRE + "The blaze broke out at 1.40 am.", FIRE + "A shop was hit at 1.40 am. The alarm went off at 3 am."),
        (FIRE + "It burned for five hours.", FIRE + "It burned for more than four hours."),
        (FIRE + "It burned for five hours.", FIRE + "The mill stood for ninety years without a fire."),
        (PLAN + "Work is to begin in May.", PLAN + "Building starts this spring."),
        (PLAN + "The ferry is suspended until Friday.", PLAN + "The market will reopen on 2 April."),
        (PLAN + "The ferry is suspended for two weeks.", PLAN + "The ferry will resume on 20 March."),
    ],
)
def test_times_that_may_both_be_right_do_not(a: str, b: str) -> None:
    assert times(a, b) == []


def test_reports_that_lie_far_apart_tell_of_two_times() -> None:
    a, b = FIRE + "It burned for five hours.", FIRE + "Crews put the flames out after nine hours."
    assert times(a, b)
    assert times(a, b, ("2024-03-06", "2024-06-06")) == []
