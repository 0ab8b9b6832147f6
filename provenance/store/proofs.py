"""Proofs for somebody without the store: that one decision is in a journal, and that the journal only grew.

A proof holds one entry and a few hashes; of the other decisions it tells nothing.
"""

import base64
import binascii
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError

from provenance.errors import StoreError, UsageError
from provenance.model.base import Model
from provenance.store import journal, merkle
from provenance.store.checkpoint import Checkpoint

if TYPE_CHECKING:
    from sqlite_utils import Database


class Proof(Model):
    """One entry of a journal with the hashes that lead from it to the root of a checkpoint."""

    checkpoint: str
    number: int
    entry: str
    """The text of the entry, byte for byte."""
    inclusion: tuple[str, ...]
    """Hashes in base64, from the leaf to the root."""
    since: str | None = None
    """An older checkpoint, from which `consistency` leads to this one."""
    consistency: tuple[str, ...] = ()


def prove(db: "Database", number: int, since: Checkpoint | None = None) -> Proof:
    """The proof for one entry, and that the journal only grew `since`; raises UsageError where there is none."""
    held = list(journal.entries(db))
    leaves = [merkle.leaf_hash(entry.text.encode()) for entry in held]
    now = journal.checkpoint(db, held)
    if not 1 <= number <= len(held):
        raise UsageError(f"the journal has no entry {number}", remedy="`provenance log show` lists them")
    if since is not None and (faults := journal.verify(db, since)[0]):
        raise UsageError(faults[0], remedy="Nothing can be proved against this checkpoint")
    return Proof(
        checkpoint=str(now),
        number=number,
        entry=held[number - 1].text,
        inclusion=_texts(merkle.inclusion_proof(leaves, number - 1)),
        since=None if since is None else str(since),
        consistency=() if since is None else _texts(merkle.consistency_proof(leaves, since.size)),
    )


def parse(text: str) -> Proof:
    """The proof in a text; raises UsageError."""
    try:
        return Proof.model_validate_json(text)
    except ValidationError:
        raise UsageError("this is no proof", remedy="`provenance log prove NUMBER` writes one") from None


def faults(proof: Proof, kept: Checkpoint | None = None) -> list[str]:
    """What is wrong with a proof, by itself and against a checkpoint that was kept: nothing where it proves.

    Raises UsageError where it cannot be read.
    """
    now = Checkpoint.parse(proof.checkpoint)
    leaf = merkle.leaf_hash(proof.entry.encode("utf-8", "surrogatepass"))
    if not merkle.includes(leaf, proof.number - 1, now.size, _hashes(proof.inclusion), now.root):
        return [f"entry {proof.number} is not in the journal of the proof's checkpoint"]
    try:
        journal.read(proof.number, proof.entry)
    except StoreError:
        return [f"the entry is not decision {proof.number}"]
    older = [kept] if kept is not None else []
    if proof.since is not None:
        older.append(Checkpoint.parse(proof.since))
    return [fault for one in dict.fromkeys(older) for fault in _not_grown(one, now, proof)]


def _not_grown(older: Checkpoint, now: Checkpoint, proof: Proof) -> list[str]:
    """What keeps the proof from showing that its journal is an older one, grown."""
    if older == now:
        return []
    if older.origin != now.origin:
        return [f"the checkpoint is of another journal, {older.origin}"]
    if older.size and not merkle.extends(older.size, older.root, now.size, now.root, _hashes(proof.consistency)):
        return [f"the proof does not show that its journal begins with what the checkpoint of {older.size} saw"]
    return []


def _texts(hashes: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(base64.b64encode(one).decode("ascii") for one in hashes)


def _hashes(texts: Sequence[str]) -> list[bytes]:
    try:
        return [base64.b64decode(text, validate=True) for text in texts]
    except (binascii.Error, ValueError):
        raise UsageError("a hash of the proof cannot be read", remedy="Take it as it was written") from None
