"""Markdown: the words without the markup; every line keeps its number, as in the file."""

import html
import re

from provenance.readers import frontmatter
from provenance.readers.encoding import decode
from provenance.readers.parsed import Parsed

NAME = "markdown"
VERSION = "1"
EXTENSIONS = (".md", ".markdown", ".mdown")
MEDIA_TYPES = ("text/markdown", "text/x-markdown")

_FENCE = re.compile(r" {0,3}(?:> ?)*(?P<fence>`{3,}|~{3,})")
_REMOVED = re.compile(
    r" {0,3}(?:={2,}|-{2,}|(?:[-*_] ?){3,}|\|?(?: ?:?-+:? ?\|)+(?: ?:?-+:?)? ?|\[[^\[\]^]{1,200}\]: ?\S+.*)\s*"
)
_PREFIX = re.compile(
    r"\s*(?:> ?)*"  # quotation
    r"(?:(?P<heading>#{1,6}(?:[ \t]+|$))"
    r"|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\] )?"  # list item, box
    r"|\[\^[^\]\s]{1,50}\]: ?)?"  # footnote
)
_CLOSING_HASHES = re.compile(r"(?<=\s)#+\s*$")
_IMAGE = re.compile(r"!\[([^\[\]]*)\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\[\]]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]]+)\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^\[\]]{0,200}\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,500}>")
_STRONG = re.compile(
    r"(?<![\\*])\*{1,3}(?=[^\s*])([^*\n]*[^\s*\\])\*{1,3}|(?<![\\\w_])_{1,3}(?=[^\s_])([^_\n]*[^\s_\\])_{1,3}(?!\w)"
)
_STRUCK = re.compile(r"~~([^~\n]+)~~")
_CODE = re.compile(r"`+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def parse(raw: bytes, charset: str | None = None) -> Parsed:
    """Text and front matter of a Markdown file; without a title there, the first heading. Raises UnreadableError."""
    source, warnings = decode(raw, charset)
    parsed = Parsed("", warnings=warnings)
    lines = source.split("\n")
    body = frontmatter.take(lines, parsed)
    lines = _without_comments("\n".join(lines)).split("\n")
    parsed.text = "\n".join([""] * body + _strip(lines[body:], parsed))
    return parsed


def _without_comments(source: str) -> str:
    """`source` without HTML comments; their line ends stay."""
    kept, at = [], 0
    while (start := source.find("<!--", at)) >= 0 and (end := source.find("-->", start + 4)) >= 0:
        kept += [source[at:start], "\n" * source.count("\n", start, end)]
        at = end + 3
    return "".join([*kept, source[at:]])


def _strip(lines: list[str], parsed: Parsed) -> list[str]:
    """The lines without markup; the words of code blocks stay as they are."""
    stripped: list[str] = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark is not None and mark["fence"].startswith(fence or mark["fence"][0]):
            fence = "" if fence else mark["fence"]
            stripped.append("")
        elif fence:
            stripped.append(line)
        else:
            stripped.append(_line(line, parsed))
    return stripped


def _line(line: str, parsed: Parsed) -> str:
    end = "\r" if line.endswith("\r") else ""
    if _REMOVED.fullmatch(line):
        return end
    prefix = _PREFIX.match(line)
    words = line[prefix.end() :] if prefix is not None else line
    is_heading = prefix is not None and prefix["heading"] is not None
    if is_heading:
        words = _CLOSING_HASHES.sub("", words)
    words = _inline(words).strip()
    if is_heading and parsed.title is None:
        parsed.title = words or None
    return words + end


def _inline(words: str) -> str:
    """Words of a line without inline markup."""
    words = _IMAGE.sub(r"\1", words)
    words = _LINK.sub(r"\1", words)
    words = _FOOTNOTE.sub("", words)
    words = _ADDRESS.sub(r"\1", words)
    words = _TAG.sub("", words)
    words = _STRONG.sub(_inner, words)
    words = _STRONG.sub(_inner, words)
    words = _STRUCK.sub(r"\1", words)
    words = _CODE.sub("", words)
    if words.startswith("|") or words.rstrip().endswith("|"):
        words = "\t".join(cell.strip() for cell in words.strip().strip("|").split("|"))
    words = _ESCAPED.sub(r"\1", words)
    return html.unescape(words) if "&" in words else words


def _inner(match: re.Match[str]) -> str:
    return match[1] or match[2]
