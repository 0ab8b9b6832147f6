"""Plain text: the decoded bytes as they are, since offsets count in them; only a byte order mark is left out."""

import re

from provenance.readers import frontmatter
from provenance.readers.encoding import decode
from provenance.readers.parsed import Parsed

NAME = "plain"
VERSION = "2"
EXTENSIONS = (".txt", ".text")
MEDIA_TYPES = ("text/plain",)

_SHOWN = re.compile(r"[^\r\n]")


def parse(raw: bytes, charset: str | None = None) -> Parsed:
    """Text of a plain text file. Front matter that names a field becomes blanks, so that offsets stay.

    Raises UnreadableError.
    """
    text, warnings = decode(raw, charset)
    parsed = Parsed(text, warnings=list(warnings))
    lines = text.split("\n")
    head = sum(len(line) + 1 for line in lines[: frontmatter.take(lines, parsed)])
    if not any((parsed.title, parsed.publisher, parsed.author, parsed.published, parsed.url)):
        return Parsed(text, warnings=warnings)  # two rules around prose
    parsed.text = _SHOWN.sub(" ", text[:head]) + text[head:]
    return parsed
