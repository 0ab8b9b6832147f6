"""The index of matching in the store: keys, where they stand, and which documents share most with each one.

It holds what `matching.partners` would choose for all documents at once, and keeps it so while documents come and go:
a document touches the lists that it enters or leaves, and those of all holders of a key that becomes common, or stops
being so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from provenance.matching.blocking.keys import MOST_WORTH, worth
from provenance.matching.blocking.partners import (
    COMMON,
    LAST_CLAIM,
    PARTNERS,
    Keys,
    Order,
    Pair,
    Scores,
    Shared,
    best,
    document_at,
    highest,
    limit,
    order,
    posted,
    scores,
)
from provenance.store import compared, postings
from provenance.store.blobs import packed, unpacked
from provenance.store.likeness import Rows
from provenance.store.program import fingerprint

if TYPE_CHECKING:
    from sqlite_utils import Database

Place = tuple[str, int]
"""A claim of a document, by its number in the order of the text."""
_FURTHER = 6
"""Times as many documents as lead to partners in which a key worth most may stand and still be looked up."""
_COMMON_KEYS = 4
"""Common keys by which a claim is looked up that has no others."""
_OPEN = -1
"""The length of a list that is to be made again."""
_PAIRS = """
    select min(a.document, b.document), max(a.document, b.document) from partners
    join indexed a on a.number = partners.document join indexed b on b.number = partners.other
"""
_MEASURE = """
    update indexed set (listed, least) =
        (select count(*), coalesce(min(score), 0) from partners where partners.document = indexed.number)
    where number = ?
"""
"""Notes how long a list is, and its least score: what a newcomer has to reach."""
_ASTRAY = """
    select exists (select 1 from partners where document not in (select number from indexed)
        or other not in (select number from indexed))
    or exists (select 1 from indexed where listed >= 0
        and listed <> (select count(*) from partners where partners.document = indexed.number))
"""
_LAGGING = """
    select 1 from documents d join snapshots s on s.document = d.id and s.number = d.snapshot
    join claim_records r on r.document = d.id and r.text_sha256 = s.text_sha256
    where not exists (select 1 from indexed where indexed.document = d.id) limit 1
"""
_DROP_LAST = """
    delete from partners where document = ? and other = (
        select partners.other from partners join indexed on indexed.number = partners.other
        where partners.document = ? order by partners.score, indexed.rank desc, indexed.document desc limit 1
    )
