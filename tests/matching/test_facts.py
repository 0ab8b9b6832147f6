"""Which pairs are gathered into one fact."""

from dataclasses import replace

import pytest

import provenance
from provenance.matching import signatures
from provenance.matching.comparison.link import Link
from provenance.matching.relations.match import Match
from provenance.matching.relations.relation import relate
from provenance.matching.results.facts import facts

TEXT = "In Keld 40 people were killed. In Velis 60 people were killed."


def told(m: Match, relation: str, score: float) -> Match:
    return replace(m, comparison=m.comparison.model_copy(update={"relation": relation, "score": score}))


@pytest.mark.parametrize(("score", "values"), [(0.4, [2, 1, 1]), (0.6, [2])])
def test_an_unsure_conflict_joins_no_two_facts_that_one_document_tells_side_by_side(
    score: float, values: list[int]
) -> None:
    documents = [provenance.read(TEXT.encode(), id=i, media_type="text/plain") for i in "ab"]
    claims = [c for d in documents for c in provenance.extract(d)]
    left, right = signatures(documents, claims)
    clash, one, other = (relate(left[i], right[k], Link(side_by_side=True))[0] for i, k in ((0, 1), (0, 0), (1, 1)))
    matches = [told(clash, "conflicts", score), told(one, "corroborates", 0.8), told(other, "corroborates", 0.8)]
    assert [len(fact.values) for fact in facts(documents, claims, matches)] == values
