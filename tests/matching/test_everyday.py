"""Small causes of misses and false alarms in everyday news, each with the shortest pair of reports that shows it."""

from datetime import date

import pytest

import provenance

from .made import findings


def relations(a: str, b: str) -> set[tuple[str, str, str]]:
    """The relations that a review of two reports of one day tells, with both passages."""
    return {(f.relation, f.a.quote, f.b.quote) for f in findings(a, b) if f.relation and f.b}


def told(a: str, b: str) -> set[str]:
    """The same, the relations alone."""
    return {relation for relation, *_ in relations(a, b)}


def test_two_datelines_are_not_two_places() -> None:
    a = "MALVIK, March 5 (Coast News) - A court on Tuesday ordered Harl Glass to pay 3.2 million euros to its bottlers."
    b = "OSTERSUND (Inland Post) - A court ordered Harl Glass on Tuesday to pay its bottlers 4.1 million euros."
    assert "conflicts" in told(a, b)


def test_a_plant_opened_long_ago_and_shut_now_is_no_conflict() -> None:
    a = "Harl Glass shuts its Malvik plant."
    b = "Harl Glass will close a plant in the south. The Malvik plant of Harl Glass, opened in 1974, makes bottles."
    assert "conflicts" not in told(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The sea wall at Malvik held, the mayor said.", "The sea wall at Malvik had burst, residents said."),
        ("The Malvik clinic was evacuated after the quake.", "The Malvik clinic stayed open after the quake."),
    ],
)
def test_what_cannot_both_be_conflicts(a: str, b: str) -> None:
    opening = "A quake shook Malvik on Tuesday. "
    assert "conflicts" in told(opening + a, opening + b)


def test_a_figure_compared_with_last_year_is_of_today() -> None:
    a = "Bread in Lund was 5.1 percent dearer than a year ago, the statistics office said on Tuesday."
    (claim,) = provenance.extract(a, published=date(2024, 3, 5))
    from provenance.matching.signature import dated

    assert [d[0] for d in dated.days([claim], date(2024, 3, 5))] == []


def test_a_date_that_opens_the_sentence_makes_no_long_total_of_its_second_clause() -> None:
    a = "Profit fell to 40 million euros from 51 million in May of last year, while sales at Harl rose 5 percent."
    b = "Sales at Harl rose 3 percent, while profit fell to 40 million euros."
    assert any(r == "conflicts" and "5 percent" in x + y for r, x, y in relations(a, b))


def test_a_letter_is_no_let() -> None:
    (claim,) = provenance.extract("Critics sent 3,300 letters to the council of Lund.")
    assert claim.frame.family == ""


def test_savings_are_not_saved() -> None:
    (claim,) = provenance.extract("At least 340 pensioners in Lund lost part of their savings.")
    assert claim.frame.family != "RESCUE"


def test_found_guilty_however_long_the_name() -> None:
    (claim,) = provenance.extract("A jury found the former deputy treasurer Jon Falk guilty of theft.")
    assert claim.frame.family == "CONVICT"


def test_a_clause_that_denies_an_arrest_denies_no_death() -> None:
    a = "Three people lost their lives in the fire on Mill Street in Lund, the fire service said on Tuesday."
    b = "Lund police have made no arrests over the fire on Mill Street that killed three people, they said on Tuesday."
    assert "corroborates" in told(a, b)


def test_nations_are_countries() -> None:
    a, b = "Runners from 70 countries took part in the Lund marathon.", "People from 70 nations ran the Lund marathon."
    assert "corroborates" in told(a, b)


def test_residents_who_were_moved_left_their_homes() -> None:
    a = "The Sava flooded Lund on Tuesday. Some 8,500 residents were moved to schools."
    b = "The Sava flooded Lund on Tuesday. About 8,500 people had to leave their homes."
    assert any(r == "corroborates" and "8,500" in x + y for r, x, y in relations(a, b))


