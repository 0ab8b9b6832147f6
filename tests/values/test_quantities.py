"""Laws of found quantities, and their comparison."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import Quantity
from provenance.values.quantities import compare, find, plain, render

NUMBERS = """a dozen|forty-two|two and a half million|dozens|tens of thousands|several hundred|3.5 billion|20-30|1.2m
2 1/2|two to three million|one hundred and five|half a million|12 000|٣٥٠|a third|1,234.5|-7"""
COUNTS = st.integers(0, 10**9).map(lambda n: f"{n:,}") | st.sampled_from(NUMBERS.replace("\n", "|").split("|"))
BOUNDS = st.sampled_from(
    ["", "about ", "at least ", "more than ", "fewer than ", "up to ", "nearly ", "some ", "no fewer than "]
)
NOUNS = st.sampled_from(
    [
        " civilians",
        " Syrian army soldiers",
        " percent",
        " km",
        " miles an hour",
        " euros",
        "-year-old",
        " °C",
        " kg of rice",
        "",
    ]
)
VERBS = st.sampled_from(["", "Prices rose by ", "The index fell ", "The group lost ", "In Aleppo, ", "Between "])
PHRASES = st.builds("".join, st.tuples(VERBS, BOUNDS, COUNTS, NOUNS))
WORDS = st.lists(
    PHRASES
    | st.sampled_from(["and", "to", "or", "-", ",", "of", "$", "£", "in", "more", "m", "%", "\n", "April 5"])
    | st.text(max_size=6),
    max_size=8,
)
TEXTS = st.builds(" ".join, WORDS) | st.builds("".join, WORDS) | st.text(max_size=60)


def one(text: str) -> Quantity:
    (found,) = find(text)
    return found


@settings(max_examples=250, deadline=None)
@given(TEXTS)
def test_spans_slice_exactly_in_order_and_bounds_hold(text: str) -> None:
    end = 0
    for q in find(text, document="d"):
        assert q.span.document == "d"
        assert text[q.span.start : q.span.end] == q.span.quote == q.text != ""
        assert q.span.start >= end
        end = q.span.end
        assert q.low is None or q.high is None or q.low <= q.high
        assert (q.value is None) == (q.approximation in ("between", "vague"))
        assert Quantity.model_validate(q.model_dump()) == q


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(["", "Nobody spoke.\n\n", "Ω 7 dogs.\n\n"]))
def test_text_before_shifts_spans_and_nothing_else(text: str, before: str) -> None:
    ours = [q for q in find(before + "Nobody came.\n\n" + text) if q.span.start >= len(before)]
    alone = find("Nobody came.\n\n" + text)
    assert [q.model_copy(update={"span": q.span.within("", len(before))}) for q in alone] == ours


def key(q: Quantity) -> tuple[object, ...]:
    return q.value, q.low, q.high, q.approximation, q.unit


@settings(max_examples=250, deadline=None)
@given(PHRASES)
def test_what_is_written_reads_back(text: str) -> None:
    for q in find(text):
        assert [key(again) for again in find(render(q))] == [key(q)], render(q)


@settings(max_examples=150, deadline=None)
@given(PHRASES, PHRASES)
def test_comparison_is_symmetric_and_equal_to_itself(a: str, b: str) -> None:
    for first in find(a):
        assert compare(first, first).verdict == "same"
        for second in find(b):
            assert compare(first, second) == compare(second, first)
            assert compare(first, second).verdict in ("same", "compatible", "different", "unknown")


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("350 thousand civilians", "350,000 people", "same"),
        ("Twenty-five miners", "25 miners", "same"),
        ("43 percent", "42 percent", "different"),
        ("43 percent", "42.6 percent", "compatible"),
        ("1.2 million people", "1,234,567 people", "compatible"),
        ("1.2 million people", "1.3 million people", "different"),
        ("47,000 people", "350,000 people", "different"),
        ("12 soldiers", "13 soldiers", "different"),
        ("at least 31 people", "31 people", "compatible"),
        ("more than 19 people", "19 people", "compatible"),
        ("at least 12 people", "18 people", "compatible"),
        ("at least 12 people", "40 people", "unknown"),
        ("at least 22 people", "10 people", "different"),
        ("at least 20 people", "at least 24 people", "compatible"),
        ("at least 20 people", "at least 60 people", "unknown"),
        ("up to 60 homes", "70 homes", "different"),
        ("up to 60 homes", "50 homes", "compatible"),
        ("about 70 people", "75 people", "compatible"),
        ("about 70 people", "100 people", "different"),
        ("dozens of people", "47 people", "compatible"),
        ("dozens of people", "89 people", "compatible"),
        ("dozens of people", "213 people", "different"),
        ("dozens of people", "120 people", "unknown"),
        ("thousands of people", "47,000 people", "compatible"),
        ("between 20 and 30 people", "25 people", "compatible"),
        ("between 20 and 30 people", "35 people", "different"),
        ("10 miles", "16 km", "compatible"),
        ("5 km", "5,000 metres", "same"),
        ("104 degrees Fahrenheit", "40 °C", "same"),
        ("$5 million", "€5 million", "unknown"),
        ("half of voters", "50 percent of voters", "same"),
        ("5 percent", "5 percentage points", "unknown"),
        ("a 5-month-old boy", "a 150-day-old boy", "unknown"),
        ("5 tons of grain", "5 tonnes of grain", "compatible"),
        ("5 tons of grain", "9 tonnes of grain", "unknown"),
        ("$38 for each share", "38 dollars a share", "compatible"),
        ("$36 for each share", "38 dollars a share", "unknown"),
        ("Prices rose by 5 percent", "Prices fell by 5 percent", "different"),
    ],
)
def test_comparison(a: str, b: str, verdict: str) -> None:
    result = compare(one(a), one(b))
    assert result.verdict == verdict, result.reason
    assert one(a).text in result.reason
    assert one(b).text in result.reason


def test_modifier_and_span_of_a_counted_noun() -> None:
    q = one("The ambush left about 37 Syrian army soldiers dead.")
    assert (q.span.quote, q.noun, q.modifier, q.low, q.high) == (
        "about 37",
        "soldiers",
        "Syrian army",
        Decimal("33.3"),
        Decimal("40.7"),
    )


def test_unit_as_written_is_kept() -> None:
    assert [q.unit_text for q in find("They paid $70 a share and ran 5 miles an hour.")] == [
        "$ a share",
        "miles an hour",
    ]


def test_a_list_of_ranks_and_ages_line_by_line():
    text = "1 Ann Lee.\n2 Bob Cox (3.)\n12 Syrians left\nJo Ray, 62\nHe left."
    assert [(q.text, q.unit, q.noun) for q in find(text)] == [("12", "", "Syrians"), ("62", "year_of_age", "")]


@pytest.mark.parametrize(
    ("text", "figure", "noun"),
    [
        ("The number of confirmed typhoid cases climbed to 97.", "97", "cases"),
        ("Police put the number of marchers at 2,500.", "2,500", "marchers"),
        ("The number of people hurt in the crash rose to 52 on Monday.", "52", "people"),
        ("A number of people said 12 was enough.", "12", ""),
        ("The number of shops, of all kinds, is 12.", "12", ""),
    ],
)
def test_what_the_number_of_them_counts_is_the_noun_before_it(text: str, figure: str, noun: str) -> None:
    assert [(q.text, q.noun) for q in find(text)] == [(figure, noun)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("one in seven goats", "1/7"), ("2 1/3 cups of milk", "2 1/3"), ("1,300 goats", "1300")],
)
def test_a_number_that_no_decimal_writes_is_shown_as_a_fraction(text: str, shown: str) -> None:
    (found,) = find(text)
    assert found.value is not None
    assert plain(found.value) == shown
    assert plain(-found.value) == f"-{shown}"


def test_an_endless_number_of_no_small_fraction_is_rounded() -> None:
    assert plain(Decimal(22) / 709) == "0.031"


@pytest.mark.parametrize(
    ("text", "is_age"),
    [
        ("Lena Dahl, who died on Monday, was 61.", True),
        ("Karl Holm, who is 61, won.", True),
        ("He was 61 when he died.", True),
        ("The death toll, officials said, was 61.", False),
        ("Officials said the number was 61.", False),
        ("The score was 61.", False),
    ],
)
def test_what_somebody_is_or_was_is_an_age(text: str, is_age: bool) -> None:
    assert [q.unit for q in find(text)] == ["year_of_age" if is_age else ""]


def test_a_currency_of_no_country_may_be_that_of_any_of_its_name() -> None:
    norwegian, plain = (find(text)[0] for text in ("NOK 2.1 billion", "2.1 billion crowns"))
    more, swedish = (find(text)[0] for text in ("2.4 billion crowns", "SEK 2.1 billion"))
    assert compare(norwegian, plain) == compare(plain, norwegian)
    assert compare(norwegian, plain).verdict == "same"
    assert compare(norwegian, more).verdict == "different"
    assert compare(norwegian, swedish).verdict == "unknown"
