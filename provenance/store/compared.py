"""What comparing documents has shown: how many relations worth telling each pair has.

Where there are none, nothing needs to be compared again; the others are compared when they are told. A row holds the
digests of both documents and of the program, and counts for nothing when one of them has changed.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from provenance.matching.blocking.partners import Pair
from provenance.store.rows import digest

if TYPE_CHECKING:
    from sqlite_utils import Database


def known(db: "Database", of: Collection[Pair] | None = None) -> dict[Pair, int]:
    """How many relations worth telling pairs have, `of` these alone; those not compared since a change are left out."""
    query = "select one, other, digest, told from compared"
    if of is None:
        rows = db.execute(query).fetchall()
    else:
        rows = [row for pair in of for row in db.execute(f"{query} where one = ? and other = ?", pair).fetchall()]
    digests = _digests(db, of)
    return {
        (one, other): told
        for one, other, both, told in rows
        if one in digests and other in digests and both == _both(one, other, digests)
    }


def save(db: "Database", rows: Iterable[tuple[Pair, int]]) -> None:
    """Keeps how many relations pairs have, all of documents in the index."""
    held = dict(rows)
    digests = _digests(db, held)
    made = [(one, other, _both(one, other, digests), told) for (one, other), told in held.items()]
    db.conn.executemany("insert or replace into compared values (?, ?, ?, ?)", made)


def forget(db: "Database", kept: Iterable[Pair]) -> None:
    """Drops what is known of pairs that are no longer compared."""
    held = set(kept)
    gone = [pair for pair in db.execute("select one, other from compared").fetchall() if pair not in held]
    db.conn.executemany("delete from compared where one = ? and other = ?", gone)


def remove(db: "Database", document: str) -> None:
    """Drops what is known of the pairs of one document."""
    db.execute("delete from compared where one = ? or other = ?", [document, document])


def _digests(db: "Database", pairs: Collection[Pair] | None) -> dict[str, str]:
    """The digests of the documents of the index, or of these pairs alone."""
    query = "select document, digest from indexed"
    if pairs is None:
        return dict(db.execute(query).fetchall())
    names = sorted({name for pair in pairs for name in pair})
    return dict(row for name in names for row in db.execute(f"{query} where document = ?", [name]).fetchall())


def _both(one: str, other: str, digests: Mapping[str, str]) -> str:
    return digest(f"{digests[one]} {digests[other]}")
