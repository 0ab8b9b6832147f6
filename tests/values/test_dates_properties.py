"""Laws of provenance.values.dates that hold for any text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.values.dates import compare, find
from provenance.values.dates.lexicon import WORDS

TIMEX = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF"
    r"|P(?=[0-9XT])([0-9X.]+(Y|M|Q|W|WE|D|E|C))*(T([0-9X.]+[HMS])+)?"
    r"|[0-9]{2,3}"
    r"|[0-9X]{4}(-(Q[1-4X]|H[12]|SP|SU|FA|WI))?(/[0-9]{4})?"
    r"|[0-9X]{4}-[0-9X]{2}(-[0-9X]{2})?(T(([0-9]{2}:[0-9]{2}Z?)|MO|AF|EV|NI))?"
    r"|[0-9X]{4}-W[0-9X]{2}(-([1-7]|WE))?(T(([0-9]{2}:[0-9]{2}Z?)|MO|AF|EV|NI))?"
    r"|[0-9X]{4}-[0-9]{2}-[0-9]{2}/[0-9X]{4}-[0-9]{2}-[0-9]{2}"
)
NEUTRAL = "The committee read the report. "
DIGITS = [
    "1",
    "2",
    "12",
    "31",
    "99",
    "1984",
    "2018",
    "1,300",
    "1.5",
    "1/2",
    "½",
    "21st",
    "8:30",
    "2018-02-29",
    "31/2/2018",
    "90s",
    "1990s",
    "‘90s",
    "’98",
    "07.04.2018",
    "2018/04/31",
    "p.m.",
    "fy2019",
    "--",
    "(",
    ")",
]
words = st.lists(
    st.sampled_from(sorted(WORDS) + DIGITS * 12 + ["ago", "the", "said", "Baghdad", "\n\n"] * 12), max_size=14
).map(" ".join)
texts = st.one_of(words, st.text(max_size=60), st.builds("{} {}".format, words, st.text(max_size=20)))
references = st.one_of(st.none(), st.dates())


@settings(max_examples=400, deadline=None)
@given(texts, references)
def test_spans_values_and_days_are_sound(text, reference):
    end = 0
    for time in find(text, reference, document="d"):
        assert text[time.span.start : time.span.end] == time.span.quote == time.text
        assert time.span.document == "d"
        assert time.span.start >= end
        end = time.span.end
        assert time.value is not None
        assert TIMEX.fullmatch(time.value), time.value
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.start < time.end
        assert type(time).model_validate(time.model_dump()) == time


@settings(max_examples=150, deadline=None)
@given(words, references)
def test_text_before_only_shifts_spans(text, reference):
    plain = [(t.span.start, t.span.end, t.kind, t.value, t.start, t.relative_to) for t in find(text, reference)]
    shifted = [
        (t.span.start - len(NEUTRAL), t.span.end - len(NEUTRAL), t.kind, t.value, t.start, t.relative_to)
        for t in find(NEUTRAL + text, reference)
    ]
    assert shifted == plain


@settings(max_examples=150, deadline=None)
@given(words, words, references, references)
def test_compare_is_symmetric_and_gives_reasons(a, b, reference_a, reference_b):
    for first in find(a, reference_a)[:3]:
        for second in find(b, reference_b)[:3]:
            result = compare(first, second)
            assert result == compare(second, first)
            assert str(first.value) in result.reason
            assert str(second.value) in result.reason


@settings(max_examples=150, deadline=None)
@given(words, st.dates())
def test_an_absolute_time_is_the_same_as_itself(text, reference):
    for time in find(text, reference):
        if time.start is not None:
            assert compare(time, time).verdict == "same"


@settings(max_examples=100, deadline=None)
@given(words)
def test_nothing_relative_is_resolved_without_publication_date(text):
    for time in find(text):
        assert time.relative_to in (None, "context", "unresolved")
        if time.relative_to == "unresolved":
            assert time.start is None
