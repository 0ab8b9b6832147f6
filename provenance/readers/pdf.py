"""PDF by pdfium (the extra `pdf`): the lines of a paragraph become one, a form feed stands where a page begins.

The parser runs in a process of its own with little time and memory, because files are hostile. What a page shows as a
picture is not read, and said. Headers and footers are kept once, page numbers not at all.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from provenance.errors import MissingExtraError, UnreadableError
from provenance.readers.layout import Line, continues, joined, paragraphs
from provenance.readers.parsed import Parsed

NAME = "pdf"
VERSION = "1"
EXTENSIONS = (".pdf",)
MEDIA_TYPES = ("application/pdf",)
SIGNATURE = b"%PDF-"

PAGE = "\f"
"""Stands before the first paragraph of each page but the first."""
MOST_PAGES = 2_000
_SECONDS: Final = 60
_MEMORY: Final = 2 << 30
_READER: Final = Path(__file__).with_name("pdf_lines.py")
_NUMBER: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_FEWEST: Final = 3
"""Pages on which a line at the edge comes back before it is taken for a header or footer."""
_SHOWN: Final = 5
_REMEDIES: Final = {
    "password": ("is locked with a password", "Save a copy without it"),
    "damaged": ("is a damaged PDF", "Save it again, or save its text"),
}


def parse(raw: bytes, charset: str | None = None) -> Parsed:
    """Text, title and author of a PDF; its date of creation is not that of publication, and is left out.

    Raises UnreadableError (damaged, locked, without text, too much work) and MissingExtraError.
    """
    if find_spec("pypdfium2") is None:
        raise MissingExtraError("is a PDF, which needs pypdfium2", remedy="pip install 'provenance-verifier[pdf]'")
    found = _found(raw)
    if fault := found.get("fault"):
        message, remedy = _REMEDIES[fault]
        raise UnreadableError(message, remedy=remedy)
    pages = [[Line(*line) for line in page] for page in found["pages"]]
    text = _text([list(paragraphs(page)) for page in _without_furniture(pages)])
    if not text.strip():
        raise UnreadableError(
            "is a PDF without text: its pages are pictures", remedy="Run it through text recognition (OCR) first"
        )
    parsed = Parsed(text, title=found["title"] or None, author=found["author"] or None)
    parsed.warnings += _warnings(pages, found["count"])
    return parsed


def _found(raw: bytes) -> dict[str, Any]:
    import subprocess

    command = [sys.executable, "-P", str(_READER), str(_SECONDS), str(_MEMORY), str(MOST_PAGES)]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=2 * _SECONDS, check=False)
    except subprocess.TimeoutExpired:
        done = None
    if done is None or done.returncode:
        raise UnreadableError(
            f"is a PDF that breaks the reader, or takes more than {_SECONDS} seconds or {_MEMORY >> 30} GB",
            remedy="Save its text alone",
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _text(pages: Sequence[list[str]]) -> str:
    """The paragraphs a line each; one that goes on over the page stays whole, and the page begins behind it."""
    lines: list[str] = []
    for number, page in enumerate(pages):
        if number:
            if lines and page and continues(lines[-1], page[0]):
                lines[-1] = joined([lines[-1], page.pop(0)])
            page[:1] = [PAGE + page[0]] if page else [PAGE]
        lines += page
    return "\n".join(lines)


def _without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without their numbers, and without the lines at their edges that an earlier page has, but for numbers.

    The first one stays: it may be the title.
    """
    edges = [[line for line in (_highest(page), _lowest(page)) if line is not None] for page in pages]
    counted = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = {key for key, count in counted.items() if count >= max(_FEWEST, len(pages) // 2)}
    seen: set[str] = set()
    kept = []
    for page, edge in zip(pages, edges, strict=True):
        left_out = [line for line in edge if _key(line) in seen or (len(pages) > 1 and _is_page_number(line))]
        seen |= {key for line in edge if (key := _key(line)) in often}
        kept.append([line for line in page if line not in left_out])
    return kept


def _is_page_number(line: Line) -> bool:
    return _PAGE_NUMBER.fullmatch(line.text) is not None


def _key(line: Line) -> str:
    return _NUMBER.sub("#", line.text)


def _highest(page: Iterable[Line]) -> Line | None:
    return max((line for line in page if line.is_placed), key=lambda line: line.top, default=None)


def _lowest(page: Iterable[Line]) -> Line | None:
    return min((line for line in page if line.is_placed), key=lambda line: line.bottom, default=None)


def _warnings(pages: Sequence[Sequence[Line]], count: int) -> list[str]:
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    told = []
    if empty:
        named = ", ".join(empty[:_SHOWN]) + (f" and {len(empty) - _SHOWN} more" if len(empty) > _SHOWN else "")
        told.append(f"no text on {len(empty)} of {count} pages ({named}); they may be pictures, which are not read")
    if count > len(pages):
        told.append(f"only the first {len(pages):,} of {count:,} pages were read; split it")
    return told
