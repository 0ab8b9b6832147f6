"""The journal: decisions of named people, each entry chained to the one before it; appended to, never changed.

An entry is canonical JSON (keys sorted, no blanks, UTF-8) that holds the SHA-256 of the entry before it. The entries
are also the leaves of a Merkle tree, whose root stands in every checkpoint.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from provenance.errors import StoreError
from provenance.model import Decision
from provenance.store import merkle
from provenance.store.checkpoint import PREFIX, Checkpoint
from provenance.store.rows import digest

if TYPE_CHECKING:
    from sqlite_utils import Database

FIRST = "0" * 64
"""What the first entry holds in place of a hash."""
_REMEDY = "Run `provenance fsck`, and restore the store from a copy"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal, whose hash and place in the chain were checked."""

    decision: Decision
    text: str
    hash: str
    previous: str
    """The hash of the entry before it, as this one has it."""


def append(db: "Database", decision: Decision) -> Decision:
    """Adds the decision behind the last entry, in the caller's transaction; comes back with its number."""
    last = db.execute("select number, entry, hash from journal order by number desc limit 1").fetchone()
    number, previous = (last[0] + 1, _checked(last).hash) if last else (1, FIRST)
    numbered = decision.model_copy(update={"number": number})
    text = canonical(numbered, previous)
    db.execute("insert into journal values (?, ?, ?)", [number, text, digest(text)])
    return _checked((number, text, digest(text))).decision


def restore(db: "Database", text: str) -> None:
    """Adds an entry that was written before, as it was; whether it fits the chain is for `entries` to say."""
    number = json.loads(text)["number"]
    db.execute("insert into journal values (?, ?, ?)", [number, text, digest(text)])


def entries(db: "Database") -> Iterator[Entry]:
    """Every entry in order; raises StoreError at the first one that is not as it was written."""
    previous = FIRST
    for expected, row in enumerate(db.execute("select number, entry, hash from journal order by number"), 1):
        entry = _checked(row)
        if row[0] != expected or entry.previous != previous:
            raise StoreError(f"the chain of the journal is broken before entry {row[0]}", remedy=_REMEDY)
        previous = entry.hash
        yield entry


def checkpoint(db: "Database", entries: Iterable[Entry]) -> Checkpoint:
    """The journal as it is, or as it was after its first entries, where only those are given."""
    leaves = [merkle.leaf_hash(entry.text.encode()) for entry in entries]
    return Checkpoint(origin(db), len(leaves), merkle.root(leaves))


def verify(db: "Database", kept: Checkpoint | None = None) -> tuple[list[str], Checkpoint | None]:
    """What is wrong with the journal; and its checkpoint, None where the chain is broken.

    Against a checkpoint kept elsewhere: that it is of this journal, and that the journal still begins with what it saw.
    """
    try:
        held = list(entries(db))
        now = checkpoint(db, held)
    except StoreError as error:
        return [error.message], None
    if kept is None:
        return [], now
    if kept.origin != now.origin:
        return [f"the checkpoint is of another journal, {kept.origin}"], now
    if kept.size > now.size:
        return [f"entries are lost: the checkpoint saw {kept.size}, and {now.size} are here"], now
    if checkpoint(db, held[: kept.size]).root != kept.root:
        return [f"the past was rewritten: the first {kept.size} entries are not those that the checkpoint saw"], now
    return [], now


def origin(db: "Database") -> str:
    """The name of this journal, the same in every copy of the store."""
    row = db.execute("select name, name_sha256 from identity").fetchone()
    if row is None or digest(row[0]) != row[1]:
        raise StoreError("the name of the journal is damaged", remedy=_REMEDY)
    return f"{PREFIX}{row[0]}"


def canonical(decision: Decision, previous: str) -> str:
    """The text of an entry: every field in the same bytes for the same decision."""
    fields: dict[str, Any] = {
        **decision.model_dump(mode="json", exclude={"stale", "at"}),
        "at": decision.at.astimezone(UTC).isoformat(timespec="seconds"),
        "previous": previous,
    }
    return json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _checked(row: tuple[Any, Any, Any]) -> Entry:
    """The entry of one row, taken alone; raises StoreError."""
    number, text, hash = row
    if digest(text) != hash:
        raise StoreError(f"entry {number} of the journal is damaged", remedy=_REMEDY)
    return read(number, text)


def read(number: int, text: str) -> Entry:
    """The entry of this number in its own text, taken alone; raises StoreError where that is none."""
    try:
        fields = json.loads(text)
        previous = fields.pop("previous")
        decision = Decision.model_validate(fields)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, ValidationError):
        raise StoreError(f"entry {number} of the journal cannot be read", remedy=_REMEDY) from None
    if decision.number != number:
        raise StoreError(f"entry {number} of the journal has another number", remedy=_REMEDY)
    return Entry(decision, text, digest(text), previous)
