"""How telling words are, and how much two sets of words share.

Weights are fixed, not counted over the documents at hand, so that an unrelated document never changes a relation.
"""

from collections.abc import Iterable
from functools import cache
from math import sqrt
from pathlib import Path

from provenance.extraction.lexicon import stopwords
from provenance.extraction.tokens import Token

_DATA = Path(__file__).parent / "data"


@cache
def _common() -> dict[str, float]:
    lines = (_DATA / "common_words.tsv").read_text(encoding="utf-8").splitlines()
    return {word: float(weight) for word, weight in (line.split("\t") for line in lines if line[0] != "#")}


def weight(base: str) -> float:
    """How telling a base form is: 0 for a function word, up to 1 for a word seldom seen in news."""
    return 0.0 if base in stopwords() else _common().get(base, 1.0)


def telling(tokens: Iterable[Token]) -> frozenset[str]:
    """The base forms that carry evidence: words, no numbers, no function words."""
    return frozenset(t.base for t in tokens if t.base.isalpha() and len(t.base) > 1 and t.base not in stopwords())


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Weighted cosine of two sets of base forms, 0 to 1."""
    shared = sum(weight(w) ** 2 for w in a & b)
    if not shared:
        return 0.0
    return shared / sqrt(sum(weight(w) ** 2 for w in a) * sum(weight(w) ** 2 for w in b))
