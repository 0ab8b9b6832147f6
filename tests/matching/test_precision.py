"""What two reports do not tell: matters that only look as if they agreed or clashed."""

from datetime import date

import provenance
from provenance.matching import signatures
from provenance.matching.comparison.link import Link
from provenance.matching.relations.relation import relate
from provenance.matching.signature.signatures import Signature

from .made import findings


def told(*texts: str) -> set[tuple[str, str, str]]:
    """(relation, passage, passage) of what `review` finds between the texts."""
    found = findings(*texts, days="2022-05-16")
    return {(f.relation, f.a.quote, f.b.quote) for f in found if f.relation and f.b and f.a.document != f.b.document}


def signed(text: str, name: str = "d") -> list[Signature]:
    document = provenance.read(text.encode(), id=name, media_type="text/plain", published="2022-05-16")
    return signatures([document], provenance.extract(document))[0]


def relations(*texts: str) -> set[str]:
    return {relation for relation, _, _ in told(*texts)}


def test_a_magnitude_counts_no_dead() -> None:
    a = "Quake in Marau\n\nA magnitude 6.4 quake hit the province of Marau before dawn, killing at least 38 people.\n"
    b = "Quake in Marau\n\nAt least 40 people died in the quake.\n"
    (magnitude,) = [f for s in signed(a) for f in s.figures if f.quantity.text == "6.4"]
    assert "DIE" not in magnitude.measures
    assert not any("6.4" in x and relation == "conflicts" for relation, x, _ in told(a, b))


def test_the_year_of_a_later_clause_dates_none_before_it() -> None:
    turnout, before = signed("Turnout was 61 per cent, down from 68 per cent five years ago.")
    assert date(2017, 1, 1) in {day for day, _ in before.days}
    assert date(2017, 1, 1) not in {day for day, _ in turnout.days}


def test_counts_of_two_towns_do_not_conflict() -> None:
    a = "The raids follow air strikes on the town of Talmir, when 15 civilians were killed, a monitor said.\n"
    b = "Rebels shelled the district of Sabel, killing nine civilians, a monitor said.\n"
    x, y = (next(s for s in signed(text, name) if s.figures) for text, name in ((a, "a"), (b, "b")))
    assert not {m.relation for m in relate(x, y, Link(side_by_side=True))} & {"conflicts", "supersedes"}


def test_what_is_refused_is_not_what_was_won() -> None:
    a = "Kovac wins in Torvia\n\nHer challenger, the former general Pavel Drenko, took 45.8 per cent.\n"
    b = "Torvia vote\n\nPavel Drenko refused to concede on Monday.\n"
    assert "conflicts" not in relations(a, b)


def test_a_reopening_is_no_closing() -> None:
    a = "Theft in Delft\n\nThe museum was closed on Monday and reopens on Wednesday.\n"
    b = "Theft in Delft\n\nThe museum will open its doors again on Wednesday.\n"
    assert "conflicts" not in relations(a, b)


def test_what_should_be_and_what_could_be_averted_do_not_clash() -> None:
    a = "Inspectors in Talmir should be allowed access to the dam of Talmir on Monday, France said.\n"
    b = "The powers could bar inspectors in Talmir from the dam of Talmir on Monday.\n"
    assert "conflicts" not in relations(a, b)


def test_two_parts_of_one_copied_sentence_do_not_agree() -> None:
    text = (
        "Some 313 people died in areas under siege in Talmir in the past year as a result of food shortages, despite "
        "the fact that the truce also ordered the lifting of all sieges.\n"
    )
    assert all(a == b for relation, a, b in told(text, text) if relation == "corroborates")


def test_a_count_of_years_ago_does_not_conflict_with_the_news() -> None:
    news = "Vote in Torvia\n\nTurnout in Torvia was 61 per cent.\n"
    past = "Vote in Torvia\n\nIn 2017 turnout in Torvia had been 68 per cent.\n"
    other = "Vote in Torvia\n\nTurnout in Torvia had been 68 per cent.\n"
    assert "conflicts" not in relations(news, past)
    assert "conflicts" in relations(news, other)


