import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from provenance import cli

REPOSITORY = Path(__file__).parents[2]
SEEDS = REPOSITORY / "seeds"
CLAIMS = REPOSITORY / "claims"


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def faults(self) -> list[str]:
        return [line for line in self.err.splitlines() if not line.startswith("provenance: warning: ")]


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch, tmp_path):
    """An empty folder without settings, and no wish about colour or width."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "TERM", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("PROVENANCE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfdbinary) -> Callable[..., Result]:
    """`provenance ARGUMENTS…` in this process."""

    def run(*arguments: object) -> Result:
        code = cli.run([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return run


@pytest.fixture
def shell() -> Callable[..., Result]:
    """`provenance ARGUMENTS…` in a process of its own."""

    def shell(*arguments: object, given: bytes = b"", **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "provenance", *map(str, arguments)],
            input=given,
            capture_output=True,
            env=os.environ | environment,
            timeout=120,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return shell


@pytest.fixture
def sources(tmp_path) -> Path:
    """Two short sources that agree on one figure and differ on another."""
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "gazette.txt").write_text(
        "Twelve sailors died when the ferry Aurora sank off Tallinn on 3 May 2019. "
        "The ferry carried 340 passengers, the coast guard said.\n",
        encoding="utf-8",
    )
    (folder / "herald.txt").write_text(
        "Nineteen sailors died when the ferry Aurora sank off Tallinn on 3 May 2019. "
        "The ferry carried 340 passengers, officials said.\n",
        encoding="utf-8",
    )
    return folder
