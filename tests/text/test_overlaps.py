"""Spans found by place: the same as looking at each."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span
from provenance.text.overlaps import Overlaps

SPANS = st.builds(
    lambda start, length, document: Span(document=document, start=start, end=start + length, quote="x" * length),
    st.integers(0, 30),
    st.integers(0, 9),
    st.sampled_from("ab"),
)


@given(st.lists(SPANS, max_size=30), SPANS)
def test_finds_every_span_that_overlaps(spans, wanted):
    assert Overlaps(spans).with_span(wanted) == [n for n, span in enumerate(spans) if span.overlaps(wanted)]
