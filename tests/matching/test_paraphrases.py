"""One fact in other words: with one figure the wordings agree, with two they conflict."""

from itertools import combinations
from pathlib import Path

import pytest

import provenance

FILE = Path(__file__).parent / "data" / "paraphrases.txt"


def facts() -> dict[str, tuple[list[str], list[str]]]:
    """Name → the two figures, the wordings."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            name, figures = line[2:].split(": ")
            wordings = found.setdefault(name, (figures.split(", "), []))[1]
        elif not line.startswith("//"):
            wordings.append(line)
    return found


@pytest.mark.parametrize("name", facts())
def test_wordings_of_one_fact_agree_with_one_figure_and_conflict_with_two(name: str) -> None:
    (figure, other), wordings = facts()[name]
    for x, y in combinations(wordings, 2):
        a, b = x.replace("{N}", figure), y.replace("{N}", figure)
        assert provenance.compare(a, b).relation == "corroborates", (a, b)
        b = y.replace("{N}", other)
        assert provenance.compare(a, b).relation == "conflicts", (a, b)
