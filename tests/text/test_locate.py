import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.text.locate import Located, locate

TEXT = (
    "The army killed 50 men on Friday. The army killed 5 men in Homs. Officials said that profits did fall by 3.1 "
    "million in the year to March, while the rate of unemployment rose to 42% in the north. “It’s over – for now,” the "
    "envoy said. Nobody answered. The army killed 50 men on Friday."
)


def found(located: Located) -> str | None:
    return located.span.quote if located.span is not None else None


def test_exact_at_the_hint_is_intact() -> None:
    at = TEXT.rindex("The army killed 50")
    located = locate("The army killed 50 men", TEXT, hint=at)
    assert (located.state, located.method, located.distance, located.span and located.span.start) == (
        "intact",
        "position",
        0,
        at,
    )


def test_unique_exact_without_hint_is_intact_and_elsewhere_is_moved() -> None:
    assert locate("Nobody answered.", TEXT).state == "intact"
    located = locate("Nobody answered.", TEXT, hint=3)
    assert (located.state, located.method, found(located)) == ("moved", "exact", "Nobody answered.")


def test_two_equal_places_are_ambiguous() -> None:
    located = locate("The army killed 50 men", TEXT)
    assert (located.state, located.span, len(located.candidates)) == ("ambiguous", None, 2)
    assert {span.quote for span in located.candidates} == {"The army killed 50 men"}


def test_context_and_then_the_hint_decide_between_equal_places() -> None:
    quote, last = "The army killed 50 men", TEXT.rindex("The army killed 50 men")
    by_prefix = locate(quote, TEXT, prefix="Nobody answered. ")
    by_hint = locate(quote, TEXT, hint=last + 5)
    assert by_prefix.span is not None
    assert by_prefix.span.start == last
    assert by_hint.state == "moved"
    assert by_hint.span == by_prefix.span
    assert locate(quote, TEXT, hint=last // 2).state == "ambiguous"


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ('"It\'s over - for now," the envoy said.', "“It’s over – for now,” the envoy said."),
        ("men in\n Homs.  Officials", "men in Homs. Officials"),
        ("un\u00ademploy\u200bment rose", "unemployment rose"),
    ],
)
def test_typography_is_folded(quote: str, passage: str) -> None:
    located = locate(quote, TEXT)
    assert (located.state, located.method, located.differences, found(located)) == ("intact", "folded", (), passage)


@pytest.mark.parametrize(
    ("quote", "passage", "differences"),
    [
        ("profits did not fall by 3.1 million", "profits did fall by 3.1 million", ("“not” is not in the source",)),
        ("profits did fall by 3.2 million in", "profits did fall by 3.1 million in", ("“3.2” → “3.1”",)),
        ("unemployment rose to 43% in the north", "unemployment rose to 42% in the north", ("“43” → “42”",)),
        ("rate of inflation rose to 42%", "rate of unemployment rose to 42%", ("“inflation” → “unemployment”",)),
        ("the Army killed 5 men in Homs", "The army killed 5 men in Homs", ("“the Army” → “The army”",)),
        (
            "“It’s all over – for now,” an envoy said",
            "“It’s over – for now,” the envoy said",
            ("“all” is not in the source", "“an” → “the”"),
        ),
        ("1 million in the year", "3.1 million in the year", ("“1” → “3.1”",)),
        ("a rate of unemployment", "the rate of unemployment", ("“a” → “the”",)),
        ("killed 5 men in Hama", "killed 5 men in Homs", ("“Hama” → “Homs”",)),
    ],
)
def test_every_other_change_is_edited_and_named(quote: str, passage: str, differences: tuple[str, ...]) -> None:
    located = locate(quote, TEXT)
    assert (located.state, located.method, found(located), located.differences) == (
        "edited",
        "fuzzy",
        passage,
        differences,
    )
    assert located.distance > 0


def test_a_short_quote_is_found_edited_between_its_context() -> None:
    located = locate("7", TEXT, prefix="The army killed ", suffix=" men in Homs")
    assert (located.state, found(located), located.differences) == ("edited", "5", ("“7” → “5”",))


def test_a_number_that_grew_at_its_place_is_not_intact() -> None:
    located = locate("army killed 5", "The army killed 50 men.", prefix="The ", suffix=" men.", hint=4)
    assert (located.state, located.differences) == ("edited", ("“5” → “50”",))


def test_a_recorded_part_of_a_word_is_intact() -> None:
    assert locate("employ", TEXT, prefix="rate of un", suffix="ment", hint=TEXT.index("employ")).state == "intact"


@pytest.mark.parametrize(
    "quote", ["", " \n", "Parliament voted against the budget late in the evening", "…", "killed in", "xyz", "\u200b"]
)
def test_gone(quote: str) -> None:
    located = locate(quote, TEXT)
    assert (located.state, located.method, located.span, located.differences) == ("gone", "none", None, ())


def test_the_same_words_elsewhere_do_not_hide_an_edit() -> None:
    text = "On Monday the mayor said that he will stay in office until May. Much later: the mayor said that he will go."
    context = {"prefix": "On Monday ", "suffix": " in office until May."}
    located = locate("the mayor said that he will go", text, hint=10, **context)
    assert (located.state, located.differences) == ("edited", ("“go” → “stay”",))
    assert locate("the mayor said that he will go", text, prefix="Much later: ").state == "intact"


def test_what_was_not_looked_for_is_said() -> None:
    quote = " ".join(f"w{number}" for number in range(3001))
    located = locate(quote, quote.replace("w55 ", "other "))
    assert (located.state, located.differences) == ("gone", ("longer than 3000 words: looked for only as it is",))


def test_two_like_places_are_ambiguous() -> None:
    text = "The north gate was shut on Monday. Then it rained. The north gate was shut on Monday. It rained."
    assert locate("The north gate was closed on Monday.", text).state == "ambiguous"
    assert locate("The north gate was closed on Monday.", text, hint=0).state == "edited"


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(), st.text(max_size=5), st.text(max_size=5), st.none() | st.integers(-5, 50))
def test_spans_slice_exactly(quote: str, text: str, prefix: str, suffix: str, hint: int | None) -> None:
    located = locate(quote, text, prefix, suffix, hint)
    assert (located.span is None) == (located.state in ("gone", "ambiguous"))
    for span in (located.span, *located.candidates):
        assert span is None or text[span.start : span.end] == span.quote


WORDS = [
    "the",
    "rebels",
    "said",
    "that",
    "talks",
    "with",
    "councils",
    "of",
    "towns",
    "ended",
    "on",
    "a",
    "1,300",
    "Monday",
]


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 3))
def test_a_planted_quote_is_found_where_it_was_planted_also_after_edits(chance: random.Random, edits: int) -> None:
    before, after = ([chance.choice(WORDS) for _ in range(30)] for _ in range(2))
    quote = [f"{word}{index}" for index, word in enumerate(chance.choices(WORDS, k=15))]
    now = list(quote)
    for index in chance.sample(range(1, 14), edits):
        now[index] = "changed"
    text = " ".join([*before, *now, *after])
    located = locate(" ".join(quote), text)
    assert located.state == ("edited" if edits else "intact")
    assert found(located) == " ".join(now)
    assert sum(difference.count("changed") for difference in located.differences) == edits
