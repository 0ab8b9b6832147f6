"""Base forms, predicate families, counted nouns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction import lexicon, opposites
from provenance.extraction.tokens import tokenize


def test_base_forms_meet() -> None:
    for forms, stem in (
        (("kill", "killed", "killing", "kills", "killers"), "kill"),
        (("city", "cities"), "city"),
        (("seized", "seizes", "seizing"), "seize"),
        (("fled", "fleeing", "flees"), "flee"),
        (("Assad's", "Assad’s"), "assad"),
    ):
        assert {lexicon.base(form) for form in forms} == {stem}


def test_words_of_another_family_are_not_cut_into_this_one() -> None:
    found = lexicon.mentions([lexicon.base(w) for w in ("the", "talks", "will", "take", "place")])
    assert [m.family for m in found] == ["NEGOTIATE"]


def test_the_longest_expression_wins() -> None:
    (mention,) = lexicon.mentions(["they", "shoot", "down", "it"])
    assert (mention.family, mention.first, mention.last) == ("DOWN", 1, 2)


@pytest.mark.parametrize(
    ("text", "dies"),
    [
        ("the flood claimed at least 40 lives", True),
        ("it took the lives of nine", True),
        ("they lost their lives", True),
        ("they took part in city life", False),
        ("they claimed to have saved a life", False),
        ("they took it all in and went on with life", False),
    ],
)
def test_a_few_words_may_stand_in_an_expression(text: str, dies: bool) -> None:
    assert ("DIE" in {m.family for m in lexicon.mentions([lexicon.base(word) for word in text.split()])}) == dies


def test_past_forms() -> None:
    assert all(lexicon.is_past(w) for w in ("killed", "took", "Left", "withdrawn"))
    assert not any(lexicon.is_past(w) for w in ("red", "people", "takes", "dying", "men"))


def test_noun_classes_widen_to_persons() -> None:
    found = lexicon.noun_class("young children")
    assert found is not None
    assert lexicon.ancestors(found.name) == ("CHILD", "CIVILIAN", "PERSON")
    assert lexicon.noun_class("bicycles") is None
    assert lexicon.noun_class("") is None


def test_opposition_is_symmetric_and_listed_once_for_each_side() -> None:
    families = {row[0] for row in lexicon.rows("families.tsv")}
    for family in families:
        for other in opposites.opposites(family):
            assert other in families
            assert family in opposites.opposites(other)
            assert opposites.opposition(family, other) == opposites.opposition(other, family) is not None


def test_every_family_named_in_a_list_exists() -> None:
    families = {row[0] for row in lexicon.rows("families.tsv")}
    assert {name for kind, _, *row in lexicon.rows("opposites.tsv") if kind == "families" for name in row} <= families
    assert {name for row in lexicon.rows("implications.tsv") for name in row[:2]} <= families
    classes = {row[0] for row in lexicon.rows("nouns.tsv")}
    assert {row[1] for row in lexicon.rows("nouns.tsv")} <= classes | {"-"}


@given(st.text(max_size=20))
def test_base_is_stable_and_raises_on_no_word(word: str) -> None:
    assert lexicon.base(word) == lexicon.base(word)
    assert lexicon.base(word) == lexicon.base(word.lower())
    lexicon.is_past(word)
    lexicon.noun_class(word)


def test_a_labour_strike_is_no_air_strike_and_a_bribe_no_captured_place() -> None:
    def families(text: str) -> set[str]:
        return {m.family for m in lexicon.mentions([t.base for t in tokenize(text)])}

    assert families("About 900 bakers were on strike") == {"PROTEST"}
    assert not families("taking bribes from the construction group") & {"TAKE", "BUILD"}
    assert "AIR" in families("strikes on the town")
