"""Relations of two documents, each told once."""

from dataclasses import replace

import provenance
from provenance.matching import signatures
from provenance.matching.across.once import answered
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import Match
from provenance.matching.relations.relation import relate

A = "In Keld 40 people were killed. In Velis 60 people were killed."
B = "In Keld 41 people were killed. In Velis 61 people were killed."


def told(m: Match, relation: str, score: float) -> Match:
    return replace(m, comparison=m.comparison.model_copy(update={"relation": relation, "score": score}))


def test_a_clash_of_figures_that_both_agree_better_with_others_is_no_conflict() -> None:
    documents = [provenance.read(t.encode(), id=i, media_type="text/plain") for i, t in (("a", A), ("b", B))]
    left, right = signatures(documents, [c for d in documents for c in provenance.extract(d)])
    clash, one, other = (relate(left[i], right[k], Link())[0] for i, k in ((0, 1), (0, 0), (1, 1)))
    agreements = [told(one, "corroborates", 0.6), told(other, "corroborates", 0.7)]
    assert [m.relation for m in answered([told(clash, "conflicts", 0.4), *agreements])] == [
        "related",
        "corroborates",
        "corroborates",
    ]
    assert answered([told(clash, "conflicts", 0.65), *agreements])[0].relation == "conflicts"
    assert answered([told(clash, "conflicts", 0.4), agreements[0]])[0].relation == "conflicts"


def test_an_acquittal_on_other_counts_does_not_contradict_a_conviction() -> None:
    texts = (
        "A jury convicted Douglas Rehm, 58, of 14 counts of fraud. The jury acquitted Rehm on three counts of theft.",
        "Rehm, 58, was convicted on 14 counts and acquitted on three.",
        "Douglas Rehm, 58, was found guilty on 14 counts of fraud on Tuesday.",
    )
    documents = [provenance.read(t.encode(), id=str(i), media_type="text/plain") for i, t in enumerate(texts)]
    assert [f.message for f in provenance.review(documents).findings if f.relation == "conflicts"] == []


def test_amounts_of_one_unit_conflict_though_other_predicates_stand_nearer() -> None:
    texts = (
        "The council paid $2.4 million for the old mill in 2019, a report found.",
        "The report put the price of the old mill at $2.6 million in 2019.",
    )
    documents = [provenance.read(t.encode(), id=str(i), media_type="text/plain") for i, t in enumerate(texts)]
    assert [f.relation for f in provenance.review(documents).findings if f.rule == "PV301"] == ["conflicts"]


def test_a_clause_that_agrees_with_one_clause_of_a_sentence_agrees_with_no_other() -> None:
    a = "President Ruas is seeking backing for sanctions in response to the bombing of the port of Keld in May."
    b = "President Ruas has met envoys of three states in response to what the ministry says "
    b += "was the bombing of the port of Keld by rebels in May."
    documents = [
        provenance.read(t.encode(), id=i, media_type="text/plain", published="2022-06-16")
        for i, t in (("a", a), ("b", b))
    ]
    (found,) = provenance.review(documents).findings
    assert found.b is not None
    assert found.b.quote.startswith("was the bombing")
