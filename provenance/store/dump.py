"""The store as text, and back: JSON Lines in a fixed order, one line for a row, one for each line of a document.

What follows from other rows (digests, spans, values, the index of words) is not written; `load` makes it again.
"""

import hashlib
import json as json_format
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from provenance.errors import StoreError
from provenance.model import Claim, Document, Finding
from provenance.store import claims, documents, findings, fsck, journal
from provenance.store.checked import Checked
from provenance.store.connection import reading
from provenance.store.rows import digest

if TYPE_CHECKING:
    from sqlite_utils import Database

FORMAT = "provenance store 1"
_REMEDY = "Dump the store again"
Row = dict[str, Any]
_QUERIES = (
    ("identity", "select name from identity"),
    ("text", "select sha256, text from texts order by sha256"),
    ("version", "select document, number, text_sha256, added_at, json from snapshots order by document, number"),
    ("document", "select id, path, snapshot from documents order by id"),
    ("claim", ""),
    ("finding", "select position, found_at, json from findings order by position"),
    ("checked", "select target, position, json from checked order by target, position"),
    ("decision", "select entry from journal order by number"),
)


def lines(db: "Database") -> Iterator[str]:
    """The lines of a dump, each with its line feed; raises StoreError where the store is damaged."""
    # Keys are not written, and made anew by `load`.
    faults = fsck.examine(db, keys=False)
    if faults:
        raise StoreError(f"is damaged: {faults[0]}", remedy="Run `provenance fsck`")
    hashed = hashlib.sha256()
    with reading(db):
        for row in _rows(db):
            line = _line(row)
            hashed.update(line.encode())
            yield line
    yield _line({"end": hashed.hexdigest()})


def _rows(db: "Database") -> Iterator[Row]:
    yield {"format": FORMAT}
    for kind, query in _QUERIES:
        if not query:
            yield from _claims(db)
            continue
        cursor = db.execute(query)
        names = [column[0] for column in cursor.description]
        for values in cursor:
            row = dict(zip(names, values, strict=True))
            text = row.pop("text", None)
            yield {"row": kind, **row}
            if text is not None:
                yield from ({"line": line} for line in _split(text))


def _claims(db: "Database") -> Iterator[Row]:
    """The claims out of their records, one by one."""
    for row, _ in claims.rows(db):
        for position, claim in enumerate(claims.unpacked(row)):
            place = {"document": row[1], "text_sha256": row[2], "position": position}
            yield {"row": "claim", **place, "json": claim.model_dump_json()}


def _line(row: Row) -> str:
    # ASCII: no reader of lines breaks at another character than the line feed.
    return json_format.dumps(row, ensure_ascii=True, separators=(",", ":")) + "\n"


