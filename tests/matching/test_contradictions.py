"""Sentences of two documents that part in one word."""

import pytest

from provenance.matching.across import contradictions
from provenance.model import Relation

from .made import findings

LEAD = "Morvan Rail cancelled most trains to Lissen on Monday.\n\n"
OTHER = "A museum in Tarn opened a hall of clocks on Friday.\n\n"


def found(a: str, b: str, leads: tuple[str, str] = (LEAD, LEAD)) -> dict[tuple[str, str], Relation]:
    """The relations of the claims of two documents, but for their leads."""
    told = findings(leads[0] + a, leads[1] + b, days="2025-03-04")
    return {(f.a.quote, f.b.quote): f.relation for f in told if f.b and f.relation and f.a.quote not in LEAD + OTHER}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The union was not consulted.", "The union was consulted."),
        ("The union was not consulted about the timetable.", "The union was consulted about the timetable in April."),
        ("All emergency exits were unlocked.", "Survivors said the emergency exits had been locked."),
        ("No weapons were found in the Lissen convoy.", "The Lissen convoy carried weapons for the strikers."),
        ("Passwords of customers were encrypted.", "The passwords of customers were not encrypted."),
        (
            "Police arrested the driver, Ivo Brandt.",
            "The driver, Mr Ivo Brandt, is speaking with the police and has not been arrested.",
        ),
    ],
)
def test_what_one_denies_and_the_other_states_is_a_conflict_and_no_agreement(a: str, b: str) -> None:
    assert set(found(a, b).values()) == {"conflicts"}
    assert set(found(b, a).values()) == {"conflicts"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Opposites that are only mentioned.
        (
            "The doors that were unlocked stand in the Lissen depot.",
            "Inspectors saw locked doors in the Lissen depot.",
        ),
        ("Floods in Lissen kill 600 people a year.", "The new dam protected 58 people from floods in Lissen."),
        # What could be and what should be.
        ("Strikers should be allowed into the depot.", "The operator could bar strikers from the depot."),
        ("The union was consulted.", "The mayor was not consulted."),
    ],
)
def test_what_is_mentioned_or_told_of_another_is_no_conflict(a: str, b: str) -> None:
    assert "conflicts" not in found(a, b).values()


def test_documents_of_two_stories_that_share_no_name_do_not_clash() -> None:
    a, b = "The doors were locked.", "The doors were unlocked."
    assert set(found(a, b).values()) == {"conflicts"}
    assert "conflicts" not in found(a, b, (LEAD, OTHER)).values()


@pytest.mark.parametrize(
    "sentence",
    [
        "The council did not reopen the unlocked hall on Monday.",
        "Morvan Rail said no train left and the last one arrived late.",
        "The dam was unsafe, and nobody repaired it.",
    ],
)
def test_what_all_words_say_covers_what_the_predicates_say(sentence: str) -> None:
    most, said = contradictions._at_most(sentence), contradictions._said(sentence)
    assert most is not None
    assert (most.denies, most.own >= said.own, most.against >= said.against) == (said.denies, True, True)


def test_a_verb_with_its_particle_is_left_to_the_tags() -> None:
    assert contradictions._at_most("The council turned down the plan.") is None