def test_a_date_aside_dates_no_claim() -> None:
    a = "Theft in Delft\n\nThe portrait of Lisk, made in 1652, is worth 12 million euros.\n"
    assert "conflicts" in relations(a, "Theft in Delft\n\nThe portrait of Lisk is worth 20 million euros.\n")


def test_a_byline_agrees_with_nothing() -> None:
    text = "Fire in Keld\n\nDominic Lisk Khaled Anwar Orane. The library of Keld burned down on Friday.\n"
    assert not any("Orane" in a or "Orane" in b for _, a, b in told(text, text))


def test_one_sum_of_opposed_acts_is_no_agreement() -> None:
    a = "Mendes joins Rovers\n\nVelis had rejected a bid of 15 million euros for Mendes in June.\n"
    b = "Rovers sign Mendes\n\nVelis had accepted a bid of 15 million euros for Mendes in June.\n"
    assert not [x for relation, x, _ in told(a, b) if relation == "corroborates" and "15" in x]
    assert "corroborates" in relations(b, b)


def test_two_plans_conflict_and_a_forecast_and_a_count_do_not():
    def relations(a: str, b: str) -> set[str]:
        documents = [provenance.read(text.encode(), id=name) for name, text in (("a", a), ("b", b))]
        return {finding.relation for finding in provenance.review(documents).findings}

    plan = "The retailer Velora will close 340 shops, the company said on Friday."
    assert relations(plan, "Velora closes 430 shops") == {"conflicts"}
    assert "conflicts" not in relations(plan, "Velora closed 430 shops")


def test_two_amounts_that_share_little_but_their_unit_do_not_conflict() -> None:
    a = "Floods hit Lorio on Monday.\n\nGovernor Marta Quiles put the damage at more than 200 million euros.\n"
    b = "Floods hit Lorio on Monday.\n\nMinister Jorge Alba pledged 50 million euros in emergency aid.\n"
    assert "conflicts" not in relations(a, b)
    assert "conflicts" in relations(a, "Floods hit Lorio on Monday.\n\nThey did damage of 50 million euros.\n")


def test_a_record_is_not_dated_by_the_year_it_goes_back_to() -> None:
    a = "Rain in Tarma\n\nSome 220 millimetres of rain fell in Tarma on Monday, the most since records began in 1921.\n"
    b = "Rain in Tarma\n\nUp to 180 millimetres of rain fell in Tarma on Monday.\n"
    assert not signed("The most rain since records began in 1921 fell in Tarma.")[0].said_days
    assert "conflicts" in relations(a, b)


def test_who_is_evacuated_is_counted_for_it_whoever_they_are() -> None:
    (figure,) = [f for s in signed("Some 4,500 residents were evacuated from Lorio.") for f in s.figures]
    (other,) = [f for s in signed("About 4,500 people had to leave their homes.") for f in s.figures]
    assert figure.measures == other.measures == {"FLEE"}


def test_a_place_told_to_be_a_province_is_wide() -> None:
    names = [k for s in signed("Floods hit Lorio in the province of Tarma.") for k in s.names]
    assert [(k.text, k.wide) for k in names] == [("Lorio", False), ("Tarma", True)]


def test_a_long_time_covers_the_figures_of_its_own_clause() -> None:
    scopes = [f.scope for s in signed("Delmar, whose sales hit 212 last year, is to cut 80 jobs.") for f in s.figures]
    assert scopes == ["long", "total"]


def test_what_shares_the_theme_of_a_story_agrees_on_nothing() -> None:
    a = "Tram workers in Brevik voted to strike on Friday after talks over pay with the city failed.\n"
    b = "Strike talks in Brevik: mayor calls for calm.\n"
    b += "The mayor said the operator should explain the pay offer to workers before the strike on Friday.\n"
    assert not [y for _, x, y in told(a, b) if x.startswith("Tram workers") and y.startswith("the operator")]


def test_a_place_and_a_day_in_common_are_no_agreement() -> None:
    a = "A youth is treated for burns at a hospital in the Duna neighbourhood of Velis on 21 August 2021.\n"
    b = "A baker takes shelter inside a mosque in the Duna neighbourhood of Velis on 21 August 2021.\n"
    assert "corroborates" not in relations(a, b)
    assert "corroborates" in relations(a, a)
