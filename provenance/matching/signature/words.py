"""How telling words are, and how much two sets of words share.

Weights are fixed, not counted over the documents at hand, so that an unrelated document never changes a relation. Sums
over sets are exact, so that the order of a set, another one in each process, never changes the last bit of a score.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import fsum, sqrt
from pathlib import Path

from provenance import wordlists
from provenance.extraction import thesaurus
from provenance.extraction.lexicon import Mention, noun_class, stopwords
from provenance.extraction.lexicon import base as base_form
from provenance.extraction.thesaurus import synonym
from provenance.extraction.tokens import Token
from provenance.values import names
from provenance.values.names import lexicon
from provenance.values.quantities.lexicon import unit_names

_FILE = Path(__file__).parents[1] / "data" / "common_words.tsv"
_UNIT = 0.35
"""The most that the name of a unit tells, as much as "dollar" does by its frequency."""


@cache
def _common() -> dict[str, float]:
    return {word: float(weight) for word, weight in wordlists.rows(_FILE)}


@lru_cache(maxsize=65536)
def weight(base: str) -> float:
    """How telling a base form is: 0 for a function word, up to 1 for a word seldom seen in news."""
    if base in stopwords():
        return 0.0
    known = _common().get(base, 1.0)
    return min(known, _UNIT) if base in _units() else known


@cache
def _units() -> frozenset[str]:
    """Base forms of the names of units and currencies: what they measure tells more."""
    single = (words[0] for rows in unit_names().values() for words, _ in rows if len(words) == 1)
    return frozenset(base_form(word) for word in single)


def telling(tokens: Iterable[Token]) -> frozenset[str]:
    """The base forms that carry evidence: words, no numbers, no function words."""
    return frozenset(
        synonym(t.base) for t in tokens if t.base.isalpha() and len(t.base) > 1 and t.base not in stopwords()
    )


@cache
def _nations() -> dict[str, str]:
    """Adjectives and nouns of nationality, lower case, to the country's name."""
    found = {}
    for line in lexicon.lines("countries.tsv"):
        country, _, adjectives = [*line.split("\t"), "", ""][:3]
        found.update({word.lower(): country.lower() for word in adjectives.split("|") if word})
    return found


def nation(word: str) -> str | None:
    """The country, in lower case, that an adjective or noun of nationality names; None for any other word."""
    return _nations().get(word.lower())


@cache
def countries() -> frozenset[str]:
    """Names of countries, lower case."""
    return frozenset(line.split("\t")[0].lower() for line in lexicon.lines("countries.tsv"))


class Bag(dict[str, float]):
    """Concepts with their weights, and the square of the length of all of them."""

    __slots__ = ("square",)

    def __init__(self, weights: Mapping[str, float]) -> None:
        super().__init__(weights)
        self.square = _square(weights.values())


def concepts(tokens: Sequence[Token], found: Sequence[Mention], skeletons: Iterable[str]) -> Bag:
    """What a clause speaks of, whatever the words, with weights: families, counted kinds, nations, names, other words.

    "Evacuated" and "displacement", "rebels" and "resistance factions", "Russian" and "Russia", "al-Dumayr" and
    "Al Dumair" give the same concepts.
    """
    spoken = {i for m in found for i in range(m.first, m.last + 1)}
    heavy = {f"family:{m.family}": max(weight(tokens[i].base) for i in range(m.first, m.last + 1)) for m in found}
    heavy.update({f"name:{part}": 1.0 for part in sorted(skeletons)})  # one order in every run: sums go through it
    for i, token in enumerate(tokens):
        if i not in spoken and (concept := _concept(token.text, token.base)):
            heavy[concept[0]] = concept[1]
    return Bag(heavy)


def notions(tokens: Sequence[Token], found: Sequence[Mention]) -> Bag:
    """The notions of news that a clause tells of, each weighing what its most telling word does."""
    bases = [t.base for t in tokens]
    heavy: dict[str, float] = {}
    for notion, first, last in thesaurus.notions(bases, found):
        worth = max(weight(word) for word in bases[first : last + 1])
        heavy[f"notion:{notion}"] = max(worth, heavy.get(f"notion:{notion}", 0.0))
    return Bag(heavy)


@lru_cache(maxsize=65536)
def _concept(text: str, base: str) -> tuple[str, float] | None:
    """What a word that is no family's speaks of, and its weight; None for what says nothing."""
    if not base.isalpha() or len(base) < 2 or base in stopwords():
        return None
    belongs = nation(text)
    kind = noun_class(text)
    if belongs is not None:
        return f"name:{names.skeleton(belongs)}", 0.6
    if kind is not None:
        return (f"side:{kind.side}", 0.6) if kind.side else (f"kind:{kind.name}", weight(base))
    return None if text[0].isupper() else (f"word:{synonym(base)}", weight(base))


def likeness(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Weighted cosine of two bags of concepts, 0 to 1; a shared concept counts as its lighter side."""
    shared = _square(min(a[k], b[k]) for k in a.keys() & b.keys())
    if not shared:
        return 0.0
    x, y = (one.square if isinstance(one, Bag) else _square(one.values()) for one in (a, b))
    return shared / sqrt(x * y)


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Weighted cosine of two sets of base forms, 0 to 1."""
    shared = _square(map(weight, a & b))
    return shared / sqrt(_length(a) * _length(b)) if shared else 0.0


@lru_cache(maxsize=65536)
def _length(words: frozenset[str]) -> float:
    """The square of the length of a set of base forms."""
    return _square(map(weight, words))


def _square(weights: Iterable[float]) -> float:
    return fsum([w * w for w in weights])
