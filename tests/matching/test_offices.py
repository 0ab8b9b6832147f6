"""Who holds an office, how old somebody is: named otherwise in two reports of one story."""

import pytest

import provenance
from provenance.matching.signed import signed_documents

from .made import conflicts

_POOL = "The pool in Marl will close after the summer, the council said. "


def clashes(a: str, b: str, opening: str = _POOL, days: tuple[str, str] = ("2024-03-01", "2024-03-02")) -> list[str]:
    return [reason for reason in conflicts(a, b, opening=opening, days=days) if " here, " in reason]


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("Mayor Anna Berg praised the vote.", "The mayor, Karl Holm, praised the vote.", "the mayor is"),
        ("Judge Peter Sand threw out the suit.", "Judge Paula Sand threw out the suit.", "the judge is"),
        (
            "It needs cash, chief executive Marta Holm said.",
            "Robin Holm, the chief executive, left.",
            "executive",
        ),
        ("Energy minister Clara Venn came.", "Clara Venn, the environment minister, came.", "“Clara Venn” is energy"),
        ("Police arrested a 29-year-old man.", "A woman of 29 is being held.", "a man of 29 here"),
        (
            "Mayor Anna Berg praised the vote.",
            "Deputy mayor Anna Berg praised it.",
            "is mayor here, deputy mayor there",
        ),
        ("Headmaster Karl Holm praised the vote.", "The headteacher, Anna Berg, praised it.", "the headteacher is"),
        ("It was opened by Anna Berg, the spa's medical director.", "Medical director Karl Holm opened it.", "medical"),
    ],
)
def test_what_one_story_has_one_of(a: str, b: str, told: str) -> None:
    assert any(told in reason for reason in clashes(a, b))
    assert len(clashes(b, a)) == len(clashes(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Mayor Anna Berg praised the vote.", "Former mayor Karl Holm praised the vote."),
        ("Mayor Anna Berg praised the vote.", "Mayor Karl Holm met mayor Anna Berg."),
        ("Manager Carlo Sand left.", "Manager Peter Toll left."),
        ("Deputy mayor Anna Berg praised the vote.", "Deputy mayor Karl Holm praised the vote."),
        ("Deputy police chief Anna Berg came.", "Police chief Karl Holm came."),
        ("Energy minister Clara Venn came.", "Health minister Paul Reed came."),
        ("Dora Lund, 44, was in court.", "Peter Lund, 46, was in court."),
        ("Police arrested a 29-year-old man.", "A woman of 31 is being held."),
        ("Police arrested a 29-year-old man.", "A 29-year-old man and a 29-year-old woman were held."),
    ],
)
def test_two_people_or_two_offices_are_no_clash(a: str, b: str) -> None:
    assert clashes(a, b) == []


def test_offices_change_hands_and_people_grow_older() -> None:
    texts = "Mayor Anna Berg praised the vote.", "Mayor Karl Holm praised the vote."
    assert clashes(*texts, days=("2021-03-01", "2024-03-01")) == []


def test_an_age_that_two_claims_give_otherwise_is_told_once() -> None:
    texts = ("Rehm, 58, was found guilty on 14 of 17 counts.", "Rehm, 59, was convicted on 14 counts.")
    documents = [provenance.read(t.encode(), id=i, media_type="text/plain") for i, t in zip("ab", texts, strict=True)]
    assert [f.relation for f in provenance.review(documents).findings if f.relation == "conflicts"] == ["conflicts"]


def test_minutes_behind_a_name_are_no_age() -> None:
    goals = "Goals from Leo Marrick (78, 112) gave Norrin a 2-1 victory after extra time."
    assert clashes(goals, "Leo Marrick, 19, equalized and headed the winner.") == []


def test_where_one_document_gives_no_office_or_age_the_other_is_not_read_for_them() -> None:
    texts = {"a": "Mayor Anna Berg praised the vote.", "b": "Anna Berg praised the vote in Marl."}
    documents = [provenance.read(text.encode(), id=name, media_type="text/plain") for name, text in texts.items()]
    a, b = signed_documents(documents, [claim for d in documents for claim in provenance.extract(d)]).values()
    assert not b.people
    assert a.beside(b, "people") == b.beside(a, "people") == ((), ())
    assert "people" not in vars(a)
    assert [person.head for person in a.people] == ["mayor"]
