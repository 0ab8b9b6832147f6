"""Pairs that are left out unseen: none of them has anything to tell."""

from itertools import product
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance import matching
from provenance.matching import pairs
from provenance.matching.blocking import candidates
from provenance.matching.blocking.pruning import silent
from provenance.matching.relations.relation import counted, look
from provenance.matching.signed import link_of
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


STORIES = (
    "Floods destroyed {n} houses in {place} on {day} May 2019, the River Watch said.",
    "The council of {place} will close {n} schools.",
    "A convoy brought {n} tonnes of flour into {place} on {day} May 2019.",
    "Police in {place} arrested {n} demonstrators, a lawyer said.",
    "{n} people were killed when rebels shelled {place} on {day} May 2019.",
    "A blast at a market in {place} wounded {n}.",
)
PLACES = ("Lisk", "Merat", "Orlan", "Velis", "Dorn", "Kesh", "Tamar", "Pell")


def check(one: Document, other: Document) -> int:
    """Compares every candidate pair that would be left out; returns how many there are."""
    signed = matching.signed_documents([one, other], [*provenance.extract(one), *provenance.extract(other)])
    if len(signed) < 2:
        return 0
    left, right = signed[one.id], signed[other.id]
    listed = candidates.between(left.side, right.side)
    link = link_of(listed, left, right)
    told = {one.id: left.telling, other.id: right.telling}
    outlined = {**left.outlines, **right.outlines}
    first_look = [m for a, b in listed for m in counted(look(a, b, link), link)]
    for met in (None, pairs.informed(link, first_look).met):
        quiet = {(id(a), id(b)) for a, b in listed if silent(outlined[id(a)], outlined[id(b)], link, met)}
        for m in (pairs.concluded(m, told) for m in pairs.related(listed, link)):
            if (id(m.a), id(m.b)) in quiet:
                assert m.relation == "unrelated" or not matching.is_worth_telling(m), (m.a.claim, m.b.claim)
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


def test_few_pairs_that_tell_nothing_are_compared() -> None:
    def told(i: int, j: int, story: str) -> str:
        return story.format(n=13 + 17 * i + 5 * j, place=PLACES[(3 * i + j) % 8], day=1 + i + j)

    texts = ["\n\n".join(told(i, j, story) for j, story in enumerate(STORIES)) for i in range(8)]
    documents = [provenance.read(text.encode(), id=str(i), media_type="text/plain") for i, text in enumerate(texts)]
    found = matching.match(documents, [claim for d in documents for claim in provenance.extract(d)])
    telling = sum(map(matching.is_worth_telling, found))
    assert len(found) < 3 * telling  # of some five hundred pairs
