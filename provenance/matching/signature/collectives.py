"""Figures that count people in words that do not name them: "a crowd of 61,000", "450 jobs lost", "640 cases"."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from provenance import wordlists
from provenance.extraction.lexicon import NounClass, ancestors
from provenance.extraction.tokens import Token

_FILE = Path(__file__).parents[1] / "data" / "counted.tsv"
_HOLDS = frozenset({"of", "is", "was", "at", "to", ":"})
"""Words between what holds people and their number: "attendance was 54,000"."""
_REACH = 4
"""Tokens before a number in which what holds them stands: "a crowd of more than 61,000"."""


@cache
def _listed(kind: str) -> dict[str, tuple[str, ...]]:
    return {of: tuple(words.split()) for name, of, words in wordlists.rows(_FILE) if name == kind}


def holding(tokens: Sequence[Token], start: int) -> tuple[str, NounClass | None] | None:
    """The noun that holds those whom a number at token `start` counts, with their class; of a scale, without one."""
    if start and tokens[start - 1].base in _listed("scale")["-"]:
        return tokens[start - 1].base, None
    for i in range(start - 2, max(-1, start - 1 - _REACH), -1):
        for name, nouns in _listed("crowd").items():
            if tokens[i].base in nouns and tokens[i + 1].lower in _HOLDS:
                return tokens[i].base, NounClass(name, "")
    return None


def one_under(families: frozenset[str], a: tuple[str, str], b: tuple[str, str]) -> str:
    """The family, of some, under which two counted nouns stand for one; each as noun and class. Empty for none."""
    rows = _listed("under")
    return min((f for f in families if f in rows and _is_of(a, rows[f]) and _is_of(b, rows[f])), default="")


def _is_of(noun: tuple[str, str], listed: Sequence[str]) -> bool:
    word, klass = noun
    return word in listed or (klass != "" and not set(ancestors(klass)).isdisjoint(listed))
