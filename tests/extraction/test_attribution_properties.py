"""Laws of attribution and quotations on any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.extraction import attribution, quotations
from provenance.model import Span

PIECES = [
    "said",
    "he",
    " ",
    "Mr. Karim",
    '"',
    "“",
    "”",
    "'",
    "’s",
    "told",
    "that",
    ",",
    ".",
    "\n",
    "\n\n",
    "according to",
    ":",
    "The",
    "''",
    "``",
]
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40).map(" ".join)
)


def slices(text: str, span: Span | None) -> bool:
    return span is None or (text[span.start : span.end] == span.quote and span.quote.strip() == span.quote != "")


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_of_attributions_slice_exactly(text: str) -> None:
    for found in attribution.find(text, "d"):
        assert all(slices(text, part) for part in (found.source, found.cue, found.content))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_of_quotations_slice_exactly_and_stand_between_marks(text: str) -> None:
    for found in quotations.find(text):
        assert slices(text, found.span)
        assert not text[: found.span.start].rstrip()[-1].isalnum()
