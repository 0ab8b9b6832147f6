"""A store among the sources of a check: the same as its files."""

import json
from pathlib import Path

import pytest

from provenance.cli import run

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
