"""What two texts share weighs by how seldom each speaks of it."""

import pytest

import provenance
from provenance import matching
from provenance.matching.comparison import rarity
from provenance.matching.signature.signatures import Signature

FIRST = "A fire broke out at the Orvane mill on Monday.\n\nPolice closed Orvane.\n\nThe mayor of Orvane left for Lisk."
OTHER = "Smoke rose over the mill.\n\nOrvane was closed.\n\nOrvane has a new mayor.\n\nOrvane is quiet, its mayor said."


def _signed(text: str, name: str) -> list[Signature]:
    document = provenance.read(text.encode(), id=name, media_type="text/plain")
    return matching.signatures([document], provenance.extract(document))[0]


def _of(group: list[Signature], words: str) -> Signature:
    return next(s for s in group if words in s.claim.span.quote)


def test_counts_sentences_not_words() -> None:
    group = _signed("Rebels shelled Lisk, and Lisk burned.\n\nLisk was shelled again by the army.", "a")
    names = [count for concept, count in rarity.tally(group).items() if concept.startswith("name:")]
    assert max(names) == 2


def test_what_both_seldom_speak_of_weighs_more() -> None:
    a, b = _signed(FIRST, "a"), _signed(OTHER, "b")
    x, y = _of(a, "Police closed"), _of(b, "was closed")
    counted = rarity.of_words(x, y, (rarity.tally(a), rarity.tally(b)))
    alone = rarity.of_words(x, y, ({}, {}))
    assert 0 < counted["name_rare"] < alone["name_rare"]
    assert counted["contained"] == alone["contained"]


@pytest.mark.parametrize("name", ["name_rare", "word_rare", "sum_rare", "cos_rare", "contained"])
def test_signals_mirror_and_stay_within_bounds(name: str) -> None:
    a, b = _signed(FIRST, "a"), _signed(OTHER, "b")
    counts = rarity.tally(a), rarity.tally(b)
    for x in a:
        for y in b:
            there, back = rarity.of_words(x, y, counts), rarity.of_words(y, x, counts[::-1])
            assert there[name] == pytest.approx(back[name])
            assert 0 <= there[name] <= 1 + 1e-9
