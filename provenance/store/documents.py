"""Documents in the store: one row each, a snapshot for every version seen, and each text once."""

import json as json_format
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from provenance.errors import StoreError
from provenance.model import Document, Span
from provenance.store.rows import damaged, digest, parse, stamp

if TYPE_CHECKING:
    from sqlite_utils import Database

Change = Literal["new", "unchanged", "new_version"]
Row = tuple[str, str | None, int, str, str, str, str, str]
"""Id, path, number of the version and their digest; JSON and its digest; digest of the text, text."""
_COLUMNS = ("title", "publisher", "author", "published", "url", "media_type")
"""Copies of what the JSON says, for those who browse the file."""
_APART = {"text", "path"}
"""Kept in columns: many snapshots may share a text, and moving a file makes no new version."""
_LATEST = """
select d.id, d.path, d.snapshot, d.row_sha256, s.json, s.json_sha256, s.text_sha256, t.text from documents d
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
            moved = [document.path, row_digest(document.id, document.path, number), document.id]
            db.execute("update documents set path = ?, row_sha256 = ? where id = ?", moved)
            return "unchanged"
    db.execute("insert or ignore into texts values (?, ?)", [document.text_sha256, document.text])
    insert(db, document, document.path, number + 1)
    snapshot = [document.id, number + 1, document.text_sha256, stamp(now), json, digest(json)]
    db.execute("insert into snapshots values (?, ?, ?, ?, ?, ?)", snapshot)
    return "new_version" if row else "new"


def latest(db: "Database") -> list[Document]:
    """Every document as last added, by id."""
    return [_document(row) for row in db.execute(f"{_LATEST} order by d.id")]


def some(db: "Database", ids: Iterable[str]) -> list[Document]:
    """These documents as last added, by id; those that are not in the store are left out."""
    # One parameter, however many there are.
    listed = [json_format.dumps(sorted(set(ids)))]
    query = f"{_LATEST} where d.id in (select value from json_each(?)) order by d.id"
    return [_document(row) for row in db.execute(query, listed)]


def remove(db: "Database", id: str) -> None:
    """Takes out a document, which has no claims any more, every version of it, and the texts that no other one has."""
    db.execute("delete from snapshots where document = ?", [id])
    db.execute("delete from documents where id = ?", [id])
    db.execute("delete from texts where sha256 not in (select text_sha256 from snapshots)")


def versions(db: "Database", id: str) -> list[Document]:
    """Every version of one document, oldest first."""
    every = _LATEST.replace(" and s.number = d.snapshot", "")
    return [_document(row) for row in db.execute(f"{every} where d.id = ? order by s.number", [id])]


def text_of(db: "Database", id: str) -> tuple[str, str] | None:
    """Digest of the latest text of one document, and the text; None where the store has no such document."""
    row: Row | None = db.execute(f"{_LATEST} where d.id = ?", [id]).fetchone()
    return None if row is None else row[-2:]


def rows(db: "Database") -> list[tuple[str, str | None, int, str]]:
    """Id, path, number of the latest version, and the digest over them, of every document."""
    return db.execute("select id, path, snapshot, row_sha256 from documents order by id").fetchall()


def row_digest(id: str, path: str | None, snapshot: int) -> str:
    """The digest over what is kept of a document nowhere but in its row."""
    return digest(json_format.dumps([id, path, snapshot]))


def strays(db: "Database") -> Iterator[tuple[str, list[str]]]:
    """Documents whose columns differ from the record of their latest version, with the names of these columns."""
    names = ", ".join(f"d.{name}" for name in _COLUMNS)
    query = (
        f"select d.id, s.json, {names} from documents d join snapshots s on s.document = d.id and s.number = d.snapshot"
    )
    for id, json, *columns in db.execute(query):
        record = json_format.loads(json)
        differ = [name for name, held in zip(_COLUMNS, columns, strict=True) if record.get(name) != held]
        if differ:
            yield id, differ


def ever_held(db: "Database", span: Span) -> bool:
    """Whether the words of a span stand at their place in any version of their document."""
    query = "select t.text from snapshots s join texts t on t.sha256 = s.text_sha256 where s.document = ?"
    return any(str(text)[span.start : span.end] == span.quote for (text,) in db.execute(query, [span.document]))


def insert(db: "Database", document: Document, path: str | None, snapshot: int) -> None:
    """Adds or replaces the row of a document whose latest version is `snapshot`."""
    row = document.model_dump(mode="json", include=set(_COLUMNS))
    row |= {"id": document.id, "path": path, "snapshot": snapshot}
    row["row_sha256"] = row_digest(document.id, path, snapshot)
    db["documents"].upsert(row, pk="id")  # type: ignore[union-attr]


def _check_text(document: Document) -> None:
    """Content is addressed by its digest, so a wrong one would give one document the text of another."""
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        message = f'the text of document "{document.id}" holds half a character at {error.start}'
        raise StoreError(message, remedy="Read the source again with its own encoding") from None
    if digest(document.text) != document.text_sha256:
        raise StoreError(f'the text of document "{document.id}" is not the one that its digest names')


def _document(row: Row) -> Document:
    id, path, snapshot, row_sha256, json, json_sha256, text_sha256, text = row
    if row_digest(id, path, snapshot) != row_sha256:
        raise damaged(f'the row of "{id}"')
    document = parse(Document, json, json_sha256, path=path, text=text)
    if not document.text_sha256 == text_sha256 == digest(text):
        raise damaged(f'the text of "{document.id}"')
    return document
