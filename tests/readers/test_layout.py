import pytest

from provenance.readers.layout import Line, continues, joined, paragraphs


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["the inter\ufffenational court"], "the international court"),
        (["a two\ufffemonth truce"], "a two-month truce"),
        (["the 20\ufffeyear plan"], "the 20-year plan"),
        (["the Saint\ufffeDenis gate"], "the Saint-Denis gate"),
        (["a  line ", "and another"], "a line and another"),
    ],
)
def test_words_parted_at_the_end_of_a_line(lines, whole):
    assert joined(lines) == whole


def test_lines_without_a_place_are_joined():
    assert list(paragraphs([Line("one"), Line("two"), Line("• three")])) == ["one two", "• three"]


def test_an_indented_line_begins_a_paragraph_where_a_sentence_ended():
    lines = [Line("All of them were there.", 40, 100, 240, 110), Line("Then it rained on them", 55, 88, 240, 98)]
    assert len(list(paragraphs(lines))) == 2
    lines[0] = Line("All of them were there,", 40, 100, 240, 110)
    assert len(list(paragraphs(lines))) == 1


def test_a_page_goes_on_in_the_middle_of_a_sentence():
    assert continues("brought forty tonnes", "of salt")
    assert not continues("brought forty tonnes.", "of salt")
    assert not continues("Yearly report", "The council")
