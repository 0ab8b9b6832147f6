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
    ("The court refused Holm bail.", "The court gave Holm bail.", "conflicts"),
    ("The council deferred a decision on the petition.", "The council rejected the petition.", "conflicts"),
    ("Badge holders remain exempt from the charge.", "Badge holders will have to pay the charge.", "conflicts"),
    ("Torp shrank by 2.6 percent.", "The population of Torp changed by -2.6%.", "corroborates"),
    ("Torp grew by 2.6 percent.", "The population of Torp changed by -2.6%.", "conflicts"),
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
    groups = [part.split("=") for _, words in rows("thesaurus.tsv") for part in words.split() if "=" in part]
    together = [word for group in groups for word in group]
    assert len(together) == len(set(together))
    assert all(len(group) > 1 for group in groups)


SAME_STORY = [
    # One number that is hardly so by chance joins what no list knows to be one.
    (
        "The printer Lanfeld will cut 1,450 jobs in Korsby.",
        "Lanfeld said 1,450 posts would go at its works in Korsby.",
        "corroborates",
    ),
    # A ban denies what it bars from, not itself.
    (
        "The league banned Viktor Hale from all grounds for ten years.",
        "The league barred Viktor Hale from entering any ground for ten years.",
        "corroborates",
    ),
    # Beside a fine that agrees, two terms do not.
    (
        "Ida Krone was sentenced to four years in prison and fined 20,000 euros on Tuesday.",
        "Ida Krone was sentenced to six years in jail and fined 20,000 euros on Tuesday.",
        "conflicts",
    ),
]


@pytest.mark.parametrize(("a", "b", "relation"), SAME_STORY)
def test_reports_of_one_story_meet_or_clash(a: str, b: str, relation: str) -> None:
    head = "# Lanfeld, Dunmore, Hale, Krone and the Verin bridge in Korsby\n\n"
    documents = [
        provenance.read((head + text + "\n").encode(), id=name, published="2024-05-07", media_type="text/markdown")
        for name, text in (("a", a), ("b", b))
    ]
    told = {f.relation for f in provenance.review(documents).findings if f.b is not None}
    assert relation in told


def test_staying_and_rising_say_how_a_charge_moves_and_not_what_is_charged() -> None:
    found = provenance.compare(
        "The toll on the bridge will stay at two euros.", "The toll on the bridge rises to five euros."
    )
    assert found.relation in ("conflicts", "supersedes")


def test_what_a_named_source_says_is_worth_checking_whatever_it_tells_of() -> None:
    assert [c.span.quote for c in provenance.extract("The union said it had not been consulted.")] == [
        "it had not been consulted"
    ]


def test_who_was_killed_and_was_not_armed_was_killed_and_had_no_gun() -> None:
    chief = (
        "Police shoot man after chase in Velby\n\nA police officer shot and killed a 31-year-old man in Velby on "
        "Sunday night after a car chase, the police chief, Ann Roe, said.\n\nThe man, Owen Tarr, had a knife in hand "
        "when he got out of the car, Roe said. He died at the scene.\n"
    )
    family = (
        "Family: Tarr was unarmed\n\nOwen Tarr, the 31-year-old killed by police on Sunday, was not armed, his "
        "family's lawyer, Joan Pike, said on Monday.\n\nPolice chief Ann Roe said the officer was still on duty.\n"
    )
    documents = [
        provenance.read(text.encode(), id=name, published=day, media_type="text/plain", title=text.split("\n")[0])
        for name, text, day in (("a", chief, "2024-05-06"), ("b", family, "2024-05-07"))
    ]
    told = [(f.relation, f.a.quote) for f in provenance.review(documents).findings if f.b is not None]
    assert not [quote for relation, quote in told if relation == "conflicts" and "killed" in quote]
    assert not [quote for relation, quote in told if relation == "corroborates" and "knife" in quote]


def test_a_word_that_one_side_denies_is_a_clash_whatever_it_means() -> None:
    documents = [
        provenance.read(text.encode(), id=name, published="2024-05-07", media_type="text/plain")
        for name, text in (
            (
                "a",
                "Thieves took a portrait by Jan Orl from the museum.\n\nThe portrait is insured, its director said.\n",
            ),
            (
                "b",
                "A portrait by Jan Orl is gone from the museum.\n\nThe portrait was not insured, a councillor said.\n",
            ),
        )
    ]
    told = [f for f in provenance.review(documents).findings if f.relation == "conflicts"]
    assert [sorted("not insured" in s.quote for s in (f.a, f.b) if s) for f in told] == [[False, True]]


def test_an_age_agrees_whatever_its_bearer_denies() -> None:
    found = provenance.compare("Mayor Ida Krone, 58, took bribes.", "The 58-year-old mayor Ida Krone will not resign.")
    assert found.relation != "conflicts"
