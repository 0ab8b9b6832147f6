"""The formats that can be read: one module each, with NAME, VERSION, EXTENSIONS, MEDIA_TYPES and `parse`."""

from pathlib import PurePath
from typing import Protocol

from provenance.errors import UnreadableError, UsageError
from provenance.readers import docx, html, markdown, pdf, plain
from provenance.readers.parsed import Parsed


class Reader(Protocol):
    """What a reader module offers."""

    NAME: str
    VERSION: str

    @property
    def EXTENSIONS(self) -> tuple[str, ...]:
        """With their dot, in lower case."""

    @property
    def MEDIA_TYPES(self) -> tuple[str, ...]:
        """The first one is what its documents are."""

    def parse(self, raw: bytes, charset: str | None = None) -> Parsed:
        """Text and metadata of the bytes. Raises UnreadableError."""


READERS: tuple[Reader, ...] = (plain, markdown, html, pdf, docx)
DATABASE = b"SQLite format 3\0"
"""How every SQLite file begins, a store too."""
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "a gzip archive"),
)
_HTML_STARTS = (b"<!doctype html", b"<html")


def choose(raw: bytes, extension: str, media_type: str | None) -> Reader:
    """The reader for a media type, else for an extension, else by the bytes: HTML, or any text in UTF-8.

    Raises UsageError for an unknown media type, UnreadableError for bytes that no reader knows.
    """
    if media_type is not None and raw:
        return _by_media_type(media_type)
    if not raw:
        raise _empty(extension)
    for known in (pdf, docx):
        if raw.startswith(known.SIGNATURE):
            return known
    if raw.startswith(DATABASE):
        raise UnreadableError("is a database, not a document", remedy="A store is named by --store")
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableError(f"is {what}, which cannot be read yet", remedy=supported())
    for reader in READERS:
        if extension.lower() in reader.EXTENSIONS:
            return reader
    if raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_HTML_STARTS):
        return html
    return _text_or_refuse(raw, extension)


def extension_of(path: str) -> str:
    """The extension of a path, with its dot; empty where there is none."""
    return PurePath(path).suffix


def supported() -> str:
    """One line that names what can be read."""
    return (
        "Supported: "
        + " ".join(sorted(e for reader in READERS for e in reader.EXTENSIONS))
        + " and other text in UTF-8"
    )


def _empty(extension: str) -> UnreadableError:
    """What is wrong with a file without a byte; one of an unknown kind would not be read with content either."""
    known = not extension or any(extension.lower() in reader.EXTENSIONS for reader in READERS)
    if known:
        return UnreadableError("is empty", remedy="Leave it out, or save the source again")
    return UnreadableError(f"is empty, and {extension!r} is no known kind of file", remedy=supported())


def _by_media_type(media_type: str) -> Reader:
    bare = media_type.partition(";")[0].strip().lower()
    for reader in READERS:
        if bare in reader.MEDIA_TYPES:
            return reader
    known = " ".join(m for reader in READERS for m in reader.MEDIA_TYPES)
    raise UsageError(f"unknown media type {media_type!r}", remedy=f"Known: {known}")


def _text_or_refuse(raw: bytes, extension: str) -> Reader:
    if extension:
        try:
            raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise UnreadableError(f"unknown kind of file {extension!r}", remedy=supported()) from None
    return plain
