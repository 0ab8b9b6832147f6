"""What a story tells once: how a vote went, in what time somebody won, which place or title it is."""

from datetime import date

import pytest

import provenance

from .made import conflicts

VOTE = "The city council of Ostrava Bay on Monday approved a tram line to the harbour by 31 votes to 12."


def test_two_tallies_of_one_vote_conflict() -> None:
    other = "Ostrava Bay's council on Monday voted 29-14 in favour of the tram line to the harbour."
    ways = ("“31 votes to 12” here, “29-14” there", "“29-14” here, “31 votes to 12” there")
    assert any(f"the vote: {way}" in m for m in conflicts(VOTE, other) for way in ways)


def test_one_tally_in_two_forms_is_no_conflict() -> None:
    other = "Ostrava Bay's council on Monday voted 31-12 in favour of the tram line to the harbour."
    assert not conflicts(VOTE, other)


def test_a_text_that_tells_of_another_vote_too_does_not_clash() -> None:
    other = (
        "Ostrava Bay's council on Monday voted down a motion to put off the tram line 33-10. "
        "It then approved the line to the harbour 31-12."
    )
    assert not any("the vote" in m for m in conflicts(VOTE, other))


def test_two_ranks_of_one_team_conflict() -> None:
    one = "Tarn Rowers beat Elm Harbour by two lengths on Saturday and are now second in the table."
    other = "Tarn Rowers moved up to fourth place on Saturday after they beat Elm Harbour by two lengths."
    assert any("the place taken" in m for m in conflicts(one, other))


def test_a_title_is_the_third_or_the_second() -> None:
    one = "Lena Brok won the Alster regatta on Sunday for the third time, ahead of Ines Moll."
    other = "Lena Brok finished ahead of Ines Moll in the Alster regatta on Sunday. It was the second title for Brok."
    assert any("how often" in m for m in conflicts(one, other))


def test_results_of_two_days_are_two_matches() -> None:
    one = "Tarn Rovers beat Elm Harbour 3-1 in the cup final on Sunday."
    other = "Tarn Rovers won the cup final. Elm Harbour had beaten Tarn Rovers 2-0 in January."
    assert not conflicts(one, other)


def test_one_streak_in_two_wordings_agrees() -> None:
    texts = (
        "Tarn Rovers won on Saturday. It was the fourth win in a row for Rovers, who are now fifth in the table.",
        "Tarn Rovers climbed to fifth place on Saturday with their fourth straight victory.",
    )
    documents = [
        provenance.read(t.encode(), id=str(n), media_type="text/plain", published=date(2024, 3, 5))
        for n, t in enumerate(texts)
    ]
    found = [f for f in provenance.review(documents).findings if f.relation == "corroborates"]
    assert any("fourth win" in f.a.quote and "fourth straight" in f.b.quote for f in found)


COURT = "The trial of the banker Otto Lind ended in Marl on Tuesday. "
FIRM = "Sand Paper and Tarn Mills agreed to merge on Tuesday. "


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (
            COURT + "He was found guilty on all nine counts.",
            COURT + "Lind was convicted on six of nine charges.",
            "guilt",
        ),
        (
            FIRM + "The board of Tarn backed it unanimously.",
            FIRM + "The board of Tarn was split over it.",
            "all agreed",
        ),
        (
            FIRM + "They will form the second-largest paper maker in Europe.",
            FIRM + "They will form the biggest paper group in Europe.",
            "the rank among the largest",
        ),
    ],
)
def test_a_trial_a_board_and_a_rank_are_told_once(a: str, b: str, told: str) -> None:
    assert any(told in reason for reason in conflicts(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (COURT + "He was found guilty on nine counts.", COURT + "Lind was convicted on all nine charges."),
        (
            FIRM + "They form the largest paper maker in Europe.",
            FIRM + "They form one of the largest paper makers there.",
        ),
        (FIRM + "They form the largest paper maker in Europe.", FIRM + "They form the second-largest bank in Europe."),
    ],
)
def test_what_agrees_or_ranks_others_does_not(a: str, b: str) -> None:
    assert not any("guilt" in reason or "the rank" in reason for reason in conflicts(a, b))


def test_a_vote_told_in_two_clauses_is_a_vote_and_a_rise_from_65_to_67_is_none() -> None:
    rise = "The council voted to raise the fee from 65 to 67 crowns."
    assert not any("the vote" in reason for reason in conflicts(VOTE, VOTE.split(" by 31")[0] + ". " + rise))
    other = "Ostrava Bay's council decided on the tram line on Monday: 29 members voted in favour and 14 against."
    assert any("the vote" in reason for reason in conflicts(VOTE, other))


@pytest.mark.parametrize(
    ("a", "b", "clash"),
    [
        ("Velm Rovers won their fifth game in a row.", "Velm Rovers have now won four matches running.", True),
        ("Velm Rovers won their fifth game in a row.", "Velm Rovers have now won five straight matches.", False),
        (
            "The population of Norrland fell for the fourth year in a row.",
            "Norrland has shrunk for five years running.",
            True,
        ),
    ],
)
def test_how_often_in_a_row(a: str, b: str, clash: bool) -> None:
    opening = "Velm Rovers are top of the league, and the county of Norrland is shrinking.\n\n"
    assert any("in a row" in reason for reason in conflicts(opening + a, opening + b)) == clash
