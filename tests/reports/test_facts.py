from decimal import Decimal

from provenance.model import Quantity
from provenance.reports.facts import shortened
from provenance.reports.matrix import matrix
from provenance.reports.page import Page
from provenance.reports.view import View


def numbered(report, claim, value, low, high, text):
    """The report with a figure in one claim."""
    claims = []
    for one in report.claims:
        if one.id == claim:
            start = one.span.start + one.span.quote.index(text)
            span = one.span.model_copy(update={"start": start, "end": start + len(text), "quote": text})
            figure = Quantity(span=span, text=text, value=Decimal(value), low=low, high=high)
            one = one.model_copy(update={"quantities": (figure,)})
        claims.append(one)
    return report.model_copy(update={"claims": tuple(claims)})


def disputed(report):
    report = numbered(report, "c2", 24, Decimal(24), Decimal(24), "24")
    report = numbered(report, "c5", 45, Decimal(45), Decimal(45), "45")
    values = {"f1": ("At least 42", "24", "45")}
    facts = tuple(fact.model_copy(update={"values": values.get(fact.id, fact.values)}) for fact in report.facts)
    return report.model_copy(update={"facts": facts})


def test_a_fact_shows_its_statements_oldest_first_with_their_values_on_one_line(report):
    fact = Page(View(disputed(report))).facts[0]
    assert fact.fact.id == "f1"
    assert [(row.day, row.value, row.origin) for row in fact.rows] == [
        ("2021-05-04", "At least 42", 0), ("2021-05-07", "24", 1), ("2021-05-07", "45", 1),
    ]  # fmt: skip
    assert fact.rows[1].mark.at < fact.rows[0].mark.at < fact.rows[2].mark.at
    assert fact.rows[0].mark.open_end


def test_a_fact_names_the_conflicts_among_its_statements(report):
    fact = Page(View(report)).facts[0]
    assert [entry.finding.relation for entry in fact.entries] == ["conflicts", "supersedes"]
    assert fact.tally == "3 statements, 2 documents, 2 independent origins"


def test_one_origin_in_several_documents_is_one_voice(report):
    alone = report.facts[0].model_copy(update={"origins": ("agency",), "claim_origins": ("agency", "agency")})
    page = Page(View(report.model_copy(update={"facts": (alone,)})))
    assert page.facts[0].is_one_voice
    assert page.one_voice == 1


def test_figures_in_another_unit_are_not_drawn_beside_it(report):
    report = disputed(report)
    claims = tuple(
        one.model_copy(update={"quantities": (one.quantities[0].model_copy(update={"unit": "%"}),)})
        if one.id == "c5"
        else one
        for one in report.claims
    )
    fact = Page(View(report.model_copy(update={"claims": claims}))).facts[0]
    assert [row.mark is None for row in fact.rows] == [False, False, True]


def test_the_matrix_holds_each_origin_and_value_once(report):
    grid = matrix(Page(View(disputed(report))).facts)
    assert [source.document.id for source in grid.sources] == ["harbour", "evening"]
    assert grid.rows[0][1] == (((0, "≥ 42"),), ((1, "24"), (1, "45")))
    assert (grid.facts_left_out, grid.sources_left_out) == (0, 0)


def test_one_fact_makes_no_matrix(report):
    assert matrix(Page(View(report)).facts[:1]) is None


def test_long_words_are_cut_after_a_word():
    assert shortened("one two  three, four", 15) == "one two three …"
    assert shortened("one\ntwo", 15) == "one two"
