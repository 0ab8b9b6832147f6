"""Offsets as people read them: line and column, page or paragraph."""

from provenance.model.document import Document

_PAGE = "\f"
"""What the reader of PDF puts before each page but the first."""


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a code point, both counted from 1; lines end at a line feed."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


def place(document: Document, offset: int) -> str:
    """`path:line:column` of a code point, `path, page 3` in a PDF, `path, paragraph 3` in a Word document.

    The document's id stands in for a path it does not have.
    """
    where = document.path or document.id
    line, column = line_column(document.text, offset)
    if document.reader == "pdf":
        return f"{where}, page {document.text.count(_PAGE, 0, offset + 1) + 1}"
    return f"{where}, paragraph {line}" if document.reader == "docx" else f"{where}:{line}:{column}"
