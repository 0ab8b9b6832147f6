"""Where each key of matching stands in the store: in how many documents, and at which places.

Places stand in parts of 1,024 documents, so that adding a document writes only the last part of each key, and a key
that too many documents hold is never read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from provenance.matching.blocking.partners import CLAIM_BITS, COMMON, Keys, Postings, changes, limit, place, posted

if TYPE_CHECKING:
    from numpy import uint32
    from numpy.typing import NDArray
    from sqlite_utils import Database

_DOCUMENT_BITS = 10
"""Of a document's number, those that tell it from others of its part."""
_PART_BITS = _DOCUMENT_BITS + CLAIM_BITS
_STORED = "<u4"
_AT_ONCE = 500
"""Rows asked for in one query."""


def holders(db: Database, keys: Collection[int]) -> dict[int, int]:
    """In how many documents each key stands; keys that stand nowhere are left out."""
    return dict(rows(db, "select key, documents from holders where key in", keys))


def leading(db: Database, keys: Collection[int], common: int = COMMON) -> Postings:
    """Where those of these keys stand that lead to other documents: not too many hold them."""
    return read(db, [key for key, number in holders(db, keys).items() if number <= limit(key, common)])


def read(db: Database, keys: Iterable[int]) -> Postings:
    """Where these keys stand."""
    import numpy

    # Rows come by key and part, for so they stand in the table.
    found = list(rows(db, "select key, part, places from postings where key in", keys))
    lengths = [len(blob) >> 2 for _, _, blob in found]
    head = numpy.array([row[:2] for row in found], dtype=numpy.int64).reshape(-1, 2)
    held, part = (numpy.repeat(column, lengths) for column in head.T)
    places = _numbers(b"".join(blob for _, _, blob in found)).astype(numpy.int64)
    return Postings(held, places | part << _PART_BITS)


def add(db: Database, document: int, claims: Keys, *, last: bool) -> None:
    """Puts in a document that is not there; `last`: its number is the highest of all."""
    import numpy

    part = document >> _DOCUMENT_BITS
    places = defaultdict(list)
    for claim, keys in enumerate(claims):
        for key in keys:
            places[key].append(_within(document, claim))
    before = dict(rows(db, f"select key, places from postings where part = {part} and key in", places))
    parts = []
    for key, added in sorted(places.items()):
        blob = before.get(key, b"") + numpy.array(added, dtype=_STORED).tobytes()
        parts.append((key, part, blob if last else numpy.sort(_numbers(blob)).tobytes()))
    db.conn.executemany("insert or replace into postings values (?, ?, ?)", parts)
    counted = "insert into holders values (?, 1) on conflict (key) do update set documents = documents + 1"
    db.conn.executemany(counted, [(key,) for key, _, _ in parts])


def remove(db: Database, document: int, claims: Keys) -> None:
    """Takes out a document that has these claims."""
    part, first = document >> _DOCUMENT_BITS, _within(document, 0)
    keys = sorted({key for keys in claims for key in keys})
    for key, blob in list(rows(db, f"select key, places from postings where part = {part} and key in", keys)):
        numbers = _numbers(blob)
        left = numbers[(numbers < first) | (numbers >= first + (1 << CLAIM_BITS))]
        if len(left):
            db.execute("update postings set places = ? where key = ? and part = ?", [left.tobytes(), key, part])
        else:
            db.execute("delete from postings where key = ? and part = ?", [key, part])
    db.conn.executemany("update holders set documents = documents - 1 where key = ?", [(key,) for key in keys])
    db.conn.executemany("delete from holders where key = ? and documents = 0", [(key,) for key in keys])


def fill(db: Database, documents: Iterable[tuple[int, Keys]]) -> None:
    """Puts documents, their numbers ascending, into empty tables, faster than one by one."""
    import numpy

    found = posted(documents)
    db.conn.executemany("insert into postings values (?, ?, ?)", _parts(found))
    counted = numpy.unique(found.documents.keys, return_counts=True)
    db.conn.executemany("insert into holders values (?, ?)", zip(*(one.tolist() for one in counted), strict=True))


def clear(db: Database) -> None:
    """Takes every document out."""
    for table in ("postings", "holders"):
        db.execute(f"delete from {table}")


def rows(db: Database, query: str, values: Iterable[int]) -> Iterator[Any]:
    """The rows of a query that ends in "in", a part of the values at a time."""
    listed = sorted(values)
    for first in range(0, len(listed), _AT_ONCE):
        part = listed[first : first + _AT_ONCE]
        yield from db.execute(f"{query} ({', '.join('?' * len(part))})", part).fetchall()


def _parts(postings: Postings) -> Iterator[tuple[int, int, bytes]]:
    """The rows that hold the postings."""
    import numpy

    part = postings.places >> _PART_BITS
    starts = numpy.flatnonzero(changes(postings.keys) | changes(part))
    blob = (postings.places & (1 << _PART_BITS) - 1).astype(_STORED).tobytes()
    ends = numpy.append(starts, len(postings))[1:]
    columns = postings.keys[starts], part[starts], 4 * starts, 4 * ends
    for key, number, start, end in zip(*(column.tolist() for column in columns), strict=True):
        yield key, number, blob[start:end]


def _within(document: int, claim: int) -> int:
    """A place as its part stores it."""
    return place(document, claim) & (1 << _PART_BITS) - 1


def _numbers(blob: bytes) -> NDArray[uint32]:
    import numpy

    return numpy.frombuffer(blob, dtype=_STORED)
