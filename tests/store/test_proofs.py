"""Proofs of single decisions, verified without the store."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance.errors import UsageError
from provenance.store import database, merkle, proofs
from provenance.store.checkpoint import Checkpoint
from provenance.store.deciding import ruling

from .made import item

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SIZE = 11


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Checkpoint]]:
    """A store, and its checkpoint after each decision, the first before any."""
    path = tmp_path_factory.mktemp("proofs") / "s.sqlite"
    with database.open(path, create=True) as store:
        checkpoints = [store.decisions()[1]]
        for number in range(1, SIZE + 1):
            store.decide(item(), ruling("open", f"secret {number}", "Ines", NOON))
            checkpoints.append(store.decisions()[1])
    return path, checkpoints


def test_every_decision_is_proved_since_every_checkpoint(made):
    path, checkpoints = made
    with database.open(path, read_only=True) as store:
        for number in range(1, SIZE + 1):
            for kept in checkpoints:
                proof = proofs.parse(store.prove(number, kept).model_dump_json())
                assert proofs.faults(proof, kept) == []
                assert proofs.faults(proof, checkpoints[-1]) == []
                assert proof.model_dump_json().count("secret") == 1, "nothing of the other decisions"


def test_what_a_proof_does_not_prove_is_told(made):
    path, checkpoints = made
    with database.open(path, read_only=True) as store:
        proof = store.prove(4, checkpoints[6])
    forged = proof.model_copy(update={"entry": proof.entry.replace("secret 4", "secret 5")})
    assert proofs.faults(forged) == ["entry 4 is not in the journal of the proof's checkpoint"]
    assert proofs.faults(proof.model_copy(update={"number": 5})) != []
    assert proofs.faults(proof.model_copy(update={"inclusion": proof.inclusion[:-1]})) != []
    assert proofs.faults(proof.model_copy(update={"consistency": ()}), checkpoints[6]) != []
    assert proofs.faults(proof, checkpoints[7]) != [], "it was made for another checkpoint"
    rewritten = Checkpoint(checkpoints[6].origin, 6, bytes(32))
    assert proofs.faults(proof, rewritten) != []
    assert "another journal" in proofs.faults(proof, Checkpoint("provenance/journal/x", 6, bytes(32)))[0]


def test_the_older_checkpoint_that_a_proof_names_is_verified_too(made):
    path, checkpoints = made
    with database.open(path, read_only=True) as store:
        proof = store.prove(4, checkpoints[6])
    for since in (checkpoints[5], Checkpoint(checkpoints[6].origin, 6, bytes(32)), Checkpoint("x/y", 6, bytes(32))):
        forged = proof.model_copy(update={"since": str(since).replace("x/y", "provenance/journal/x")})
        assert proofs.faults(forged) != []
        assert proofs.faults(forged, checkpoints[-1]) != []
    assert proofs.faults(proof) == []


def test_what_is_proved_is_a_decision():
    entry = '{"number":1}'
    root = merkle.leaf_hash(entry.encode())
    forged = proofs.Proof(
        checkpoint=str(Checkpoint("provenance/journal/x", 1, root)), number=1, entry=entry, inclusion=()
    )
    assert proofs.faults(forged) == ["the entry is not decision 1"]


def test_what_cannot_be_proved(made):
    path, checkpoints = made
    with database.open(path, read_only=True) as store:
        for number in (0, SIZE + 1):
            with pytest.raises(UsageError, match=f"no entry {number}"):
                store.prove(number)
        with pytest.raises(UsageError, match="the past was rewritten"):
            store.prove(1, Checkpoint(checkpoints[6].origin, 6, bytes(32)))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"checkpoint": 1}', "[" * 10_000])
def test_what_is_no_proof(text: str):
    with pytest.raises(UsageError, match="no proof"):
        proofs.parse(text)


def test_hashes_that_are_none(made):
    with database.open(made[0], read_only=True) as store:
        proof = store.prove(2)
    for wrong in ("é", "=", "AAA"):
        with pytest.raises(UsageError, match="cannot be read"):
            proofs.faults(proof.model_copy(update={"inclusion": (wrong,)}))
