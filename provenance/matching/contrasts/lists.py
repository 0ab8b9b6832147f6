"""Closed classes of words that contrasts look for, from a reviewable list."""

from functools import cache
from pathlib import Path

from provenance.extraction.lexicon import base
from provenance.extraction.opposites import norm

_DATA = Path(__file__).parent.parent / "data"


@cache
def _rows() -> list[list[str]]:
    lines = (_DATA / "contrast_words.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


@cache
def listed(kind: str) -> tuple[str, ...]:
    """The words of one closed class, in the order of the file."""
    return tuple(word for name, words in _rows() if name == kind for word in words.split())


@cache
def _normed(kind: str) -> frozenset[str]:
    return frozenset(norm(base(word)) for word in listed(kind))


def is_one_of(word: str, kind: str) -> bool:
    """Whether a base form belongs to a closed class."""
    return norm(word) in _normed(kind)
