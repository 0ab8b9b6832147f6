"""Forms of words that no list knows meet in one base form."""

import pytest

from provenance.extraction.lexicon import base


@pytest.mark.parametrize(
    "forms",
    [
        ("concede", "concedes", "conceded", "conceding"),
        ("affiliate", "affiliates", "affiliated", "affiliating"),
        ("arrange", "arranges", "arranged", "arranging"),
        ("imagine", "imagines", "imagined", "imagining"),
        ("spot", "spots", "spotted", "spotting"),
        ("fill", "fills", "filled", "filling"),
        ("focus", "focused", "focusing"),
        ("course", "courses"),
        ("stage", "stages"),
        ("candle", "candles"),
        ("box", "boxes"),
    ],
)
def test_forms_of_one_word_meet(forms: tuple[str, ...]) -> None:
    assert {base(form) for form in forms} == {forms[0]}


@pytest.mark.parametrize(("one", "other"), [("hate", "hat"), ("rated", "rat"), ("taping", "tapping"), ("note", "not")])
def test_two_words_do_not(one: str, other: str) -> None:
    assert base(one) != base(other)
