"""The command as a person starts and ends it."""

import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from provenance import pipeline, readers
from provenance.cli import run
from provenance.store import database
from provenance.web.server import Server

SEEDS = Path(__file__).parents[2] / "seeds"


@contextmanager
def serving(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`provenance serve …` as a process of its own, and the address it printed."""
    command = [sys.executable, "-m", "provenance", "serve", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def _opened(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


def test_the_findings_of_the_seeds_are_on_the_page_and_control_c_ends_it() -> None:
    documents = readers.read_all([str(SEEDS)]).documents
    findings = pipeline.review(documents).findings
    with serving(str(SEEDS)) as (process, url):
        page = _opened(url)
        assert findings
        assert all(f.id in page for f in findings)
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=20)
        assert (process.returncode, out) == (0, "")
        assert "Traceback" not in told


def test_a_store(tmp_path: Path) -> None:
    file = tmp_path / "a store.sqlite"
    documents = [readers.read(b"In 2019 there were 17 mills in Bruton.", id="mills", media_type="text/plain")]
    with database.open(file, create=True) as store:
        store.add(documents, [])
    before = file.read_bytes()
    with serving("--store", str(file)) as (_, url):
        assert "17 mills" in _opened(url)
    assert file.read_bytes() == before


def test_a_busy_port(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", str(SEEDS), "--port", str(server.access.port)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert f"port {server.access.port} cannot be used" in told.err


def test_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    empty = tmp_path / "empty.txt"
    empty.write_text("Well.\n")
    assert run(["serve"]) == 2
    assert run(["serve", "nowhere.txt"]) == 2
    assert run(["serve", str(empty), "--store", "x.sqlite"]) == 2
    assert run(["serve", str(empty)]) == 3
    assert run(["serve", str(empty), "--port", "70000"]) == 2
