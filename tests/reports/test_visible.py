from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.reports.visible import one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "⟦U+001B⟧[31mred"),
        ("a\u202eb\u202c", "a⟦U+202E⟧b⟦U+202C⟧"),
        ("4\u200b2", "4⟦U+200B⟧2"),
        ("a\r\nb\rc", "a\nb⟦U+000D⟧c"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("end of a page\n\fnext", "end of a page\n\nnext"),
        ("half \ud83d", "half ⟦U+D83D⟧"),
        ("\U000e0041", "⟦U+E0041⟧"),
        ("می‌خواهم 👩‍🚒 \ufffd", "می‌خواهم 👩‍🚒 \ufffd"),
    ],
)
def test_hidden_characters_are_named(text, shown):
    assert visible(text) == shown


@given(st.text(st.characters(categories=None)))
def test_the_outcome_encodes_and_holds_no_control(text):
    shown = visible(text)
    shown.encode()
    assert visible(shown) == shown
    assert not [c for c in shown if category(c) == "Cc" and c not in "\n\t"]
    assert not set(shown) & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text())
def test_one_line_is_one_line(text):
    assert len((one_line(text) + "x").splitlines()) == 1
