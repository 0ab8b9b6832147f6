"""The store as text: the same store, the same lines; and from the lines the same store."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance import pipeline, readers
from provenance.errors import StoreError
from provenance.model import Report
from provenance.store import database
from provenance.store.deciding import ruling

from .made import claim, document, finding, item

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(["", "\n", "a\n\nb", "a\r\n"])


def loaded(lines: list[str], path: Path) -> database.Store:
    store = database.open(path, create=True)
    try:
        store.load(lines)
    except BaseException:
        store.close()
        raise
    return store


def everything(store: database.Store) -> list[object]:
    versions = [store.versions(document.id) for document in store.documents()]
    return [store.documents(), versions, store.claims(), store.findings(), store.decisions(), store.faults()]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), TEXTS), max_size=4), st.integers(0, 2), st.none() | TEXTS)
def test_lossless_both_ways(tmp_path_factory: pytest.TempPathFactory, texts: list, decided: int, path: str | None):
    folder = tmp_path_factory.mktemp("dump")
    with database.open(folder / "a.sqlite", create=True) as store:
        for id, text in texts:
            made = document(id, text, path=path)
            store.add([made], [claim(made)], now=NOON)
            store.save_findings(Report(documents=(made,), findings=(finding(made, "f" * 64),)), now=NOON)
            store.save_checked(Report(documents=(made,), findings=(finding(made, "g" * 64),)))
        for _ in range(decided):
            store.decide(item(), ruling("accepted", "because\nof this", "Ines", NOON))
        lines = list(store.dump())
        with loaded(lines, folder / "b.sqlite") as other:
            assert list(other.dump()) == lines
            assert everything(other) == everything(store)


@pytest.fixture
def dumped(tmp_path: Path) -> list[str]:
    made = readers.read(b"Five mills burned in Bruton in 2019.\nNobody died.\n", id="mills", media_type="text/plain")
    with database.open(tmp_path / "s.sqlite", create=True) as store:
        store.add([made], pipeline.extract(made))
        store.decide(item(), ruling("accepted", "r", "Ines", NOON))
        return list(store.dump())


def test_a_changed_word_changes_one_line_of_the_text(dumped: list[str]):
    assert '{"line":"Nobody died.\\n"}\n' in dumped
    assert all(line.isascii() and line.count("\n") == 1 for line in dumped)


@pytest.mark.parametrize("cut", [0, 1, 4, -1])
def test_a_dump_cut_short_makes_no_store(dumped: list[str], tmp_path: Path, cut: int):
    with pytest.raises(StoreError, match="before its end"):
        loaded(dumped[:cut], tmp_path / "b.sqlite")
    with database.open(tmp_path / "b.sqlite") as store:
        assert everything(store)[:4] == [[], [], [], []]


def test_every_changed_line_is_noticed(dumped: list[str], tmp_path: Path):
    for number, line in enumerate(dumped):
        changed = line.replace('":"', '":" ', 1) if '":"' in line else line.replace('":', '":1', 1)
        with pytest.raises(StoreError):
            loaded([*dumped[:number], changed, *dumped[number + 1 :]], tmp_path / f"{number}.sqlite")


def test_a_forged_decision_breaks_the_chain_even_under_a_right_digest(dumped: list[str], tmp_path: Path):
    import hashlib

    forged = [line.replace('\\"previous\\":\\"0', '\\"previous\\":\\"1') for line in dumped[:-1]]
    assert forged != dumped[:-1]
    end = {"end": hashlib.sha256("".join(forged).encode()).hexdigest()}
    with pytest.raises(StoreError, match="chain of the journal is broken"):
        loaded([*forged, json.dumps(end) + "\n"], tmp_path / "b.sqlite")


def test_a_loaded_store_has_its_index_of_matching(dumped: list[str], tmp_path: Path):
    with loaded(dumped, tmp_path / "b.sqlite") as store:
        assert list(store.indexed()) == ["mills"]
        assert not store.lags()


def test_what_is_wrong_with_a_dump_is_told_of_the_dump(dumped: list[str], tmp_path: Path):
    for lines in (dumped[:-1], [*dumped[:2], "{\n"]):
        with database.open(tmp_path / "b.sqlite", create=True) as store, pytest.raises(StoreError) as raised:
            store.load(lines, "kept.jsonl")
        assert raised.value.place == "kept.jsonl"


@pytest.mark.parametrize("line", ["", "[]", "{", '{"format": "another"}', '"x"', "[" * 100_000])
def test_what_is_no_dump(line: str, tmp_path: Path):
    with pytest.raises(StoreError, match="line 1"):
        loaded([line + "\n"], tmp_path / "b.sqlite")


def test_a_store_that_holds_something_is_not_loaded_into(dumped: list[str], tmp_path: Path):
    with loaded(dumped, tmp_path / "b.sqlite") as store, pytest.raises(StoreError, match="cannot be used"):
        store.load(dumped)


def test_a_damaged_store_is_not_dumped(dumped: list[str], tmp_path: Path):
    with loaded(dumped, tmp_path / "b.sqlite") as store:
        store._db.execute("update texts set text = 'x'")
        with pytest.raises(StoreError, match="is damaged"):
            list(store.dump())
