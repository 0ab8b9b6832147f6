"""The index of matching: whatever comes and goes, it holds what a choice over all documents would."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.matching.blocking.partners import partners
from provenance.store import connection
from provenance.store.index import Index

KEYS = st.integers(1, 25).map(lambda n: n << 8 | (5 + n % 16))
CLAIMS = st.lists(st.frozensets(KEYS, max_size=5).map(sorted), max_size=3)
NAMES = [f"d{n}" for n in range(9)]
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), st.none() | CLAIMS), max_size=25)


def made(folder: str):
    db = connection.connect(Path(folder) / "s.sqlite", create=True, read_only=False)
    for name in NAMES:
        db.execute("insert into documents (id, media_type, snapshot) values (?, 'text/plain', 1)", [name])
    return db


@given(STEPS, st.integers(1, 3), st.integers(1, 4))
@settings(max_examples=60, deadline=None)
def test_documents_that_come_change_and_go_leave_what_a_rebuild_would(steps, most, common) -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = made(folder)
        index = Index(db, most, common)
        held: dict[str, list[list[int]]] = {}
        for name, claims in steps:
            if claims is None:
                index.remove(name)
                held.pop(name, None)
            else:
                index.update(name, "digest", claims)
                held[name] = claims
            assert index.pairs() == partners(held, most=most, common=common)
        index.clear()
        index.fill((name, "digest", claims) for name, claims in sorted(held.items()))
        assert index.pairs() == partners(held, most=most, common=common)
        db.close()


def test_claims_that_are_not_in_the_index_find_what_is_like_them() -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = made(folder)
        index = Index(db)
        index.update("d0", "x", [[1 << 8 | 20, 2 << 8 | 20]])
        index.update("d1", "y", [[1 << 8 | 20], [2 << 8 | 20]])
        assert index.partners_of([[1 << 8 | 20, 2 << 8 | 20]], 5) == ["d0", "d1"]
        assert index.partners_of([[3 << 8 | 20]], 5) == []
        db.close()


def test_of_claims_those_are_like_that_share_most_of_what_is_rare() -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = made(folder)
        index = Index(db)
        rare, common = 1 << 8 | 20, [n << 8 | 9 for n in (2, 3)]
        index.update("d0", "x", [[rare], common])
        for name in NAMES[1:]:
            index.update(name, "x", [common])
        assert index.like([[rare, *common], common, [4 << 8 | 20]], 3) == [
            [("d0", 0), ("d0", 1), ("d1", 0)],
            [("d0", 1), ("d1", 0), ("d2", 0)],
            [],
        ]
        assert index.like([], 3) == []
        db.close()


def test_two_names_that_many_hold_say_more_than_two_rare_words() -> None:
    names, words = [n << 8 | 20 for n in (1, 2)], [n << 8 | 10 for n in (3, 4)]
    with tempfile.TemporaryDirectory() as folder:
        db = made(folder)
        index = Index(db)
        for name in NAMES[1:]:
            index.update(name, "x", [names])
        index.update("d0", "x", [words])
        [found] = index.like([sorted(names + words)], 9)
        assert found[-1] == ("d0", 0)
        db.close()


def test_a_name_in_too_many_documents_to_lead_to_partners_is_still_looked_up() -> None:
    name, word, rare = 1 << 8 | 20, 2 << 8 | 10, 3 << 8 | 20
    with tempfile.TemporaryDirectory() as folder:
        db = made(folder)
        index = Index(db, common=2)
        for document in ("d0", "d1", "d2"):
            index.update(document, "x", [[name, word]])
        index.update("d3", "x", [[rare]])
        assert index.partners_of([[name, word, rare]], 5) == ["d3"]
        [found] = index.like([[name, word, rare]], 5)
        assert {document for document, _ in found} == {"d0", "d1", "d2", "d3"}
        [found] = index.like([[word, rare]], 5)
        assert {document for document, _ in found} == {"d3"}


def test_claims_without_a_rare_key_are_found_by_common_ones() -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = made(folder)
        index = Index(db, common=1)
        one, other = 1 << 8 | 20, 2 << 8 | 20
        for name in NAMES:
            index.update(name, "x", [[one]] if name != "d5" else [[one, other]])
        assert index.like([[one]], 2) == [[("d0", 0), ("d1", 0)]]
        assert index.like([[one, other]], 9) == [[("d5", 0)]]
        db.close()
