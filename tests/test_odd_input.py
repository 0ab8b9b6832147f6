"""Odd numbers, dates, names and marks in documents: no error, and the order of the documents changes nothing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import provenance
from provenance.model import Document

NUMBERS = ["0", "-5", "1,200", "12,34,56", "half", "½", "٣٤", "１２", "9" * 40, "1e400", "NaN", "no", "a dozen", "%"]
NOUNS = ["people", "percent", "dollars", "days", "votes", "x", "¥", "\u200b", "ﬁremen"]
NAMES = ["Karl Holm", "the mayor", "Judge Anna Toll", "Adra", "he", "İstanbul", "李明", "O’Neil", "“", "é̂̂"]
ACTS = ["were killed", "won", "denied", "was elected", "fell to", "is", "did not pay", "said it would close"]
TIMES = ["in 9999", "since 1", "on 30 February", "on 3 May 2015", "9999999 years ago", "the following day", "1/1/1"]
STATEMENTS = st.builds(
    "{} {} {} in {} {}, {} said{}".format,
    *map(st.sampled_from, (NUMBERS, NOUNS, ACTS, NAMES, TIMES, NAMES, [".", "", "…", "!”", "\u2028", "(("])),
)
DAYS = st.sampled_from([None, date.min, date.max, date(2016, 2, 29)])


def document(name: str, text: str, published: date | None) -> Document:
    return provenance.read(text.encode(), id=name, published=published, media_type="text/plain")


@given(st.lists(st.tuples(st.lists(STATEMENTS, min_size=1, max_size=3), DAYS), min_size=2, max_size=3))
@settings(max_examples=15, deadline=None, derandomize=True)
def test_whatever_documents_say_their_order_changes_nothing(told: list[tuple[list[str], date | None]]) -> None:
    read = [document(f"d{n}", "\n".join(lines), day) for n, (lines, day) in enumerate(told)]
    assert provenance.review(read) == provenance.review(read[::-1])
    assert provenance.check(read[0], read[1:]) == provenance.check(read[0], read[:0:-1])
    (a, first), (b, second) = ((d.text, d.published) for d in read[:2])
    here = provenance.compare(a, b, published_a=first, published_b=second)
    there = provenance.compare(b, a, published_a=second, published_b=first)
    assert (there.relation, there.score) == (here.relation, pytest.approx(here.score))
