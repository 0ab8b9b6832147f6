"""What happens once in a life, told otherwise by two documents: when, where, how many."""

import pytest

from . import made


def conflicts(a: str, b: str) -> list[str]:
    return made.conflicts(a, b, days=(None, None))


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (
            "Marta Lind was a chemist. She received the Hale Medal in 1967.",
            "Marta Lind changed how paper is made. She won the Hale Medal in 1976.",
            "award of",
        ),
        (
            "Marta Lind, the singer, has died. President Karl Holm gave her the Hale Medal in 2009.",
            "Marta Lind sang in 40 films. She received the Hale Medal in 2007.",
            "award of",
        ),
        (
            "Marta Lind (14 March 1921 – 2 November 2009) was a chemist.",
            "Marta Lind, the chemist, was born on 14 March 1923 in Velm.",
            "birth of",
        ),
        (
            "Marta Lind worked on fibres. She died in Orlo at the age of 88.",
            "Marta Lind, the chemist whose fibres changed paper, died at a nursing home in Keld aged 88.",
            "death of",
        ),
        (
            "Marta Lind, the chemist, died in Orlo at the age of 88.",
            "Marta Lind, who remade paper, died in Orlo on 2 November 2009 at 89.",
            "age at death of",
        ),
        (
            "Karl Holm was born in Velm, the second of four children of a miller.",
            "Born in Velm to a miller, Karl Holm was one of five children.",
            "",
        ),
        (
            "Brenn Foods sells soup in nine countries. The company was founded in 1968.",
            "Brenn Foods, founded in 1986, sells soup.",
            "founding of",
        ),
        (
            "In 1949 Marta Lind married the engineer Olof Ek.",
            "Marta Lind married Olof Ek in 1951, and they moved to Keld.",
            "",
        ),
        (
            "Marta Lind took her doctorate at Keld in 1951.",
            "Marta Lind was poor when she received a doctorate in 1953.",
            "degree of",
        ),
        (
            "Marta Lind became professor of chemistry at Keld University in 1959.",
            "Marta Lind was appointed professor of chemistry in 1961.",
            "post of",
        ),
    ],
)
def test_one_milestone_told_otherwise_is_a_conflict(a: str, b: str, told: str) -> None:
    assert [reason for reason in conflicts(a, b) if told in reason], (a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # another one of the sentence
        ("Karl Holm's parents died in 1987. He moved to Keld.", "Karl Holm died in 2019, his family said."),
        ("Marta Lind was a chemist. Her husband died in 1983.", "Marta Lind, the chemist, died in 2009."),
        ("A judge whom Karl Holm met was born in Velm.", "Karl Holm was born in Keld."),
        # another prize, another post
        ("Marta Lind won the Hale Medal in 1967.", "Marta Lind won the Torr Prize in 1976."),
        ("Marta Lind became dean of chemistry in 1959.", "Marta Lind became professor of physics in 1961."),
        # who is left of more, and an end of what began
        ("Marta Lind had three sons.", "Marta Lind, the chemist, is survived by two sons."),
        ("In 1963 Marta Lind married Olof Ek.", "Marta Lind's marriage to Olof Ek ended in divorce in 1971."),
        # one day in two precisions, a place in a country
        ("Marta Lind was born in 1921.", "Marta Lind was born on 14 March 1921."),
        ("Marta Lind was born in Velm, Sweden.", "Marta Lind was born in Sweden."),
        # one document tells both
        ("Marta Lind died in 1983. Other papers say that she died in 1985.", "Marta Lind died in 1985."),
    ],
)
def test_what_is_no_milestone_of_one_life_is_none(a: str, b: str) -> None:
    assert not [reason for reason in conflicts(a, b) if " of “" in reason]


def test_a_family_name_that_opens_a_later_sentence_is_that_of_the_person_told_of() -> None:
    life = "Marta Elisabeth Lind was born in Velm. Lind moved to Keld. President Holm gave her the Hale Medal in 1967."
    told = conflicts(life, "Marta Lind, the chemist, received the Hale Medal in 1976.")
    assert [reason for reason in told if "“Marta Elisabeth Lind”" in reason]


def test_a_family_name_alone_is_not_one_life_in_two_stories() -> None:
    bridge = "The mayor of Keld opened a new bridge over the Orr on Monday. Traffic flowed by noon.\n\n" * 4
    albums = "Two albums of folk songs came out in spring to praise from critics. Both sold well.\n\n" * 4
    one, other = "{} was awarded the Hale Medal in 1971.", "In 1986 {} was given the Hale Medal, as few have been."
    assert not conflicts(bridge + one.format("Lind"), albums + other.format("Lind"))
    assert conflicts(bridge + one.format("Marta Lind"), albums + other.format("Marta Lind"))
