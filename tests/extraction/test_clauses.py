"""Where a sentence is cut into clauses; sentences and their claims stand in cases/clauses.txt."""

from pathlib import Path

import pytest

from provenance.extraction.claims import extract

CASES = Path(__file__).parent / "cases" / "clauses.txt"


def cases() -> list[tuple[str, list[str]]]:
    """Sentences with the claims that they hold."""
    found = []
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        found += [(lines[0], [line.removeprefix("- ") for line in lines[1:]])]
    return found


@pytest.mark.parametrize(("sentence", "clauses"), cases(), ids=lambda v: v[:40] if isinstance(v, str) else "")
def test_clauses_of_own_sentences(sentence: str, clauses: list[str]) -> None:
    assert [c.span.quote for c in extract(sentence)] == clauses
