"""The only figure of its kind in each of two texts."""

import pytest

import provenance
from provenance import matching
from provenance.matching.comparison import kinds
from provenance.matching.signature.signatures import Signature

FIRST = "The Lisk ferry carried 3,800 passengers in May.\n\nA ticket to Orvane costs 12 euros."
OTHER = "Nearly 4,000 people took the boat to Lisk.\n\nIslanders pay 14 euros to Orvane, and 3 euros for a dog."


def _signed(text: str, name: str) -> list[Signature]:
    document = provenance.read(text.encode(), id=name, media_type="text/plain")
    return matching.signatures([document], provenance.extract(document))[0]


def _between(a: list[Signature], b: list[Signature], first: str, other: str) -> dict[str, float]:
    found = [
        kinds.of_figures(s, t, x, y, (kinds.tally(a), kinds.tally(b)))
        for s in a
        for t in b
        for x in s.figures
        for y in t.figures
        if (x.quantity.text, y.quantity.text) == (first, other)
    ]
    assert len(found) == 1
    return found[0]


def test_the_only_price_weighs_more_than_one_of_two() -> None:
    a, b = _signed(FIRST, "a"), _signed(OTHER, "b")
    alone = _signed("Islanders pay 14 euros to Orvane.", "c")
    assert _between(a, alone, "12 euros", "14 euros")["kind_only"] == 1
    assert _between(a, b, "12 euros", "14 euros")["kind_only"] == pytest.approx(0.5**0.5)


def test_of_two_prices_the_one_of_the_same_matter_is_the_only_one() -> None:
    a = _signed("A ticket to Orvane costs 12 euros.\n\nThe ferry to Lisk costs 9 euros.", "a")
    b = _signed("The fare to Orvane is 14 euros.\n\nThe fare to Lisk is 8 euros.", "b")
    there, across = _between(a, b, "12 euros", "14 euros"), _between(a, b, "12 euros", "8 euros")
    assert there["kind_only"] == across["kind_only"]
    assert there["role_only"] > across["role_only"]


def test_a_rounded_number_is_of_the_size_of_the_exact_one() -> None:
    a, b = _signed(FIRST, "a"), _signed(OTHER, "b")
    assert _between(a, b, "3,800", "Nearly 4,000")["size_only"] == 1
    assert _between(a, b, "12 euros", "3 euros")["size_only"] == 0


def test_the_order_of_the_documents_changes_nothing() -> None:
    a, b = _signed(FIRST, "a"), _signed(OTHER, "b")
    assert _between(a, b, "12 euros", "3 euros") == pytest.approx(_between(b, a, "3 euros", "12 euros"))


def test_rounded_counts_told_in_other_words_agree() -> None:
    lead = "The ferry company of Lisk had a record summer.\n"
    first = lead + "The ferry company said it sold 58,200 season tickets."
    other = lead + "Lisk's ferry company parted with more than 58,000 passes, it said."
    documents = [provenance.read(t.encode(), id=n, media_type="text/plain") for n, t in (("a", first), ("b", other))]
    assert "corroborates" in {f.relation for f in provenance.review(documents).findings}
