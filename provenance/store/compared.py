"""What comparing documents has shown: how many relations worth telling each pair has.

Where there are none, nothing needs to be compared again; the others are compared when they are told. Documents stand
here by their numbers in the index, and a row goes when the index takes one of its documents out or another text of it
in: so there is a row only for what both documents are now.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from provenance.matching.blocking.partners import Pair

if TYPE_CHECKING:
    from sqlite_utils import Database

_KNOWN = """
    select a.document, b.document, told from compared
    join indexed a on a.number = compared.one join indexed b on b.number = compared.other
"""
_SAVE = """
    insert or replace into compared
    select a.number, b.number, ? from indexed a, indexed b
    where a.document = ? and a.digest = ? and b.document = ? and b.digest = ?
"""
_FORGET = """
    delete from compared where one = (select number from indexed where document = ?)
    and other = (select number from indexed where document = ?)
"""
_BEFORE = "create temp table before as select number, document, digest from indexed"
_AFTER = """
    create temp table after as select a.number as one, b.number as other, told from compared
    join before x on x.number = compared.one join before y on y.number = compared.other
    join indexed a on a.document = x.document and a.digest = x.digest
    join indexed b on b.document = y.document and b.digest = y.digest
"""


def known(db: "Database", of: Collection[Pair] | None = None) -> dict[Pair, int]:
    """How many relations worth telling pairs have, `of` these alone; those not compared since a change are left out."""
    if of is None:
        rows = db.execute(_KNOWN).fetchall()
    else:
        query = f"{_KNOWN} where a.document = ? and b.document = ?"
        rows = [row for pair in of for row in db.execute(query, pair).fetchall()]
    return {(one, other): told for one, other, told in rows}


def save(db: "Database", rows: Iterable[tuple[Pair, int]], digests: Mapping[str, str]) -> None:
    """Keeps how many relations pairs have, where both documents still stand in the index as they were compared."""
    made = [(told, a, digests.get(a), b, digests.get(b)) for (a, b), told in rows]
    db.conn.executemany(_SAVE, made)


def forget(db: "Database", kept: Iterable[Pair]) -> None:
    """Drops what is known of pairs that are no longer compared."""
    db.conn.executemany(_FORGET, sorted(known(db).keys() - set(kept)))


def remove(db: "Database", number: int) -> None:
    """Drops what is known of the pairs of one document, by its number in the index."""
    db.execute("delete from compared where one = ? or other = ?", [number, number])


@contextmanager
def renumbered(db: "Database") -> Iterator[None]:
    """Keeps what is known of documents that the index, made anew meanwhile, holds as they were before."""
    db.execute(_BEFORE)
    yield
    db.execute("create index temp.before_by_number on before (number)")
    db.execute(_AFTER)
    db.execute("delete from compared")
    db.execute("insert into compared select one, other, told from after")
    for table in ("before", "after"):
        db.execute(f"drop table temp.{table}")