def _split(text: str) -> list[str]:
    """The lines of a text, each with its line feed, so that joining them gives the text."""
    parts = text.split("\n")
    return [part + "\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


@dataclass(slots=True)
class _Loading:
    """How far a dump has been read."""

    db: "Database"
    number: int = 0
    """Of the line that is being read, from 1."""
    text: str | None = None
    """Digest of the text whose lines are being read."""
    lines: list[str] = field(default_factory=list)
    latest: dict[str, Document] = field(default_factory=dict)
    """The record of the version read last, by document."""
    claims: dict[tuple[str, str], list[Claim]] = field(default_factory=dict)
    """Those of the text that is being read, by document and digest of the text."""


def load(db: "Database", lines: Iterable[str], name: str) -> None:
    """Fills an empty store from the lines of a dump, in the caller's transaction.

    Raises StoreError with the `name` of the dump and the line.
    """
    loading = _Loading(db)
    # Versions stand before the rows of their documents.
    db.execute("pragma defer_foreign_keys = on")
    try:
        for row in _read(lines, loading):
            _take(loading, row)
        _close_text(loading)
        _close_claims(loading)
        for document in sorted(loading.latest):
            claims.file(db, document)
    except (KeyError, TypeError, ValueError, ValidationError, RecursionError, sqlite3.IntegrityError) as error:
        message = f"line {loading.number} of the dump cannot be used: {str(error).splitlines()[0]}"
        raise StoreError(message, place=name, remedy=_REMEDY) from None
    except StoreError as error:
        raise StoreError(error.message, place=name, remedy=error.remedy) from None
    faults = fsck.examine(db)
    if faults:
        raise StoreError(f"the dump does not hold together: {faults[0]}", place=name, remedy=_REMEDY)


def _read(lines: Iterable[str], loading: _Loading) -> Iterator[Row]:
    """The rows between the first line and the last, which hold the format and the digest of all lines before it."""
    hashed = hashlib.sha256()
    for number, line in enumerate(lines, 1):
        loading.number = number
        row = json_format.loads(line)
        if not isinstance(row, dict):
            raise ValueError("it is not an object")
        if number == 1 and row != {"format": FORMAT}:
            raise ValueError(f'it is not the first line of a dump, {{"format": "{FORMAT}"}}')
        if "end" in row:
            if row["end"] != hashed.hexdigest():
                raise ValueError("the lines before it are not those that were written")
            return
        hashed.update(line.encode())
        if number > 1:
            yield row
    raise StoreError(f"the dump ends after line {loading.number}, before its end", remedy=_REMEDY)


def _take(loading: _Loading, row: Row) -> None:
    if "line" in row:
        loading.lines.append(row["line"])
        return
    _close_text(loading)
    _TAKERS[row.pop("row")](loading, **row)


def _close_text(loading: _Loading) -> None:
    if loading.text is None:
        return
    text = "".join(loading.lines)
    if digest(text) != loading.text:
        raise ValueError("the lines of the text before it are not those that were written")
    loading.db.execute("insert into texts values (?, ?)", [loading.text, text])
    loading.text, loading.lines = None, []


def _identity(loading: _Loading, name: str) -> None:
    loading.db.execute("update identity set name = ?, name_sha256 = ?", [name, digest(name)])


def _text(loading: _Loading, sha256: str) -> None:
    loading.text = sha256


def _version(loading: _Loading, document: str, number: int, json: str, **row: Any) -> None:
    loading.latest[document] = Document.model_validate({**json_format.loads(json), "text": ""})
    values = [document, number, row["text_sha256"], row["added_at"], json, digest(json)]
    loading.db.execute("insert into snapshots values (?, ?, ?, ?, ?, ?)", values)


def _document(loading: _Loading, id: str, path: str | None, snapshot: int) -> None:
    documents.insert(loading.db, loading.latest[id], path, snapshot)


def _claim(loading: _Loading, document: str, text_sha256: str, position: int, json: str) -> None:
    if (document, text_sha256) not in loading.claims:
        _close_claims(loading)
    group = loading.claims.setdefault((document, text_sha256), [])
    if position != len(group):
        raise ValueError(f"claim {len(group)} of the text is missing before it")
    group.append(_parsed(Claim, json))


def _close_claims(loading: _Loading) -> None:
    for (document, text_sha256), group in loading.claims.items():
        row = loading.db.execute("select text from texts where sha256 = ?", [text_sha256]).fetchone()
        if row is None:
            raise ValueError(f"the text {text_sha256} of the claims before it is not in the dump")
        claims.insert(loading.db, document, text_sha256, row[0], group)
    loading.claims = {}


def _finding(loading: _Loading, position: int, found_at: str | None, json: str) -> None:
    findings.insert(loading.db, position, _parsed(Finding, json), found_at, json)


def _checked(loading: _Loading, target: str, position: int, json: str) -> None:
    id = _parsed(Checked, json).finding.id
    loading.db.execute("insert into checked values (?, ?, ?, ?, ?)", [target, position, id, json, digest(json)])


def _decision(loading: _Loading, entry: str) -> None:
    journal.restore(loading.db, entry)


def _parsed(model: type[BaseModel], json: str) -> Any:
    return model.model_validate_json(json)


_TAKERS: dict[str, Callable[..., None]] = {
    "identity": _identity,
    "text": _text,
    "document": _document,
    "version": _version,
    "claim": _claim,
    "finding": _finding,
    "checked": _checked,
    "decision": _decision,
}
