"""What figures measure: the word that counts them, their scope, whether they are counts at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import compare, review
from provenance import read as read_document
from provenance.extraction import senses
from provenance.extraction.claims import extract
from provenance.extraction.senses import Context
from provenance.extraction.tokens import Token, tokenize
from provenance.matching.signature import figures
from provenance.matching.signature.figures import Figure


def sentence(quote: str) -> tuple[list[Token], Context]:
    tokens = tokenize(quote)
    return tokens, senses.Context(tokens, quote)


def read(text: str) -> dict[str, Figure]:
    return {f.quantity.text: f for c in extract(text) for f in figures.read(c, *sentence(c.sentence.quote))}


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The collapse left 12 miners dead.", {"12": {"DIE"}}),
        ("Nine workers were taken to a hospital.", {"Nine": {"HURT"}}),
        ("Police made nine arrests.", {"nine": {"DETAIN"}}),
        ("Some 900 people were forced from their homes.", {"Some 900": {"FLEE"}}),
        ("Holm will cut another 900 jobs.", {"900": {"LAYOFF"}}),
        ("The plant employs 900 people.", {"900": {"EMPLOY"}}),
        ("Nine people were pulled from the rubble.", {"Nine": {"RESCUE"}}),
        ("Thieves made off with nine paintings.", {"nine": {"STEAL"}}),
        ("The storm left nine homes in Keld without power.", {"nine": {"OUTAGE"}}),
        ("Nine miners were left dead.", {"Nine": {"DIE"}}),
        ("Nine miners left the town.", {"Nine": {"LEAVE"}}),
        ("The flood has claimed at least 40 lives.", {"at least 40": {"DIE"}}),
        ("Nine lives were lost in the flood.", {"Nine": {"DIE"}}),
        ("The blaze cost nine people their lives.", {"nine": {"DIE"}}),
        ("The mayor said 112 people had lost their lives.", {"112": {"DIE"}}),
        ("Two killed, three injured in a fire in Lisk.", {"Two": {"DIE"}, "three": {"HURT"}}),
        ("The fire kills two, injures three in Lisk.", {"two": {"DIE"}, "three": {"HURT"}}),
        ("Nine people were killed on Monday-and dozens of others injured-when a wall fell.", {"dozens": {"HURT"}}),
        ("Fire killed four residents of a tower.", {"four": {"DIE"}}),
        ("A town of 3,000 residents was rebuilt.", {"3,000": {"RESIDE"}}),
        ("The flood led to the death of eight and the injury of 89.", {"eight": {"DIE"}, "89": {"HURT"}}),
    ],
)
def test_the_nearest_outcome_counts(text: str, measures: dict[str, set[str]]) -> None:
    found = read(text)
    assert {k: set(found[k].measures) for k in measures} == measures


@pytest.mark.parametrize(
    ("text", "figure", "scope"),
    [
        ("The dead are two men and a woman.", "two", "part"),
        ("The blast killed a man and two women.", "two", "part"),
        ("Two men and their dog were killed.", "Two", "total"),
        ("It was the worst flood since 1980 and killed 40 people.", "40", "total"),
        ("Since March floods have killed 400 people.", "400", "long"),
        ("A witness saw 30 bodies in the clinic of Lisk.", "30", "seen"),
        ("Ten pupils were among 34 people killed.", "34", "total"),
        ("Six people died, among them two nurses.", "two", "part"),
        ("The ferry was licensed to carry 150 passengers.", "150", "limit"),
        ("Of the 4,206 patients given it, 311 had a stroke.", "4,206", "part"),
        ("The hall has a capacity of 900.", "900", "limit"),
        ("The licence allows 380 passengers.", "380", "limit"),
        ("The dividend was 1.35 euros, up from 1.20 euros.", "1.20 euros", "before"),
        ("Sales were 40 million euros, against 36 million euros a year earlier.", "36 million euros", "before"),
        ("Sand won 40 votes against 36.", "36", "total"),
        ("Twelve of the 300 passengers were hurt.", "300", "whole"),
        ("Most of the 430 jobs will go.", "430", "whole"),
        ("The deaths of the 12 miners shocked Lund.", "12", "total"),
    ],
)
def test_scope(text: str, figure: str, scope: str) -> None:
    assert read(text)[figure].scope == scope


def test_a_past_count_in_a_planned_sentence_is_no_projection() -> None:
    found = read("The mayor wants to rebuild the bridge whose fall killed 14 people.")
    assert not found["14"].expected
    assert read("The toll could reach 200 dead.")["200"].expected
    assert not read("Norvik must pay a fine of 74 million euros.")["74 million euros"].expected


@given(st.text(max_size=80))
@settings(max_examples=40, deadline=None)
def test_nothing_raises(text: str) -> None:
    assert isinstance(read(text), dict)


def test_a_table_without_line_ends_is_compared_in_part() -> None:
    """Each figure with each of a like table, it would take hours."""
    claim = max(extract(", ".join(f"{n} dead" for n in range(5, 400)) + " by Monday."), key=lambda c: len(c.quantities))
    assert len(claim.quantities) > figures.MOST
    assert len(figures.read(claim, *sentence(claim.sentence.quote))) == figures.MOST


def test_what_is_allowed_is_not_what_was() -> None:
    found = compare("The ferry was certified for 150 passengers.", "The ferry had 182 passengers on board.")
    assert found.relation != "conflicts"
    assert compare("The hall has room for 900 people.", "The hall has room for 700 people.").relation == "conflicts"


def test_inhabitants_of_places_that_nothing_joins_do_not_conflict() -> None:
    texts = (
        "LISK - The army shelled the eastern suburbs of Lisk on Monday, where over 400,000 people live under siege.",
        "LISK - The army shelled Harm near Lisk on Monday. The town is home to some 60,000 people.",
    )
    documents = [read_document(t.encode(), id=str(n), media_type="text/plain") for n, t in enumerate(texts)]
    assert "conflicts" not in {f.relation for f in review(documents).findings}
    assert compare("Lisk is home to 400,000 people.", "Lisk is home to 60,000 people.").relation == "conflicts"


def test_those_who_live_and_those_who_died_are_no_one_number() -> None:
    found = compare("At least 250,000 people live in Lisk.", "The war has killed more than 300,000 people.")
    assert found.relation not in ("corroborates", "conflicts")


@pytest.mark.parametrize("told", ["It was overloaded, said two survivors.", "Two survivors said it was overloaded."])
def test_how_many_say_so_is_no_count_of_what_happened(told: str) -> None:
    texts = (told, "Rescue teams pulled 158 survivors from the water. The ferry was overloaded.")
    documents = [read_document(t.encode(), id=str(n), media_type="text/plain") for n, t in enumerate(texts)]
    assert "conflicts" not in {f.relation for f in review(documents).findings}


@pytest.mark.parametrize("counters", ["Get short URL 0 15", "Views: 9,310", "Comments 12"])
def test_what_readers_did_with_the_page_is_no_figure(counters: str) -> None:
    assert set(read(f"{counters} The death toll of the flood in Lisk reached 51 people.")) == {"51"}


def test_shares_of_a_company_are_figures() -> None:
    assert set(read("Delmar bought 4,100 shares of Norvik.")) == {"4,100"}


def test_the_month_of_may_makes_no_forecast() -> None:
    assert not read("The fire in Orvane on 3 May 2021 killed 15 people.")["15"].expected
    assert read("The fire in Orvane may kill 15 people.")["15"].expected
