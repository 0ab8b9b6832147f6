import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.marks import pairs


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “no” and left", ["“no”"]),
        ('He said "no" and "yes"', ['"no"', '"yes"']),
        ("the ‘old’ way (so they say)", ["‘old’", "(so they say)"]),
        ("“one “two” three", ["“two”"]),
        ("“He said ‘go’ twice”", ["‘go’", "“He said ‘go’ twice”"]),
        ("He said ''no'' and ``yes''", ["''no''", "``yes''"]),
        ("the militias’ men didn't", []),
        ('left open "here', []),
    ],
)
def test_pairs(text: str, inside: list[str]) -> None:
    assert [text[start:end] for start, end in pairs(text)] == inside


@given(st.text(alphabet="ab .“”\"'‘’()«»„["))
def test_ranges_stand_in_the_text(text: str) -> None:
    for start, end in pairs(text):
        assert 0 <= start < end - 1 < len(text)
