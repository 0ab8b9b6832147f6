"""Offsets as people read them: line and column."""

from provenance.model.document import Document


def line_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a code point, both counted from 1; lines end at a line feed."""
    line_start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - line_start + 1


def place(document: Document, offset: int) -> str:
    """`path:line:column` of a code point; the document's id stands in for a path it does not have."""
    line, column = line_column(document.text, offset)
    return f"{document.path or document.id}:{line}:{column}"
