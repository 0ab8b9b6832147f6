"""Who won and who lost."""

import pytest

import provenance


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Castel Rovers won the final.", "Norrin United won the Cup final 2-1 against Castel Rovers.", "conflicts"),
        ("Castel Rovers won the final.", "Norrin United beat ten-man Castel Rovers in the final.", "conflicts"),
        ("Norrin United won the final.", "Norrin United beat Castel Rovers in the final.", "corroborates"),
        ("Arsova defeated Klein in the final.", "Klein was defeated by Arsova in the final.", "corroborates"),
        ("Norrin United won the final.", "The final: Norrin United won 2-1 against Castel Rovers.", "corroborates"),
    ],
)
def test_who_won_in_one_cannot_have_lost_in_the_other(a: str, b: str, relation: str) -> None:
    assert provenance.compare(a, b).relation == relation
    assert provenance.compare(b, a).relation == relation
