"""Claims ranked by what they have to do with a text, not by the words alone."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction.claims import extract
from provenance.matching.results import search
from provenance.readers import read

TEXT = (
    "The fire at Lowhaven harbour destroyed five warehouses in May.\n\n"
    "Twelve sailors drowned when the ferry Aurora sank off Lund.\n\n"
    "The mayor of Lowhaven opened a school with six hundred pupils.\n"
)
CLAIMS = extract(read(TEXT.encode(), id="paper", media_type="text/plain"))


def found(text: str) -> list[str]:
    return [hit.claim.sentence.quote for hit in search.rank(search.query(text), CLAIMS, {})]


def test_a_sentence_finds_what_says_the_same_in_other_words():
    hits = search.rank(search.query("A dozen sailors died as the ferry Aurora went down near Lund."), CLAIMS, {})
    assert hits[0].claim.sentence.quote.startswith("Twelve sailors")
    assert hits[0].relation == "corroborates"


def test_a_conflicting_claim_is_found_with_the_slots_that_differ():
    hit = search.rank(search.query("The fire at Lowhaven harbour destroyed nine warehouses."), CLAIMS, {})[0]
    assert hit.relation == "conflicts"
    assert any(slot.slot == "quantity" and slot.verdict == "different" for slot in hit.slots)


def test_who_and_where_say_more_than_a_common_way_of_putting_it():
    texts = (
        "A convoy of the Lund League brought 80 tonnes of flour into Harwick.",
        "40 tonnes of flour from the Orsk Union reached Velis.",
    )
    held = [c for n, t in enumerate(texts) for c in extract(read(t.encode(), id=str(n), media_type="text/plain"))]
    hits = search.rank(search.query("A convoy of the Orsk Union brought 40 tonnes of flour into Velis."), held, {})
    assert hits[0].claim.sentence.quote == texts[1]


def test_a_few_words_find_what_speaks_of_them():
    assert found("ferry Aurora")[0].startswith("Twelve sailors")
    assert found("school pupils")[0].startswith("The mayor")


def test_what_nobody_speaks_of_is_not_found():
    assert found("the price of copper in Chile") == []
    assert found("") == []


def test_the_order_given_does_not_matter():
    shuffled = random.Random(3).sample(CLAIMS, len(CLAIMS))
    asked = search.query("Lowhaven harbour fire destroyed warehouses")
    assert search.rank(asked, shuffled, {}) == search.rank(asked, CLAIMS, {})


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_nothing_raises_on_any_text(text: str):
    hits = search.rank(search.query(text), CLAIMS, {})
    assert all(0 <= hit.score <= 1 and 0 <= hit.likeness <= 1 for hit in hits)
