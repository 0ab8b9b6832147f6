"""A store among the sources of a check: the same as its files."""

import json
from pathlib import Path

import pytest

from provenance.cli import run
from provenance.scale import passages

DRAFT = "On 3 May 2021 the fire at Lowhaven killed 42 dockers."
SOURCE = "On 3 May 2021 the fire at Lowhaven killed 24 dockers."


def test_a_draft_against_a_store_and_against_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    Path("source.txt").write_text(SOURCE, encoding="utf-8")
    assert run(["init"]) == 0
    assert run(["add", "source.txt"]) == 0
    capsysbinary.readouterr()
    found = []
    for source in ("source.txt", "provenance.sqlite"):
        assert run(["check", "draft.txt", "--sources", source, "--format", "json"]) == 1
        found.append(json.loads(capsysbinary.readouterr().out)["findings"])
    assert found[0] == found[1] != []


def test_of_a_store_of_many_documents_it_is_told_how_many_were_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(passages, "ALL", 2)
    monkeypatch.setattr(passages, "WHOLE", 0)
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    Path("source.txt").write_text(SOURCE, encoding="utf-8")
    for number in range(3):
        Path(f"{number}.txt").write_text(f"The museum of Harwick sold {number + 30} paintings.", encoding="utf-8")
    assert run(["init"]) == 0
    assert run(["add", "source.txt", "0.txt", "1.txt", "2.txt"]) == 0
    capsysbinary.readouterr()
    check = ["check", "draft.txt", "--sources", "provenance.sqlite", "--format", "json"]
    assert run(check) == 1
    out, err = capsysbinary.readouterr()
    assert b"checked against the 1 of 4 documents" in err
    assert [notice["kind"] for notice in json.loads(out)["notices"]] == ["scope"]
    assert run([*check, "--all-documents"]) == 1
    every, err = capsysbinary.readouterr()
    assert b"checked against" not in err
    assert json.loads(every)["findings"] == json.loads(out)["findings"]
