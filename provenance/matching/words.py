"""How telling words are, and how much two sets of words share.

Weights are fixed, not counted over the documents at hand, so that an unrelated document never changes a relation. Sums
over sets are exact, so that the order of a set, another one in each process, never changes the last bit of a score.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import fsum, sqrt
from pathlib import Path

from provenance.extraction.lexicon import Mention, noun_class, stopwords, synonym
from provenance.extraction.tokens import Token
from provenance.values import names
from provenance.values.names import lexicon

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


@cache
def countries() -> frozenset[str]:
    """Names of countries, lower case."""
    return frozenset(line.split("\t")[0].lower() for line in lexicon.lines("countries.tsv"))


def concepts(tokens: Sequence[Token], found: Sequence[Mention], skeletons: Iterable[str]) -> dict[str, float]:
    """What a clause speaks of, whatever the words, with weights: families, counted kinds, nations, names, other words.

    "Evacuated" and "displacement", "rebels" and "resistance factions", "Russian" and "Russia", "al-Dumayr" and
    "Al Dumair" give the same concepts.
    """
    spoken = {i for m in found for i in range(m.first, m.last + 1)}
    heavy = {f"family:{m.family}": max(weight(tokens[i].base) for i in range(m.first, m.last + 1)) for m in found}
    heavy.update({f"name:{part}": 1.0 for part in skeletons})
    for i, token in enumerate(tokens):
        if i in spoken or not token.base.isalpha() or len(token.base) < 2 or token.base in stopwords():
            continue
        nation = _nations().get(token.text.lower())
        kind = noun_class(token.text)
        if nation is not None:
            heavy[f"name:{names.skeleton(nation)}"] = 0.6
        elif kind is not None and kind.side:
            heavy[f"side:{kind.side}"] = 0.6
        elif kind is not None:
            heavy[f"kind:{kind.name}"] = weight(token.base)
        elif not token.text[0].isupper():
            heavy[f"word:{synonym(token.base)}"] = weight(token.base)
    return heavy


def likeness(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Weighted cosine of two bags of concepts, 0 to 1; a shared concept counts as its lighter side."""
    shared = fsum(min(a[k], b[k]) ** 2 for k in a.keys() & b.keys())
    return shared / sqrt(fsum(w * w for w in a.values()) * fsum(w * w for w in b.values())) if shared else 0.0


def overlap(a: frozenset[str], b: frozenset[str]) -> float:
    """Weighted cosine of two sets of base forms, 0 to 1."""
    shared = fsum(weight(w) ** 2 for w in a & b)
    if not shared:
        return 0.0
    return shared / sqrt(fsum(weight(w) ** 2 for w in a) * fsum(weight(w) ** 2 for w in b))
