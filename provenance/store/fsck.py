"""What is wrong with a store: pages, schema, digests, spans against their texts, the journal; each fault by itself."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from provenance.errors import StoreError
from provenance.model import Document, Finding
from provenance.store import claims, documents, findings, journal, keyed, migrations, signed, words
from provenance.store.checked import Checked
from provenance.store.index import Index
from provenance.store.rows import digest, parse

if TYPE_CHECKING:
    from sqlite_utils import Database

Kind = Literal["page", "link", "schema", "text", "document", "claim", "finding", "journal", "words", "index", "ledger"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written."""

    kind: Kind
    place: str
    """Which page, row or entry."""
    message: str

    def __str__(self) -> str:
        """One line: "text 3f2a…: its words are not those that its digest names"."""
        return " ".join(f"{self.kind} {self.place}: {self.message}".split())


def examine(db: "Database", *, keys: bool = True) -> list[Fault]:
    """Every fault of the store, in the order of the checks; a check that damage stops is a fault itself.

    `keys`: whether the keys of matching are made of all claims again, which takes longest.
    """
    checks = [*_CHECKS, ("index", _keys)] if keys else _CHECKS
    return [fault for kind, check in checks for fault in _run(kind, check, db)]


def _run(kind: Kind, check: "Callable[[Database], Iterator[Fault]]", db: "Database") -> Iterator[Fault]:
    try:
        yield from check(db)
    except (sqlite3.Error, ValueError, TypeError, AttributeError) as error:
        yield Fault(kind, "as a whole", f"cannot be read to the end: {error}")


def _pages(db: "Database") -> Iterator[Fault]:
    for (message,) in db.execute("pragma integrity_check"):
        if message != "ok":
            yield Fault("page", "of the file", str(message))


def _links(db: "Database") -> Iterator[Fault]:
    for table, row, parent, _ in db.execute("pragma foreign_key_check"):
        yield Fault("link", f"{table} row {row}", f"names a row of {parent} that is gone")


def _schema(db: "Database") -> Iterator[Fault]:
    """Tables and triggers against those of a new store; a missing trigger would let the journal be changed."""
    with _new() as new:
        wanted = dict(_objects(new))
        steps = new.execute("select number, name from migrations").fetchall()
    held = dict(_objects(db))
    for name in sorted(wanted.keys() | held.keys()):
        if wanted.get(name) != held.get(name):
            said = "is missing" if name not in held else "is unknown" if name not in wanted else "is another one"
            yield Fault("schema", name, said)
    if db.execute("select number, name from migrations").fetchall() != steps:
        yield Fault("schema", "migrations", "are not those of this program")


@contextmanager
def _new() -> "Iterator[Database]":
    """An empty store in memory."""
    # Not at the top: the program starts without it where no store is used.
    from sqlite_utils import Database

    new = Database(memory=True, execute_plugins=False)
    try:
        migrations.migrate(new)
        yield new
    finally:
        new.close()


def _objects(db: "Database") -> list[tuple[str, str]]:
    rows = db.execute("select type || ' ' || name, coalesce(sql, '') from sqlite_master")
    return [(str(name), str(sql)) for name, sql in rows]


def _texts(db: "Database") -> Iterator[Fault]:
    for sha256, text in db.execute("select sha256, text from texts order by sha256"):
        if digest(text) != sha256:
            yield Fault("text", str(sha256), "its words are not those that its digest names")


def _documents(db: "Database") -> Iterator[Fault]:
    for row in documents.rows(db):
        place = str(row[0])
        if documents.row_digest(*row[:3]) != row[3]:
            yield Fault("document", place, "its path or its latest version is not the one that was written")
    query = "select document, number, text_sha256, json, json_sha256 from snapshots order by document, number"
    for id, number, text_sha256, json, json_sha256 in db.execute(query):
        place = f"{id} version {number}"
        document = yield from _parsed("document", place, Document, json, json_sha256, text="")
        if document is not None and (document.id, document.text_sha256) != (id, text_sha256):
            yield Fault("document", place, "its columns are not what its record says")
    for id, columns in documents.strays(db):
        yield Fault("document", str(id), f"columns are not what its record says: {', '.join(columns)}")


