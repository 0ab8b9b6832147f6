"""Figures that count people without naming them, and what is one thing under one predicate."""

import provenance
from provenance.matching import pairs
from provenance.matching.signature.figures import Figure


def figure(text: str) -> Figure:
    """The first figure of a text."""
    document = provenance.read(text.encode(), id="one", media_type="text/plain")
    (signed,) = pairs.signed_documents([document], provenance.extract(document)).values()
    return signed.signatures[0].figures[0]


def test_a_crowd_counts_spectators() -> None:
    found = figure("A crowd of more than 18,000 saw the derby in Lund.")
    assert (found.noun, found.noun_class) == ("crowd", "SPECTATOR")


def test_a_workforce_counts_workers() -> None:
    assert figure("Harl Glass has a workforce of 3,100 in Lund.").noun_class == "WORKER"


def test_a_magnitude_is_no_count() -> None:
    assert figure("An earthquake of magnitude 5.7 shook Lund.").noun == "magnitude"


def test_jobs_lost_are_people_laid_off() -> None:
    found = provenance.compare(
        "Harl Glass will cut 320 jobs in Lund.", "Some 410 people will lose their jobs at Harl Glass in Lund."
    )
    assert found.relation == "conflicts"


def test_cases_are_people_who_fell_ill() -> None:
    found = provenance.compare(
        "There are 214 cases of measles in Lund.", "In Lund 214 people have come down with measles."
    )
    assert found.relation == "corroborates"


def test_families_who_lost_their_homes_had_homes_destroyed() -> None:
    found = provenance.compare(
        "The fire in Lund destroyed 42 homes.", "In Lund 42 families lost their homes to the fire."
    )
    assert found.relation == "corroborates"


def test_jobs_are_not_all_who_work_there() -> None:
    found = provenance.compare("Harl Glass will cut 320 jobs in Lund.", "Harl Glass has 410 employees in Lund.")
    assert found.relation != "conflicts"
