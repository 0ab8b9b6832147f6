"""Damage: each kind is named with its place, and no flipped bit changes what is served without being told."""

import json
import random
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from provenance import cli, pipeline, readers
from provenance.errors import StoreError
from provenance.scale import stored
from provenance.store import claims, database, packed
from provenance.store.deciding import ruling
from provenance.store.program import digest_of

SOURCES = {
    "harbour": b"The fire at Lowhaven harbour destroyed five warehouses on 3 May 2021, the mayor said.\n",
    "evening": b"The fire at Lowhaven harbour destroyed three warehouses on 3 May 2021.\n",
}
FLIPS = 150
"""benchmarks/durability.py does thousands."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two documents, one of them in two versions, a review, a check and two decisions."""
    path = tmp_path_factory.mktemp("fsck") / "s.sqlite"
    documents = [readers.read(raw, id=id, media_type="text/plain") for id, raw in SOURCES.items()]
    documents = [document.model_copy(update={"path": f"sources/{document.id}.txt"}) for document in documents]
    report = pipeline.review(documents)
    draft = readers.read(
        b"Nine warehouses of Lowhaven harbour burned on 3 May 2021.\n", id="d", media_type="text/plain"
    )
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    with database.open(path, create=True) as store:
        old = readers.read(b"Nothing yet.\n", id="harbour", media_type="text/plain")
        store.add([old], pipeline.extract(old))
        store.add(documents, report.claims)
        store.save_findings(report)
        store.save_checked(pipeline.check(draft, documents))
        stored.rebuild(store, documents, report.claims, lambda pairs: pairs)
        for verdict in ("open", "accepted"):
            store.decide(report.findings[0].id, ruling(verdict, "both are told", "Ines", noon))
        assert store.faults() == []
    return path


def changed(whole: Path, to: Path, *statements: str) -> Path:
    """A copy in which somebody has written past the program."""
    to.write_bytes(whole.read_bytes())
    connection = sqlite3.connect(to)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return to


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("update texts set text = replace(text, 'five', 'nine')", "text "),
        ("update snapshots set json = replace(json, 'harbour', 'harbor')", "document harbour version 1: "),
        ("update snapshots set text_sha256 = (select max(sha256) from texts)", "its columns are not what"),
        ("update documents set path = 'other.txt' where id = 'evening'", "document evening: its path"),
        ("update documents set snapshot = 1", "document harbour: its path or its latest version"),
        ("update documents set title = 'x'", "document evening: columns are not what its record says: title"),
        ("update claim_records set packed = substr(packed, 2)", 'claims of "evening" in the store is damaged'),
        ("update claim_records set packed = cast(packed || x'00' as blob)", 'claims of "evening" in the store'),
        ("update claim_records set document = 'evening' where document = 'harbour' and filed", "is damaged"),
        ("update claim_records set filed = not filed", "words of evening, text "),
        ("insert into claim_words (rowid, words) values (1, 'ash')", "words of the claims: "),
        ("update findings set severity = 'info'", "finding "),
        ("update findings set json = replace(json, 'five', 'nine')", "a finding in the store is damaged"),
        ("update checked set id = 'x'", "finding x: its columns"),
        ("update identity set name = 'x'", "journal of decisions: the name"),
        ("drop trigger journal_is_never_updated", "schema trigger journal_is_never_updated: is missing"),
        ("create table other (x)", "schema table other: is unknown"),
        ("update migrations set name = 'x'", "schema migrations: are not those of this program"),
        ("delete from claim_words_data where id > 1", "words "),
        ("delete from postings where key = (select min(key) from postings)", "index of matching: keys stand at other"),
        ("update holders set documents = documents + 1", "index of matching: keys stand in another number"),
        ("delete from partners", "index of matching: the lists of partners"),
        ("update indexed set keys = substr(keys, 2)", "index as a whole: "),
        ("insert into snapshots select 'gone', 1, text_sha256, added_at, json, json_sha256 from snapshots limit 1",
         "link snapshots row "),
    ],
)  # fmt: skip
def test_each_fault_is_named(whole: Path, tmp_path: Path, statement: str, fault: str):
    with database.open(changed(whole, tmp_path / "s.sqlite", statement)) as store:
        faults = list(map(str, store.faults()))
    assert any(fault in line for line in faults), faults


