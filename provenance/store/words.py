"""The words of claims and where they stand, for candidates of a search; what is served comes from the records.

A figure or time is one word too, as it is stored: "forty" is found by "40". Places are numbers of 64 bits: the record
of a text's claims and the claim in it.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from math import log
from typing import TYPE_CHECKING

from provenance.model import Claim

if TYPE_CHECKING:
    from sqlite_utils import Database

_CLAIM_BITS = 20
_PART = re.compile(r"[^\W_]+")
"""What the index takes for one word, as far as Python and SQLite agree."""
COMMON = 5_000
"""Claims from which a word leads to none of them: it would take long, and tells little."""
_VOCABULARY = "create virtual table temp.vocabulary using fts5vocab(main, claim_words, instance)"


def parts(place: int) -> tuple[int, int]:
    """Record and claim of a place."""
    return place >> _CLAIM_BITS, place & (1 << _CLAIM_BITS) - 1


def add(db: "Database", record: int, claims: Iterable[Claim]) -> None:
    """Files the claims of a record."""
    db.conn.executemany("insert into claim_words (rowid, words) values (?, ?)", _rows(record, claims))


def drop(db: "Database", record: int, claims: Iterable[Claim]) -> None:
    """Takes the claims of a record out, as they were filed."""
    statement = "insert into claim_words (claim_words, rowid, words) values ('delete', ?, ?)"
    db.conn.executemany(statement, _rows(record, claims))


def places(db: "Database", words: Iterable[str], values: Iterable[str], most: int) -> list[int]:
    """The places of the claims that share the rarest of these words, figures and times, best first.

    Where all words are common, those of claims that hold them all, or else any of them.
    """
    asked = sorted({part for word in {*words, *map(_value, values)} for part in _PART.findall(word)})
    score: dict[int, float] = defaultdict(float)
    for word in asked:
        found = _matches(db, [word], "")
        if len(found) <= COMMON:
            for place in found:
                score[place] += log(2 + COMMON / len(found))
    if not score and asked:
        return (_matches(db, asked, " AND ") or _matches(db, asked, " OR "))[:most]
    return sorted(score, key=lambda place: (-round(score[place], 9), place))[:most]


def _matches(db: "Database", words: Iterable[str], operator: str) -> list[int]:
    """The first places that match, and one more than `COMMON` where there are more."""
    # Quoted, so that no word is an operator of the query language.
    query = operator.join(f'"{word}"' for word in words)
    try:
        rows = db.execute("select rowid from claim_words where claim_words match ? limit ?", [query, COMMON + 1])
        return [place for (place,) in rows.fetchall()]
    except sqlite3.OperationalError as error:
        # A word of letters that SQLite's own table of Unicode does not have yet: to SQLite it is several.
        if "phrase" in str(error):
            return []
        raise


def difference(db: "Database", other: "Database") -> str:
    """The first difference between the words of two stores; empty where there is none."""
    for held, wanted in zip_longest(_vocabulary(db), _vocabulary(other)):
        if held != wanted:
            return f"{held} in place of {wanted}"
    return ""


def _vocabulary(db: "Database") -> Iterator[tuple[str, int]]:
    db.execute(_VOCABULARY)
    try:
        yield from db.execute("select term, doc from temp.vocabulary order by term, doc")
    finally:
        db.execute("drop table temp.vocabulary")


def _rows(record: int, claims: Iterable[Claim]) -> Iterator[tuple[int, str]]:
    for number, claim in enumerate(claims):
        known = [str(quantity.value) for quantity in claim.quantities if quantity.value is not None]
        known += [time.value for time in claim.times if time.value is not None]
        yield record << _CLAIM_BITS | number, " ".join([claim.span.quote, *map(_value, known)])


def _value(value: str) -> str:
    """A figure or time as one word for the index: it must hold letters and digits alone, and be no other word."""
    return "value" + "".join(c if c.isalnum() else "x" for c in value.casefold())
