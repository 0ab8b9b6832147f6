"""A store of every past version opens, takes the missing steps once, and holds what it held."""

import gzip
import sqlite3
from pathlib import Path

import pytest

from provenance.store import database, migrations

VERSIONS = Path(__file__).parent / "versions"
"""One small store for each past version, as that version wrote it: as SQL, or as the file itself."""
KEPT = sorted(int(file.name.partition(".")[0]) for file in VERSIONS.iterdir())


def old(version: int, folder: Path) -> Path:
    """A store file as that version left it."""
    path = folder / f"{version}.sqlite"
    if (packed := VERSIONS / f"{version}.sqlite.gz").exists():
        path.write_bytes(gzip.decompress(packed.read_bytes()))
        return path
    connection = sqlite3.connect(path)
    connection.executescript((VERSIONS / f"{version}.sql").read_text("utf-8"))
    connection.close()
    return path


def schema(path: Path) -> list[tuple[str, ...]]:
    connection = sqlite3.connect(path)
    rows = connection.execute("select type, name, tbl_name, sql from sqlite_master order by type, name").fetchall()
    connection.close()
    return rows


def test_every_past_version_is_kept_here():
    assert set(KEPT) >= set(range(1, migrations.VERSION))
    assert KEPT[-1] <= migrations.VERSION


@pytest.mark.parametrize("version", KEPT)
def test_an_old_store_becomes_a_new_one(version: int, tmp_path: Path):
    path = old(version, tmp_path)
    for _ in range(2):
        with database.open(path) as store:
            assert [document.id for document in store.documents()] == ["evening", "harbour"]
            assert [claim.span.document for claim in store.claims()] == ["evening", "evening", "harbour", "harbour"]
            assert [finding.rule for finding in store.findings()] == ["PV301"]
            assert [decision.by for decision in store.decisions()[0]] == ["Ines Moreau"] * (version > 1)
            assert [str(fault) for fault in store.faults()] == []
    database.open(tmp_path / "new.sqlite", create=True).close()
    assert schema(path) == schema(tmp_path / "new.sqlite")


@pytest.mark.parametrize("version", KEPT)
def test_a_migrated_store_has_no_empty_pages(version: int, tmp_path: Path):
    path = old(version, tmp_path)
    database.open(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("pragma freelist_count").fetchone()[0] == 0
    connection.close()


@pytest.mark.parametrize("version", [number for number in KEPT if 3 <= number < 6])
def test_keys_of_an_old_store_are_those_of_another_program(version: int, tmp_path: Path):
    with database.open(old(version, tmp_path)) as store:
        assert store.is_outdated() == bool(store.indexed())


@pytest.mark.parametrize(
    "statement",
    [
        "delete from findings where a_document = 'a' or b_document = 'a'",
        "select document from indexed where listed < 0 order by document limit 5",
        "select number from indexed where listed < 0",
        "select exists (select 1 from indexed where program < 'a' or program > 'a')",
    ],
)
def test_what_every_addition_asks_reads_no_whole_table(statement: str, tmp_path: Path):
    with database.open(tmp_path / "s.sqlite", create=True) as store:
        plan = [row[-1] for row in store._db.execute(f"explain query plan {statement}")]
    reading = [step for step in plan if step.startswith(("SCAN", "SEARCH")) and step != "SCAN CONSTANT ROW"]
    assert reading, plan
    assert all("INDEX" in step and "autoindex" not in step for step in reading), plan


def test_claims_of_an_old_store_can_be_searched(tmp_path: Path):
    with database.open(old(1, tmp_path)) as store:
        assert len(store.candidates(["docker"], [])) == 2
