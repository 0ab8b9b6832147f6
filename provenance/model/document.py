"""One source as read."""

from datetime import date

from provenance.model.base import Model


class Document(Model):
    """The text of a source and where it comes from. Offsets everywhere are code points of `text`."""

    id: str
    text: str
    sha256: str
    """Digest of the raw bytes, hexadecimal."""
    text_sha256: str
    """Digest of `text` as UTF-8, hexadecimal."""
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    media_type: str
    reader: str
    """Name of the reader that made `text`; with `reader_version`, what a second reading needs to be the same."""
    reader_version: str
    warnings: tuple[str, ...] = ()
    """What the reader had to guess or leave out, one line each."""
