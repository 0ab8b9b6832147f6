"""Claims in the store: those of one text of a document stand together in one record, found again by their place.

The words of the latest texts' claims are filed for search; those of older texts are not.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from provenance.errors import StoreError
from provenance.model import Claim, Name, Quantity, Span, TimeRef
from provenance.store import packed, words
from provenance.store.packed import Packed
from provenance.store.rows import damaged, digest

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = tuple[int, str, str, bytes, str, int, str | None]
"""Number of the record, document, digest of the text, record and its digest, whether its words are filed, text."""
_ROWS = (
    "select r.number, r.document, r.text_sha256, r.packed, r.sha256, r.filed, t.text"
    " from claim_records r left join texts t on t.sha256 = r.text_sha256"
)
_IS_LATEST = (
    "exists (select 1 from documents d join snapshots s on s.document = d.id and s.number = d.snapshot"
    " where d.id = r.document and s.text_sha256 = r.text_sha256)"
)


def replace(db: "Database", document: str, text_sha256: str, text: str, claims: list[Claim]) -> int:
    """Makes `claims` the claims of this text; returns how many of them are new or changed."""
    for claim in claims:
        _check_spans(claim, text)
    row = db.execute(f"{_ROWS} where r.document = ? and r.text_sha256 = ?", [document, text_sha256]).fetchone()
    known = [] if row is None else unpacked(row)
    if known == claims:
        return 0
    if row is not None:
        _remove(db, row, known)
    insert(db, document, text_sha256, text, claims)
    return len(set(claims) - set(known))


def insert(db: "Database", document: str, text_sha256: str, text: str, claims: list[Claim]) -> None:
    """Adds the claims of a text that has none yet; `file` is still to be called."""
    if not claims:
        return
    record = packed.pack(claims, document, text)
    row = [document, text_sha256, packed.compressed(record), packed.record_digest(record, document, text_sha256)]
    db.execute("insert into claim_records (document, text_sha256, packed, sha256) values (?, ?, ?, ?)", row)


def file(db: "Database", document: str) -> None:
    """Files the words of the claims of a document's latest text, and those of no other."""
    astray = f"{_ROWS} where r.document = ? and r.filed is not {_IS_LATEST} order by r.number"
    for row in db.execute(astray, [document]).fetchall():
        change = words.drop if row[5] else words.add
        change(db, row[0], unpacked(row))
        db.execute("update claim_records set filed = not filed where number = ?", [row[0]])


def remove(db: "Database", document: str) -> None:
    """Takes the claims of every text of a document out."""
    for row in db.execute(f"{_ROWS} where r.document = ?", [document]).fetchall():
        _remove(db, row, unpacked(row))


def latest(db: "Database") -> list[Claim]:
    """The claims of every document's latest text, in the order of documents and of adding."""
    return [claim for row in db.execute(f"{_ROWS} where {_IS_LATEST} order by r.document") for claim in unpacked(row)]


def of(db: "Database", document: str) -> list[Claim]:
    """The claims of the latest text of one document."""
    row = row_of(db, document)
    return [] if row is None else unpacked(row)


def row_of(db: "Database", document: str) -> Row | None:
    """The record of the latest text of one document; None where that holds no claims."""
    row: Row | None = db.execute(f"{_ROWS} where r.document = ? and {_IS_LATEST}", [document]).fetchone()
    return row


def at(db: "Database", places: Iterable[int]) -> list[Claim]:
    """The claims at some places, by document and place."""
    chosen: dict[int, list[int]] = defaultdict(list)
    for place in sorted(set(places)):
        number, position = words.parts(place)
        chosen[number].append(position)
    # One parameter, however many there are.
    query = f"{_ROWS} where r.number in (select value from json_each(?)) order by r.document, r.number"
    rows = db.execute(query, [json.dumps(sorted(chosen))]).fetchall()
    return [claim for row in rows for claim in unpacked(row, chosen[row[0]])]


def opened(db: "Database", documents: Iterable[str]) -> dict[str, Packed]:
    """The records of the latest texts of these documents, by document; those without claims are left out."""
    # One parameter, however many there are.
    query = f"{_ROWS} where r.document in (select value from json_each(?)) and {_IS_LATEST}"
    return {row[1]: _opened(row) for row in db.execute(query, [json.dumps(sorted(set(documents)))]).fetchall()}


def holders(db: "Database") -> list[str]:
    """The documents whose latest text holds claims."""
    return [name for (name,) in db.execute("select document from claim_records where filed order by document")]


def is_empty(db: "Database") -> bool:
    """Whether no document has a claim."""
    return db.execute("select 1 from claim_records limit 1").fetchone() is None


def rows(db: "Database") -> Iterator[tuple[Row, bool]]:
    """Every record, by document and text, and whether it is that of the document's latest text."""
    for *row, is_latest in db.execute(f"{_ROWS.replace(' from', f', {_IS_LATEST} from', 1)} order by 2, 3"):
        yield (row[0], row[1], row[2], row[3], row[4], row[5], row[6]), bool(is_latest)


def unpacked(row: Row, chosen: list[int] | None = None) -> list[Claim]:
    """The claims of a record, or those at the places `chosen` in it; raises StoreError where it is damaged."""
    return _opened(row).claims(chosen)


def _opened(row: Row) -> Packed:
    _, document, text_sha256, column, sha256, _, text = row
    if text is None or digest(text) != text_sha256:
        raise damaged(f'the text of "{document}"')
    return Packed(packed.record_of(column, document, text_sha256, sha256), document, text)


def spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    """Every span of a claim with what it is; those of its values too."""
    yield "claim", claim.span
    yield "sentence", claim.sentence
    if claim.attribution is not None:
        for role in ("source", "cue", "content"):
            span = getattr(claim.attribution, role)
            if span is not None:
                yield role, span
    values: tuple[Quantity | TimeRef | Name, ...] = (*claim.quantities, *claim.times, *claim.names)
    for value in values:
        yield "value", value.span


def _remove(db: "Database", row: Row, claims: list[Claim]) -> None:
    if row[5]:
        words.drop(db, row[0], claims)
    db.execute("delete from claim_records where number = ?", [row[0]])


def _check_spans(claim: Claim, text: str) -> None:
    for role, span in spans(claim):
        if role != "value" and text[span.start : span.end] != span.quote:
            raise StoreError(f'the {role} span of claim "{claim.id}" does not stand in the text of "{span.document}"')


def by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims grouped by the document they stand in, in their order."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.span.document, []).append(claim)
    return groups
