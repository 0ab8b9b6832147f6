"""Deciding, as a person does it: find, decide, see it in the report, change a source, see it stale."""

import json
from pathlib import Path

import pytest

from provenance.cli.decide import command
from provenance.policy import decisions
from provenance.scale import refreshed
from provenance.store import database, merkle
from provenance.store.checkpoint import Checkpoint

SAYS = ("--verdict", "accepted", "--reason", "both counts are told", "--by", "Ines Moreau")


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "a.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed five warehouses.\n")
    (folder / "b.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed three warehouses.\n")
    return folder


@pytest.fixture
def finding(run, sources: Path) -> str:
    """The id of the one conflict, in a store."""
    run("init")
    run("add", sources)
    found = [f for f in json.loads(run("review", "--format", "json").out)["findings"] if f["severity"] == "error"]
    assert len(found) == 1
    return str(found[0]["id"])


def test_the_verdicts_of_help_are_those_of_policy():
    option = next(p for p in command.params if p.name == "verdict")
    assert list(option.type.choices) == list(decisions.VERDICTS)
    assert all(meaning in " ".join(command.help.split()) for meaning in decisions.VERDICTS.values())


def test_a_decision_settles_a_conflict_until_a_source_changes(run, finding: str, sources: Path):
    assert run("review").code == 1
    made = run("decide", finding[:8], *SAYS)
    assert made.code == 0
    assert f"decision 1: {finding} accepted by Ines Moreau\nprovenance/journal/" in made.out
    for format in ("text", "markdown"):
        settled = run("review", "--format", format)
        assert settled.code == 0
        assert "accepted by Ines Moreau" in settled.out
        assert "1 settled by a decision" in settled.out.replace("**", "")
        assert "next  " not in settled.out
    assert run("log", "show").out.count("both counts are told") == 1
    (sources / "a.txt").write_text((sources / "a.txt").read_text() + "More was said later.\n")
    run("add", sources)
    stale = run("review")
    assert stale.code == 1
    assert 'the text of "a" has changed since' in stale.out
    assert 'the text of "a" has changed since' in run("log", "show").out
    (sources / "a.txt").write_text("On 3 May 2021 the fire at Lowhaven harbour destroyed three warehouses.\n")
    run("add", sources)
    gone = run("review")
    assert gone.code == 0
    assert "Stale decisions (1)" in gone.out
    assert "no longer found" in gone.out


def test_a_report_keeps_the_checkpoint_and_json_the_decision(run, finding: str, tmp_path: Path):
    run("decide", finding, *SAYS)
    report = json.loads(run("review", "--format", "json", "-o", "report.json").out or Path("report.json").read_text())
    assert [(d["finding"], d["number"], d["stale"]) for d in report["decisions"]] == [(finding, 1, [])]
    assert [f["decision"] for f in report["findings"] if f["id"] == finding] == [1]
    for kept in ("report.json", report["checkpoint"]):
        verified = run("log", "verify", "--checkpoint", kept)
        assert (verified.code, verified.out.splitlines()[0]) == (
            0, "the journal is whole: 1 decision; it begins with the 1 of the checkpoint",
        )  # fmt: skip


def test_checks_keep_their_findings_for_decisions(run, sources: Path):
    Path("draft.md").write_text("The fire at Lowhaven harbour destroyed nine warehouses on 3 May 2021.\n")
    run("init", "s.sqlite")
    found = json.loads(run("check", "draft.md", "--sources", sources, "--store", "s.sqlite", "--format", "json").out)
    errors = [f["id"] for f in found["findings"] if f["severity"] == "error"]
    assert errors
    for id in errors:
        assert run("decide", id[:10], *SAYS, "--store", "s.sqlite").code == 0
    Path("draft.md").write_text("A new head.\n\n" + Path("draft.md").read_text())
    assert run("check", "draft.md", "--sources", sources).code == 1
    assert run("check", "draft.md", "--sources", sources, "--store", "s.sqlite").code == 0


def test_a_configured_store_is_used_and_a_missing_one_is_told(run, sources: Path, finding: str):
    run("decide", finding, *SAYS)
    Path("provenance.toml").write_text('store = "provenance.sqlite"\n')
    assert run("review", sources).code == 0
    Path("provenance.toml").write_text('store = "elsewhere.sqlite"\n')
    missing = run("review", sources)
    assert missing.code == 1
    assert "nothing was looked up in its journal" in missing.err


