"""Word documents (.docx) by python-docx (the extra `docx`): each paragraph, and each row of a table, becomes a line.

Tracked changes are read as accepted, as Word shows them without markup, and said; footnotes and endnotes follow the
text. The archive is measured before it is opened, because a small one can hold gigabytes.
"""

import io
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import groupby
from typing import Any, Final

from provenance.errors import MissingExtraError, UnreadableError
from provenance.readers.parsed import Parsed

NAME = "docx"
VERSION = "1"
EXTENSIONS = (".docx",)
MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
SIGNATURE = b"PK\x03\x04"

LARGEST_INFLATED = 200 * 1024 * 1024
"""Bytes of all parts together, as the archive declares them; zipfile reads no more than is declared."""
LARGEST_MARKUP = 40 * 1024 * 1024
"""Bytes of its XML, which takes several times as much memory as a tree."""
MOST_PARTS = 5_000
_MARKUP: Final = (".xml", ".rels")
_MAIN: Final = "word/document.xml"
_NOTES: Final = ("/footnotes", "/endnotes")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _T, _ROW, _CELL, _DELETED = (_W + name for name in ("p", "t", "tr", "tc", "del"))
_LEFT_OUT: Final = frozenset((_DELETED, _W + "moveFrom", _MC + "Fallback"))
"""What was deleted or moved away, and what only programs read that do not know the shape beside it."""
_TRACKED: Final = frozenset((_W + "ins", _DELETED, _W + "moveTo", _W + "moveFrom"))
_NOBODY: Final = frozenset(("python-docx", "Microsoft Office User", "Unknown"))
"""What programs write as the author where nobody says."""
_SIGNS: Final = {_W + "tab": "\t", _W + "br": " ", _W + "cr": " ", _W + "noBreakHyphen": "‑"}


def parse(raw: bytes, charset: str | None = None) -> Parsed:
    """Text, title and author of a Word document; its date of creation is not that of publication, and is left out.

    Raises UnreadableError (another archive, damaged, too large unpacked, without text) and MissingExtraError.
    """
    _measure(raw)
    if find_spec("docx") is None:
        raise MissingExtraError(
            "is a Word document, which needs python-docx", remedy="pip install 'provenance-verifier[docx]'"
        )
    import docx

    try:
        document = docx.Document(io.BytesIO(raw))
        roots = [document.element.body, *_notes(document)]
        about = document.core_properties
        author = "" if about.author in _NOBODY else about.author
        parsed = Parsed("", title=about.title or None, author=author or None)
    except Exception:  # the library has no error of its own for the many ways in which a file can be broken
        raise UnreadableError("is a damaged Word document", remedy="Save it again, or save its text") from None
    parsed.text = "\n".join(line for root in roots for line in _lines(root))
    if not parsed.text:
        raise UnreadableError("is a Word document without text", remedy="Leave it out, or save the source again")
    if any(next(root.iter(*_TRACKED), None) is not None for root in roots):
        parsed.warnings.append("has tracked changes; they are read as accepted")
    return parsed


def _measure(raw: bytes) -> None:
    """Raises UnreadableError for an archive that is no Word document, or that is too large unpacked."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise UnreadableError("is a damaged ZIP or Office file", remedy="Save it again, or save its text") from None
    if _MAIN not in {part.filename for part in parts}:
        raise UnreadableError("is a ZIP or Office file, but no Word document (.docx)", remedy="Save its text alone")
    size = sum(part.file_size for part in parts)
    markup = sum(part.file_size for part in parts if part.filename.endswith(_MARKUP))
    if size > LARGEST_INFLATED or markup > LARGEST_MARKUP or len(parts) > MOST_PARTS:
        message = f"has {len(parts):,} parts of {size >> 20:,} MB unpacked, more than can be read"
        raise UnreadableError(message, remedy="Save its text alone")


def _notes(document: Any) -> Iterator[Any]:
    """The roots of footnotes and endnotes."""
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            yield parse_xml(relation.target_part.blob)


def _lines(root: Any) -> Iterator[str]:
    """The paragraphs in order, tidied; those of one table row joined, with a tab between its cells."""
    placed = ((_within(p, _ROW), _within(p, _CELL), _words(p)) for p in root.iter(_P))
    for row, group in groupby(placed, key=lambda one: one[0]):
        if row is None:
            yield from (words for _, _, words in group if words)
            continue
        cells = (" ".join(words for _, _, words in cell if words) for _, cell in groupby(group, key=lambda one: one[1]))
        if line := "\t".join(cells).strip():
            yield line


def _within(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag), None)


def _words(paragraph: Any) -> str:
    """The words of a paragraph without those of paragraphs inside it (text boxes), which are lines of their own."""
    parts = []
    for element in paragraph.iter(_T, *_SIGNS):
        if _is_shown(element, paragraph):
            parts.append(_SIGNS.get(element.tag) or element.text or "")
    return " ".join("".join(parts).split())


def _is_shown(element: Any, paragraph: Any) -> bool:
    inner = next(element.iterancestors(_P), None) is paragraph
    return inner and next(element.iterancestors(*_LEFT_OUT), None) is None
