"""Of whom a claim is told: what is said of two subjects is no conflict, and a text that says both answers both."""

import pytest

import provenance
from provenance.matching.signature import subjects

OF_TWO = [
    ("Anna Berg, 81, niece of the late Otto Lind, died in Sarno on 14 February 2002.", "Otto Lind died in 1970."),
    ("Anna Berg, the sister of the mayor Karl Holm, was arrested on Monday.", "Karl Holm was arrested on Sunday."),
    ("Karl Holm's father, Otto, was born in Linz in 1931.", "Karl Holm was born in 1961."),
    ("Delmar, which bought Norvik in 2019, was founded in 1987.", "Norvik was founded in 1992."),
    ("Titan is 5,149 km in diameter, slightly larger than the planet Mercury.", "Mercury has a diameter of 4879 km."),
    ("The Norvik bridge is 640 metres long, longer than the bridge at Sarno.", "The bridge at Sarno is 520 m long."),
]
OF_ONE = [
    ("Anna Berg, 81, a former judge, died in Sarno on 14 February 2002.", "Anna Berg died in 1999."),
    ("Mayor Karl Holm was arrested on Monday.", "Karl Holm was arrested on Sunday."),
    ("Norvik, which Delmar bought in 2019, was founded in 1987.", "Norvik was founded in 1992."),
    ("Mercury is 5,149 km in diameter.", "Mercury has a diameter of 4879 km."),
]
TOLD_BOTH = [
    ("The road was closed on Friday. It reopened on Sunday.", "The road was closed."),
    ("The road was closed on Friday. It reopened on Sunday.", "The road reopened."),
    ("The court convicted Sand of fraud. It acquitted him of theft.", "The court acquitted Sand."),
    (
        "The company rejected the first bid of $20 million in May. In June it accepted a second one of $25 million.",
        "The company accepted a bid of $25 million.",
    ),
]


def relation(a: str, b: str) -> str:
    assert provenance.compare(a, b).relation == provenance.compare(b, a).relation
    return provenance.compare(a, b).relation


@pytest.mark.parametrize(("a", "b"), OF_TWO)
def test_what_is_told_of_two_subjects_is_no_conflict(a: str, b: str) -> None:
    assert relation(a, b) == "related"


@pytest.mark.parametrize(("a", "b"), OF_ONE)
def test_what_is_told_of_one_subject_is(a: str, b: str) -> None:
    assert relation(a, b) == "conflicts"


@pytest.mark.parametrize(("a", "b"), TOLD_BOTH)
def test_a_text_that_tells_both_agrees_with_either(a: str, b: str) -> None:
    assert relation(a, b) == "corroborates"


def test_two_reports_on_two_subjects_do_not_conflict() -> None:
    texts = {"a": OF_TWO[0][0], "b": OF_TWO[0][1]}
    documents = [provenance.read(t.encode(), id=i, media_type="text/plain") for i, t in texts.items()]
    assert "conflicts" not in {f.relation for f in provenance.review(documents).findings}


def test_more_than_a_number_compares_with_no_name() -> None:
    a, b = (
        provenance.extract(provenance.read(t.encode(), id="d", media_type="text/plain"))[0]
        for t in ("More than a dozen Delmar workers were hurt.", "Delmar said that 14 workers were hurt.")
    )
    assert not subjects.apart(a, b)
