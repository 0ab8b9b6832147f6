"""The journal: entries are chained, nothing rewrites them, and a checkpoint tells when something has."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.errors import StoreError, UsageError
from provenance.model import Ruling
from provenance.store import database, deciding
from provenance.store.checkpoint import Checkpoint
from provenance.store.rows import digest

from .made import item

WHOLE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def ruling(**fields: object) -> Ruling:
    given_ = {"verdict": "accepted", "reason": "both are told", "by": "Ines", "at": NOON, **fields}
    return Ruling.model_validate(given_)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "provenance.sqlite"


@pytest.fixture
def store(path: Path):
    with database.open(path, create=True) as opened:
        yield opened


def rewrite(path: Path, *statements: str) -> None:
    """What somebody does who can write the file: first of all, drop the triggers."""
    connection = sqlite3.connect(path)
    for name in ("journal_is_never_updated", "journal_is_never_deleted", "journal_is_appended_to"):
        connection.execute(f"drop trigger {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(WHOLE, WHOLE, st.sampled_from(["accepted", "mistaken", "open"]), st.datetimes()), max_size=5))
def test_what_was_decided_comes_back(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple]):
    with database.open(tmp_path_factory.mktemp("journal") / "s.sqlite", create=True) as store:
        made = [
            store.decide(item(), ruling(reason=reason, by=by, verdict=verdict, at=at.replace(tzinfo=UTC)))
            for reason, by, verdict, at in rows
        ]
        known, checkpoint = store.decisions()
        assert known == made
        assert all(d.reason in reason for d, (reason, *_) in zip(made, rows, strict=True))
        assert [d.number for d in made] == list(range(1, len(rows) + 1))
        assert Checkpoint.parse(str(checkpoint)) == checkpoint
        assert store.verify_journal(checkpoint) == ([], checkpoint)


def test_the_moment_is_kept_in_utc(store: database.Store):
    made = store.decide(item(), ruling(at=datetime(2026, 3, 1, 1, tzinfo=timezone(timedelta(hours=5)))))
    assert made.at.isoformat() == "2026-02-28T20:00:00+00:00"


def test_entries_hold_the_hash_of_the_one_before(store: database.Store):
    for _ in range(3):
        store.decide(item(), ruling())
    rows = store._db.execute("select entry, hash from journal order by number").fetchall()
    assert [json.loads(entry)["previous"] for entry, _ in rows] == ["0" * 64, rows[0][1], rows[1][1]]
    assert all(entry == json.dumps(json.loads(entry), sort_keys=True, separators=(",", ":")) for entry, _ in rows)


@pytest.mark.parametrize(
    "statement",
    [
        "update journal set entry = 'x'",
        "update journal set number = 5 where number = 1",
        "delete from journal",
        "insert or replace into journal select number, entry, 'x' from journal where number = 1",
        "insert into journal select number + 7, entry, hash from journal",
        "insert into journal select null, entry, hash from journal where number = 1",
    ],
)
def test_nothing_but_the_next_entry_is_taken(store: database.Store, statement: str):
    store.decide(item(), ruling())
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        store._db.execute(statement)


def test_each_way_to_rewrite_the_past_is_told(path: Path):
    with database.open(path, create=True) as store:
        for number in range(4):
            store.decide(item(), ruling(reason=f"reason {number}"))
        _, kept = store.decisions()
    content = path.read_bytes()

    def told(*statements: str) -> list[str]:
        path.write_bytes(content)
        rewrite(path, *statements)
        with database.open(path) as store:
            return store.verify_journal(kept)[0]

    assert told("update journal set entry = replace(entry, 'reason 1', 'reason 9')") == [
        "entry 2 of the journal is damaged"
    ]
    assert told("delete from journal where number = 2") == ["the chain of the journal is broken before entry 3"]
    assert told("delete from journal where number = 4") == ["entries are lost: the checkpoint saw 4, and 3 are here"]
    assert "another journal" in told(f"update identity set name = 'o', name_sha256 = '{digest('o')}'")[0]
    assert told("update identity set name = 'o'") == ["the name of the journal is damaged"]
    assert told("update journal set number = 9 where number = 4") == ["entry 9 of the journal has another number"]
    assert told("insert into journal select 5, entry, hash from journal where number = 4") == [
        "entry 5 of the journal has another number"
    ]
    assert told() == []


def test_a_journal_written_anew_is_whole_but_not_that_of_the_checkpoint(path: Path, tmp_path: Path):
    with database.open(path, create=True) as store:
        store.decide(item(), ruling())
        _, kept = store.decisions()
        name = kept.origin.rsplit("/", 1)[1]
    with database.open(tmp_path / "other.sqlite", create=True) as other:
        other._db.execute("update identity set name = ?, name_sha256 = ?", [name, digest(name)])
        other.decide(item(), ruling(verdict="open"))
        other.decide(item(), ruling())
        assert other.verify_journal()[0] == []
        assert "the past was rewritten" in other.verify_journal(kept)[0][0]


def test_a_damaged_last_entry_is_not_built_upon(path: Path):
    with database.open(path, create=True) as store:
        store.decide(item(), ruling())
    rewrite(path, "update journal set entry = replace(entry, 'told', 'sold')")
    with database.open(path) as store:
        with pytest.raises(StoreError, match="entry 1 of the journal is damaged"):
            store.decide(item(), ruling())
        with pytest.raises(StoreError, match="entry 1 of the journal is damaged"):
            store.decisions()


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [("reason", "  ", "reason"), ("by", "", "name"), ("reason", "x" * 6000, "too long"), ("by", "a\ud800", "name")],
)
def test_a_ruling_needs_its_parts(field: str, value: str, word: str):
    parts = {"verdict": "accepted", "reason": "r", "by": "b", "at": NOON, field: value}
    with pytest.raises(UsageError, match=word):
        deciding.ruling(**parts)


@pytest.mark.parametrize(
    "around",
    ["{}", "Report\n\n```\n{}```\nend", "    {}", '"checkpoint": "{}"', "<pre>{}</pre>"],
)
def test_checkpoints_are_found_in_reports(around: str):
    kept = Checkpoint("provenance/journal/ab", 12, bytes(32))
    text = str(kept) if "checkpoint" not in around else str(kept).replace("\n", "\\n")
    assert Checkpoint.parse(around.replace("{}", text.replace("\n", "\n    ") if around[0] == " " else text)) == kept


@pytest.mark.parametrize(
    "text",
    [
        "", "provenance/journal/ab", "provenance/journal/ab\n-1\nAAAA", "provenance/journal/ab\n01\n" + "A" * 43 + "=",
        "provenance/journal/ab\n1\nAAAA", "provenance/journal/ab\n١\n" + "A" * 43 + "=",
        "provenance/journal/ab\n1\n" + "é" * 43 + "=",
        "provenance/journal/\x1b[2J\n1\n" + "A" * 43 + "=", "provenance/journal/\u202e\n1\n" + "A" * 43 + "=",
    ],
)  # fmt: skip
def test_what_is_no_checkpoint(text: str):
    with pytest.raises(UsageError, match="checkpoint"):
        Checkpoint.parse(text)
