"""Proofs for somebody without the store: that one decision is in a journal, and that the journal only grew.

A proof holds one entry and a few hashes; of the other decisions it tells nothing.
"""

import base64
import binascii
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pydantic import ValidationError

from provenance.errors import UsageError
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
    if _number(proof.entry) != proof.number:
        return [f"the entry is not number {proof.number}"]
    if kept is None or kept == now:
        return []
    if kept.origin != now.origin:
        return [f"the checkpoint is of another journal, {kept.origin}"]
    if kept.size and not merkle.extends(kept.size, kept.root, now.size, now.root, _hashes(proof.consistency)):
        return ["the proof does not show that its journal begins with what the checkpoint saw"]
    return []


def _number(entry: str) -> object:
    try:
        fields = json.loads(entry)
    except (ValueError, RecursionError):
        return None
    return fields.get("number") if isinstance(fields, dict) else None


def _texts(hashes: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(base64.b64encode(one).decode("ascii") for one in hashes)


def _hashes(texts: Sequence[str]) -> list[bytes]:
    try:
        return [base64.b64decode(text, validate=True) for text in texts]
    except (binascii.Error, ValueError):
        raise UsageError("a hash of the proof cannot be read", remedy="Take it as it was written") from None
