"""What is derived in a store goes by the program that made it."""

from pathlib import Path

import pytest

from provenance.store import program

from .made import document


@pytest.fixture
def rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of two rooms in place of the program's own."""
    for room in program._ROOMS:
        (tmp_path / room / "data").mkdir(parents=True)
        (tmp_path / room / "code.py").write_bytes(b"one = 1\ntwo = 2\n")
    monkeypatch.setattr(program.resources, "files", lambda package: tmp_path)
    program.fingerprint.cache_clear()
    yield tmp_path
    program.fingerprint.cache_clear()


def fingerprint() -> str:
    program.fingerprint.cache_clear()
    return program.fingerprint()


def test_code_and_word_lists_decide_and_nothing_else_does(rooms: Path):
    before = fingerprint()
    (rooms / "values" / "__pycache__").mkdir()
    (rooms / "values" / "__pycache__" / "code.pyc").write_bytes(b"x")
    (rooms / "reports").mkdir()
    (rooms / "reports" / "code.py").write_bytes(b"x")
    (rooms / "text" / "code.py").write_bytes(b"one = 1\r\ntwo = 2\r\n")
    assert fingerprint() == before
    (rooms / "matching" / "data" / "words.tsv").write_bytes(b"fire\n")
    listed = fingerprint()
    (rooms / "values" / "code.py").write_bytes(b"one = 1\ntwo = 3\n")
    assert len({before, listed, fingerprint()}) == 3


def test_a_document_by_all_that_its_relations_rest_on(rooms: Path):
    one = program.digest_of(document())
    assert program.digest_of(document(path="moved.txt")) == one
    assert program.digest_of(document(title="Fire")) != one
    (rooms / "matching" / "code.py").write_bytes(b"two = 3\n")
    program.fingerprint.cache_clear()
    assert program.digest_of(document()) != one
