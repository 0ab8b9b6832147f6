"""Documents in the store: one row each, a snapshot for every version seen, and each text once."""

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from provenance.errors import StoreError
from provenance.model import Document
from provenance.store.rows import damaged, digest, parse, stamp

if TYPE_CHECKING:
    from sqlite_utils import Database

Change = Literal["new", "unchanged", "new_version"]
Row = tuple[str | None, str, str, str, str]
"""Path, JSON and its digest, digest of the text, text."""
_APART = {"text", "path"}
"""Kept in columns: many snapshots may share a text, and moving a file makes no new version."""
_LATEST = """
select d.path, s.json, s.json_sha256, s.text_sha256, t.text from documents d
left join snapshots s on s.document = d.id and s.number = d.snapshot
left join texts t on t.sha256 = s.text_sha256
"""


def save(db: "Database", document: Document, now: datetime | None) -> Change:
    """Adds the document, or a snapshot of it where anything but its path has changed; says which."""
    _check_text(document)
    json = document.model_dump_json(exclude=_APART)
    row = db.execute("select snapshot from documents where id = ?", [document.id]).fetchone()
    number = row[0] if row else 0
    if row:
        known = db.execute("select json from snapshots where document = ? and number = ?", [document.id, number])
        if known.fetchone()[0] == json:
            db.execute("update documents set path = ? where id = ?", [document.path, document.id])
            return "unchanged"
    db.execute("insert or ignore into texts values (?, ?)", [document.text_sha256, document.text])
    _save_row(db, document, number + 1)
    snapshot = [document.id, number + 1, document.text_sha256, stamp(now), json, digest(json)]
    db.execute("insert into snapshots values (?, ?, ?, ?, ?, ?)", snapshot)
    return "new_version" if row else "new"


def latest(db: "Database") -> list[Document]:
    """Every document as last added, by id."""
    return [_document(row) for row in db.execute(f"{_LATEST} order by d.id")]


def versions(db: "Database", id: str) -> list[Document]:
    """Every version of one document, oldest first."""
    every = _LATEST.replace(" and s.number = d.snapshot", "")
    return [_document(row) for row in db.execute(f"{every} where d.id = ? order by s.number", [id])]


def text_of(db: "Database", id: str) -> tuple[str, str] | None:
    """Digest of the latest text of one document, and the text; None where the store has no such document."""
    row: Row | None = db.execute(f"{_LATEST} where d.id = ?", [id]).fetchone()
    return None if row is None else row[3:]


def _save_row(db: "Database", document: Document, snapshot: int) -> None:
    row = document.model_dump(mode="json", include={"title", "publisher", "author", "published", "url", "media_type"})
    db["documents"].upsert(  # type: ignore[union-attr]
        {"id": document.id, "path": document.path, **row, "snapshot": snapshot}, pk="id"
    )


def _check_text(document: Document) -> None:
    """Content is addressed by its digest, so a wrong one would give one document the text of another."""
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        message = f'the text of document "{document.id}" holds half a character at {error.start}'
        raise StoreError(message, remedy="Read the source again with its own encoding.") from None
    if digest(document.text) != document.text_sha256:
        raise StoreError(f'the text of document "{document.id}" is not the one that its digest names')


def _document(row: Row) -> Document:
    path, json, json_sha256, text_sha256, text = row
    document = parse(Document, json, json_sha256, path=path, text=text)
    if not document.text_sha256 == text_sha256 == digest(text):
        raise damaged(f'the text of "{document.id}"')
    return document
