"""Polarity and modality of clauses."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction.stance import Stance, judge
from provenance.extraction.stance import words as lists

CASES = Path(__file__).parent / "cases"
FEW = settings(max_examples=60, deadline=None)


def marked(text: str) -> tuple[str, int, int]:
    """The sentence without its marks, and the marked range (all of it where nothing is marked)."""
    start = text.find("[[")
    if start < 0:
        return text, 0, len(text)
    return text.replace("[[", "").replace("]]", ""), start, text.find("]]") - 2


def cases(name: str) -> list[tuple[str, str, str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]


def stance(text: str) -> Stance:
    return judge(*marked(text))


@pytest.mark.parametrize(("text", "polarity", "modality"), cases("stance.tsv"))
def test_polarity_of_own_cases(text: str, polarity: str, modality: str) -> None:
    assert stance(text).polarity == polarity


def test_modality_of_own_cases() -> None:
    wrong = [text for text, _, modality in cases("stance.tsv") if stance(text).modality != modality]
    assert len(wrong) <= 12, wrong


def test_cases_written_after_the_rules() -> None:
    """Idioms that no rule knows may be wrong; the share may not grow."""
    found = [(stance(text), polarity, modality) for text, polarity, modality in cases("stance_unseen.tsv")]
    assert sum(got.polarity != polarity for got, polarity, _ in found) <= 4
    assert sum(got.modality != modality for got, _, modality in found) <= 6


def test_cases_of_the_third_batch() -> None:
    """What is left was thought debatable: "called off", "without a deal being signed"."""
    found = [(stance(text), polarity, modality) for text, polarity, modality in cases("stance_unseen_2.tsv")]
    assert sum(got.polarity != polarity for got, polarity, _ in found) <= 2
    assert sum(got.modality != modality for got, _, modality in found) <= 3


def test_cases_of_the_fourth_batch() -> None:
    found = [(stance(text), polarity, modality) for text, polarity, modality in cases("stance_unseen_3.tsv")]
    assert sum(got.polarity != polarity for got, polarity, _ in found) <= 1
    assert sum(got.modality != modality for got, _, modality in found) <= 1


@pytest.mark.parametrize("name", ["stance_unseen_4.tsv", "stance_unseen_5.tsv"])
def test_cases_of_denials_and_what_only_looks_like_one(name: str) -> None:
    found = [(stance(text), polarity, modality) for text, polarity, modality in cases(name)]
    assert sum(got.polarity != polarity for got, polarity, _ in found) == 0
    assert sum(got.modality != modality for got, _, modality in found) <= 1


def test_a_clause_behind_something_set_apart_stands_on_its_own() -> None:
    text = "Talks may start after Mr Hill, the envoy, left the city."
    assert judge(text, text.index("after"), len(text)).modality == "asserted"


def test_deep_nesting_is_judged() -> None:
    text = "He said that " * 300 + "the ship did not sink."
    assert judge(text, text.index("the ship"), len(text)).polarity == "denied"


def test_reasons_name_the_rule_and_the_words() -> None:
    assert stance("The army did not deny that [[it fired]].").reasons == ("negation 'not'", "deny: stands under 'deny'")


def test_plain_assertion_needs_no_reason() -> None:
    assert stance("The council accepted the plan.") == Stance("affirmed", "asserted", ())


WORDS = st.sampled_from(sorted(lists.MARKERS | lists.LINKING | lists.BE | set(",.;?—“”'")))
SENTENCES = st.lists(WORDS, max_size=25).map(" ".join)


@FEW
@given(st.one_of(SENTENCES, st.text(max_size=80)), st.data())
def test_nothing_raises(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = judge(text, start, end)
    assert found.polarity in ("affirmed", "denied")
    assert all(found.reasons)


FIRST = st.sampled_from(
    (
        "The minister did not resign",
        "The airline denied that it owed money",
        "No one was hurt in the fire",
        "The army refused to leave",
        "The union plans to strike",
        "Doctors ruled out an infection",
        "Reports that the king had died were false",
        "Rain fell",
    )
)
CASE = st.sampled_from(
    [case for case in cases("stance.tsv") if "[[" not in case[0] and case[0][:4] == "The " and "?" not in case[0]]
)


@FEW
@given(FIRST, CASE)
def test_clause_with_its_own_subject_before_changes_nothing(first: str, case: tuple[str, str, str]) -> None:
    alone = case[0].replace("The ", "the ", 1)
    text = f"{first}, and {alone}"
    assert judge(text, len(first) + 6, len(text)).polarity == judge(case[0], 0, len(case[0])).polarity


def test_negation_in_the_second_sentence_of_a_quotation_denies_nothing_in_the_first() -> None:
    text = '"The director sold the bridge. He has shown little regret," judge Ana Ruiz said.'
    assert judge(text, 0, 55).polarity == "affirmed"
    assert judge(text, 31, 55).polarity == "denied"
    title = '"The council heard Mr. Ruiz and no other witness, and it closed."'
    assert judge(title, 0, len(title)) == judge(title.replace("Mr. ", "Mr "), 0, len(title) - 1)
