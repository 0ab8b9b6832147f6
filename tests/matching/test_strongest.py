"""A review holds no more relations than it tells, and says how many it left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance import matching, pipeline
from provenance.extraction.claims import extract
from provenance.matching.across.once import order
from provenance.matching.relations.match import Match
from provenance.matching.results.strongest import Strongest, merged, strongest
from provenance.readers import read

DOCUMENTS = [
    read(f"The fire killed {number} people in Lowhaven. It destroyed {number + 3} houses.".encode(), id=name)
    for name, number in (("a", 24), ("b", 42), ("c", 24), ("d", 42))
]
FOUND = matching.match(DOCUMENTS, [claim for d in DOCUMENTS for claim in extract(d)])
TOLD = [m for m in FOUND if matching.is_worth_telling(m)]


def test_what_is_kept_is_the_most_serious() -> None:
    assert len(TOLD) > 4
    assert strongest(FOUND) == Strongest(TOLD, 0)
    assert strongest(FOUND, 3) == Strongest(TOLD[:3], len(TOLD) - 3)


@given(st.permutations(FOUND), st.integers(0, len(FOUND)), st.integers(1, 5))
def test_neither_order_nor_parts_matter(found: list[Match], cut: int, most: int) -> None:
    in_parts = merged(strongest(found[:cut], most), strongest(found[cut:], most))
    assert sorted(map(order, in_parts.matches))[:most] == list(map(order, strongest(found, most).matches))
    assert len(in_parts.matches) + in_parts.left_out == len(TOLD)


def test_a_review_says_what_it_leaves_out() -> None:
    assert pipeline.review(DOCUMENTS).notices == ()
    report = pipeline.review(DOCUMENTS, match=lambda signed: strongest(matching.match_signed(signed), 2))
    (notice,) = report.notices
    assert len(report.findings) == 2
    assert notice.message.startswith(f"{len(TOLD) - 2} relations are left out")


@pytest.mark.parametrize("count", [1, 3])
def test_pages_of_one_form_are_told(count: int) -> None:
    towns = [f"{a}{b}ton" for a in ("Bal", "Cor", "Dun", "Fel") for b in ("mar", "kel", "lin", "gar", "hal")]
    text = " ".join(f"The town of {t} counted {900 + 7 * i} residents in 2021." for i, t in enumerate(towns))
    report = pipeline.review(read(text.encode(), id=f"page{number}") for number in range(count))
    told = [n.message for n in report.notices]
    assert len(told) == (count > 1)
    assert all("3 documents repeat sentences of one form (page0, page1, …)" in message for message in told)
