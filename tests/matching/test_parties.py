"""Who is on which side of what goes one way, in other words and in clauses with insertions."""

import pytest

import provenance


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The shipping company Norvik said on Monday that it had agreed to buy the ferry line Seaway from its owner "
            "Dahl Holding for 90 million euros.",
            "Dahl Holding is buying Seaway from Norvik.",
        ),
        (
            "Harbour Books, the publisher that found the poet Mia Lorn, is owned by the magazine owner Argent, which "
            "also prints a weekly.",
            "Harbour Books owns Argent.",
        ),
        (
            "The city museum of Tolm has sold its only drawing by Piet Aalders to the Crane Foundation for two million "
            "dollars.",
            "The Crane Foundation sold a drawing by Piet Aalders to the city museum of Tolm.",
        ),
        (
            "Ministers signed a contract on Friday under which Ostia will supply Belland with natural gas for ten "
            "years, which will reduce the use of coal.",
            "Belland will supply gas to Ostia.",
        ),
        (
            "The mayor of Lindau, Rosa Feld, won a second term on Sunday, beating the lawyer Karl Ruge, who conceded "
            "before midnight.",
            "Karl Ruge was elected mayor of Lindau.",
        ),
    ],
)
def test_exchanged_sides_clash(text: str, statement: str) -> None:
    assert provenance.compare(text, statement).relation == "conflicts"
    assert provenance.compare(statement, text).relation == "conflicts"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The city museum of Tolm has sold its only drawing by Piet Aalders to the Crane Foundation for two million "
            "dollars.",
            "The Crane Foundation has bought a drawing by Piet Aalders.",
        ),
        ("The striker's two goals let Ravna beat Dolsk 2-0 on Sunday.", "Dolsk lost to Ravna."),
        (
            "Norvik said it would lend its ship to Dahl Holding for a year.",
            "Dahl Holding will borrow a ship from Norvik.",
        ),
    ],
)
def test_one_relation_told_from_its_other_side_is_no_conflict(text: str, statement: str) -> None:
    assert provenance.compare(text, statement).relation == "corroborates"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Eight hikers who were feared dead after a rockfall at Mount Orvan have been found alive in a hut, where "
            "they had sheltered for two days.",
            "Eight hikers were killed by a rockfall at Mount Orvan.",
        ),
        (
            "The weir on the lower Aune, which campers occupied for a month last summer, will be removed by 2031 so "
            "that trout can return.",
            "The weir on the lower Aune will be rebuilt by 2031.",
        ),
        (
            "The treaty banning land mines, signed in Calgary in 2004 by 80 states, was discussed at a meeting in "
            "Malmo on Monday.",
            "The treaty banning land mines was signed in Malmo.",
        ),
        (
            "Jon Aker, the first to row around the island alone, died on Sunday in a hospital in Tolm after a long "
            "illness, his son said.",
            "Jon Aker was killed in a climbing accident.",
        ),
        ("The Danish runner Ida Holm won the marathon in Tolm on Sunday.", "Ida Holm is a Norwegian runner."),
    ],
)
def test_what_excludes_it_is_seen_across_insertions_and_beliefs(text: str, statement: str) -> None:
    assert provenance.compare(text, statement).relation == "conflicts"


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The ferry left Port Amsel for Tolm on 3 May with 200 lorries on board, a day later than planned.",
            "The ferry left Tolm for Port Amsel.",
        ),
        (
            "Ida Holm, who grew up in Tolm, interviewed Piet Aalders for the weekly Morgon in the year of his death.",
            "Piet Aalders interviewed Ida Holm.",
        ),
        (
            "President Lima forgot to sign the budget law before he flew to Japan, his office said on Monday.",
            "President Lima signed the budget law.",
        ),
        (
            "There is no evidence that Rosa Feld stole the ring, the court in Lindau found on Friday.",
            "Rosa Feld stole the ring.",
        ),
        (
            "The weekly Morgon, founded in Bergen in 1902, moved to Oslo in 1950 and now sells 60,000 copies.",
            "The weekly Morgon was founded in Oslo.",
        ),
        (
            "The tower on Orvan Hill, completed in 1976, will be closed from October because of cracks in its pillars.",
            "The tower on Orvan Hill was completed in 1967.",
        ),
    ],
)
def test_what_a_statement_says_is_met_where_the_text_says_it(text: str, statement: str) -> None:
    assert provenance.compare(text, statement).relation == "conflicts"


def test_a_person_may_die_of_an_illness_after_surviving_an_accident() -> None:
    text = "Jon Aker, who survived a plane crash in 1990, died on Sunday of cancer in a hospital in Tolm."
    assert provenance.compare(text, "Jon Aker died of an illness.").relation != "conflicts"


def test_a_name_in_common_is_no_agreement() -> None:
    text = (
        "The shipping company Norvik said on Monday that it had agreed to buy the ferry line Seaway from its owner "
        "Dahl Holding for 90 million euros."
    )
    assert provenance.compare(text, "Norvik runs a school for stewards.").relation in ("related", "unrelated")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The quarrel began when the bishop refused to take part in the survey of the parishes.",
            "The quarrel stems from the bishop's initial refusal to take part in the survey of the parishes.",
        ),
        (
            "The other 18 people in the building, two visitors among them, escaped without injury, Aker said.",
            "The other 18 people in the building were not injured, Aker said.",
        ),
        (
            "Deputy Police Chief Ida Holm said the exercise went well, but for the radio link between the towns.",
            "Police Deputy Chief Ida Holm said the exercise went well.",
        ),
    ],
)
def test_two_wordings_of_one_denial_or_office_are_no_conflict(a: str, b: str) -> None:
    assert provenance.compare(a, b).relation != "conflicts"
