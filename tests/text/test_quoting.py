"""Words quoted inside messages and reasons."""

import pytest

from provenance.text.quoting import quoted, unpaired


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("60\N{NO-BREAK SPACE}tonnes", "“60 tonnes”"),
        ("the mayor's deputy", "“the mayor's deputy”"),
        ("two\nlines", "“two lines”"),
        ("“We have paid”", "“We have paid”"),
    ],
)
def test_words_stand_in_one_pair_of_marks_on_one_line(words: str, shown: str) -> None:
    assert quoted(words) == shown


@pytest.mark.parametrize(
    ("reason", "left"),
    [
        ("“17” and “19”: two exact values that differ", "two exact values that differ"),
        ("“19” and “17”: two exact values that differ", "two exact values that differ"),
        ("“170” and “19”: two exact values that differ", "“170” and “19”: two exact values that differ"),
    ],
)
def test_values_shown_beside_a_reason_are_not_told_again(reason: str, left: str) -> None:
    assert unpaired(reason, "17", "19") == left


def test_a_name_on_both_sides_needs_no_reason_beside_it() -> None:
    assert unpaired("“Keld” on both sides", "Keld", "Keld") == ""
    assert unpaired("“Keld” on both sides; one is inherited", "Keld", "Keld") == "one is inherited"
