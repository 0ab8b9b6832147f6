"""Date lines and picture credits that a lost line break has joined to the first sentence are no part of its claims."""

import pytest

import provenance
from provenance.extraction import heads

HEADED = [
    ("Sun 05 Jul 2015 ", "22 people were killed in raids on Lisk"),
    ("Published July 5 2015 ", "Coalition aircraft struck Lisk"),
    ("Date of publication 3 June 2016 ", "Regime raids killed 30 people in Lisk"),
    ("04-04-2016 ", "Two people were killed in Lisk"),
    ("(AFP Photo) ", "At least 18 civilians were killed in Lisk"),
    ("- ", "Two people were killed in Lisk"),
    ("• (AFP Photo) ", "Two people were killed in Lisk"),
]


@pytest.mark.parametrize(("head", "told"), HEADED)
def test_claims_begin_after_the_head(head: str, told: str) -> None:
    (claim,) = provenance.extract(f"{head}{told}.")
    assert claim.span.quote == told
    assert claim.span.start == len(head)
    assert not claim.times


@pytest.mark.parametrize(
    "sentence",
    [
        "July 5 2015 was a quiet day in Lisk.",
        "On 5 May 2015 rebels took Lisk.",
        "5 May 2015 and 6 May 2015 were quiet in Lisk.",
        "At least 18 civilians were killed in Lisk.",
    ],
)
def test_a_date_of_the_sentence_stays(sentence: str) -> None:
    assert heads.length(sentence) == 0