def _claims(db: "Database") -> Iterator[Fault]:
    for row, is_latest in claims.rows(db):
        place = f"of {row[1]}, text {row[2]}"
        if row[5] != is_latest:
            yield Fault("words", place, "its claims are filed for search though it is old, or are not")
        try:
            held = claims.unpacked(row)
        except StoreError as error:
            yield Fault("claim", place, error.message)
            continue
        for claim in held:
            for role, span in claims.spans(claim):
                if span.document != row[1] or str(row[6])[span.start : span.end] != span.quote:
                    yield Fault("claim", claim.id, f"its {role} does not stand in the text at {span.start}")


def _findings(db: "Database") -> Iterator[Fault]:
    for row in findings.rows(db):
        finding = yield from _parsed("finding", str(row[0]), Finding, *row[-2:])
        if finding is None:
            continue
        if findings.columns(finding) != row[:-2]:
            yield Fault("finding", finding.id, "its columns are not what its record says")
        for span in (finding.a, finding.b):
            if span is not None and not documents.ever_held(db, span):
                yield Fault("finding", finding.id, f'its passage stands in no version of "{span.document}"')
    for target, id, json, json_sha256 in db.execute("select target, id, json, json_sha256 from checked"):
        item = yield from _parsed("finding", str(id), Checked, json, json_sha256)
        if item is not None and (item.target, item.finding.id) != (target, id):
            yield Fault("finding", str(id), "its columns are not what its record says")


def _journal(db: "Database") -> Iterator[Fault]:
    try:
        journal.origin(db)
        for _ in journal.entries(db):
            pass
    except StoreError as error:
        yield Fault("journal", "of decisions", error.message)


def _words(db: "Database") -> Iterator[Fault]:
    """The index of words against that of the same claims made anew."""
    with _new() as new:
        for row, is_latest in claims.rows(db):
            if is_latest:
                try:
                    words.add(new, row[0], claims.unpacked(row))
                except StoreError:  # told already
                    return
        if difference := words.difference(db, new):
            yield Fault(
                "words", "of the claims", f"the index for search is another one than that of the claims: {difference}"
            )


def _index(db: "Database") -> Iterator[Fault]:
    for message in Index(db).faults():
        yield Fault("index", "of matching", f"{message}; `provenance rebuild` makes it anew")


def _keys(db: "Database") -> Iterator[Fault]:
    """The keys that this program made, against those that it makes now of the same documents."""
    for name, made_for, held in Index(db).made_here():
        try:
            [(_, digest_now, wanted)] = keyed.of(db, [name])
        except StoreError:  # told already
            continue
        # What has changed since is indexed by the next review.
        if digest_now == made_for and list(map(list, wanted)) != held:
            yield Fault("index", f"of {name}", "its keys are not those of its claims; `provenance rebuild` makes them")
    for name, wrong in signed.faults(db):
        yield Fault("index", f"of {name}", f"{wrong}; `provenance rebuild` makes them")


def _parsed(kind: Kind, place: str, model: type[Any], json: Any, json_sha256: Any, **more: Any) -> Any:
    """The model of a row, or None behind a fault; to be used with `yield from`."""
    try:
        return parse(model, json, json_sha256, **more)
    except StoreError as error:
        yield Fault(kind, place, error.message)
    return None


_CHECKS: tuple[tuple[Kind, "Callable[[Database], Iterator[Fault]]"], ...] = (
    ("page", _pages),
    ("link", _links),
    ("schema", _schema),
    ("text", _texts),
    ("document", _documents),
    ("claim", _claims),
    ("finding", _findings),
    ("journal", _journal),
    ("words", _words),
    ("index", _index),
)
