from hypothesis import given
from hypothesis import strategies as st

from provenance.model import cut
from provenance.reports.fulltext import segments


def test_nested_and_overlapping_spans():
    text = "abcdefgh"
    cuts = segments(text, [(1, cut(text, 0, 6)), (2, cut(text, 2, 4)), (3, cut(text, 5, 8))])
    assert [(s.text, s.covering, s.opening, s.closing) for s in cuts] == [
        ("ab", (1,), (1,), ()),
        ("cd", (1, 2), (2,), (2,)),
        ("e", (1,), (), ()),
        ("f", (1, 3), (3,), (1,)),
        ("gh", (3,), (), (3,)),
    ]


@given(st.text(min_size=1, max_size=40), st.data())
def test_segments_give_the_text_and_every_span_back(text, data):
    ranges = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda r: r[0] < r[1])
    spans = [(n, cut(text, *r)) for n, r in enumerate(data.draw(st.lists(ranges, max_size=6)))]
    cuts = segments(text, spans)
    assert "".join(segment.text for segment in cuts) == text
    for number, span in spans:
        assert "".join(segment.text for segment in cuts if number in segment.covering) == span.quote
        assert sum(number in segment.opening for segment in cuts) == 1
        assert sum(number in segment.closing for segment in cuts) == 1
