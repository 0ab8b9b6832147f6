import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Report, Span, cut
from provenance.model.place import line_column
from provenance.readers import read
from provenance.reports.places import Files, Lines, Places, Region

from .conftest import document


def places_of(raw: bytes, media_type: str, quote: str, *, with_file: bool = True) -> Region:
    held = read(raw, id="d", media_type=media_type).model_copy(update={"path": "in/d.x"})
    start = held.text.rindex(quote)
    files = Files({"in/d.x": "repo/d.x"}, {"in/d.x": raw.decode()} if with_file else {})
    place = Places(Report(documents=(held,)), files).of(cut(held.text, start, start + len(quote), "d"))
    assert place.uri == "repo/d.x"
    return place.region


@given(st.text("ab\n\r😀", max_size=40), st.data())
def test_lines_agree_with_those_of_messages(text, data):
    offset = data.draw(st.integers(0, len(text)))
    assert Lines(text).position(offset) == line_column(text, offset)


@given(st.text("ab\n\r😀", max_size=40))
def test_a_line_starts_and_ends_where_its_words_do(text):
    lines = Lines(text)
    for number, line in enumerate(text.split("\n"), 1):
        assert text[lines.start(number) : lines.end(number)] == line.removesuffix("\r")


def test_columns_are_code_points_and_the_end_is_exclusive():
    assert places_of("😀 one\r\n😀 two\n".encode(), "text/plain", "two") == Region(2, 3, 2, 6)
    assert places_of(b"one\ntwo\n", "text/plain", "one\ntwo") == Region(1, 1, 2, 4)


MARKDOWN = b"# Head\n\nIt **was** so, it was so.\n"


def test_markdown_has_the_columns_of_its_file():
    assert places_of(MARKDOWN, "text/markdown", "was so") == Region(3, 19, 3, 25)
    assert places_of(MARKDOWN, "text/markdown", "It was so") == Region(3, 1, 3, 14)
    assert places_of(MARKDOWN, "text/markdown", "Head") == Region(1, 3, 1, 7)


def test_markdown_without_its_file_has_its_lines():
    assert places_of(MARKDOWN, "text/markdown", "was so", with_file=False).start_line == 3


def test_markdown_with_words_written_another_way_is_a_whole_line():
    assert places_of(b"Word\n\nwe**ll** \\\n&#119;ent\n\nx |a| b\n", "text/markdown", "a").start_line == 6
    assert places_of(b"A\n\n<b>it</b> &#119;ent &eacute;n\n", "text/markdown", "it went én") == Region(3, 1, 3, 30)


PAGE = b"<html><head><title>T</title></head>\n<body><p>One\n  <b>two</b></p>\n<p>Two died &amp; more.</p></body></html>"


def test_a_page_has_the_lines_of_its_file():
    assert places_of(PAGE, "text/html", "One two") == Region(2, 10, 3, 9)
    assert places_of(PAGE, "text/html", "died & more.") == Region(4, 8, 4, 24)


def test_the_same_words_in_two_lines_of_a_page_are_told_apart():
    page = b"<html><body>\n<p>Two died.</p>\n<p>It rained.</p>\n<p>Two died.</p>\n</body></html>"
    assert places_of(page, "text/html", "Two died.") == Region(4, 4, 4, 13)
    marked = page.replace(b"It rained.", b"<b>Two</b> died.")
    assert places_of(marked, "text/html", "Two died").start_line == 4


@pytest.mark.parametrize("span", [Span(document="d", start=2, end=5, quote="xyz"), cut("gone", 0, 4, "unknown")])
def test_words_that_no_document_holds_are_at_the_top(span):
    places = Places(Report(documents=(document("d", "some words"),)))
    assert places.of(span).region == Region(1, 1, 1, 1)


def test_the_place_of_a_record():
    places = Places(Report(documents=()), Files({"x:y/a.yaml": "y/a.yaml"}))
    record = places.of_record("x:y/a.yaml:12:3")
    assert record is not None
    assert (str(record), record.region) == ("y/a.yaml:12:3", Region(12, 3, 12, 3))
    assert [places.of_record(text) for text in ("", "a.yaml", "a:0:1", "a:b:c")] == [None] * 4
