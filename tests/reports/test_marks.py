from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Name, SlotComparison, cut
from provenance.reports.marks import KINDS, pieces, slot_marks, word_marks


def _slot(name, verdict, a, b):
    return SlotComparison(slot=name, verdict=verdict, a=a, b=b, reason="")


def test_words_that_only_one_passage_has():
    a, b = "The bridge was closed for 3 weeks", "The old bridge was closed for 4 weeks"
    only_a, only_b = word_marks(a, b)
    assert [a[start:end] for start, end, _ in only_a] == ["3"]
    assert [b[start:end] for start, end, _ in only_b] == ["old", "4"]


def test_no_word_marks_where_nearly_everything_differs():
    assert word_marks("Three warehouses burned down.", "The blaze took the stores, all of them") == ([], [])


def test_a_number_with_separators_is_one_word():
    a = "It cost 1,200 crowns"
    assert [a[s:e] for s, e, _ in word_marks(a, "It cost 1,300 crowns")[0]] == ["1,200"]


def test_a_slot_value_is_marked_where_it_stands_as_a_whole_word():
    shown = cut("In 142 cases 42 were hurt", 0, 25)
    marks = list(slot_marks(shown, None, [_slot("quantity", "different", "42", "24")], "a"))
    assert marks == [(13, 15, "differs")]


def test_a_normalised_value_is_marked_by_the_claims_own_words(report):
    first = report.claims[0]
    slots = [_slot("quantity", "different", "≥ 42", "24"), _slot("time", "same", "2021-05-03", "2021-05-03")]
    marks = {(first.sentence.quote[s:e], kind) for s, e, kind in slot_marks(first.sentence, first, slots, "a")}
    assert marks == {("At least 42", "differs"), ("on Monday", "agrees")}


def test_an_unknown_slot_marks_nothing():
    assert list(slot_marks(cut("42 hurt", 0, 7), None, [_slot("quantity", "unknown", "42", "")], "a")) == []


@given(st.text(max_size=40), st.data())
def test_pieces_join_to_the_text_and_the_strongest_mark_shows(text, data):
    offsets = st.integers(0, len(text))
    ranges = st.tuples(offsets, offsets).map(sorted)
    quote = tuple(data.draw(ranges))
    marks = [(*r, k) for r, k in data.draw(st.lists(st.tuples(ranges, st.sampled_from(KINDS)), max_size=5))]
    cuts = pieces(text, quote, marks)
    assert "".join(piece.text for piece in cuts) == text
    kinds = [piece.kind for piece in cuts for _ in piece.text]
    for place, kind in enumerate(kinds):
        covering = [KINDS.index(k) for s, e, k in marks if s <= place < e]
        assert KINDS.index(kind) == max(covering, default=int(quote[0] <= place < quote[1]))


@given(st.text(max_size=60), st.text(max_size=60))
def test_word_marks_are_ranges_of_their_text(a, b):
    for text, marks in zip((a, b), word_marks(a, b), strict=True):
        assert all(0 <= start < end <= len(text) for start, end, _ in marks)


def test_of_several_values_only_the_shared_ones_agree(report):
    first = report.claims[0]
    names = [
        Name(span=cut(first.sentence.quote, *place).within("harbour", first.sentence.start), text="x")
        for place in ((12, 19), (38, 42))
    ]
    claim = first.model_copy(update={"names": tuple(names)})
    slot = _slot("actor", "same", "dockers; fire", "Dockers")
    assert [first.sentence.quote[s:e] for s, e, _ in slot_marks(first.sentence, claim, [slot], "a")] == ["dockers"]
