"""Agency copy: where and when a report was filed is not what it tells."""

import provenance

REPORTS = {
    "a": "KELD, 3 May 2024 - A fire in a block of flats in Keld killed six people on Friday night, the brigade said.",
    "b": "KELD, 4 May 2024 - Four people died when fire swept through a block of flats in Keld late on Friday.",
}


def read(name, text):
    return provenance.read(text.encode(), id=name, media_type="text/plain")


def test_reports_filed_on_two_days_conflict_in_what_they_tell():
    found = provenance.review([read(*r) for r in REPORTS.items()]).findings
    assert [(f.rule, f.message) for f in found] == [
        ("PV301", "the figures for people (deaths) differ: “six” and “Four”")
    ]


def test_the_day_of_filing_is_no_part_of_a_statement():
    draft = read("draft", "KELD, 5 May 2024 - A fire in a block of flats in Keld killed six people on Friday night.")
    (statement,) = provenance.check(draft, [read("a", REPORTS["a"])]).statements
    assert statement.span.quote.startswith("A fire")
    assert statement.state == "supported"


def test_no_value_of_a_dateline_is_left_over():
    (claim,) = provenance.extract(read("b", REPORTS["b"]))
    assert claim.span.start == len("KELD, 4 May 2024 - ")
    assert [n.text for n in claim.names] == ["Keld"]
    coverage = provenance.review([read("b", REPORTS["b"])]).coverage["b"]
    assert all(kind["unclaimed"] == [] for kind in coverage.values())


def test_what_is_told_without_a_place_is_at_that_of_the_dateline():
    first = read("a", "KELD, 4 May 2024 - Flames destroyed 14 houses on Friday.")
    other = read("b", "MARBACH, 4 May 2024 - Flames destroyed 19 houses on Friday.")
    same = read("c", "KELD, 4 May 2024 (AFP) - Flames destroyed 19 houses on Friday.")
    relations = [{f.relation for f in provenance.review([first, two]).findings} for two in (other, same)]
    assert "conflicts" not in relations[0]
    assert "conflicts" in relations[1]


def test_the_day_of_a_count_is_not_that_of_what_it_counts():
    toll = read("c", "KELD, 4 May 2024 - The death toll in the Keld fire stood at four on Saturday, officials said.")
    fire = read("d", "KELD, 4 May 2024 - Fire killed four residents of a block of flats in Keld on Friday.")
    assert "PV301" not in {f.rule for f in provenance.review([toll, fire]).findings}
