"""Passages: the state of recorded words in today's text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Span
from provenance.verification.ledger.passages import passage_state

TEXT = "The council met on Tuesday evening. About 40 houses burned in the old town. Nobody was hurt in the fire."
QUOTE = "About 40 houses burned in the old town."
START = TEXT.index(QUOTE)


def recorded(quote: str = QUOTE, start: int = START) -> Span:
    return Span(document="report", start=start, end=start + len(quote), quote=quote)


def test_intact():
    passage = passage_state(recorded(), TEXT)
    assert (passage.state, passage.span) == ("intact", recorded())


def test_intact_however_often_the_words_stand():
    passage = passage_state(recorded("two", 4), "two two two")
    assert (passage.state, passage.span) == ("intact", recorded("two", 4))


def test_moved_says_where_to():
    passage = passage_state(recorded(), "Correction of 5 May. " + TEXT)
    assert (passage.state, passage.span) == ("moved", recorded(start=START + 21))


def test_edited_names_the_words():
    passage = passage_state(recorded(), TEXT.replace("40", "46"))
    assert passage.state == "edited"
    assert passage.span == recorded(QUOTE.replace("40", "46"))
    assert any("40" in line and "46" in line for line in passage.differences)


def test_an_inserted_not_is_an_edit():
    passage = passage_state(recorded("Nobody was hurt in the fire", 76), TEXT.replace("was hurt", "was not hurt"))
    assert passage.state == "edited"
    assert any("not" in line for line in passage.differences)


def test_ambiguous_takes_none_of_the_places():
    text = "It rained. " * 3 + "Two people left early. " + "It rained. " * 3 + "Two people left early. "
    assert passage_state(recorded("Two people left early.", 70), text).state == "ambiguous"


def test_gone():
    passage = passage_state(recorded(), "The orchestra played Schubert to a half-empty hall and was sent home.")
    assert (passage.state, passage.span) == ("gone", None)


def test_an_empty_text_holds_nothing():
    assert passage_state(recorded(), "").state == "gone"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(min_size=1, max_size=20), st.integers(0, 80))
def test_whatever_is_found_slices(text: str, quote: str, start: int):
    passage = passage_state(recorded(quote, start), text)
    if passage.span is not None:
        assert text[passage.span.start : passage.span.end] == passage.span.quote
        assert passage.span.document == "report"
    if passage.state == "intact":
        assert passage.span is not None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=40), st.text(min_size=1, max_size=20).filter(str.strip), st.text(max_size=40))
def test_what_stands_as_recorded_is_intact(before: str, quote: str, after: str):
    assert passage_state(recorded(quote, len(before) + 1), f"{before} {quote} {after}").state == "intact"


def test_a_digit_added_right_after_the_quote_is_no_longer_the_same_number():
    assert passage_state(recorded("killed 35", 5), "Fire killed 35 people.").state == "intact"
    assert passage_state(recorded("killed 35", 5), "Fire killed 350 people.").state != "intact"


def test_the_nearer_of_two_places_is_not_taken():
    text = "Late note. It rained on Monday. And then, for a week, it was dry. It rained on Monday."
    assert passage_state(recorded("It rained on Monday.", 9), text).state == "ambiguous"
    passage = passage_state(recorded("It rained on Monday.", 9), text, prefix="it was dry. ")
    assert passage.state == "moved"
    assert passage.span == recorded("It rained on Monday.", text.rindex("It rained"))


@pytest.mark.parametrize("digit", range(10))
def test_no_changed_digit_passes(digit: int):
    if digit != 4:
        assert passage_state(recorded(), TEXT.replace("40", f"{digit}0")).state == "edited"