def test_a_man_and_a_woman_of_one_age_agree_on_nothing() -> None:
    a = "A fire destroyed the mill at Lund on Tuesday. A 29-year-old man was arrested on Tuesday."
    b = "A fire destroyed the mill at Lund on Tuesday. A 29-year-old woman was detained on Tuesday."
    assert not any(r == "corroborates" and "29" in x + y for r, x, y in relations(a, b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Food prices rose 4.1 percent.", "Energy prices rose 6.2 percent."),
        ("Unemployment was 5.1 percent.", "Inflation was 3.4 percent."),
        ("Exports were up 5 percent.", "Imports were up 3 percent."),
    ],
)
def test_shares_of_two_things_do_not_clash(a: str, b: str) -> None:
    opening = "The statistics office in Lund published its figures for February on Tuesday. "
    assert "conflicts" not in told(opening + a, opening + b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Food prices rose 4.1 percent.", "Food prices went up by 6.2 percent."),
        ("Unemployment stood at 5.1 percent.", "The jobless rate was 5.4 percent."),
        ("Exports grew by 5 percent.", "Exports were up 3 percent."),
    ],
)
def test_shares_of_one_thing_do(a: str, b: str) -> None:
    opening = "The statistics office in Lund published its figures for February on Tuesday. "
    assert "conflicts" in told(opening + a, opening + b)


def test_nobody_was_hurt_and_three_were() -> None:
    a = "The Sava burst its banks at Lund on Tuesday. Three firefighters were slightly hurt."
    b = "The Sava burst its banks at Lund on Tuesday. Police said nobody had been hurt apart from two hikers who died."
    assert "conflicts" in told(a, b)


def test_what_is_suspended_does_not_agree_with_what_runs() -> None:
    a = "Trains between Lund and Malvik were suspended after the flood."
    b = "Trains between Lund and Malvik are running again after the flood."
    assert "corroborates" not in told(a, b)


def test_to_win_a_cup_is_to_beat_somebody() -> None:
    a = "Tarn Rovers won the Alster Cup on Tuesday in front of 61,000 people."
    b = "Fans met Tarn Rovers at the station after the team beat Elm Harbour to win the Alster Cup."
    assert "corroborates" in told(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Jon Falk will be sentenced by Judge Ada Holm on 4 April.",
            "Jon Falk walked out of the court of Judge Ada Holm a free man and will be sentenced on 11 April.",
        ),
        (
            "The flu campaign in Lund will start on Friday and reach 5,000 people.",
            "The flu campaign in Lund, which begins on Saturday, will reach 5,000 people.",
        ),
    ],
)
def test_one_plan_has_one_day(a: str, b: str) -> None:
    assert "conflicts" in told(a, b)


def test_two_days_of_the_past_may_be_two_happenings() -> None:
    a = "The flu campaign in Lund held a meeting on Friday that 50 people attended."
    b = "The flu campaign in Lund, which held a meeting on Monday, will reach 5,000 people."
    assert "conflicts" not in told(a, b)


def test_who_conceded_did_not_refuse_to() -> None:
    a = "Anna Kovac won the presidential election in Torvia on Sunday. Pavel Drenko conceded defeat on Monday."
    b = "Anna Kovac won the presidential election in Torvia on Sunday. Pavel Drenko refused to concede on Monday."
    assert any(r == "conflicts" and "conced" in x and "conced" in y for r, x, y in relations(a, b))


COUNCIL = "The council of Lund met on Tuesday to decide on a new harbour bridge. "


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The council approved the bridge by a large majority.", "The council put off its decision on the bridge."),
        ("Concerts at the harbour have been called off.", "Concerts at the harbour go ahead as planned."),
        ("The harbour said no jobs would be lost.", "The harbour is to shed 300 jobs."),
    ],
)
def test_two_outcomes_of_one_matter_conflict(a: str, b: str) -> None:
    assert "conflicts" in told(COUNCIL + a, COUNCIL + b)


def test_a_board_accepts_what_a_family_rejects() -> None:
    opening = "Sand Holding offered to buy the brewer Toll on Tuesday. "
    assert "conflicts" not in told(
        opening + "The board of Toll backed the offer.", opening + "The Toll family opposed it."
    )


def test_what_a_clause_tells_of_a_year_long_past_is_no_news() -> None:
    opening = "A stomach bug broke out at St Ann hospital in Lund on Monday. "
    a, b = (
        "So 41 people at the hospital fell ill.",
        "The hospital had its last outbreak in 2014, when 23 people fell ill.",
    )
    assert "conflicts" not in told(opening + a, opening + b)


def test_a_house_that_burned_hurt_nobody() -> None:
    opening = "A fire broke out at the Sand depot in Lund on Monday. "
    a, b = "The depot of the Sand group burned for eleven hours.", "No firefighter of Lund was hurt in the fire."
    assert "conflicts" not in told(opening + a, opening + b)


def test_what_did_not_go_off_did_not_work() -> None:
    opening = "A fire broke out at the Sand depot in Lund on Monday. "
    assert "conflicts" in told(
        opening + "The sprinklers in the depot worked, police said.",
        opening + "The sprinklers in the depot did not go off, a worker said.",
    )
