"""Links to the very words on a web page: text fragments, as browsers have followed them since 2024; to a page of a PDF.

Syntax: https://wicg.github.io/scroll-to-text-fragment/ . Words are matched whole and without regard to case. Pages of a
PDF: RFC 8118.
"""

import re
from functools import lru_cache
from urllib.parse import quote

from provenance.model import Document, Span
from provenance.readers.pdf import NAME as PDF
from provenance.reports.links import safe_link
from provenance.reports.places import File

LONGEST_WHOLE = 100
"""Code points; a longer passage is given by its first and last words, so that the link stays short."""
EDGE = 5
"""Words at each end of a long passage."""
CONTEXT = 3
"""Words before and after a passage that stands in its document more than once."""

_WORD = re.compile(r"\w+(?:['’.,:/-]\w+)*")


def link(document: Document, span: Span) -> str | None:
    """The document's URL, pointing at the words of `span` where that can be done; None without a safe URL."""
    url = safe_link(document.url)
    if url and document.reader == PDF:
        return f"{url.partition('#')[0]}#page={File(document, None).where(span).number}"
    directive = _directive(document.text, span) if url else ""
    if not url or not directive:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _directive(text: str, span: Span) -> str:
    """`[prefix-,]start[,end][,-suffix]`; empty where the document does not hold the span, or it holds no word."""
    if text[span.start : span.end] != span.quote:
        return ""
    words = list(_WORD.finditer(text, span.start, span.end))
    if not words:
        return ""
    start, end = words[0].start(), words[-1].end()
    whole = text[start:end]
    is_whole = len(whole) <= LONGEST_WHOLE and "\n" not in whole
    parts = [whole] if is_whole else [_edge(text, words[:EDGE]), _edge(text, words[-EDGE:], last=True)]
    directive = ",".join(map(_encoded, parts))
    if _stands_once(_folded(text), parts[0].casefold()):
        return directive
    before, after = _before(text, start), _after(text, end)
    return (f"{_encoded(before)}-," if before else "") + directive + (f",-{_encoded(after)}" if after else "")


def _stands_once(text: str, words: str) -> bool:
    first = text.find(words)
    return first >= 0 and text.find(words, first + 1) < 0


@lru_cache(maxsize=8)
def _folded(text: str) -> str:
    return text.casefold()


def _edge(text: str, words: list[re.Match[str]], last: bool = False) -> str:
    """The words at one end of a passage that stand on one line."""
    stretch = text[words[0].start() : words[-1].end()]
    lines = [line for line in stretch.split("\n") if _WORD.search(line)]
    return lines[-1 if last else 0].strip()


def _before(text: str, start: int) -> str:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    words = list(_WORD.finditer(line))[-CONTEXT:]
    return line[words[0].start() :].strip() if words else ""


def _after(text: str, end: int) -> str:
    stop = text.find("\n", end)
    line = text[end : stop if stop >= 0 else len(text)]
    words = list(_WORD.finditer(line))[:CONTEXT]
    return line[: words[-1].end()].strip() if words else ""


def _encoded(words: str) -> str:
    """Percent-encoded, the three characters that mean something in a directive included."""
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")
