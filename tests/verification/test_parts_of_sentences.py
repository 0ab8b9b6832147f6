"""Sentences that say several things: each part is found where it stands, and a quotation is told whole."""

import pytest

import provenance


def statements(draft, *texts):
    sources = [provenance.read(t.encode(), id=f"source-{n}", media_type="text/plain") for n, t in enumerate(texts)]
    return provenance.check(draft, sources)


@pytest.mark.parametrize(
    ("draft", "texts", "second"),
    [
        (
            "The court dropped a dozen counts against him and eight others were dropped.",
            ["The court dropped a dozen counts against Mr Hall on Monday, leaving ten.",
             "Prosecutors said that eight other counts had been dropped in March."],
            "source-1",
        ),
        (
            "The strike closed 12 schools on Monday and 40 buses stayed in their depots.",
            ["The strike closed 12 schools on Monday and 9 clinics. Forty buses stayed in their depots."],
            "source-0",
        ),
    ],
    ids=["a short part", "a figure in words"],
)  # fmt: skip
def test_a_part_that_stands_elsewhere_is_found_there(draft, texts, second):
    found = statements(draft, *texts).statements
    assert [(s.state, s.passages[0].document) for s in found] == [("supported", "source-0"), ("supported", second)]


def test_a_part_with_another_figure_is_not_backed():
    draft = "The court dropped a dozen counts against him and seven others were dropped."
    texts = ["The court dropped a dozen counts against Mr Hall.", "Prosecutors said eight other counts were dropped."]
    assert statements(draft, *texts).statements[1].state != "supported"


def test_the_rest_is_no_other_count_of_the_whole():
    texts = ["The court dropped a dozen counts against Mr Hall on Monday.", "Eight other counts were dropped in March."]
    assert [f.rule for f in statements(texts[0], *texts).findings] == []


QUOTED = "the bridge has 14 cracks and the road has to be closed because 300 lorries cross it"
SAID = f"“{QUOTED.capitalize()},” Mr Hall said."


def test_a_quotation_is_one_statement():
    [one] = statements(f"Mr Hall said “{QUOTED}”.", SAID).statements
    assert (one.state, one.span.quote, len(one.quotations)) == ("supported", f"“{QUOTED}”", 1)


@pytest.mark.parametrize(("before", "after"), [("14", "15"), ("300", "200")])
def test_a_fault_of_a_part_is_one_of_the_whole(before, after):
    [one] = statements(f"Mr Hall said “{QUOTED.replace(before, after)}”.", SAID).statements
    assert one.state == "contradicted"
    assert (after, before) in {(s.a, s.b) for s in one.slots if s.verdict == "different"}
    assert len(one.quotations) == 1


def test_a_part_without_backup_leaves_the_whole_partly_backed():
    [one] = statements(
        "Mr Hall said “the bridge has 14 cracks and two wolves were seen in Orvane”.", "The bridge has 14 cracks."
    ).statements
    assert one.state == "partly"


def test_quotations_of_one_sentence_stay_apart():
    found = statements("“The bridge is safe,” Mr Hall said, “and it will open on Monday.”", SAID).statements
    assert [len(s.quotations) for s in found] == [1, 1]
