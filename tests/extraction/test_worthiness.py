"""What is worth checking, of which type, and why."""

import pytest

from provenance.extraction.claims import extract
from provenance.extraction.worthiness import is_furniture, is_opinion
from provenance.model import ClaimType


@pytest.mark.parametrize(
    ("sentence", "kind", "reason"),
    [
        ("The harbour employs 300 people.", "figure", "figure: figure '300'"),
        ("The harbour closed in May 2019.", "date", "date: time 'May 2019'"),
        ("The mayor called it “a disgrace” on arrival.", "quotation", "quotation: words inside quotation marks"),
        ("The harbour belongs to Norland.", "name", "name: name 'Norland'"),
        ("The harbour was shelled.", "event", "event: word of the family SHELL"),
        ("Arlen is the largest harbour.", "comparison", "comparison: comparison or superlative 'largest'"),
        (
            "Anna Berg was charged with fraud.",
            "legal_risk",
            "legal_risk: a named person and an accusation, charge or death",
        ),
    ],
)
def test_types_with_their_reasons(sentence: str, kind: ClaimType, reason: str) -> None:
    (claim,) = extract(sentence)
    assert kind in claim.types
    assert reason in claim.reasons


@pytest.mark.parametrize(
    "sentence",
    [
        "Who shelled the harbour of Arlen?",
        "“Did 40 people die?”",
        "All rights reserved 2019.",
        "Photo by Anna Berg",
        "Click here for more on Arlen.",
        "I think Arlen is lovely.",
        "The council should resign.",
        "In my view, Berg was a great mayor.",
        "It is unfair to blame Berg.",
        "Eastern Hills",
        "Thank you, Norland.",
        "It rained.",
    ],
)
def test_no_claims(sentence: str) -> None:
    assert extract(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I think 40 people died in Arlen.",
        "We believe the port closed in 2019.",
        "Norland to broker a new truce in the Eastern Hills",
        "Heavy shelling in the old town.",
    ],
)
def test_opinions_with_facts_and_headings_with_happenings_are_claims(sentence: str) -> None:
    assert len(extract(sentence)) == 1


def test_furniture_is_matched_as_words_not_letters() -> None:
    assert is_furniture("Subscribe to the Daily Post.")
    assert not is_furniture("The unsubscribed toll stands at 40.")


def test_furniture_has_its_place() -> None:
    assert is_furniture("Sign up for our newsletter.")
    assert is_furniture("Read our privacy policy.")
    assert not is_furniture("More than 20,000 people sign up for the race each year, the club says.")
    assert not is_furniture("The company changed its privacy policy on Monday after a fine of 2m.")


def test_a_plain_statement_is_no_opinion() -> None:
    assert not is_opinion("The council accepted the plan.")


@pytest.mark.parametrize(
    "text",
    ["The union was not consulted.", "None of the patients was mistreated.", "The doors hadn't been locked."],
)
def test_what_was_or_was_not_done_to_something_is_a_claim(text: str) -> None:
    assert [c.span.quote + "." for c in extract(text)] == [text]


@pytest.mark.parametrize("text", ["It was done.", "They were surprised.", "I believe the union should be consulted."])
def test_what_was_done_to_nobody_named_is_no_claim(text: str) -> None:
    assert extract(text) == []
