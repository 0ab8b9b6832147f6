"""Pairs that are left out unseen: none of them has anything to tell."""

from itertools import product
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance import matching
from provenance.matching import candidates, pairs
from provenance.matching.pruning import Outline, silent
from provenance.model import Document

ROOT = Path(__file__).parents[2]
SENTENCES = [
    f"{number} {who} {what} in {place}{when}{said}."
    for number, who, what, place, when, said in product(
        ("Twelve", "At least 12", "350"),
        ("civilians", "rebels", "soldiers"),
        ("were killed", "were wounded", "fled their homes", "were not killed"),
        ("Lisk", "the town of Merat"),
        ("", " on 4 May 2019"),
        ("", ", the River Watch said"),
    )
] + [
    "The River Watch denied that the bridge at Lisk was destroyed.",
    "The bridge at Lisk was destroyed on 4 May 2019.",
    "Rebels took control of Lisk.",
    "The army took control of Lisk, and rebels withdrew from Merat.",
    "Talks on a truce in Merat failed on Monday.",
    "Talks on a truce in Merat began on 4 May 2019, the River Watch said.",
]
TEXTS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5).map("\n\n".join)


def check(one: Document, other: Document) -> int:
    """Compares every candidate pair that would be left out; returns how many there are."""
    claims = [*provenance.extract(one), *provenance.extract(other)]
    groups = matching.signatures([one, other], claims)
    if not all(groups):
        return 0
    listed = candidates.between(*map(candidates.side, groups))
    link = pairs.link_of(listed, (one.title or "", other.title or ""), (pairs.story(groups[0]), pairs.story(groups[1])))
    outlines = {id(s): Outline(s) for group in groups for s in group}
    quiet = {(id(a), id(b)) for a, b in listed if silent(outlines[id(a)], outlines[id(b)], link)}
    for m in pairs.related(listed, link):
        if (id(m.a), id(m.b)) in quiet:
            assert m.comparison.relation == "unrelated" or not matching.is_worth_telling(m), (m.a.claim, m.b.claim)
    return len(quiet)


def test_on_the_articles_of_this_repository() -> None:
    documents = [provenance.read(path) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    assert check(*documents) > 100


@given(TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_on_texts_put_together_by_chance(one: str, other: str) -> None:
    check(
        *(provenance.read(text.encode(), id=id_, media_type="text/plain") for id_, text in (("a", one), ("b", other)))
    )