def test_what_cannot_be_decided(run, finding: str):
    for arguments, words in (
        (["abc", *SAYS], "too short"),
        (["0" * 64, *SAYS], "no finding in the store"),
        (["ff%f", *SAYS], "no finding in the store"),
        ([finding, "--verdict", "accepted", "--reason", " ", "--by", "I"], "the reason is missing"),
        ([finding, "--verdict", "true", "--reason", "r", "--by", "I"], "'true' is not one of"),
        ([finding, *SAYS, "--store", "none.sqlite"], "no such store"),
    ):
        refused = run("decide", *arguments)
        assert (refused.code, refused.out) == (2, "")
        assert words in refused.err
        assert refused.err.count("\n") == 1
    assert run("log", "show").out == ""


def test_a_finding_that_a_changed_source_took_away(run, finding: str, sources: Path):
    (sources / "a.txt").write_text("Nothing of the kind.\n")
    run("add", sources)
    refused = run("decide", finding, *SAYS)
    assert refused.code == 2
    assert "no finding in the store" in refused.err


def test_a_source_that_changed_after_the_review(run, finding: str, sources: Path, monkeypatch: pytest.MonkeyPatch):
    """As where so much is concerned that the findings wait for the next review."""
    monkeypatch.setattr(refreshed, "MOST", 0)
    (sources / "a.txt").write_text("Nothing of the kind.\n")
    assert "the next `provenance review` does" in run("add", sources).err
    refused = run("decide", finding, *SAYS)
    assert refused.code == 2
    assert "has changed since the finding was made" in refused.err


def test_a_rewritten_journal(run, finding: str):
    run("decide", finding, *SAYS)
    kept = run("log", "verify").out
    with database.open("provenance.sqlite") as store:
        store._db.execute("drop trigger journal_is_never_deleted")
        store._db.execute("delete from journal")
        store._db.conn.commit()
    assert run("log", "verify").code == 0
    lost = run("log", "verify", "--checkpoint", kept)
    assert lost.code == 1
    assert "entries are lost: the checkpoint saw 1, and 0 are here" in lost.out
    missing = run("log", "verify", "--checkpoint", "nonsense")
    assert (missing.code, "nonsense: cannot be read: No such file" in missing.err) == (2, True)


def test_a_proof_for_somebody_without_the_store(run, finding: str, tmp_path: Path):
    run("decide", finding, *SAYS)
    kept = run("log", "verify").out
    run("decide", finding, *SAYS)
    proof = run("log", "prove", 2, "--since", kept)
    assert proof.code == 0
    (tmp_path / "proof.json").write_text(proof.out)
    Path("provenance.sqlite").unlink()
    verified = run("log", "verify", "--proof", "proof.json", "--checkpoint", kept)
    assert (verified.code, verified.out.splitlines()[0]) == (0, "entry 2 is proved by your checkpoint")
    (tmp_path / "proof.json").write_text(proof.out.replace("Ines", "Inez"))
    assert run("log", "verify", "--proof", "proof.json").code == 1
    assert run("log", "verify", "--proof", "nonsense").code == 2


def test_a_proof_cannot_steer_the_terminal(run):
    told = {
        "verdict": "open",
        "reason": "\u009b2J",
        "by": "Ines",
        "at": "2026-03-01T12:00:00Z",
        "number": 1,
        "finding": "f",
    }
    told |= {"rule": "PV301", "message": "m", "target": "sources", "basis": [], "previous": "0" * 64}
    entry = json.dumps(told, ensure_ascii=False)
    root = merkle.leaf_hash(entry.encode())
    checkpoint = str(Checkpoint("provenance/journal/ab", 1, root))
    Path("proof.json").write_text(json.dumps({"checkpoint": checkpoint, "number": 1, "entry": entry, "inclusion": []}))
    verified = run("log", "verify", "--proof", "proof.json")
    assert verified.code == 0
    assert "⟦U+009B⟧" in verified.out
    assert "\u009b" not in verified.out
