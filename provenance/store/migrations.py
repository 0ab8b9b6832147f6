"""The schema of the store, as numbered steps; a released step is never changed, only followed by another.

A step is a function; most read their statements from `schema/NUMBER.sql`, each ending in ";" and a line feed.
"""

import secrets
from collections.abc import Callable
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING

from provenance.matching.blocking.partners import order
from provenance.model import Claim
from provenance.store import claims
from provenance.store.blobs import unpacked
from provenance.store.documents import row_digest
from provenance.store.rows import digest, parse

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x50524F56
""""PROV" in the file's header: tells a store from any other SQLite file."""
_NAME_BYTES = 8


def _script(number: int) -> Callable[["Database"], None]:
    """The step whose statements stand in `schema/NUMBER.sql`."""

    def step(db: "Database") -> None:
        text = resources.files(__package__).joinpath("schema", f"{number}.sql").read_text("utf-8")
        for statement in text.split(";\n"):
            if statement.strip():
                db.execute(statement)

    return step


def _journal(db: "Database") -> None:
    """The second step; a store gets the name that its checkpoints carry."""
    _script(2)(db)
    name = secrets.token_hex(_NAME_BYTES)
    db.execute("insert into identity values (1, ?, ?)", [name, digest(name)])
    for id, path, snapshot in db.execute("select id, path, snapshot from documents").fetchall():
        db.execute("update documents set row_sha256 = ? where id = ?", [row_digest(id, path, snapshot), id])


def _packed(db: "Database") -> None:
    """The fourth step: claims, a row each until then, into one record for each text."""
    _script(4)(db)
    query = "select c.document, c.text_sha256, c.json, c.json_sha256 from claims c order by 1, 2, c.position"
    for (document, sha256), rows in groupby(db.execute(query).fetchall(), key=lambda row: row[:2]):
        held = [parse(Claim, *row[2:]) for row in rows]
        text = db.execute("select text from texts where sha256 = ?", [sha256]).fetchone()[0]
        claims.insert(db, document, sha256, text, held)
        claims.file(db, document)
    for table in ("spans", "claim_values", "claims"):
        db.execute(f"drop table {table}")


def _ranked(db: "Database") -> None:
    """The eighth step: comparisons by number, and the order of documents by their keys."""
    _script(8)(db)
    for number, keys in db.execute("select number, keys from indexed").fetchall():
        db.execute("update indexed set rank = ? where number = ?", [order("", unpacked(keys))[0], number])


MIGRATIONS: tuple[tuple[str, Callable[["Database"], None]], ...] = (
    ("documents, claims, findings", _script(1)),
    ("journal of decisions, findings of checks, search", _journal),
    ("index of matching", _script(3)),
    ("claims of a text in one record", _packed),
    ("index of matching in parts", _script(5)),
    ("program of the keys, findings by document", _script(6)),
    ("signatures of claims", _script(7)),
    ("comparisons by number, order of documents by keys", _ranked),
)
VERSION = len(MIGRATIONS)


def version(db: "Database") -> int:
    """Number of the last step that the file has taken; 0 for an empty file, -1 for one that is no store."""
    marked = db.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
    if not marked:
        return -1 if db.execute("select count(*) from sqlite_master").fetchone()[0] else 0
    return int(db.execute("select coalesce(max(number), 0) from migrations").fetchone()[0])


def migrate(db: "Database") -> None:
    """Takes the steps that are missing, inside the caller's transaction."""
    db.execute("create table if not exists migrations (number integer primary key, name text not null)")
    done = db.execute("select coalesce(max(number), 0) from migrations").fetchone()[0]
    for number, (name, step) in enumerate(MIGRATIONS[done:], start=done + 1):
        step(db)
        db.execute("insert into migrations values (?, ?)", [number, name])
    db.execute(f"pragma application_id = {APPLICATION_ID}")
