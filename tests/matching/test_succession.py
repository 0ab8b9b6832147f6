"""Newer counts of one thing are told from conflicts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provenance
from provenance.matching.across.filing import filing, order
from provenance.model import Document

SINKING = "The ferry Alma sank off Port Keld on Monday."


def _document(name: str, text: str, published: str = "2021-03-02", publisher: str | None = None) -> Document:
    return provenance.read(text.encode(), id=name, published=published, publisher=publisher, media_type="text/plain")


def _relation(a: Document, b: Document) -> set[str]:
    found = {f.relation for f in provenance.review([a, b]).findings}
    return {r for r in found if r in ("conflicts", "supersedes")}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The death toll of the Port Keld ferry disaster has risen to 31, police said.", "said 12 people were killed"),
        ("The latest toll of the Port Keld ferry disaster is 31 dead.", "said 12 people were killed"),
        ("Police later said 31 people were killed in the Port Keld ferry disaster.", "said 12 people were killed"),
        ("Thirty-one people were killed in the Port Keld ferry disaster.", "initially said 12 people were killed"),
        ("Thirty-one people were killed in the Port Keld ferry disaster.", "in an earlier count said 12 were killed"),
    ],
)
def test_words_tell_the_newer_count(a: str, b: str) -> None:
    older = f"{SINKING} The coast guard {b} in the Port Keld ferry disaster."
    assert _relation(_document("a", f"{SINKING} {a}"), _document("b", older)) == {"supersedes"}


def test_a_larger_count_of_a_later_day_is_newer() -> None:
    texts = [f"{SINKING} Police said {n} people were killed in the ferry disaster at Port Keld." for n in (12, 31)]
    assert _relation(_document("a", texts[0], "2021-03-01"), _document("b", texts[1], "2021-03-03")) == {"supersedes"}
    assert _relation(_document("a", texts[0], "2021-03-03"), _document("b", texts[1], "2021-03-01")) == {"conflicts"}


def test_of_those_missing_the_smaller_count_of_a_later_day_is_newer() -> None:
    first = _document("a", f"{SINKING} Thirty people were missing, the coast guard said.")
    later = _document("b", f"{SINKING} Eleven people were missing, the coast guard said.", published="2021-03-03")
    same_day = _document("b", f"{SINKING} Eleven people were missing, the harbour master said.")
    assert _relation(first, later) == {"supersedes"}
    assert _relation(first, same_day) == {"conflicts"}


def test_two_named_sources_of_one_day_conflict() -> None:
    texts = [
        f"{SINKING} {who} said {n} people were killed in the ferry disaster at Port Keld."
        for who, n in (("The Coast Guard", 12), ("Mayor Ida Roen", 31))
    ]
    assert _relation(_document("a", texts[0]), _document("b", texts[1])) == {"conflicts"}


def test_a_count_goes_down_only_when_corrected() -> None:
    first = _document("a", f"{SINKING} Thirty-one people were killed in the ferry disaster at Port Keld.", "2021-03-01")
    plain = "Twelve people were killed in the ferry disaster at Port Keld."
    corrected = "The toll of the ferry disaster at Port Keld was lowered: 12 people were killed."
    assert _relation(first, _document("b", f"{SINKING} {plain}", "2021-03-03")) == {"conflicts"}
    assert _relation(first, _document("b", f"{SINKING} {corrected}", "2021-03-03")) == {"supersedes"}


def test_compare_knows_the_days_of_publication() -> None:
    a, b = (f"Police said {n} people were killed in the ferry disaster at Port Keld on Monday." for n in (12, 31))
    assert provenance.compare(a, b, published_a="2021-03-01", published_b="2021-03-03").relation == "supersedes"
    assert provenance.compare(b, a, published_a="2021-03-03", published_b="2021-03-01").relation == "supersedes"
    assert provenance.compare(a, b, published_a="2021-03-03", published_b="2021-03-01").relation == "conflicts"


def test_the_date_in_the_head_counts_before_the_date_given() -> None:
    assert filing(_document("a", "Port Keld, 5 March 2021 - A ferry sank.")).day == date(2021, 3, 5)
    assert filing(_document("a", "A ferry that sank on 5 March 2020 was raised.")).day == date(2021, 3, 2)


def test_the_time_printed_orders_one_day() -> None:
    early = filing(_document("a", "Last update: 2 March 2021 GMT 05:45. A ferry sank."))
    late = filing(_document("b", "A ferry sank. Last update: 2 March 2021 GMT 17:10."))
    assert (order(early, late), order(late, early), order(early, early)) == (-1, 1, 0)


@given(st.lists(st.sampled_from(["09:15", "GMT 25:61", "updated 1935", "2 March 2021", "at", "99"]), max_size=6))
def test_filing_reads_any_head(parts: list[str]) -> None:
    found = filing(_document("a", " ".join(parts) or "none"))
    assert found.minute is None or 0 <= found.minute < 24 * 60
