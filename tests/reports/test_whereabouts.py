"""Files without lines: what reports say instead."""

import io

import docx
import pytest

import provenance
from provenance.model import Report
from provenance.reports import FORMATS, render
from provenance.reports.places import Where
from tests.readers.pdf_file import column, pdf

TEXT = "Forty ships burned in the harbour of Lisbon on 3 March 2020."
OTHER = "Twelve ships burned in the harbour of Lisbon on 3 March 2020."


def of(document) -> Report:
    return provenance.review([document, provenance.read(OTHER.encode(), id="other", publisher="Post")])


def paged() -> Report:
    raw = pdf(column("The first page says nothing."), column(TEXT))
    read = provenance.read(raw, id="paged", url="https://a.org/r.pdf", publisher="Port")
    return of(read.model_copy(update={"path": "in/r.pdf"}))


def paragraphed() -> Report:
    document, stream = docx.Document(), io.BytesIO()
    for words in ("The first says nothing.", "", TEXT):
        document.add_paragraph(words)
    document.save(stream)
    return of(provenance.read(stream.getvalue(), id="worded").model_copy(update={"path": "in/r.docx"}))


def test_a_page_of_a_pdf():
    assert "in/r.pdf, page 2" in render(paged(), "text")
    assert "page 2" in render(paged(), "markdown")
    page = render(paged(), "html")
    assert ">page 2</a>" in page
    assert 'href="https://a.org/r.pdf#page=2"' in page


def test_a_paragraph_of_a_word_document():
    assert "in/r.docx, paragraph 2" in render(paragraphed(), "text")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_takes_them(name):
    assert render(paged(), name)
    assert render(paragraphed(), name)


def test_a_line_is_written_as_terminals_open_it():
    assert Where("line", 3).of("a.txt") == "a.txt:3"
    assert Where("page", 3).of("a.pdf") == "a.pdf, page 3"
