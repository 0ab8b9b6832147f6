"""Words with their places."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction.tokens import tokenize


def test_words_numbers_and_marks() -> None:
    found = [t.text for t in tokenize("Berg’s 1,300 co-workers (U.S.) don't know 3.5%.")]
    assert found == ["Berg’s", "1,300", "co-workers", "(", "U.S", ".", ")", "don't", "know", "3.5", "%", "."]


def test_forms_of_a_token() -> None:
    (token,) = tokenize("Don’t")
    assert (token.lower, token.is_word) == ("don't", True)
    assert [t.base for t in tokenize("killed civilians")] == ["kill", "civilian"]
    assert not tokenize("“")[0].is_word


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_tokens_slice_exactly_in_order_and_leave_only_space(text: str) -> None:
    found = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    gaps = zip([0, *(t.end for t in found)], [*(t.start for t in found), len(text)], strict=True)
    assert all(text[a:b].strip() == "" for a, b in gaps)