"""
_TOGETHER = 10_000
"""Open lists that are made from the same postings in memory."""


class Index:
    """The index in one database; every method is part of the caller's transaction."""

    def __init__(self, db: "Database", most: int = PARTNERS, common: int = COMMON) -> None:
        self._db = db
        self._most = most
        self._common = common

    def pairs(self) -> list[Pair]:
        """The pairs of documents to compare, ascending; lists that are open are made first."""
        self.close()
        return sorted(set(self._db.execute(_PAIRS).fetchall()))

    def pairs_of(self, document: str) -> set[Pair]:
        """Those pairs of one document that the lists show which are not open."""
        queries = [f"{_PAIRS} where {side}.document = ?" for side in ("a", "b")]
        return {pair for query in queries for pair in self._db.execute(query, [document]).fetchall()}

    def opened(self, most: int) -> list[str]:
        """Documents whose lists are open, at most so many."""
        query = "select document from indexed where listed < 0 order by document limit ?"
        return [document for (document,) in self._db.execute(query, [most]).fetchall()]

    def lags(self) -> bool:
        """Whether a document whose latest text holds claims is not in the index."""
        return self._db.execute(_LAGGING).fetchone() is not None

    def is_outdated(self) -> bool:
        """Whether another program made keys that stand here."""
        # Not "<>", which would read every row.
        query = "select exists (select 1 from indexed where program < ?1 or program > ?1)"
        return bool(self._db.execute(query, [fingerprint()]).fetchone()[0])

    def made_here(self) -> Iterator[tuple[str, str, list[list[int]]]]:
        """The documents whose keys this program made, their digests and keys."""
        query = "select document, digest, keys from indexed where program = ? order by document"
        for document, digest, blob in self._db.execute(query, [fingerprint()]):
            yield document, digest, unpacked(blob)

    @property
    def closed(self) -> bool:
        """Whether every list is as it should be, so that `pairs` has nothing to write."""
        return self._db.execute("select 1 from indexed where listed < 0 limit 1").fetchone() is None

    def partners_of(self, keys: Keys, most: int) -> list[str]:
        """The documents that share most with claims that are not in the index, best first."""
        scored = highest(scores(-1, keys, self._shared(keys, least=1)), most)
        return self._best(scored, most)

    def like(self, keys: Keys, most: int) -> list[list[Place]]:
        """For each claim of these that are not in the index, the claims of it that share most, best first.

        A shared key counts for what it is worth, and for more the fewer documents hold it. Keys that too many hold are
        left out, but where a claim has no others.
        """
        import numpy

        counts = postings.holders(self._db, {key for claim in keys for key in claim})
        used = [self._rarest(claim, counts) for claim in keys]
        rows = Rows(postings.read(self._db, {key for claim in used for key in claim}), self._count())
        chosen = [rows.best(claim, most) for claim in used]
        places = numpy.unique(numpy.concatenate(chosen or [numpy.zeros(0, dtype=numpy.int64)])).tolist()
        names = self._names({document_at(place) for place in places})
        return [[(names[document_at(place)], place & LAST_CLAIM) for place in found.tolist()] for found in chosen]

    def update(self, document: str, digest: str, keys: Keys) -> None:
        """Adds a document, or puts it in the place of what was known of it."""
        known = self.remove(document)
        number = self._next() if known is None else known
        self._cross(keys, 0)
        postings.add(self._db, number, keys, last=known is None)
        self._insert(number, document, digest, keys)
        scored = scores(number, keys, self._shared(keys))
        self._list(number, scored)
        self._enter(number, scored)

    def remove(self, document: str) -> int | None:
        """Takes a document out; returns the number that it had."""
        row = self._db.execute("select number, keys from indexed where document = ?", [document]).fetchone()
        if row is None:
            return None
        number, keys = row[0], unpacked(row[1])
        self._cross(keys, 1)
        postings.remove(self._db, number, keys)
        compared.remove(self._db, number)
        self._reopen(other for (other,) in self._db.execute("select document from partners where other = ?", [number]))
        self._db.execute("delete from partners where document = ? or other = ?", [number, number])
        self._db.execute("delete from indexed where number = ?", [number])
        return int(number)

    def clear(self) -> None:
        """Takes every document out."""
        postings.clear(self._db)
        for table in ("partners", "indexed"):
            self._db.execute(f"delete from {table}")

    def refill(self, documents: Iterable[tuple[str, str, Keys]]) -> None:
        """Makes the index anew of documents, their digests and keys; what comparing unchanged ones showed stays."""
        with compared.renumbered(self._db):
            self.clear()
            self.fill(documents)

    def fill(self, documents: Iterable[tuple[str, str, Keys]]) -> None:
        """Puts documents, their digests and keys into an empty index, faster than one by one."""

        def added() -> Iterator[tuple[int, Keys]]:
            for number, (document, digest, keys) in enumerate(documents):
                self._insert(number, document, digest, keys)
                yield number, keys

        postings.fill(self._db, added())

    def faults(self) -> Iterator[str]:
        """In what the index does not fit itself; whether its keys are those of the claims, `fsck` asks."""
        import numpy

        rows = self._db.execute("select number, keys from indexed order by number")
        wanted = posted((number, unpacked(blob)) for number, blob in rows)
        held = postings.read(self._db, {key for (key,) in self._db.execute("select distinct key from postings")})
        if not (numpy.array_equal(held.keys, wanted.keys) and numpy.array_equal(held.places, wanted.places)):
            yield "keys stand at other places than in their documents"
        known, counts = numpy.unique(wanted.documents.keys, return_counts=True)
        counted = dict(zip(known.tolist(), counts.tolist(), strict=True))
        if dict(self._db.execute("select key, documents from holders").fetchall()) != counted:
            yield "keys stand in another number of documents than is counted"
        if self._db.execute(_ASTRAY).fetchone()[0]:
            yield "the lists of partners are not as long as is noted, or name documents that are gone"

    def _insert(self, number: int, document: str, digest: str, keys: Keys) -> None:
        rank, _ = order(document, keys)
        row = [number, document, digest, packed(keys), _OPEN, 0, fingerprint(), rank]
        self._db.execute("insert into indexed values (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _rarest(self, claim: Sequence[int], counts: Mapping[int, int]) -> list[int]:
        """The keys of a claim to look it up by."""
        held = [key for key in claim if key in counts]
        leading = [key for key in held if counts[key] <= self._reach(key)]
        return leading or sorted(held, key=lambda key: (counts[key], key))[:_COMMON_KEYS]

    def _reach(self, key: int) -> int:
        """In how many documents a key may stand at most to be looked up: names and days that many hold still tell."""
        return limit(key, self._common) * (_FURTHER if worth(key) == MOST_WORTH else 1)

    def _count(self) -> int:
        return int(self._db.execute("select count(*) from indexed").fetchone()[0])

    def _next(self) -> int:
        return int(self._db.execute("select coalesce(max(number), 0) + 1 from indexed").fetchone()[0])

    def _shared(self, keys: Keys, least: int = 2) -> Shared:
        """The keys that lead from these claims to documents of the index."""
        every = {key for held in keys for key in held}
        return Shared(postings.leading(self._db, every, self._common), self._common, least=least)

    def _cross(self, keys: Keys, above: int) -> None:
        """Opens the lists of those who hold a key that one document more makes common, or stops being so."""
        held = postings.holders(self._db, {key for claim in keys for key in claim})
        crossed = [key for key, number in held.items() if number == limit(key, self._common) + above]
        self._reopen(set(postings.read(self._db, crossed).documents.places.tolist()))

    def _reopen(self, numbers: Iterable[int]) -> None:
        """Leaves the lists of some documents to be made again when somebody asks for pairs."""
        rows = [(_OPEN, number) for number in numbers]
        self._db.conn.executemany("update indexed set listed = ? where number = ?", rows)

    def close(self) -> None:
        """Makes the open lists."""
        numbers = sorted(n for (n,) in self._db.execute("select number from indexed where listed < 0"))
        for first in range(0, len(numbers), _TOGETHER):
            part = numbers[first : first + _TOGETHER]
            held = {
                n: unpacked(blob)
                for n, blob in postings.rows(self._db, "select number, keys from indexed where number in", part)
            }
            shared = self._shared([keys for claims in held.values() for keys in claims])
            for number, keys in held.items():
                self._list(number, scores(number, keys, shared))

    def _names(self, numbers: Iterable[int]) -> dict[int, str]:
        return dict(postings.rows(self._db, "select number, document from indexed where number in", numbers))

    def _orders(self, numbers: Iterable[int]) -> dict[int, Order]:
        query = "select number, rank, document from indexed where number in"
        return {number: (rank, document) for number, rank, document in postings.rows(self._db, query, numbers)}

    def _best(self, scored: Scores, most: int) -> list[str]:
        orders = self._orders(scored.documents.tolist())
        return [orders[number][1] for number in best(scored, most, orders)]

    def _list(self, number: int, scored: Scores) -> None:
        """Makes the list of one document from its scores with others."""
        scored = highest(scored, self._most)
        held = dict(zip(scored.documents.tolist(), scored.sums.tolist(), strict=True))
        chosen = best(scored, self._most, self._orders(held))
        self._db.execute("delete from partners where document = ?", [number])
        self._db.conn.executemany(
            "insert into partners values (?, ?, ?)", [(number, other, held[other]) for other in chosen]
        )
        self._db.execute(_MEASURE, [number])

    def _enter(self, number: int, scored: Scores) -> None:
        """Puts a new document into the lists that it belongs in."""
        score_of = dict(zip(scored.documents.tolist(), scored.sums.tolist(), strict=True))
        lists = list(postings.rows(self._db, "select number, listed, least from indexed where number in", score_of))
        open_ = [other for other, listed, least in lists if 0 <= listed < self._most]
        full = [other for other, listed, least in lists if listed == self._most and score_of[other] >= least]
        rows = [(other, number, score_of[other]) for other in (*open_, *full)]
        self._db.conn.executemany("insert into partners values (?, ?, ?)", rows)
        self._db.conn.executemany(_DROP_LAST, [(other, other) for other in full])
        self._db.conn.executemany(_MEASURE, [(other,) for other in (*open_, *full)])
