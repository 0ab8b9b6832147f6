"""Which of several counts of one kind a count of another document stands against."""

from .made import findings

_FLOOD = "Floods hit the delta of Karn this week. "
_TOLL = "61 deaths and 340 injuries have been confirmed. "


def conflicts(a: str, b: str) -> set[str]:
    return {f.message for f in findings(a, b, opening=_FLOOD, days="2024-03-06") if f.relation == "conflicts"}


def test_a_count_beside_a_number_that_both_tell_is_not_another_count_of_its_kind() -> None:
    sick = "In Karn 1,120 people caught cholera, and there were 14 deaths."
    assert not any("61" in told for told in conflicts(_TOLL + sick, "1,120 people caught cholera, with 41 deaths."))


def test_it_is_where_the_other_document_has_none() -> None:
    assert any("61" in told for told in conflicts(_TOLL, "1,120 people caught cholera, with 41 deaths."))
