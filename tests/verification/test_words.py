"""Whole words in a text, whatever their case and what stands between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.verification.words import folded, stands_in

TEXTS = st.text(st.sampled_from("abßİ_ -.'’½1\n"), max_size=16)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("Ana Ruiz", "So said ANA-RUIZ.", True),
        ("Ana", "Anna and Diana", False),
        ("the *mayor*", "the_mayor left", True),
        ("", "anything", False),
        ("…", "…", False),
    ],
)
def test_words_stand_whole(words, text, found):
    assert stands_in(words, text) is found


@given(TEXTS, TEXTS)
def test_searching_finds_what_folding_finds(words, text):
    assert stands_in(words, text) == (bool(folded(words).strip()) and folded(words) in folded(text))


@given(TEXTS)
def test_folding_keeps_letters_and_digits_alone(text):
    letters = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    assert folded(text) == f" {' '.join(letters.split())} "
