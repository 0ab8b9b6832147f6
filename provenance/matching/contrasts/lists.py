"""Closed classes of words that contrasts look for, from a reviewable list."""

from functools import cache
from pathlib import Path

from provenance import wordlists
from provenance.extraction.lexicon import base
from provenance.extraction.opposites import norm

_FILE = Path(__file__).parents[1] / "data" / "contrast_words.tsv"


def listed(kind: str) -> tuple[str, ...]:
    """The words of one closed class, in the order of the file."""
    return wordlists.by_kind(_FILE)[kind]


@cache
def _normed(kind: str) -> frozenset[str]:
    return frozenset(norm(form) for word in listed(kind) for form in (word, base(word)))  # "found" is no form of "find"


@cache
def phrasal() -> dict[tuple[str, str], str]:
    """The one word for a verb with its particle, base forms: "turn", "down" is "refuse"."""
    pairs = (entry.split("=") for entry in listed("phrasal"))
    return {
        (base(verb), particle): base(word) for phrase, word in pairs for verb, _, particle in [phrase.partition("_")]
    }


def is_one_of(word: str, kind: str) -> bool:
    """Whether a base form belongs to a closed class."""
    return norm(word) in _normed(kind)
