"""A passage of a source made into a record that its own check lets stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provenance
from provenance.errors import UsageError
from provenance.verification.ledger.recording import record
from provenance.verification.ledger.records import verify, verify_all

TEXT = (
    "The council met on Tuesday.\n“About 4,500 jobs will go within two months,” said Marta Olsen in Drammen. "
    "Between 30 and 40 shops closed in March 2019. The council met again.\n"
)


def document(text=TEXT, id="report"):
    return provenance.read(text.encode(), id=id, media_type="text/plain")


def test_values_and_speaker_of_the_passage_are_recorded():
    made = record(document(), "About 4,500 jobs will go within two months")
    assert made.id == "about-4-500-jobs-will-go"
    assert (made.start, made.quote) == (TEXT.index("About"), "About 4,500 jobs will go within two months")
    assert [(v.quantity.value, v.quantity.approximation, v.quantity.noun) for v in made.values if v.quantity] == [
        (4500, "about", "jobs")
    ]
    assert [v.time for v in made.values if v.time] == ["P2M"]
    assert made.speaker == "Marta Olsen"
    assert verify(made, document()) == []


def test_other_typography_gives_the_characters_of_the_source():
    made = record(document(), '"About 4,500 jobs  will go')
    assert made.quote == "“About 4,500 jobs will go"


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("The council met", "several places (report"),
        ("About 4,600 jobs will go within two months", "“4,500”"),
        ("zebras crossed the river", "is not in the source"),
    ],
)
def test_what_the_source_does_not_say_exactly_once_is_refused(quote, told):
    with pytest.raises(UsageError, match=re.escape(told)):
        record(document(), quote)


def test_context_tells_equal_passages_apart():
    made = record(document(), "The council met", suffix=" again")
    assert made.start == TEXT.rindex("The council")
    assert verify(made, document()) == []


def test_a_passage_of_another_source_is_told_apart_from_one_that_is_nowhere():
    made = record(document(), "Between 30 and 40 shops closed in March 2019")
    april = document("Nothing was decided.\n", "april")
    wrong = made.model_copy(update={"source": "april"})
    (seen,) = verify_all([wrong], [april, document()])
    assert seen.kind == "passage_elsewhere"
    assert seen.b is not None
    assert seen.b.document == "report"
    (gone,) = verify_all([wrong], [april])
    assert gone.kind == "passage_gone"


@given(st.integers(0, len(TEXT) - 1), st.integers(1, 60))
def test_every_record_made_stands(start, length):
    try:
        made = record(document(), TEXT[start : start + length])
    except UsageError:
        return
    assert [o.message for o in verify(made, document())] == []
