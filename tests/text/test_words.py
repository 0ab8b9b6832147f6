import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.words import differences, words


def test_words_keep_inner_marks() -> None:
    assert [word.text for word in words("He didn't pay $1,300.50 (3 %).")] == [
        "He", "didn't", "pay", "$", "1,300.50", "(", "3", "%", ")", ".",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ("a b c", "a b c", ()),
        ("a  b", "a b", ()),
        ("killed 42 men", "killed 43 men", ("“42” → “43”",)),
        ("did not fall", "did fall", ("“not” is not in the source",)),
        ("did fall", "did not fall", ("the source has “not” as well",)),
        ("one two three", "one six seven three", ("“two” → “six seven”",)),
    ],
)
def test_differences(before: str, after: str, changes: tuple[str, ...]) -> None:
    assert differences(before, after) == changes


@given(st.text(), st.text())
def test_no_difference_means_the_same_words(before: str, after: str) -> None:
    same = [word.text for word in words(before)] == [word.text for word in words(after)]
    assert (differences(before, after) == ()) == same
