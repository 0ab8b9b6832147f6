"""The one list of opposites: every kind is asked for, in any form of the words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction import opposites
from provenance.extraction.lexicon import base, rows

WORDS = st.sampled_from(sorted({w for _, _, *poles in rows("opposites.tsv") for p in poles for w in p.split()}))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("approved", "rejected"),
        ("approval", "rejection"),
        ("armed", "unarmed"),
        ("treated", "killed"),
        ("rescuing", "murdered"),
        ("debts", "cash"),
        ("survivors", "dead"),
        ("former", "current"),
        ("agreed", "disagreed"),
    ],
)
def test_opposites_in_any_form(a: str, b: str) -> None:
    assert opposites.opposed(base(a), base(b))


@pytest.mark.parametrize(("a", "b"), [("arrived", "left"), ("bought", "sells"), ("hired", "dismissals")])
def test_what_undoes_a_thing_is_no_strict_opposite(a: str, b: str) -> None:
    assert opposites.reversed_(base(a), base(b))
    assert not opposites.opposed(base(a), base(b))


@pytest.mark.parametrize(
    ("a", "b"), [("willing", "reluctant"), ("will", "forced"), ("former", "form"), ("form", "current")]
)
def test_words_that_only_look_like_listed_ones(a: str, b: str) -> None:
    assert opposites.opposed(base(a), base(b)) == (a == "willing")


def test_an_ending_that_denies_is_no_form_of_the_word() -> None:
    assert opposites.has_opposite("succeeding")
    assert not opposites.has_opposite("successless")


def test_one_of_a_class_in_the_place_of_another() -> None:
    assert opposites.instead("monday", "tuesday") == "weekday"
    assert opposites.exclusive("city", "country") == opposites.instead("city", "country") == "kind of place"
    assert not opposites.exclusive("monday", "tuesday")
    assert not opposites.instead("city", "town")
    assert opposites.same_kind("city", "town")


@given(WORDS, WORDS)
def test_all_of_it_is_mutual(a: str, b: str) -> None:
    for told in (opposites.opposed, opposites.reversed_, opposites.converse, opposites.exclusive, opposites.instead):
        assert told(a, b) == told(b, a)


def test_every_line_is_of_one_kind_and_has_poles() -> None:
    kinds = {"opposite": 2, "reverse": 2, "converse": 2, "families": 2, "exclusive": 0, "instead": 0}
    lines = rows("opposites.tsv")
    assert len({tuple(line) for line in lines}) == len(lines)
    for kind, of, *poles in lines:
        assert of
        assert len(poles) > 1
        assert len(poles) == (kinds[kind] or len(poles))
        held = [word for pole in poles for word in pole.split()]
        assert len(held) == len(set(held)), poles


def test_on_is_not_one() -> None:
    assert opposites.instead("on", "four") == ""
    assert opposites.instead("one", "four") == "number"
