"""Candidates of a search: claims of latest texts that share a telling word, or a figure or time, with what is asked."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from provenance.model import Claim
from provenance.store.rows import parse

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST = 300
"""Candidates by words, and as many by values."""
_LATEST = (
    " join documents d on d.id = c.document"
    " join snapshots s on s.document = d.id and s.number = d.snapshot and s.text_sha256 = c.text_sha256"
)


def candidates(db: "Database", words: Iterable[str], values: Sequence[str]) -> list[Claim]:
    """Claims with the rarest of the words, and claims with one of the values, each once, by document and place."""
    # Quoted, so that nothing in a word is an operator of the query language.
    query = " OR ".join('"{}"'.format(word.replace('"', '""')) for word in sorted(set(words)))
    keys: set[int] = set()
    if query:
        by_words = f"select c.key from claim_words w join claims c on c.key = w.rowid {_LATEST}"
        rows = db.execute(f"{by_words} where claim_words match ? order by w.rank, c.key limit ?", [query, MOST])
        keys.update(row[0] for row in rows)
    for value in sorted(set(values)):
        by_value = f"select v.claim from claim_values v join claims c on c.key = v.claim {_LATEST}"
        wanted = "where v.kind in ('quantity', 'time') and v.value = ? order by v.claim limit ?"
        keys.update(row[0] for row in db.execute(f"{by_value} {wanted}", [value, MOST]))
    marks = ", ".join("?" * len(keys))
    found = f"select json, json_sha256 from claims where key in ({marks}) order by document, position"
    return [parse(Claim, *row) for row in db.execute(found, sorted(keys))]
