"""How sure it is that two figures of two documents are counterparts: each the only one of its kind that its text gives.

Where two reports of one story give one price each, the prices are of one thing, whatever is said around them. Counted
over the two documents compared alone, so that a third one never changes a relation.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache
from math import sqrt

from provenance.extraction import thesaurus
from provenance.extraction.lexicon import ancestors
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature

Kinds = Mapping[tuple[str, str], int]
"""Different values that a document gives of a kind, and of a kind where it speaks of a concept: ("%", "word:rent")."""
_ANY = ""
_LEAST = 10
"""Numbers below this are too common to be near by more than chance."""


def tally(group: Sequence[Signature]) -> Kinds:
    """How many different values one document gives of each kind; `group` holds the signatures of its claims."""
    held: dict[tuple[str, str], set[object]] = defaultdict(set)
    for s in group:
        for figure in (*s.figures, *s.lengths):
            value = figure.quantity.value, figure.quantity.low, figure.quantity.high
            for kind in kinds(figure):
                for role in (_ANY, *_roles(s)):
                    held[kind, role].add(value)
            for size in sizes(figure):
                held[size, _ANY].add((figure.noun, *value))
    return {key: len(values) for key, values in held.items()}


def kinds(figure: Figure) -> frozenset[str]:
    """What a figure is an amount of: its unit, or the kind of what it counts, or the notions of the counted noun."""
    if figure.quantity.unit:
        return frozenset({figure.quantity.unit})
    if figure.noun_class:
        return frozenset({ancestors(figure.noun_class)[-1]})
    return _of_noun(figure.noun)


def sizes(figure: Figure) -> frozenset[str]:
    """The size of a number to one figure, rounded down and to the nearest: "3,800" and "nearly 4,000" meet."""
    q = figure.quantity
    known = q.value if q.value is not None else q.low if q.low is not None else q.high
    if known is None or known < _LEAST:
        return frozenset()
    step = known.adjusted()
    return frozenset(f"{known.scaleb(-step).quantize(Decimal(1), how)}E{step}" for how in (ROUND_DOWN, ROUND_HALF_UP))


@lru_cache(maxsize=65536)
def _of_noun(noun: str) -> frozenset[str]:
    return frozenset({f"noun:{noun}", *thesaurus.of(noun)}) if noun else frozenset()


def of_figures(a: Signature, b: Signature, x: Figure, y: Figure, counts: tuple[Kinds, Kinds]) -> dict[str, float]:
    """Signals of two figures, each 0 to 1; `counts` of the document of `a` first."""
    roles = _shared(a, b)
    shared = kinds(x) & kinds(y) if roles else frozenset()  # two prices of nothing in common are prices of two things
    return {
        "kind_only": max((_rarity((k, _ANY), counts) for k in shared), default=0.0),
        "size_only": max((_rarity((k, _ANY), counts) for k in sizes(x) & sizes(y)), default=0.0),
        "role_only": max((w * _rarity((k, r), counts) for k in shared for r, w in roles.items()), default=0.0),
    }


def _roles(s: Signature) -> Iterable[str]:
    return (*s.concepts_around, *s.notions_around)


def _shared(a: Signature, b: Signature) -> dict[str, float]:
    """What both sentences speak of, with weights."""
    return {
        key: min(x[key], y[key])
        for x, y in ((a.concepts_around, b.concepts_around), (a.notions_around, b.notions_around))
        for key in x.keys() & y.keys()
    }


def _rarity(key: tuple[str, str], counts: tuple[Kinds, Kinds]) -> float:
    return 1.0 / sqrt(max(1, counts[0].get(key, 1)) * max(1, counts[1].get(key, 1)))
