"""One file or one piece of bytes to a Document."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from provenance.errors import ProvenanceError, UnreadableError, UsageError, remedy_for
from provenance.model import Document
from provenance.readers import dateline, registry
from provenance.readers.parsed import Parsed

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes; a larger file is refused without being read."""
_UNFIT_IN_ID = re.compile(r"[^\w.-]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")


def read(
    path_or_bytes: str | os.PathLike[str] | bytes,
    *,
    id: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: date | str | None = None,
    url: str | None = None,
    media_type: str | None = None,
) -> Document:
    """The document of a file or of bytes; what is given here outweighs what the file says of itself.

    `published` is a date or ISO 8601. Without `id`, the id is the file name without its extension, or the first digits
    of the digest. Raises UnreadableError (missing, too large, binary, empty, unknown format) and UsageError.
    """
    given = {"id": id, "title": title, "publisher": publisher, "published": published, "url": url}
    if isinstance(path_or_bytes, bytes):
        return document(path_or_bytes, None, given, media_type)
    path = Path(path_or_bytes)
    return document(load(path), path.as_posix(), given, media_type)


def load(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableError: no file, cannot be opened, larger than LARGEST_FILE."""
    try:
        if path.is_dir():
            raise UnreadableError("is a folder", place=str(path), remedy="Give the files in it")
        if path.exists() and not path.is_file():
            raise UnreadableError("is no regular file", place=str(path))
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise _too_large(str(path), size)
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnreadableError("no such file", place=str(path), remedy="Check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"cannot be opened: {reason}", place=str(path), remedy=remedy_for(error)) from None
    return raw


def document(
    raw: bytes, path: str | None, given: Mapping[str, object], media_type: str | None = None, author: str | None = None
) -> Document:
    """The document of bytes; `given` holds id, title, publisher, published, url, each of them perhaps None."""
    place = path or "bytes"
    if len(raw) > LARGEST_FILE:
        raise _too_large(place, len(raw))
    published = _published(given.get("published"))
    try:
        reader = registry.choose(raw, registry.extension_of(path or ""), media_type)
        parsed = reader.parse(raw)
    except ProvenanceError as error:
        raise type(error)(error.message, place=error.place or place, remedy=error.remedy) from None
    _add_dateline(parsed)
    digest = hashlib.sha256(raw).hexdigest()
    return Document(
        id=_text(given.get("id")) or readable_id(path) or digest[:12],
        text=parsed.text,
        sha256=digest,
        text_sha256=hashlib.sha256(parsed.text.encode()).hexdigest(),
        path=path,
        title=_text(given.get("title")) or _text(parsed.title),
        publisher=_text(given.get("publisher")) or _text(parsed.publisher),
        author=_text(author) or _text(parsed.author),
        published=published or parsed.published,
        url=_text(given.get("url")) or _text(parsed.url),
        media_type=reader.MEDIA_TYPES[0],
        reader=reader.NAME,
        reader_version=reader.VERSION,
        warnings=tuple(parsed.warnings),
    )


def readable_id(path: str | None) -> str:
    """An id from a path's last part: without extension, in NFC, without white space and signs; empty for no path."""
    return (identifier(Path(path).stem) or "document") if path else ""


def identifier(name: str) -> str:
    """`name` in NFC with every run of white space and signs as one hyphen."""
    return _UNFIT_IN_ID.sub("-", unicodedata.normalize("NFC", name)).strip("-.")


def _add_dateline(parsed: Parsed) -> None:
    agency, day = dateline.find(parsed.text)
    parsed.publisher = parsed.publisher or agency
    parsed.published = parsed.published or day


def _published(value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value).strip()).date()
    except ValueError:
        remedy = "Write it as year-month-day, for example 2018-04-10"
        raise UsageError(f"published {str(value)!r} is no full date", remedy=remedy) from None


def _text(value: object) -> str | None:
    """`value` on one line without control characters; None when nothing is left."""
    cleaned = " ".join(_CONTROLS.sub(" ", str(value)).split()) if value is not None else ""
    return cleaned or None


def _too_large(place: str, size: int) -> UnreadableError:
    mb = 1024 * 1024
    message = f"has {size / mb:.0f} MB, more than the limit of {LARGEST_FILE // mb} MB"
    return UnreadableError(message, place=place, remedy="Split it, or save its text alone")
