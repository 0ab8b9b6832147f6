"""The store: what goes in comes out, twice is once, and every fault is one clear line."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import StoreError
from provenance.model import Claim, Document, Report
from provenance.store import database, migrations

from .made import claim, document, finding

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@st.composite
def sources(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    made = document(
        draw(WORDS.filter(bool)),
        draw(WORDS),
        title=draw(st.none() | WORDS),
        url=draw(st.none() | WORDS),
        path=draw(st.none() | WORDS),
        published=draw(st.none() | st.dates()),
        warnings=tuple(draw(st.lists(WORDS, max_size=2))),
    )
    claims = []
    for number in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(made.text)))
        claims.append(claim(made, f"{draw(WORDS)}{number}", start, draw(st.integers(start, len(made.text)))))
    return made, claims


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "provenance.sqlite"


@settings(max_examples=25, deadline=None)
@given(st.lists(sources(), max_size=3, unique_by=lambda pair: pair[0].id))
def test_what_goes_in_comes_out(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[Document, list[Claim]]]):
    path = tmp_path_factory.mktemp("store") / "provenance.sqlite"
    documents = sorted((made for made, _ in pairs), key=lambda made: made.id)
    claims = [one for _, group in sorted(pairs, key=lambda pair: pair[0].id) for one in group]
    with database.open(path, create=True) as store:
        added = store.add(documents, claims)
        again = store.add(documents, claims)
    with database.open(path, read_only=True) as store:
        assert store.documents() == documents
        assert store.claims() == claims
    assert added.new == tuple(made.id for made in documents)
    assert (again.new, again.new_versions, again.claims) == ((), (), 0)
    assert again.unchanged == added.new


def rows(store: database.Store) -> list[list[tuple[object, ...]]]:
    """Every row but those of virtual tables, which cannot all be read."""
    names = "select name from sqlite_master where type = 'table' and sql not like 'create virtual %'"
    return [store._db.execute(f"select * from {name}").fetchall() for (name,) in store._db.execute(names).fetchall()]


def test_a_second_time_leaves_the_same_rows(path: Path):
    made = document()
    with database.open(path, create=True) as store:
        store.add([made], [claim(made)], now=datetime(2020, 1, 1, tzinfo=UTC))
        before = rows(store)
        store.add([made], [claim(made)], now=datetime(2021, 1, 1, tzinfo=UTC))
        assert rows(store) == before


def test_versions_of_one_source_are_kept(path: Path):
    old, new = document(text="Four died."), document(text="Five died.")
    with database.open(path, create=True) as store:
        store.add([old], [claim(old)])
        assert store.add([new]).new_versions == ("report",)
        assert store.documents() == [new]
        assert store.claims() == [], "claims of the old text say nothing about the new one"
        store.add([old])
        assert [one.text for one in store.versions("report")] == ["Four died.", "Five died.", "Four died."]
        assert store.claims() == [claim(old)]
        assert store._db.execute("select count(*) from texts").fetchone() == (2,)


def test_a_moved_file_is_no_new_version(path: Path):
    with database.open(path, create=True) as store:
        store.add([document(path="a.txt")])
        assert store.add([document(path="b/a.txt")]).unchanged == ("report",)
        assert [one.path for one in store.documents()] == ["b/a.txt"]


def test_one_text_of_two_documents_is_stored_once(path: Path):
    with database.open(path, create=True) as store:
        store.add([document("a"), document("b")])
        assert store._db.execute("select count(*) from texts").fetchone() == (1,)


def test_the_moment_of_adding_is_kept_only_where_it_is_given(path: Path):
    with database.open(path, create=True) as store:
        store.add([document("a")])
        store.add([document("b")], now=datetime(2020, 1, 2, tzinfo=UTC))
        moments = store._db.execute("select added_at from snapshots order by document").fetchall()
    assert moments == [(None,), ("2020-01-02T00:00:00+00:00",)]


def test_changed_claims_replace_those_of_the_same_text(path: Path):
    made = document()
    with database.open(path, create=True) as store:
        store.add([made], [claim(made, "a"), claim(made, "b")])
        assert store.add([made], [claim(made, "a"), claim(made, "c")]).claims == 1
        assert [one.id for one in store.claims()] == ["a", "c"]
        assert store.faults() == [], "no words of the claim that is gone"


def test_findings_are_those_of_the_last_report(path: Path):
    made = document()
    first = Report(documents=(made,), findings=(finding(made, "f2"), finding(made, "f1"), finding(made, "f1")))
    with database.open(path, create=True) as store:
        store.save_findings(first)
        assert store.findings() == list(first.findings)
        store.save_findings(Report(documents=(made,)))
        assert store.findings() == []


def test_settings_that_keep_what_was_acknowledged(path: Path):
    with database.open(path, create=True) as store:
        values = [store._db.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert values == ["wal", 2]
        assert store._db.execute("pragma foreign_keys").fetchone() == (1,)


def test_a_refused_claim_takes_its_document_back(path: Path):
    made = document()
    with database.open(path, create=True) as store:
        with pytest.raises(StoreError, match='"elsewhere", which is not in the store'):
            store.add([made], [claim(document("elsewhere"))])
        assert store.documents() == []


def test_a_span_that_does_not_slice_is_refused(path: Path):
    other = document(text="Something else, of the same length or not: never mind it.")
    with (
        database.open(path, create=True) as store,
        pytest.raises(StoreError, match='span of claim "c1" does not stand'),
    ):
        store.add([document()], [claim(other)])


def test_a_text_under_a_wrong_digest_is_refused(path: Path):
    with (
        database.open(path, create=True) as store,
        pytest.raises(StoreError, match="not the one that its digest names"),
    ):
        store.add([document(text_sha256="0" * 64)])


def test_half_a_character_is_refused(path: Path):
    broken = document().model_copy(update={"text": "a\ud800"})
    with database.open(path, create=True) as store, pytest.raises(StoreError, match="half a character at 1"):
        store.add([broken])


def refusal(path: Path, **how: bool) -> str:
    with pytest.raises(StoreError) as caught:
        database.open(path, **how)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


def test_no_file(path: Path):
    assert "no such store" in refusal(path)
    assert "no such store" in refusal(path, read_only=True, create=True)
    assert not path.exists()


def test_no_folder(tmp_path: Path):
    assert "folder does not exist" in refusal(tmp_path / "a" / "b.sqlite", create=True)
    assert "is a folder" in refusal(tmp_path, create=True)


def test_not_sqlite(path: Path):
    path.write_bytes(b"Dear editor, " * 1000)
    assert "file is not a database" in refusal(path)


def test_foreign_sqlite(path: Path):
    with sqlite3.connect(path) as other:
        other.execute("create table documents (id)")
    other.close()
    before = path.read_bytes()
    assert "is not a store of provenance" in refusal(path, create=True)
    assert path.read_bytes() == before


def test_empty_file(path: Path):
    path.touch()
    assert "is not a store" in refusal(path)
    with database.open(path, create=True) as store:
        assert store.documents() == []


def test_newer_store(path: Path):
    with database.open(path, create=True) as store:
        store._db.execute("insert into migrations values (999, 'from the future')")
        store._db.conn.commit()
    assert f"has version 999, this program knows versions up to {migrations.VERSION}" in refusal(path)
    assert "Update the program" in refusal(path, read_only=True)


def test_older_store_takes_the_missing_steps(path: Path, monkeypatch: pytest.MonkeyPatch):
    with database.open(path, create=True) as store:
        store.add([document()])
    step = ("one more", lambda db: db.execute("alter table findings add column note text"))
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, step))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    assert "Bring it up to date" in refusal(path, read_only=True)
    with database.open(path) as store:
        assert store.documents() == [document()]
        assert store._db.execute("select note from findings").fetchall() == []
        assert store._db.execute("select name from migrations").fetchall()[-1] == ("one more",)


def test_truncated_file(path: Path):
    with database.open(path, create=True) as store:
        store.add([document(str(number), f"{number} " * 500) for number in range(50)])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(StoreError, match="malformed"), database.open(path) as store:
        store.documents()


def test_damaged_text_and_damaged_row(path: Path):
    with database.open(path, create=True) as store:
        store.add([document()])
        store._db.execute("update texts set text = replace(text, '40', '41')")
        with pytest.raises(StoreError, match="is damaged"):
            store.documents()
        store._db.execute("update snapshots set json = '[]'")
        with pytest.raises(StoreError, match="a document in the store is damaged"):
            store.documents()


def test_a_row_that_lost_its_document_is_a_fault(path: Path):
    with database.open(path, create=True) as store:
        store.add([document()])
        store._db.execute("pragma foreign_keys = off")
        store._db.execute("update documents set id = 'other'")
        assert "link snapshots row 1: names a row of documents that is gone" in map(str, store.faults())


def test_writers_side_by_side_lose_nothing(path: Path):
    database.open(path, create=True).close()

    def write(name: str) -> None:
        for number in range(8):
            with database.open(path) as store:
                store.add([document(f"{name}{number}")])

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(write, "abc"))
    with database.open(path) as store:
        assert len(store.documents()) == 24
        assert store.faults() == []


def test_a_defect_of_the_program_is_no_damaged_store(path: Path):
    store = database.open(path, create=True)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.documents()


def test_read_only_writes_nothing(path: Path):
    with database.open(path, create=True) as store:
        store.add([document()])
    with database.open(path, read_only=True) as store, pytest.raises(StoreError, match="readonly"):
        store.add([document("another")])


def test_read_only_from_a_medium_that_cannot_be_written(path: Path, monkeypatch: pytest.MonkeyPatch):
    with database.open(path, create=True) as store:
        store.add([document()])
    monkeypatch.setattr("provenance.store.connection.os.access", lambda *_: False)
    with database.open(path, read_only=True) as store:
        assert store.documents() == [document()]
        assert not path.with_name("provenance.sqlite-shm").exists()


def test_a_locked_store(path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("provenance.store.connection.BUSY_SECONDS", 0.05)
    monkeypatch.setattr("provenance.store.connection.PATIENCE", 0.1)
    with database.open(path, create=True) as writer, database.open(path) as other:
        writer._db.execute("begin immediate")
        with pytest.raises(StoreError, match="another program has been writing to it"):
            other.add([document()])


def test_a_path_with_odd_letters(tmp_path: Path):
    with database.open(tmp_path / "what?#%20 é.sqlite", create=True) as store:
        store.add([document()])
    assert [child.name for child in tmp_path.iterdir()] == ["what?#%20 é.sqlite"]


def test_reading_leaves_nothing_beside_a_store_that_is_read_only(path: Path) -> None:
    with database.open(path, create=True) as store:
        store.add([document("a")])
    path.chmod(0o444)
    with database.open(path, read_only=True) as store:
        assert store.ids() == ["a"]
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert "cannot be written to" in refusal(path)
    path.chmod(0o644)
    with database.open(path) as store:
        store.add([document("b")])


def test_a_read_only_folder_is_read_and_left_as_it_is(path: Path) -> None:
    with database.open(path, create=True) as store:
        store.add([document("a")])
    path.parent.chmod(0o555)
    try:
        with database.open(path, read_only=True) as store:
            assert store.ids() == ["a"]
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        assert "cannot be written to" in refusal(path)
    finally:
        path.parent.chmod(0o755)


def test_what_earlier_readings_left_keeps_nobody_from_writing(path: Path) -> None:
    with database.open(path, create=True) as store:
        store.add([document("a")])
    for ending in ("-wal", "-shm"):
        beside = Path(f"{path}{ending}")
        beside.touch()
        beside.chmod(0o444)
    with database.open(path) as store:
        store.add([document("b")])
        assert all(Path(f"{path}{ending}").stat().st_mode & 0o200 for ending in ("-wal", "-shm"))
