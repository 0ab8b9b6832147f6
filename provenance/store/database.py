"""The store: everything that has been read and found, in one SQLite file."""

from collections.abc import Callable, Generator, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from provenance.errors import StoreError
from provenance.matching.blocking.partners import Keys, Pair
from provenance.model import Claim, Decision, Document, Finding, Report, Ruling
from provenance.model.base import Model
from provenance.store import (
    backup,
    checked,
    connection,
    deciding,
    dump,
    findings,
    fsck,
    journal,
    keyed,
    proofs,
    search,
    signed,
)
from provenance.store import claims as claim_rows
from provenance.store import documents as document_rows
from provenance.store.checked import Checked
from provenance.store.checkpoint import Checkpoint
from provenance.store.fsck import Fault
from provenance.store.index import Index
from provenance.store.indexed import Indexed
from provenance.store.packed import Packed
from provenance.store.proofs import Proof

DEFAULT = "provenance.sqlite"
Progress = Callable[[Sequence[str]], Iterable[str]]
"""Passes documents on while they are gone through."""


class Added(Model):
    """What `Store.add` did: ids of documents, and how many claims were new or changed."""

    new: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    new_versions: tuple[str, ...] = ()
    claims: int = 0


class Store(Indexed):
    """One open store; every method is a transaction of its own and raises StoreError."""

    def add(self, documents: Iterable[Document], claims: Iterable[Claim] = (), now: datetime | None = None) -> Added:
        """Adds documents and the claims in them; what is known already stays as it is. `now` is noted with what is new.

        Where a document has claims among `claims`, they replace those known of the same text.
        """
        with connection.guard(self.path), connection.transaction(self._db):
            changes = [(document.id, document_rows.save(self._db, document, now)) for document in documents]
            grouped = claim_rows.by_document(claims)
            count = sum(self._add_claims(document, group) for document, group in grouped.items())
            for document in {*grouped, *(id for id, change in changes if change != "unchanged")}:
                claim_rows.file(self._db, document)
        return Added(
            new=tuple(id for id, change in changes if change == "new"),
            unchanged=tuple(id for id, change in changes if change == "unchanged"),
            new_versions=tuple(id for id, change in changes if change == "new_version"),
            claims=count,
        )

    def _add_claims(self, document: str, claims: list[Claim]) -> int:
        found = document_rows.text_of(self._db, document)
        if found is None:
            raise StoreError(f'claim "{claims[0].id}" stands in "{document}", which is not in the store')
        return claim_rows.replace(self._db, document, *found, claims)

    def documents(self) -> list[Document]:
        """Every document as last added, by id."""
        with connection.guard(self.path):
            return document_rows.latest(self._db)

    def ids(self) -> list[str]:
        """The id of every document, in order."""
        with connection.guard(self.path):
            return [id for (id,) in self._db.execute("select id from documents order by id").fetchall()]

    def paths(self) -> dict[str, str | None]:
        """The id of every document, in order, and the path that it was last read from."""
        with connection.guard(self.path):
            return dict(self._db.execute("select id, path from documents order by id").fetchall())

    def versions(self, document: str) -> list[Document]:
        """Every version of the document with this id, oldest first."""
        with connection.guard(self.path):
            return document_rows.versions(self._db, document)

    def claims(self) -> list[Claim]:
        """The claims of every document's latest text."""
        with connection.guard(self.path):
            return claim_rows.latest(self._db)

    def is_empty(self) -> bool:
        """Whether no claim is in the store."""
        with connection.guard(self.path):
            return claim_rows.is_empty(self._db)

    def candidates(
        self, words: Iterable[str], values: Sequence[str], keys: Keys = (), most: int = search.MOST
    ) -> list[Claim]:
        """Claims of the latest texts that share a word, figure, time or key of matching; to be ranked by matching.

        `most` come by words, and as many by the keys of each claim.
        """
        with connection.guard(self.path):
            return search.candidates(self._db, words, values, keys, most)

    def prove(self, number: int, since: Checkpoint | None = None) -> Proof:
        """That a decision is in the journal, for somebody who has only a checkpoint; and that it only grew `since`."""
        with connection.guard(self.path):
            return proofs.prove(self._db, number, since)

    def some(self, documents: Iterable[str]) -> list[Document]:
        """These documents as last added, by id; those that the store does not have are left out."""
        with connection.guard(self.path):
            return document_rows.some(self._db, documents)

    def one(self, document: str) -> tuple[Document, list[Claim]]:
        """A document as last added, and the claims of its text; it must be in the store."""
        with connection.guard(self.path):
            return document_rows.some(self._db, [document])[0], claim_rows.of(self._db, document)

    def remove(self, documents: Iterable[str]) -> None:
        """Takes documents out, with every version and all claims; raises StoreError where one is not there.

        The journal keeps what was decided about them.
        """
        with connection.guard(self.path), connection.transaction(self._db):
            for document in documents:
                if not document_rows.some(self._db, [document]):
                    raise StoreError(f'no document "{document}"', remedy="`provenance add` tells the ids of documents")
                Index(self._db).remove(document)
                signed.remove(self._db, document)
                findings.remove(self._db, document)
                claim_rows.remove(self._db, document)
                document_rows.remove(self._db, document)

    def size(self) -> int:
        """How many documents there are."""
        with connection.guard(self.path):
            return int(self._db.execute("select count(*) from documents").fetchone()[0])

    def opened(self, documents: Iterable[str]) -> dict[str, Packed]:
        """The claims of the latest texts of these documents, unread; documents without claims are left out."""
        with connection.guard(self.path):
            return claim_rows.opened(self._db, documents)

    def save_findings(self, report: Report, now: datetime | None = None) -> None:
        """Makes the report's findings the findings of the store."""
        with connection.guard(self.path), connection.transaction(self._db):
            findings.replace(self._db, report.findings, now)

    def update_findings(self, report: Report, documents: Iterable[str], now: datetime | None = None) -> None:
        """Puts the report's findings in the place of those that name one of the documents."""
        with connection.guard(self.path), connection.transaction(self._db):
            findings.update(self._db, report.findings, documents, now)

    def found_pairs(self, documents: Iterable[str]) -> set[Pair]:
        """The pairs of documents that findings relate, one of them among `documents`."""
        with connection.guard(self.path):
            return findings.pairs(self._db, documents)

    def findings(self) -> list[Finding]:
        """The findings of the last report saved and of what changed since, in the order of a report."""
        with connection.guard(self.path):
            return findings.latest(self._db)

    def number_of_findings(self) -> int:
        """How many findings were kept last."""
        return findings.count(self._db)

    def save_checked(self, report: Report) -> None:
        """Keeps the findings of a check beside those of the review, in the place of those of the same draft."""
        with connection.guard(self.path), connection.transaction(self._db):
            checked.replace(self._db, report)

    def decide(self, finding: str | Checked, ruling: Ruling) -> Decision:
        """Writes a decision about a finding, or about the only one whose id begins so, into the journal."""
        with connection.guard(self.path), connection.transaction(self._db):
            item = deciding.find(self._db, finding) if isinstance(finding, str) else finding
            return journal.append(self._db, deciding.decision(item, ruling))

    def decisions(self) -> tuple[list[Decision], Checkpoint]:
        """Every decision in order, and the state of the journal that holds them."""
        with connection.guard(self.path):
            entries = list(journal.entries(self._db))
            return [entry.decision for entry in entries], journal.checkpoint(self._db, entries)

    def verify_journal(self, kept: Checkpoint | None = None) -> tuple[list[str], Checkpoint | None]:
        """What is wrong with the journal, by itself and against a checkpoint kept of it; and its checkpoint now."""
        with connection.guard(self.path):
            return journal.verify(self._db, kept)

    def copy(self, target: Path) -> None:
        """Writes the whole store, as it is now, to a new file."""
        with connection.guard(self.path):
            backup.copy(self._db, target)

    def dump(self) -> Generator[str, None, None]:
        """The store as lines of text, as it is at one moment."""
        with connection.guard(self.path):
            yield from dump.lines(self._db)

    def load(self, lines: Iterable[str], name: str = "the dump", progress: Progress = iter) -> None:
        """Fills this store, which must be new, from the lines of a dump, and makes its index of matching.

        StoreError names the dump by `name`; `progress` passes the documents on, and may tell how far the work has come.
        """
        with connection.guard(self.path), connection.transaction(self._db):
            dump.load(self._db, lines, name)
            Index(self._db).fill(keyed.of(self._db, progress(claim_rows.holders(self._db))))

    def faults(self) -> list[Fault]:
        """Everything that is not as it was written."""
        with connection.guard(self.path):
            return fsck.examine(self._db)


def open(path: Path | str = DEFAULT, create: bool = False, read_only: bool = False) -> Store:
    """The store in the file `path`; raises StoreError where there is none, or none that this program can use."""
    file = Path(path)
    return Store(connection.connect(file, create=create, read_only=read_only), file)
