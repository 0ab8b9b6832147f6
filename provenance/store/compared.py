"""What comparing documents has shown: how many relations worth telling each pair has.

Where there are none, nothing needs to be compared again; the others are compared when they are told. A row holds the
digests of both documents and of the program, and counts for nothing when one of them has changed.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from provenance.matching.partners import Pair
from provenance.store.rows import digest

if TYPE_CHECKING:
    from sqlite_utils import Database


def known(db: "Database", digests: Mapping[str, str]) -> dict[Pair, int]:
    """How many relations worth telling pairs have; pairs not compared since a change are left out."""
    rows = db.execute("select one, other, digest, told from compared").fetchall()
    return {
        (one, other): told
        for one, other, both, told in rows
        if one in digests and other in digests and both == _both(one, other, digests)
    }


def save(db: "Database", rows: Iterable[tuple[Pair, int]], digests: Mapping[str, str]) -> None:
    """Keeps how many relations pairs have."""
    made = [(one, other, _both(one, other, digests), told) for (one, other), told in rows]
    db.conn.executemany("insert or replace into compared values (?, ?, ?, ?)", made)


def forget(db: "Database", kept: Iterable[Pair]) -> None:
    """Drops what is known of pairs that are no longer compared."""
    held = set(kept)
    gone = [pair for pair in db.execute("select one, other from compared").fetchall() if pair not in held]
    db.conn.executemany("delete from compared where one = ? and other = ?", gone)


def _both(one: str, other: str, digests: Mapping[str, str]) -> str:
    return digest(f"{digests[one]} {digests[other]}")