def test_a_span_that_does_not_stand_is_a_fault(whole: Path, tmp_path: Path):
    """Under a right digest, as a defect of the program could have written it."""
    path = changed(whole, tmp_path / "s.sqlite")
    with database.open(path) as store:
        row = next(row for row, is_latest in claims.rows(store._db) if is_latest)
        record = packed.record_of(row[3], row[1], row[2], row[4])
        fields = json.loads(record)
        fields[0]["span"] = {"document": row[1], "start": 1, "end": 4, "quote": "xyz"}
        forged = json.dumps(fields)
        digest = packed.record_digest(forged, row[1], row[2])
        values = [packed.compressed(forged), digest, row[0]]
        store._db.execute("update claim_records set packed = ?, sha256 = ? where number = ?", values)
        faults = list(map(str, store.faults()))
    assert any("its claim does not stand in the text at 1" in line for line in faults), faults


def test_keys_that_are_not_those_of_the_claims_are_a_fault(whole: Path, tmp_path: Path):
    with database.open(changed(whole, tmp_path / "s.sqlite")) as store:
        [document] = store.some(["evening"])
        for digest, told in ((digest_of(document), ["index of evening"]), ("what it was before", [])):
            store.index([(document.id, digest, [[1 << 8 | 20]])])
            assert [f"{fault.kind} {fault.place}" for fault in store.faults()] == told


def test_a_rewritten_decision_is_a_fault(whole: Path, tmp_path: Path):
    drop, rewrite = "drop trigger journal_is_never_updated", "update journal set entry = replace(entry, 'told', 'sold')"
    with database.open(changed(whole, tmp_path / "s.sqlite", drop, rewrite)) as store:
        kinds = {fault.kind for fault in store.faults()}
    assert {"journal", "schema"} <= kinds


def served(path: Path) -> list[object]:
    """Everything that the store serves."""
    with database.open(path, read_only=True) as store:
        decisions, checkpoint = store.decisions()
        versions = [one for document in store.documents() for one in store.versions(document.id)]
        return [*store.documents(), *versions, *store.claims(), *store.findings(), *decisions, checkpoint]


def test_no_flipped_bit_goes_unseen(whole: Path, tmp_path: Path):
    """Wherever it falls: what is served is right, or reading it fails, or fsck tells."""
    content, known, draw = whole.read_bytes(), served(whole), random.Random(7)
    seen = 0
    for number in range(FLIPS):
        at, bit = draw.randrange(len(content)), 1 << draw.randrange(8)
        copy = tmp_path / f"{number}.sqlite"
        copy.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
        try:
            if served(copy) != known:
                with database.open(copy, read_only=True) as store:
                    assert store.faults(), (at, bit)
                seen += 1
        except StoreError:
            seen += 1
    assert seen > 5, "the flips fell where nothing is"


def test_the_command(whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    assert cli.run(["fsck", "--store", str(whole)]) == 0
    assert capsys.readouterr().out == ""
    damaged = changed(whole, tmp_path / "s.sqlite", "update texts set text = text || '.'")
    assert cli.run(["fsck", "--store", str(damaged)]) == 1
    out = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("text ") for line in out) == 3
    assert cli.run(["fsck", "--store", "nowhere.sqlite"]) == 2


def test_a_ledger_out_of_step(whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    record = "- id: burned\n  source: harbour\n  claim: Warehouses burned.\n  quote: {}\n  start: 0\n  end: 8\n"
    ledger = tmp_path / "claims.yaml"
    ledger.write_text(record.format("The fire"))
    assert cli.run(["fsck", "--store", str(whole), "--ledger", str(ledger)]) == 0
    ledger.write_text(record.format("The tide"))
    assert cli.run(["fsck", "--store", str(whole), "--ledger", str(ledger)]) == 1
    assert capsys.readouterr().out.startswith(f"ledger {ledger}:1:3: ")


def test_a_damaged_schema_that_sqlite_cannot_even_quote(whole: Path, tmp_path: Path):
    """Its message holds bytes that are not UTF-8; that was a traceback."""
    content = whole.read_bytes()
    at = (
        content.index(b"create table migrations")
        if b"create table migrations" in content
        else content.index(b"migrations")
    )
    copy = tmp_path / "s.sqlite"
    copy.write_bytes(content[:at] + b"\xe5\xe5" + content[at + 2 :])
    with pytest.raises(StoreError, match="cannot be used") as caught:
        served(copy)
    assert isinstance(caught.value.__cause__, UnicodeDecodeError), "else this is no test of it"
