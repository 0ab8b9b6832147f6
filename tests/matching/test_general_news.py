"""Happenings of courts, firms, sport and accidents: the word lists know them as they know those of wars."""

import pytest

import provenance
from provenance.extraction.lexicon import rows

PAIRS = [
    (
        "Delmar Lines was fined $1.2 million in 2021.",
        "Delmar Lines paid a fine of 1.2 million dollars in 2021.",
        "corroborates",
    ),
    ("The jury found Ivo Novak guilty of fraud.", "The jury acquitted Ivo Novak of fraud.", "conflicts"),
    ("The jury found Ivo Novak guilty of fraud.", "Ivo Novak was cleared of fraud by the jury.", "conflicts"),
    ("The concert was cancelled because of the storm.", "The concert went ahead despite the storm.", "conflicts"),
    (
        "The concert was cancelled because of the storm.",
        "Organisers called off the concert because of the storm.",
        "corroborates",
    ),
    ("Norvik Bank posted a net profit of €310 million.", "Norvik Bank made a loss of 310 million euros.", "conflicts"),
    ("Chief executive Tom Barr resigned.", "Tom Barr said he would stay on as chief executive.", "conflicts"),
    ("The plant will close in March.", "The plant will stay open, the company said.", "conflicts"),
    (
        "The central bank cut interest rates on Thursday.",
        "The central bank raised interest rates on Thursday.",
        "conflicts",
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS)
def test_happenings_of_general_news_meet_or_clash(a: str, b: str, relation: str) -> None:
    assert provenance.compare(a, b).relation == relation


def test_what_someone_is_left_or_found_is_what_happened() -> None:
    frames = [
        provenance.extract(text)[0].frame
        for text in (
            "The storm left 30 people missing.",
            "The flood left 300 people homeless.",
            "Rescuers found five dead dogs.",
        )
    ]
    assert [f.family for f in frames] == ["MISSING", "FLEE", "DISCOVER"]


def test_words_of_one_meaning_speak_of_one_thing() -> None:
    said = "The company employs 5,200 people in Leeds.", "The firm has a workforce of 5,200 in Leeds."
    plain = "The film earned $45 million in its first weekend.", "The movie took in 45 million dollars at the weekend."
    assert provenance.compare(*said).relation == provenance.compare(*plain).relation == "corroborates"


def test_a_word_stands_in_one_group_of_synonyms() -> None:
    groups = [row[0].split() for row in rows("synonyms.tsv")]
    together = [word for group in groups for word in group]
    assert len(together) == len(set(together))
    assert all(len(group) > 1 for group in groups)
