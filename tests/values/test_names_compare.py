import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import NameMatch
from provenance.values import names

ROWS = (Path(__file__).parent / "cases" / "names.tsv").read_text(encoding="utf-8").splitlines()[1:]
CASES = [tuple(row) for row in csv.reader(ROWS, delimiter="\t")]
VOCABULARY = (
    "al-Dumayr Al Dumair Jaish Martyr Ahmed Muhammad North Eastern Lt. Jr. 44 First ISIS bin Karim , - ' Ghouta الضمير"
)
WORDS = st.sampled_from(VOCABULARY.split())
NAMES = st.one_of(st.text(max_size=30), st.lists(WORDS, min_size=1, max_size=5).map(" ".join))


@pytest.mark.parametrize(("a", "b", "expected", "why"), CASES)
def test_labelled_pair(a: str, b: str, expected: str, why: str) -> None:
    match = names.compare(a, b)
    assert match.same == (expected == "same"), (why, match)


def test_there_are_enough_labelled_pairs() -> None:
    assert len(CASES) >= 80
    assert {expected for _, _, expected, _ in CASES} == {"same", "different"}


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        ("Rami Aldar", "Rami Aldar", "identical"),
        ("al-Dumayr", "Al Dumayr", "same letters"),
        ("Jaish al-Islam", "Jaysh al-Islam", "same skeleton"),
        ("ISIS", "Daesh", "alias of Islamic State"),
        ("North Korea", "South Korea", "opposite compass"),
        ("Ali Harb Jr.", "Ali Harb Sr.", "opposite generation"),
        ("Brigade 44", "Brigade 45", "different numbers"),
        ("Niger", "Nigeria", "known to be different"),
        ("Bank of Georgia", "Government of Georgia", "different kinds of body"),
        ("Hassan Nasrallah", "Hussein Nasrallah", "words known to be different"),
        ("Kovrin Dell", "Kovrin Marsh", "different words"),
        ("Rahiba", "Ruhaybah", "spelling variants"),
        ("NBCT", "National Bank of Central Tunisia", "acronym of the long form"),
        ("Raqqa", "Homs Gulf Moon", "nothing alike"),
        ("...", "Homs", "no letters to compare"),
        ("Shell", "Shull", "words of settled spelling"),
        ("Tolmet", "Tolnet", "letters that no spelling exchanges"),
        ("NBC", "CBC", "other letters in an acronym"),
        ("President Denholt", "Denholt Foundation", "a person and something else"),
    ],
)
def test_each_answer_names_its_rule(a: str, b: str, rule: str) -> None:
    (reason,) = names.compare(a, b).reasons
    assert reason.startswith(rule)


def test_a_reason_shows_both_values_in_the_order_asked() -> None:
    assert names.compare("Brigade 45", "Brigade 44").reasons == ("different numbers: “45” / “44”",)
    assert names.compare("Brigade 44", "Brigade 45").reasons == ("different numbers: “44” / “45”",)


def test_a_veto_weighs_more_than_likeness() -> None:
    apart = names.compare("Eastern Ghouta", "Western Ghouta").score
    assert apart < 0.3 < names.compare("Eastern Ghouta", "Eastern Ghoutah").score


@given(NAMES, NAMES)
@settings(max_examples=200, deadline=None)
def test_compare_is_symmetric_and_bounded(a: str, b: str) -> None:
    there, back = names.compare(a, b), names.compare(b, a)
    assert (there.score, there.same) == (back.score, back.same)
    assert 0.0 <= there.score <= 1.0
    assert there.reasons


@given(NAMES.filter(bool))
@settings(max_examples=100, deadline=None)
def test_a_name_is_itself(name: str) -> None:
    match = names.compare(name, name)
    assert isinstance(match, NameMatch)
    assert match.same
    assert match.score == 1.0


@given(NAMES, st.sampled_from(["Mr. ", "Dr. ", "Gen. "]))
@settings(max_examples=60, deadline=None)
def test_only_identical_names_score_one(name: str, title: str) -> None:
    assert names.compare(name, title + name).score < 1.0


@given(st.text(min_size=300, max_size=2000))
@settings(max_examples=15, deadline=None)
def test_long_text_is_no_trouble(text: str) -> None:
    assert names.compare(text, text[::-1] + "x").score <= 1.0


def test_a_longer_name_is_not_called_a_spelling_of_the_shorter() -> None:
    assert names.compare("Rosa Almeida", "Almeida").reasons[0].startswith("one name within the other")
    assert not names.compare("Muhammad Alush", "Mohammed Alloush").reasons[0].startswith("one name within the other")


@pytest.mark.parametrize("other", ["Mara Holm", "M. Holm", "Marah Holm", "Tarn Holm", "Lissen", "MH", ""])
def test_are_same_says_what_compare_says(other: str) -> None:
    for a, b in (("Mara Holm", other), (other, "Mara Holm")):
        assert names.are_same(a, b) == names.compare(a, b).same
