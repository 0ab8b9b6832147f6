"""Reviewable lists beside the code that uses them: an entry a line, comments after "#" at its start, fields by tabs."""

from functools import cache
from pathlib import Path


def lines(file: Path) -> list[str]:
    """The entries of a list, without comments and blank lines."""
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"]


def rows(file: Path) -> list[list[str]]:
    """The entries of a list, each split into its fields."""
    return [line.split("\t") for line in lines(file)]


@cache
def by_kind(file: Path, separator: str = " ") -> dict[str, tuple[str, ...]]:
    """The words of each kind, in order, of a list whose entries hold a kind and words of it."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in rows(file):
        found[kind] = (*found.get(kind, ()), *words.split(separator))
    return found
