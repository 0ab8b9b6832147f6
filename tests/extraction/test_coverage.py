"""Nothing is silently dropped."""

from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance.extraction.claims import Extraction, extract_all
from provenance.extraction.coverage import coverage
from provenance.extraction.inventory import Values
from provenance.model import Span

TEXT = """Who controls Arlen in 2019?

The army shelled Corby on Monday, killing 12 people.

“Enough of this,” she said.
"""


def test_what_no_claim_holds_is_listed_by_kind() -> None:
    found = coverage(extract_all(TEXT))
    assert {u["quote"] for u in found["names"]["unclaimed"]} == {"Arlen"}
    assert {u["quote"] for u in found["dates"]["unclaimed"]} == {"2019"}
    assert found["figures"] == {"found": 1, "claimed": 1, "unclaimed": []}
    for part in found.values():
        assert part["found"] == part["claimed"] + len(part["unclaimed"])
        assert all(TEXT[u["start"] : u["end"]] == u["quote"] for u in part["unclaimed"])


def test_a_long_quotation_counts_when_any_claim_stands_in_it() -> None:
    text = "“We lost 40 homes. Nobody came. The army shelled Arlen,” she said."
    assert coverage(extract_all(text))["quotations"]["unclaimed"] == []


def test_who_says_a_claim_stands_with_it() -> None:
    text = "The army shelled Corby on Monday, Mayor Olga Kuzmin said. By Ann Smith."
    assert [u["quote"] for u in coverage(extract_all(text))["names"]["unclaimed"]] == ["Ann Smith"]


def test_what_was_checked_without_a_claim_is_not_left_over() -> None:
    draft = "“It should never have left,” Peder Aune said."
    source = provenance.read(b'"It should never have left," Ida Holm said.', id="s", media_type="text/plain")
    found = provenance.check(draft, [source]).coverage["draft"]
    assert found["quotations"]["unclaimed"] == found["names"]["unclaimed"] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=12), st.integers(0, 30), st.integers(0, 8))
def test_a_value_is_unclaimed_exactly_when_it_touches_no_claim(cuts: list[int], start: int, size: int) -> None:
    bounds = sorted(set(cuts))
    claimed = list(zip(bounds[::2], bounds[1::2], strict=False))
    text = "x" * 40

    def span(a: int, b: int) -> Span:
        return Span(start=a, end=b, quote=text[a:b])

    claims = [extract_all("Nine men died.").claims[0].model_copy(update={"span": span(a, b)}) for a, b in claimed]
    values = Values(quoted=[span(start, start + size)])
    touches = any(a < start + size and start < b for a, b in claimed)
    assert coverage(Extraction(claims, values))["quotations"]["claimed"] == int(touches)
