"""HTML on the standard library's parser: blocks become lines; scripts, styles and navigation are left out.

A light reader: it keeps the article where the page marks one, else the whole body, and guesses no boilerplate.
"""

import re
from html.parser import HTMLParser

from provenance.errors import UnreadableError
from provenance.readers import jsonld
from provenance.readers.encoding import decode
from provenance.readers.parsed import Parsed, day

NAME = "html"
VERSION = "1"
EXTENSIONS = (".html", ".htm", ".xhtml")
MEDIA_TYPES = ("text/html", "application/xhtml+xml")

LARGEST_PAGE = 10 * 1024 * 1024
"""Bytes: the parser is slow, and hostile pages make it slower."""
_BLOCK_NAMES = """
address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hr legend li main ol option p pre section summary table tbody tfoot thead tr ul
"""
_DROPPED_NAMES = "script style nav noscript template svg math button select iframe object head textarea"
_BLOCKS, _DROPPED = frozenset(_BLOCK_NAMES.split()), frozenset(_DROPPED_NAMES.split())
_CELLS = frozenset(("td", "th"))
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,500}?(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CHARSET_BYTES = 4096
_MOST_JSONLD = 10
# A shorter article is a teaser among others, so the whole page is kept.
_SHORTEST_ARTICLE = 200
_MARKS_OF_SITES = (" | ", " - ", " – ", " — ", " · ")
_LONGEST_SITE = 40
_META = {
    "og:title": "title",
    "twitter:title": "title",
    "og:site_name": "publisher",
    "application-name": "publisher",
    "author": "author",
    "article:author": "author",
    "dc.creator": "author",
    "article:published_time": "published",
    "og:article:published_time": "published",
    "datepublished": "published",
    "date": "published",
    "pubdate": "published",
    "dc.date": "published",
    "dc.date.issued": "published",
    "og:url": "url",
}


def parse(raw: bytes, charset: str | None = None) -> Parsed:
    """Text and metadata of a page. Raises UnreadableError when the bytes are no text or the page cannot be parsed."""
    if len(raw) > LARGEST_PAGE:
        mb = 1024 * 1024
        message = f"has {len(raw) / mb:.0f} MB, more than the limit of {LARGEST_PAGE // mb} MB for a page"
        raise UnreadableError(message, remedy="Save its text alone")
    declared = _CHARSET.search(raw[:_CHARSET_BYTES])
    source, warnings = decode(raw, charset or (declared[1].decode("ascii", "replace") if declared else None))
    page = _parse(source, _DROPPED)
    if not page.text():
        page = _parse(source, _DROPPED - {"nav", "head"})
    parsed = Parsed(page.text(), warnings=warnings)
    if not parsed.text:
        raise UnreadableError("holds no text", remedy="The page may need a browser; save its text")
    page.describe(parsed)
    return parsed


def _parse(source: str, dropped: frozenset[str]) -> "_Page":
    page = _Page(dropped)
    try:
        page.feed(_closed(source))
        page.close()
    except (AssertionError, ValueError, IndexError, RecursionError) as error:  # the parser's answer to hostile pages
        detail = str(error) or type(error).__name__
        raise UnreadableError(f"cannot be parsed as HTML ({detail})", remedy="Save its text alone") from None
    return page


def _closed(source: str) -> str:
    """`source` with what never closes as plain words: the parser would read to the end for each such mark."""
    for opening, closing in (("<!--", "-->"), ("<", ">")):
        last = source.rfind(closing) + 1
        if source.find(opening, last) >= 0:
            source = source[:last] + source[last:].replace("<", "&lt;")
    return source


def _parted(title: str, text: str) -> tuple[str, str | None]:
    """The headline in a title, and the site behind it: only where the text has the headline as a line of its own."""
    for mark in _MARKS_OF_SITES:
        headline, _, site = title.rpartition(mark)
        if headline and len(site) <= _LONGEST_SITE and headline in text.split("\n"):
            return headline, site
    return title, None


class _Page(HTMLParser):
    """Collects lines and metadata."""

    def __init__(self, dropped: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._dropped = dropped
        self._skipping = ""
        self._skip_depth = 0
        self._preformatted = 0
        self._articles = 0
        self._in_title = False
        self._title: list[str] = []
        self._line: list[str] = []
        self._lines: list[tuple[str, bool]] = []
        self._meta: dict[str, str] = {}
        self._time: str | None = None
        self._is_jsonld = False
        self._jsonld: list[str] = []

    def text(self) -> str:
        """The lines of the article, where there is one of some length, else all lines."""
        self._break()
        article = "\n".join(line for line, inside in self._lines if inside)
        return article if len(article) >= _SHORTEST_ARTICLE else "\n".join(line for line, _ in self._lines)

    def describe(self, parsed: Parsed) -> None:
        """Put the page's metadata into `parsed`."""
        for source in self._jsonld:
            for name, value in jsonld.article(source).items():
                self._meta.setdefault(name, value)
        title = self._meta.get("title") or _SPACE.sub(" ", "".join(self._title)).strip()
        headline, site = _parted(title, parsed.text)
        parsed.title = headline or None
        parsed.publisher = self._meta.get("publisher") or site
        author = self._meta.get("author", "")
        parsed.author = author if author and "://" not in author else None
        parsed.published = day(self._meta.get("published", "")) or day(self._time or "")
        url = self._meta.get("canonical") or self._meta.get("url", "")
        parsed.url = url if url.startswith(("http://", "https://")) else None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note metadata, blocks and what is left out."""
        values = {name: value or "" for name, value in attrs}
        self._note(tag, values)
        if self._skipping:
            self._skip_depth += tag == self._skipping
            self._in_title = self._in_title or (tag == "title" and self._skipping == "head")
            if tag == "body" and self._skipping == "head":
                self._skipping = ""
            else:
                return
        if tag in self._dropped:
            self._skipping, self._skip_depth = tag, 1
            self._break()
        elif tag == "title":
            self._in_title = True
        elif tag in _BLOCKS:
            self._break()
            self._articles += tag in ("article", "main")
            self._preformatted += tag == "pre"
        elif tag in _CELLS and self._line:
            self._line.append("\t")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An empty element neither opens a block nor leaves anything out."""
        self._note(tag, {name: value or "" for name, value in attrs})
        if tag in _BLOCKS and not self._skipping:
            self._break()

    def handle_endtag(self, tag: str) -> None:
        """Close a block or what is left out."""
        self._is_jsonld = False
        if tag == "title":
            self._in_title = False
        if self._skipping:
            if tag == self._skipping:
                self._skip_depth -= 1
                self._skipping = self._skipping if self._skip_depth else ""
        elif tag in _BLOCKS:
            self._break()
            if tag in ("article", "main"):
                self._articles = max(0, self._articles - 1)
            if tag == "pre":
                self._preformatted = max(0, self._preformatted - 1)

    def handle_data(self, data: str) -> None:
        """Collect words."""
        if self._in_title:
            self._title.append(data)
        elif self._is_jsonld:
            self._jsonld[-1] += data
        elif self._skipping:
            return
        elif self._preformatted:
            first, *rest = data.split("\n")
            self._line.append(first)
            for line in rest:
                self._break()
                self._line.append(line)
        else:
            self._line.append(_SPACE.sub(" ", data))

    def _break(self) -> None:
        joined = "".join(self._line)
        line = joined.rstrip() if self._preformatted else _tidy(joined)
        if line.strip():
            self._lines.append((line, self._articles > 0))
        self._line = []

    def _note(self, tag: str, values: dict[str, str]) -> None:
        if tag == "meta":
            key = values.get("property") or values.get("name") or values.get("itemprop", "")
            name = _META.get(key.strip().lower())
            content = values.get("content", "").strip()
            if name is not None and content:
                self._meta.setdefault(name, content)
        elif tag == "link" and "canonical" in values.get("rel", "").lower().split():
            self._meta.setdefault("canonical", values.get("href", "").strip())
        elif tag == "script":
            self._is_jsonld = "ld+json" in values.get("type", "").lower() and len(self._jsonld) < _MOST_JSONLD
            self._jsonld += [""] * self._is_jsonld
        elif tag == "time" and self._time is None:
            self._time = values.get("datetime")


def _tidy(line: str) -> str:
    """`line` with single spaces, and tabs between table cells."""
    return "\t".join(_SPACE.sub(" ", cell).strip() for cell in line.split("\t")).strip()
