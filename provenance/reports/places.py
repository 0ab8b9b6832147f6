"""Where passages stand in files: line and column, as editors and CI systems count them."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from provenance.model import Document, Report, Span
from provenance.readers import docx, pdf
from provenance.reports.infile import find

_AS_IN_FILE = "plain"
"""The reader whose text is its file's."""
_LINES_AS_IN_FILE = "markdown"
"""The reader that takes markup out of lines, and keeps the lines."""
_LINE = "line"


@dataclass(frozen=True, slots=True)
class Files:
    """What only the file system knows. Keys are paths as documents and findings name them; without an entry, a path is
    taken as it is, and lines and columns are those of the document's text."""

    uris: Mapping[str, str] = field(default_factory=dict)
    """Paths relative to the root of the repository, with "/"."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """The files' own text, markup and all."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a person finds a passage, from 1: line of a text, page of a PDF, paragraph of a Word document."""

    unit: str
    number: int

    def __str__(self) -> str:
        return f"{self.unit} {self.number}"

    def of(self, path: str) -> str:
        """`path:line`, which most terminals open; `path, page 3` for files that have no lines."""
        return f"{path}:{self.number}" if self.unit == _LINE else f"{path}, {self}"


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, in code points; the end column is exclusive."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


_TOP = Region(1, 1, 1, 1)


class Lines:
    """A text that finds the line and the column of an offset."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._ends = [index for index, character in enumerate(text) if character == "\n"]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point, both counted from 1."""
        line = bisect_left(self._ends, offset)
        return line + 1, offset - self.start(line + 1) + 1

    def start(self, line: int) -> int:
        """Offset of the first code point of a line."""
        return self._ends[line - 2] + 1 if line > 1 else 0

    def end(self, line: int) -> int:
        """Offset behind the last code point of a line, its line end left out."""
        end = self._ends[line - 1] if line <= len(self._ends) else len(self.text)
        return end - self.text.endswith("\r", self.start(line), end)

    def region(self, start: int, end: int) -> Region:
        """The region of a half-open range of code points."""
        return Region(*self.position(start), *self.position(end))


class File:
    """A document as the file that it was read from."""

    def __init__(self, document: Document, text: str | None) -> None:
        self._document = document
        self.own = document.text if text is None and document.reader == _AS_IN_FILE else text
        """The file's own text; None where the document's differs from it and nobody gave it."""

    @cached_property
    def lines(self) -> Lines:
        """The lines of the file; those of the document's text where nobody gave the file's."""
        return Lines(self._document.text if self.own is None else self.own)

    @cached_property
    def _read(self) -> Lines:
        return self.lines if self.lines.text == self._document.text else Lines(self._document.text)

    def where(self, span: Span) -> Where:
        """The line, page or paragraph that a span begins on; the first for words that the file does not hold there."""
        if self._document.reader == pdf.NAME:
            return Where("page", self._document.text.count(pdf.PAGE, 0, span.start + 1) + 1)
        unit = "paragraph" if self._document.reader == docx.NAME else _LINE
        return Where(unit, self.region(span).start_line)

    def region(self, span: Span) -> Region:
        """Where the words of a span stand; the top of the file for words that it does not hold there."""
        text = self._document.text
        if text[span.start : span.end] != span.quote:
            return _TOP
        if self.lines is self._read:
            return self.lines.region(span.start, span.end)
        first, last = self._read.position(span.start)[0], self._read.position(span.end)[0]
        low, high = 0, len(self.lines.text)
        keeps_lines = self._document.reader == _LINES_AS_IN_FILE
        if keeps_lines:
            low, high = self.lines.start(first), self.lines.end(last)
        before = text.count(span.quote, self._read.start(first) if keeps_lines else 0, span.start)
        found = None if keeps_lines else self._plain(span.quote, before)
        found = found or find(span.quote, self.lines.text, low, high, before)
        if found is not None:
            return self.lines.region(*found)
        return self.lines.region(low, high) if keeps_lines else _TOP

    def _plain(self, quote: str, before: int) -> tuple[int, int] | None:
        """Where the words stand in the file without markup, after `before` others; None where some have markup."""
        own, start = self.lines.text, -len(quote)
        if not quote or own.count(quote) != self._document.text.count(quote):
            return None
        for _ in range(before + 1):
            start = own.find(quote, start + len(quote))
            if start < 0:
                return None
        return start, start + len(quote)


@dataclass(frozen=True, slots=True)
class Place:
    """A passage in a file."""

    uri: str
    region: Region
    file: File | None
    """None for a file that no document of the report was read from."""

    def __str__(self) -> str:
        return f"{self.uri}:{self.region.start_line}:{self.region.start_column}"


class Places:
    """The places of a report's passages and records."""

    def __init__(self, report: Report, files: Files | None = None) -> None:
        self._given = files or Files()
        self._documents = {document.id: document for document in report.documents}
        self._files: dict[str, File] = {}
        self._known: dict[Span, Place] = {}

    def uri(self, document: str) -> str:
        """Path of a document in the repository; its id where it came from no file."""
        held = self._documents.get(document)
        path = held.path if held is not None and held.path else document
        return self._given.uris.get(path, path)

    def of(self, span: Span) -> Place:
        """The place of a passage; the top of its document where the report does not hold that."""
        known = self._known.get(span)
        if known is None:
            file = self._file(span.document)
            region = file.region(span) if file else _TOP
            known = self._known[span] = Place(self.uri(span.document), region, file)
        return known

    def of_record(self, place: str) -> Place | None:
        """The place of a ledger's record, from its `file:line:column`; None where that says none."""
        match = re.fullmatch(r"(.+):(\d{1,9}):(\d{1,9})", place, re.DOTALL)
        if match is None or not int(match[2]) or not int(match[3]):
            return None
        line, column = int(match[2]), int(match[3])
        return Place(self._given.uris.get(match[1], match[1]), Region(line, column, line, column), None)

    def _file(self, document: str) -> File | None:
        held = self._documents.get(document)
        if held is None:
            return None
        if document not in self._files:
            self._files[document] = File(held, self._given.texts.get(held.path or ""))
        return self._files[document]
