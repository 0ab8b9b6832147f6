"""What is wrong with a store: pages, schema, digests, spans against their texts, the journal; each fault by itself."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from provenance.errors import StoreError
from provenance.model import Claim, Document, Finding
from provenance.store import claims, documents, findings, journal, migrations
from provenance.store.checked import Checked
from provenance.store.rows import digest, parse

if TYPE_CHECKING:
    from sqlite_utils import Database

Kind = Literal["page", "link", "schema", "text", "document", "claim", "finding", "journal", "words", "ledger"]


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


def examine(db: "Database") -> list[Fault]:
    """Every fault of the store, in the order of the checks; a check that damage stops is a fault itself."""
    return [fault for kind, check in _CHECKS for fault in _run(kind, check, db)]


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
    # Not at the top: the program starts without it where no store is used.
    from sqlite_utils import Database

    new = Database(memory=True, execute_plugins=False)
    try:
        migrations.migrate(new)
        wanted = dict(_objects(new))
        steps = new.execute("select number, name from migrations").fetchall()
    finally:
        new.close()
    held = dict(_objects(db))
    for name in sorted(wanted.keys() | held.keys()):
        if wanted.get(name) != held.get(name):
            said = "is missing" if name not in held else "is unknown" if name not in wanted else "is another one"
            yield Fault("schema", name, said)
    if db.execute("select number, name from migrations").fetchall() != steps:
        yield Fault("schema", "migrations", "are not those of this program")


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
    query = (
        "select c.key, c.json, c.json_sha256, t.text, c.id, c.document, c.quote, c.polarity, c.modality, c.speaker"
        " from claims c left join texts t on t.sha256 = c.text_sha256 order by c.document, c.text_sha256, c.position"
    )
    for key, json, json_sha256, text, *columns in db.execute(query):
        place = str(columns[0])
        claim = yield from _parsed("claim", place, Claim, json, json_sha256)
        if claim is None:
            continue
        if claims.columns(claim) != tuple(columns):
            yield Fault("claim", place, "its columns are not what its record says")
        for role, span in claims.every_span(claim):
            if str(text)[span.start : span.end] != span.quote:
                yield Fault("claim", place, f"its {role} does not stand in the text at {span.start}")
        if not claims.has_rows(db, key, claim):
            yield Fault("claim", place, "its spans or values are not what its record says")


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
    """The index of words against the claims; it asks for writing, though it writes nothing."""
    if db.execute("pragma query_only").fetchone()[0]:
        return
    nested = db.conn.in_transaction
    try:
        if not nested:
            db.execute("begin immediate")
        db.execute("insert into claim_words (claim_words, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if "readonly" not in str(error):
            yield Fault("words", "of the claims", f"the index for search is damaged: {error}")
    finally:
        if not nested:
            db.conn.rollback()


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
)
