import io
import zipfile

import docx as library
import pytest

from provenance.errors import MissingExtraError, UnreadableError
from provenance.readers import docx, read

W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def replaced(raw: bytes, name: str, old: str, new: str) -> bytes:
    """The archive with other words in one part."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(stream, "w") as target:
        for part in source.infolist():
            content = source.read(part).decode() if part.filename == name else source.read(part)
            if isinstance(content, str):
                assert old in content
                content = content.replace(old, new)
            target.writestr(part, content)
    return stream.getvalue()


def body(markup: str) -> bytes:
    """A document whose one paragraph is `markup`."""
    document = library.Document()
    document.add_paragraph("HERE")
    return replaced(saved(document), "word/document.xml", "<w:r><w:t>HERE</w:t></w:r>", markup)


def test_paragraphs_and_tables_in_their_order():
    document = library.Document()
    document.add_heading("Harbour fire", 0)
    paragraph = document.add_paragraph("At least ")
    paragraph.add_run("23").bold = True
    paragraph.add_run(" people\tdied.")
    document.add_paragraph("")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ("Year", "Fires", "2019", "14"), strict=True):
        cell.text = words
    document.add_paragraph("The end.")
    assert docx.parse(saved(document)).text == (
        "Harbour fire\nAt least 23 people died.\nYear\tFires\n2019\t14\nThe end."
    )


def test_title_and_author():
    document = library.Document()
    document.add_paragraph("Words.")
    document.core_properties.title, document.core_properties.author = "Harbour", "A. Sand"
    read_again = read(saved(document))
    assert (read_again.title, read_again.author, read_again.reader) == ("Harbour", "A. Sand", "docx")
    assert read_again.published is None


def test_the_name_of_a_program_is_no_author():
    document = library.Document()
    document.add_paragraph("Three warehouses burned.")
    assert document.core_properties.author == "python-docx"
    assert read(saved(document)).author is None


def test_tracked_changes_are_read_as_accepted_and_said():
    parsed = docx.parse(
        body(
            "<w:r><w:t xml:space='preserve'>killed </w:t></w:r>"
            "<w:del w:id='1'><w:r><w:delText>22</w:delText></w:r></w:del>"
            "<w:ins w:id='2'><w:r><w:t>35</w:t></w:r></w:ins>"
            "<w:moveFrom w:id='3'><w:r><w:t>old</w:t></w:r></w:moveFrom>"
        )
    )
    assert parsed.text == "killed 35"
    assert parsed.warnings == ["has tracked changes; they are read as accepted"]


def test_a_text_box_is_a_line_of_its_own_and_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
    found = docx.parse(
        body(
            "<w:r><w:t>Around.</w:t></w:r><w:r><mc:AlternateContent "
            "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
            f"{choice}<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert found.text == "Around.\nIn the box."


def test_footnotes_follow_the_text():
    document = library.Document()
    document.add_paragraph("Twelve ships burned.")
    raw = saved(document)
    relation = (
        "<Relationship Id='rIdN' Target='footnotes.xml' "
        "Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes'/></Relationships>"
    )
    raw = replaced(raw, "word/_rels/document.xml.rels", "</Relationships>", relation)
    kind = (
        "<Override PartName='/word/footnotes.xml' ContentType='application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml'/></Types>"
    )
    raw = replaced(raw, "[Content_Types].xml", "</Types>", kind)
    stream = io.BytesIO(raw)
    with zipfile.ZipFile(stream, "a") as archive:
        note = "<w:footnote w:id='1'><w:p><w:r><w:t>By the port's own count.</w:t></w:r></w:p></w:footnote>"
        archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{note}</w:footnotes>")
    assert docx.parse(stream.getvalue()).text == "Twelve ships burned.\nBy the port's own count."


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


ENTITIES = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"PK\x03\x04" + bytes(40), "damaged ZIP or Office file"),
        (archive(**{"xl/workbook.xml": b"<x/>"}), "no Word document"),
        (archive(**{"word/document.xml": b"<x/>"}), "damaged Word document"),
        (archive(**{"word/document.xml": b" " * (docx.LARGEST_MARKUP + 1)}), "MB unpacked, more than can be read"),
        (saved(library.Document()), "without text"),
    ],
)
def test_what_cannot_be_read_is_said(raw, message):
    with pytest.raises(UnreadableError, match=message):
        read(raw)


def test_entities_bring_in_no_file():
    raw = body("<w:r><w:t>Words&a;</w:t></w:r>")
    raw = replaced(raw, "word/document.xml", "standalone='yes'?>", "standalone='yes'?>" + ENTITIES)
    assert docx.parse(raw).text == "Words"


def test_without_the_extra_it_says_how_to_install_it(monkeypatch):
    document = library.Document()
    document.add_paragraph("Words.")
    monkeypatch.setattr(docx, "find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'provenance-verifier\[docx\]'"):
        read(saved(document))
