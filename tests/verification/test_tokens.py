"""Words of drafts and sources: read quickly without places, or as tokens, they are the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.verification.lookup.tokens import count, keys, lowered, placed, tokenize, written
from provenance.verification.lookup.wanted import Wanted

TEXTS = st.text(st.sampled_from("abctnoN'’.,- \n[]½é1290%$№ﬁ"), max_size=60)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“[W]e don’t pay 1,200 $,” he said.", ["We", "don't", "pay", "1,200", "$", "he", "said"]),
        ("ﬁve 2½ litres", ["five", "2½", "litres"]),
        ("", []),
    ],
)
def test_the_words_as_written(text: str, words: list[str]) -> None:
    assert written(text) == words


@given(TEXTS)
def test_words_without_places_are_those_with_places(text: str) -> None:
    assert written(text) == [word for word, _, _ in placed(text)]


@given(TEXTS)
def test_words_in_lower_case_are_those_as_written(text: str) -> None:
    assert lowered(text) == [word.lower() for word in written(text)]


@given(TEXTS)
def test_the_keys_of_the_words_are_those_of_the_tokens(text: str) -> None:
    tokens = tokenize(text)
    words = lowered(text)
    assert count(words) == len(tokens)
    assert [key for word in words for key in keys(word)] == [t.key for t in tokens]
    telling = [t.key for t in tokens if t.is_number or t.weight >= 0.5]
    assert [key for word in words for key in keys(word, 0.5)] == telling


@given(TEXTS, st.integers(0, 1000))
def test_places_move_with_the_offset(text: str, offset: int) -> None:
    assert list(placed(text, offset)) == [(word, start + offset, end + offset) for word, start, end in placed(text)]
    assert all(0 <= start < end <= len(text) for _, start, end in placed(text))


def test_words_written_as_one_or_as_two_are_the_same() -> None:
    assert [t.key for t in tokenize("Airstrikes underway")] == [t.key for t in tokenize("air strikes under way")]
    assert count(["airstrikes", "underway"]) == 4
    assert Wanted(["strike"])["airstrikes"] == keys("strike")
