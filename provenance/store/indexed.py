"""The part of a store that matching works on: its index of keys, and what comparing documents has shown."""

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from provenance.matching.blocking.partners import Keys, Pair
from provenance.matching.signed import Signed
from provenance.store import compared, connection, signed
from provenance.store.index import Index, Place

if TYPE_CHECKING:
    from sqlite_utils import Database


class Indexed:
    """One open store; every method is a transaction of its own and raises StoreError."""

    def __init__(self, db: "Database", path: Path) -> None:
        self._db = db
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; a second time does nothing."""
        self._db.close()

    def indexed(self, of: Iterable[str] | None = None) -> dict[str, str]:
        """The documents in the index of matching, with the digests given for them; `of` these alone."""
        query = "select document, digest from indexed"
        with connection.guard(self.path):
            if of is None:
                return dict(self._db.execute(query).fetchall())
            # One parameter, however many there are.
            listed = [json.dumps(sorted(of))]
            query = f"{query} where document in (select value from json_each(?))"
            return dict(self._db.execute(query, listed).fetchall())

    def index(self, changed: Iterable[tuple[str, str, Keys]], gone: Iterable[str] = (), *, anew: bool = False) -> None:
        """Brings the index in step: documents with their digests and keys; `anew` empties it first."""
        with connection.guard(self.path), connection.transaction(self._db):
            index = Index(self._db)
            for document in gone:
                index.remove(document)
            if anew:
                index.refill(changed)
            else:
                for document, digest, keys in changed:
                    index.update(document, digest, keys)

    def save_signed(self, documents: Mapping[str, Signed]) -> None:
        """Keeps what makes documents of the store ready to be compared, made of the claims that it holds."""
        with connection.guard(self.path), connection.transaction(self._db):
            signed.save(self._db, documents.items())

    def keep_signed(self, rows: Iterable[signed.Row]) -> None:
        """Keeps what `signed` gave beside documents."""
        with connection.guard(self.path), connection.transaction(self._db):
            signed.keep(self._db, rows)

    def signed(self, document: str) -> tuple[Signed, signed.Row | None]:
        """A document of the store that holds claims, ready to be compared, and what is to be kept of signing it."""
        with connection.guard(self.path):
            return signed.load(self._db, document)

    def is_outdated(self) -> bool:
        """Whether another program made keys of the index: `rebuild` makes it anew, and so does the next review."""
        with connection.guard(self.path):
            return Index(self._db).is_outdated()

    def pairs(self) -> list[Pair]:
        """The pairs of documents in the index that are to be compared."""
        with connection.guard(self.path):
            index = Index(self._db)
            if index.closed:
                return index.pairs()
            with connection.transaction(self._db):
                return index.pairs()

    def close_lists(self, most: int) -> list[str] | None:
        """Makes the open lists of partners, and names the documents that had one; None, and nothing, if over `most`."""
        with connection.guard(self.path):
            index = Index(self._db)
            opened = index.opened(most + 1)
            if len(opened) > most:
                return None
            if opened:
                with connection.transaction(self._db):
                    index.close()
            return opened

    def pairs_of(self, documents: Iterable[str]) -> list[Pair]:
        """The same of these documents alone; pairs that only other documents' open lists would name are left out."""
        with connection.guard(self.path):
            index = Index(self._db)
            return sorted({pair for document in documents for pair in index.pairs_of(document)})

    def compared(self, of: Collection[Pair] | None = None) -> dict[Pair, int]:
        """How many relations worth telling the pairs have that were compared since they were indexed.

        `of`: these pairs alone.
        """
        with connection.guard(self.path):
            return compared.known(self._db, of)

    def save_compared(self, rows: Iterable[tuple[Pair, int]], digests: Mapping[str, str]) -> None:
        """Keeps how many relations pairs have of documents that are indexed with these digests.

        Of those that another program has changed since they were compared, nothing is kept.
        """
        with connection.guard(self.path), connection.transaction(self._db):
            compared.save(self._db, rows, digests)

    def forget_compared(self) -> None:
        """Drops what is known of pairs that are no longer compared."""
        with connection.guard(self.path), connection.transaction(self._db):
            compared.forget(self._db, Index(self._db).pairs())

    def not_indexed(self) -> list[str]:
        """The documents with claims that are not in the index of matching."""
        query = "select document from claim_records except select document from indexed order by 1"
        with connection.guard(self.path):
            return [id for (id,) in self._db.execute(query).fetchall()]

    def like(self, keys: Keys, most: int) -> list[list[Place]]:
        """For each of some claims that are not in the store, the indexed ones that share most with it, best first."""
        with connection.guard(self.path):
            return Index(self._db).like(keys, most)

    def partners_of(self, keys: Keys, most: int) -> list[str]:
        """The documents that share most with claims of another one, best first."""
        with connection.guard(self.path):
            return Index(self._db).partners_of(keys, most)

    def lags(self) -> bool:
        """Whether a document with claims is not in the index of matching."""
        with connection.guard(self.path):
            return Index(self._db).lags()
