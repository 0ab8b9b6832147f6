"""Words that say which way a number goes (those of quantities), and how many times as much it becomes."""

from decimal import Decimal
from functools import cache
from pathlib import Path

from provenance import wordlists
from provenance.values.quantities import lexicon

_FILE = Path(__file__).parent / "changes.tsv"


@cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(wordlists.by_kind(_FILE)[kind])


@cache
def ups() -> frozenset[str]:
    """Words that say that something grows, in every form."""
    return _that_go("up")


@cache
def downs() -> frozenset[str]:
    """Words that say that something shrinks."""
    return _that_go("down")


def _that_go(direction: str) -> frozenset[str]:
    words = lexicon.changes("before") | lexicon.changes("noun")
    return frozenset(word for word, way in words.items() if way == direction) - _listed("no change")


def auxiliaries() -> frozenset[str]:
    """Words between what changes and the word of change: "sales have risen"."""
    return _listed("auxiliary")


def pointing() -> frozenset[str]:
    """Determiners and pronouns: none of them names what changes."""
    return _listed("pointing")


@cache
def multiples() -> dict[str, Decimal]:
    """Words that say how many times as much something becomes."""
    times = {"double": Decimal(2), "triple": Decimal(3), "quadruple": Decimal(4), "half": Decimal("0.5")}
    return {word: value for kind, value in times.items() for word in _listed(kind)}
