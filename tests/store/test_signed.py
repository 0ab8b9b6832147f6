"""Signatures kept in the store: used where they are of this document, these claims and this program, and only there."""

import json
from pathlib import Path

import pytest

from provenance import pipeline, readers
from provenance.matching.signed import signed_document
from provenance.scale import stored
from provenance.store import database, packed
from provenance.store.database import Store

TEXT = "A fire at Lowhaven killed 42 dockers on 3 May 2021.\n\nFive warehouses burned down, the mayor said."


def add(store: Store, text: str = TEXT) -> None:
    document = readers.read(text.encode(), id="harbour", media_type="text/plain")
    store.add([document], pipeline.extract(document))
    stored.update(store, ["harbour"])


@pytest.fixture
def store(tmp_path: Path):
    with database.open(tmp_path / "s.sqlite", create=True) as opened:
        add(opened)
        yield opened


def forge(store: Store) -> None:
    """Another record under the right digest, so that using it shows."""
    [(name, made_of, column, sha256)] = store._db.execute("select * from signed").fetchall()
    held = json.loads(packed.record_of(column, name, made_of, sha256))
    for row in held["rows"]:
        row["order"] += 7
    forged = json.dumps(held)
    values = [packed.compressed(forged), packed.record_digest(forged, name, made_of)]
    store._db.execute("update signed set packed = ?, sha256 = ?", values)


def orders(store: Store) -> list[int]:
    return [s.order for s in store.signed("harbour")[0].signatures]


def test_a_document_comes_ready_as_if_signed_now(store: Store):
    assert store.signed("harbour")[0].signatures == signed_document(*store.one("harbour")).signatures


def test_what_another_program_signed_is_signed_again_but_once(store: Store):
    store._db.execute("update signed set made_of = 'made by another one'")
    later = readers.read(TEXT.replace("42", "43").encode(), id="evening", media_type="text/plain")
    store.add([later], pipeline.extract(later))
    assert store.signed("harbour")[1] is not None
    assert stored.update(store, ["evening"]) == 1
    assert store.signed("harbour")[1] is None
    assert store.faults() == []


def test_what_is_kept_is_used_and_checked(store: Store):
    assert orders(store) == [0, 1]
    forge(store)
    assert orders(store) == [7, 8]
    assert any("its signatures are not those of its claims" in str(fault) for fault in store.faults())
    stored.rebuild(store, store.documents(), store.claims(), lambda pairs: pairs)
    assert orders(store) == [0, 1]
    assert store.faults() == []


@pytest.mark.parametrize(
    "statement",
    [
        "update signed set packed = substr(packed, 2)",
        "update signed set sha256 = 'x'",
        "update signed set made_of = 'x'",
        "delete from signed",
    ],
)
def test_what_cannot_be_relied_on_is_signed_again(store: Store, statement: str):
    forge(store)
    store._db.execute(statement)
    assert orders(store) == [0, 1]


def test_damage_is_a_fault(store: Store):
    store._db.execute("update signed set packed = substr(packed, 2)")
    assert [str(fault) for fault in store.faults()] == [
        "index of harbour: its signatures are damaged; `provenance rebuild` makes them"
    ]


def test_other_claims_of_one_text_are_signed_again(store: Store):
    document, claims = store.one("harbour")
    forge(store)
    store.add([document], claims[:1])
    assert orders(store) == [0]


def test_a_new_version_is_signed_and_a_removed_document_forgotten(store: Store):
    add(store, TEXT.replace("42", "24"))
    assert store.signed("harbour")[0].signatures == signed_document(*store.one("harbour")).signatures
    assert store.faults() == []
    store.remove(["harbour"])
    assert store._db.execute("select count(*) from signed").fetchone() == (0,)
