"""Documents ready to be compared: the signatures of their claims are kept, since making them takes longest.

A row counts only for the document, the claims and the program that it was made of; without one that does, or where it
is damaged, the claims are signed again.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from provenance.errors import StoreError
from provenance.matching.signature import recorded
from provenance.matching.signature.signatures import Signature
from provenance.matching.signed import Signed, assembled, in_order, signed_document
from provenance.model import Claim, Document
from provenance.store import claims, documents, packed
from provenance.store.program import digest_of
from provenance.store.rows import digest

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = tuple[str, str, bytes, str]
"""Document, what its signatures were made of, their record and its digest."""


def save(db: "Database", signed: Iterable[tuple[str, Signed]]) -> None:
    """Keeps the signatures of documents of the store, made of the claims that it holds."""
    for name, one in signed:
        document, row = _document(db, name), claims.row_of(db, name)
        if row is not None:
            keep(db, [_row(_made_of(document, row), one)])


def keep(db: "Database", rows: Iterable[Row]) -> None:
    """Keeps what `load` gave of documents whose signatures were not kept."""
    db.conn.executemany("insert or replace into signed values (?, ?, ?, ?)", rows)


def load(db: "Database", name: str) -> tuple[Signed, Row | None]:
    """A document of the store that holds claims, ready to be compared, and the row to keep where it had to be signed.

    Raises StoreError where it is damaged.
    """
    document, row = _document(db, name), claims.row_of(db, name)
    if row is None:
        return signed_document(document, []), None
    held = in_order(claims.unpacked(row))
    known = _known(db, document, row, held)
    if known is not None:
        return assembled(document, known), None
    made = signed_document(document, held)
    return made, _row(_made_of(document, row), made)


def remove(db: "Database", name: str) -> None:
    """Drops what is kept of a document."""
    db.execute("delete from signed where document = ?", [name])


def faults(db: "Database") -> Iterator[tuple[str, str]]:
    """The documents of which something else is kept than the signatures of their claims, and what is wrong."""
    for name, made_of, column, sha256 in db.execute("select document, made_of, packed, sha256 from signed"):
        try:
            written = packed.record_of(column, name, made_of, sha256)
            document, row = _document(db, name), claims.row_of(db, name)
            held = [] if row is None else in_order(claims.unpacked(row))
        except StoreError:
            yield name, "its signatures are damaged"
            continue
        if row is not None and made_of == _made_of(document, row):
            made_now = recorded.record(signed_document(document, held).signatures, held)
            if written != made_now:
                yield name, "its signatures are not those of its claims"


def _document(db: "Database", name: str) -> Document:
    return documents.some(db, [name])[0]


def _row(made_of: str, one: Signed) -> Row:
    name = one.document.id
    record = recorded.record(one.signatures, in_order(s.claim for s in one.signatures))
    return name, made_of, packed.compressed(record), packed.record_digest(record, name, made_of)


def _made_of(document: Document, row: claims.Row) -> str:
    """The digest over all that signatures rest on: the document, its claims, the program."""
    return digest(f"{digest_of(document)} {row[4]}")


def _known(db: "Database", document: Document, row: claims.Row, held: list[Claim]) -> list[Signature] | None:
    """The signatures kept of a document's claims, None where there are none to be relied on."""
    made_of = _made_of(document, row)
    query = "select packed, sha256 from signed where document = ? and made_of = ?"
    found = db.execute(query, [document.id, made_of]).fetchone()
    if found is None:
        return None
    try:
        return recorded.signatures(packed.record_of(found[0], document.id, made_of, found[1]), document, held)
    except (StoreError, ValueError):
        return None
