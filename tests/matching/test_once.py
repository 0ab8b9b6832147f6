"""Relations of two documents, each told once."""

from dataclasses import replace

import provenance
from provenance.matching import signatures
from provenance.matching.match import Match
from provenance.matching.once import answered
from provenance.matching.relation import relate
from provenance.matching.signals import Link

A = "In Keld 40 people were killed. In Velis 60 people were killed."
B = "In Keld 41 people were killed. In Velis 61 people were killed."


def told(m: Match, relation: str, score: float) -> Match:
    return replace(m, comparison=m.comparison.model_copy(update={"relation": relation, "score": score}))


def test_a_clash_of_figures_that_both_agree_better_with_others_is_no_conflict() -> None:
    documents = [provenance.read(t.encode(), id=i, media_type="text/plain") for i, t in (("a", A), ("b", B))]
    left, right = signatures(documents, [c for d in documents for c in provenance.extract(d)])
    clash, one, other = (relate(left[i], right[k], Link(side_by_side=True))[0] for i, k in ((0, 1), (0, 0), (1, 1)))
    agreements = [told(one, "corroborates", 0.6), told(other, "corroborates", 0.7)]
    assert [m.comparison.relation for m in answered([told(clash, "conflicts", 0.4), *agreements])] == [
        "related",
        "corroborates",
        "corroborates",
    ]
    assert answered([told(clash, "conflicts", 0.65), *agreements])[0].comparison.relation == "conflicts"
    assert answered([told(clash, "conflicts", 0.4), agreements[0]])[0].comparison.relation == "conflicts"
