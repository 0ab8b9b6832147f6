"""Whole expected outputs in cases/: compare, or write anew with PROVENANCE_WRITE_CASES=1 and read the diff."""

import os
from pathlib import Path

CASES = Path(__file__).parent / "cases"


def check(name: str, actual: str) -> None:
    path = CASES / name
    if os.environ.get("PROVENANCE_WRITE_CASES"):
        path.write_bytes(actual.encode())
    assert actual == path.read_bytes().decode()
