"""Whose figure it is: the name right before it, and what that decides between two texts."""

import pytest

import provenance
from provenance.matching import holders

OFFICIAL = "Mira Sand received 1,193,048 votes (54.2 %). Viktor Holm received 950,890 votes (43.2 %)."
REPORT = "Challenger Mira Sand won 52.4 percent of the vote on Sunday, ending 15 years of rule by Viktor Holm."


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mira Sand won 52.4 percent of the vote.", ["Mira Sand"]),
        ("Mira Sand received 1,193,048 votes (54.2 %).", ["Mira Sand", "Mira Sand"]),
        ("Final results gave Ms Sand 54.2 per cent and Mr Holm 43.2 per cent.", ["Ms Sand", "Mr Holm"]),
        ("Turnout in Keld was 61 percent.", [""]),
        ("Mira Sand said 52 percent had voted.", [""]),
    ],
)
def test_holder_is_the_name_right_before_a_figure(text: str, names: list[str]) -> None:
    document = provenance.read(text.encode(), id="a", media_type="text/plain")
    found = [holders.holder(claim, q) for claim in provenance.extract(document) for q in claim.quantities]
    assert found == names


def test_shares_of_one_holder_conflict_and_those_of_two_do_not() -> None:
    texts = {"a": OFFICIAL, "b": REPORT}
    documents = [provenance.read(t.encode(), id=i, media_type="text/plain") for i, t in texts.items()]
    report = provenance.review(documents)
    told = [(f.a.quote, f.b.quote) for f in report.findings if f.relation == "conflicts" and f.b]
    assert [a for a, _ in told] == ["Mira Sand received 1,193,048 votes (54.2 %)"]
