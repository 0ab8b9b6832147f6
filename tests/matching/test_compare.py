"""Two statements side by side: what corroborates, what conflicts, what only looks alike."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance.model import Comparison

CASES = [
    ("About 350 thousand civilians live in the area", "350,000 civilians live in the area", "corroborates"),
    ("About 350 thousand civilians live in the area", "47,000 civilians live in the area", "conflicts"),
    (
        "At least 14 miners died when a tunnel collapsed at Orvane.",
        "The Orvane collapse killed 16 miners.",
        "corroborates",
    ),
    ("Police said nine people died in the Keld fire.", "Twelve people died in the Keld fire.", "conflicts"),
    (
        "The council accepted the plan for the bridge in Sabel.",
        "The council rejected the plan for the bridge in Sabel.",
        "conflicts",
    ),
    ("The army left the town of Merat on Monday.", "The army did not leave the town of Merat on Monday.", "conflicts"),
    (
        "Otto Kranz used to be Selma Brandt's supervisor, he said, but left months ago.",
        "Otto Kranz worked with Selma Brandt.",
        "corroborates",
    ),
    ("The truce in Dorna lasts two months.", "The truce in Dorna lasts six months.", "conflicts"),
]
SILENT = [
    ("About 350 thousand civilians live in the area", "47,000 civilians left the area"),
    ("Officials said 20 people were hurt in the ferry fire.", "The ferry fire left 20 dead."),
    ("Seven shells hit the old port of Velis.", "Seven civilians were killed in the old port of Velis."),
    ("Some 1,300 civilians are expected to leave Douma.", "More than 1,600 civilians have been killed in Douma."),
    ("The town of Adun has been under siege since 2013.", "The town of Adun has been under rebel control since 2013."),
]


def compare(a: str, b: str) -> Comparison:
    return provenance.compare(a, b)


@pytest.mark.parametrize(("a", "b", "relation"), CASES)
def test_states_the_relation(a: str, b: str, relation: str) -> None:
    assert compare(a, b).relation == relation


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_is_silent_on_look_alikes(a: str, b: str) -> None:
    assert compare(a, b).relation in ("related", "unrelated")


@pytest.mark.parametrize(("a", "b"), [(a, b) for a, b, _ in CASES] + SILENT)
def test_mirrors(a: str, b: str) -> None:
    forth, back = compare(a, b), compare(b, a)
    assert (forth.relation, forth.score) == (back.relation, back.score)
    mirrored = {(s.slot, s.verdict, s.a, s.b) for s in back.slots}
    assert {(s.slot, s.verdict, s.b, s.a) for s in forth.slots} == mirrored


@pytest.mark.parametrize("text", [a for a, _, _ in CASES])
def test_a_claim_corroborates_itself(text: str) -> None:
    assert compare(text, text).relation == "corroborates"


@pytest.mark.parametrize(("a", "b"), [(a, b) for a, b, _ in CASES])
def test_no_score_without_reasons(a: str, b: str) -> None:
    found = compare(a, b)
    assert found.slots
    assert all(s.reason for s in found.slots)
    assert 0 <= found.score <= 1


@given(st.integers(10, 5000), st.integers(1, 20))
@settings(max_examples=30, deadline=None)
def test_swapping_a_figure_for_an_incompatible_one_makes_a_conflict(x: int, factor: int) -> None:
    sentence = "{} villagers were killed in the flood at Lisk."
    other = x + max(5, x * factor // 4)
    assert compare(sentence.format(x), sentence.format(x)).relation == "corroborates"
    assert compare(sentence.format(x), sentence.format(other)).relation == "conflicts"


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_nothing_raises(a: str, b: str) -> None:
    assert compare(a, b).relation in ("corroborates", "conflicts", "supersedes", "related", "unrelated")


def test_what_befell_some_did_not_befall_all() -> None:
    some = "12 of the 300 passengers were killed in the crash at Lund on Monday."
    assert provenance.compare("300 passengers were killed in the crash at Lund on Monday.", some).relation == "related"
