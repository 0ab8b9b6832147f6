"""What caused an accident or a fire, told in two ways by reports of one story."""

import pytest

from .made import conflicts

FIRE = "A fire destroyed the timber mill at Lund on Tuesday. "
CRASH = "A tram crashed into a wall at Lund on Tuesday. "


def causes(a: str, b: str) -> list[str]:
    """The conflicts of two reports of one day in what caused it."""
    return [reason for reason in conflicts(a, b) if "the cause: " in reason]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (FIRE + "The blaze was caused by a faulty heater, police said.", FIRE + "Investigators suspect arson."),
        (FIRE + "The blaze was started by two boys.", FIRE + "A short circuit was to blame."),
        (CRASH + "The mayor blamed the accident on ice.", CRASH + "A brake defect caused the crash, the firm said."),
        (
            CRASH + "The crash was caused by ice.",
            CRASH + "The crash was the result of a brake defect, and not of the ice, Lund Transit said.",
        ),
    ],
)
def test_two_causes_conflict(a: str, b: str) -> None:
    assert len(causes(a, b)) == len(causes(b, a)) == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (CRASH + "Defective brakes caused the crash.", CRASH + "The crash was due to a brake defect."),
        (CRASH + "The crash was caused by ice.", CRASH + "Ice covered the track. Poor brakes led to the crash."),
        (CRASH + "The crash was caused by ice.", CRASH + "Poor brakes also contributed to the crash."),
        (FIRE + "Arson is being ruled out, police said.", FIRE + "Prices of timber rose because of the strike."),
    ],
)
def test_causes_that_may_both_be_true_do_not(a: str, b: str) -> None:
    assert not causes(a, b)
