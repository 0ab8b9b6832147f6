"""Plain text: the decoded bytes as they are, since offsets count in them; only a byte order mark is left out."""

from provenance.readers.encoding import decode
from provenance.readers.parsed import Parsed

NAME = "plain"
VERSION = "1"
EXTENSIONS = (".txt", ".text")
MEDIA_TYPES = ("text/plain",)


def parse(raw: bytes, charset: str | None = None) -> Parsed:
    """Text of a plain text file; it names no title, publisher or date. Raises UnreadableError."""
    text, warnings = decode(raw, charset)
    return Parsed(text, warnings=warnings)
