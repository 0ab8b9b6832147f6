"""Whose figure it is: the name right before it, and what that decides between two texts."""

import pytest

import provenance
from provenance.matching import signatures
from provenance.matching.signature import holders

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


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Revenue rose 6.2% to a record.", "revenue"),
        ("Shares in Delmar fell 4.5%.", "share"),
        ("House prices in Keld have fallen by about 4%.", "house price"),
        ("Delmar holds 4% of the market.", ""),
    ],
)
def test_what_rises_or_falls_stands_before_its_verb(text: str, noun: str) -> None:
    document = provenance.read(text.encode(), id="a", media_type="text/plain")
    signed = signatures([document], provenance.extract(document))[0]
    assert next(f.moving for s in signed for f in s.figures) == noun


def test_shares_of_two_things_that_move_do_not_conflict() -> None:
    def conflicts(a: str, b: str) -> bool:
        documents = [provenance.read(t.encode(), id=i, media_type="text/plain") for i, t in (("a", a), ("b", b))]
        return any(f.relation == "conflicts" for f in provenance.review(documents).findings)

    assert not conflicts("Revenue of Delmar rose 6.2% on Tuesday.", "Shares in Delmar rose 4.5% on Tuesday.")
    assert conflicts("Revenue of Delmar rose 6.2% on Tuesday.", "Revenue of Delmar rose 4.5% on Tuesday.")
