"""The index of matching in the store: keys, where they stand, and which documents are near one another.

It holds what `matching.partners` would choose for all documents at once, and keeps it so while documents come and go:
a document touches the lists that it enters or leaves, and those of all holders of a key that becomes common, or stops
being so.
"""

import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from provenance.matching.partners import COMMON, PARTNERS, Keys, Pair, best, document_at, limit, place, scores

if TYPE_CHECKING:
    from sqlite_utils import Database

_AT_ONCE = 500
"""Rows asked for in one query."""


class Index:
    """The index in one database; every method is part of the caller's transaction."""

    def __init__(self, db: "Database", most: int = PARTNERS, common: int = COMMON) -> None:
        self._db = db
        self._most = most
        self._common = common

    def digest(self, document: str) -> str | None:
        """What `update` was given for a document; None where it is not in the index."""
        row = self._db.execute("select digest from indexed where document = ?", [document]).fetchone()
        return None if row is None else str(row[0])

    def pairs(self) -> list[Pair]:
        """The pairs of documents to compare, ascending."""
        rows = self._db.execute(
            "select min(a.document, b.document), max(a.document, b.document) from near"
            " join indexed a on a.number = near.document join indexed b on b.number = near.other"
        )
        return sorted(set(rows.fetchall()))

    def like(self, keys: Keys, most: int) -> list[str]:
        """The documents that share most with claims that are not in the index, best first."""
        near = scores(-1, keys, self._postings({key for held in keys for key in held}), self._common, own=False)
        names = self._names(near)
        return [names[number] for number in best(near, most, names)]

    def update(self, document: str, digest: str, keys: Keys) -> None:
        """Adds a document, or puts it in the place of what was known of it."""
        number = self.remove(document) or self._next()
        places = self._postings({key for held in keys for key in held})
        crossed = [key for key, held in places.items() if len(set(map(document_at, held))) == limit(key, self._common)]
        for claim, held in enumerate(keys):
            for key in held:
                places.setdefault(key, array("q")).append(place(number, claim))
        self._post(places)
        row = [number, document, digest, _packed(keys), 0, 0]
        self._db.execute("insert into indexed values (?, ?, ?, ?, ?, ?)", row)
        near = scores(number, keys, places, self._common)
        self._list(number, near)
        self._enter(number, document, near)
        self._again({document_at(at) for key in crossed for at in places[key]} - {number})

    def remove(self, document: str) -> int | None:
        """Takes a document out; returns the number that it had."""
        row = self._db.execute("select number, keys from indexed where document = ?", [document]).fetchone()
        if row is None:
            return None
        number, held = row[0], _unpacked(row[1])
        places = self._postings({key for keys in held for key in keys})
        crossed = [key for key, at in places.items() if len(set(map(document_at, at))) == limit(key, self._common) + 1]
        places = {key: array("q", [x for x in at if document_at(x) != number]) for key, at in places.items()}
        self._post(places)
        touched = {other for (other,) in self._db.execute("select document from near where other = ?", [number])}
        touched |= {document_at(at) for key in crossed for at in places[key]}
        self._db.execute("delete from near where document = ? or other = ?", [number, number])
        self._db.execute("delete from indexed where number = ?", [number])
        self._again(touched - {number})
        return int(number)

    def clear(self) -> None:
        """Takes every document out."""
        for table in ("near", "postings", "indexed"):
            self._db.execute(f"delete from {table}")

    def fill(self, documents: Iterable[tuple[str, str, Keys]]) -> None:
        """Puts documents, their digests and keys into an empty index, faster than one by one."""
        found: dict[int, array[int]] = {}
        for number, (document, digest, keys) in enumerate(documents, start=1):
            row = [number, document, digest, _packed(keys), 0, 0]
            self._db.execute("insert into indexed values (?, ?, ?, ?, ?, ?)", row)
            for claim, held in enumerate(keys):
                for key in held:
                    found.setdefault(key, array("q")).append(place(number, claim))
        self._post(found)
        names = dict(self._db.execute("select number, document from indexed"))
        for number, packed in self._db.execute("select number, keys from indexed").fetchall():
            self._list(number, scores(number, _unpacked(packed), found, self._common), names)

    def _next(self) -> int:
        return int(self._db.execute("select coalesce(max(number), 0) + 1 from indexed").fetchone()[0])

    def _postings(self, keys: Collection[int]) -> dict[int, "array[int]"]:
        found = {}
        for key, blob in self._rows("select key, places from postings where key in", keys):
            found[int(key)] = _numbers(blob)
        return found

    def _post(self, places: dict[int, "array[int]"]) -> None:
        empty = [(key,) for key, held in places.items() if not held]
        rows = [(key, _blob(held)) for key, held in places.items() if held]
        self._db.conn.executemany("delete from postings where key = ?", empty)
        self._db.conn.executemany("insert or replace into postings values (?, ?)", rows)

    def _names(self, numbers: Collection[int]) -> dict[int, str]:
        return dict(self._rows("select number, document from indexed where number in", numbers))

    def _rows(self, query: str, values: Collection[int]) -> Iterator[Any]:
        """The rows of a query that ends in "in", a part of the values at a time."""
        listed = sorted(values)
        for first in range(0, len(listed), _AT_ONCE):
            part = listed[first : first + _AT_ONCE]
            yield from self._db.execute(f"{query} ({', '.join('?' * len(part))})", part).fetchall()

    def _list(self, number: int, near: dict[int, int], names: dict[int, str] | None = None) -> None:
        """Makes the list of one document from its scores with all others."""
        chosen = best(near, self._most, self._names(near) if names is None else names)
        self._db.execute("delete from near where document = ?", [number])
        rows = [(number, other, near[other]) for other in chosen]
        self._db.conn.executemany("insert into near values (?, ?, ?)", rows)
        self._mark(number)

    def _mark(self, number: int) -> None:
        """Notes how long a list is, and its least score: what a newcomer has to reach."""
        self._db.execute(
            "update indexed set (listed, least) = (select count(*), coalesce(min(score), 0) from near"
            " where near.document = indexed.number) where number = ?",
            [number],
        )

    def _enter(self, number: int, document: str, near: dict[int, int]) -> None:
        """Puts a new document into the lists that it belongs in."""
        for other, listed, least in self._rows("select number, listed, least from indexed where number in", near):
            if listed < self._most or near[other] >= least:
                held = dict(self._db.execute("select other, score from near where document = ?", [other]).fetchall())
                names = self._names(held)
                self._list(other, {**held, number: near[other]}, {**names, number: document})

    def _again(self, numbers: Collection[int]) -> None:
        """Makes the lists of some documents anew."""
        for number, packed in list(self._rows("select number, keys from indexed where number in", numbers)):
            keys = _unpacked(packed)
            self._list(number, scores(number, keys, self._postings({k for held in keys for k in held}), self._common))


def _packed(keys: Keys) -> bytes:
    """The keys of all claims; a zero, which is no key, ends each claim."""
    return _blob(array("q", [key for held in keys for key in (*held, 0)]))


def _unpacked(blob: bytes) -> list[list[int]]:
    found: list[list[int]] = [[]]
    for key in _numbers(blob):
        if key:
            found[-1].append(key)
        else:
            found.append([])
    return found[:-1]


def _blob(numbers: "array[int]") -> bytes:
    return (numbers if sys.byteorder == "little" else _swapped(numbers)).tobytes()


def _numbers(blob: bytes) -> "array[int]":
    numbers = array("q", blob)
    return numbers if sys.byteorder == "little" else _swapped(numbers)


def _swapped(numbers: Sequence[int]) -> "array[int]":
    other = array("q", numbers)
    other.byteswap()
    return other
