"""How telling a shared concept is between two documents: one that each mentions once says more than their common theme.

Counted over the two documents compared alone, so that a third one never changes a relation.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

from provenance.matching.signature.namekeys import NameKey
from provenance.matching.signature.signatures import Signature

Counts = Mapping[str, int]
"""Sentences of a document that speak of a concept."""
SUM = 3.0
"""Sum of shared telling weights from which more adds nothing."""
_UNCOUNTED = 0.3
"""Rarity of a place that both name in words that share no skeleton."""


def tally(group: Sequence[Signature]) -> Counts:
    """How many sentences of one document speak of each concept; `group` holds the signatures of its claims."""
    sentences = {s.order: (*s.concepts_around, *s.notions_around) for s in group}
    times = {(s.order, time) for s in group for time in times_of(s)}
    return Counter([*(concept for concepts in sentences.values() for concept in concepts), *(t for _, t in times)])


def times_of(s: Signature) -> frozenset[str]:
    """The days, spans and durations that a claim says, as keys."""
    days = (f"day:{first}/{end}" for first, end in s.said_days)
    return frozenset({*days, *(f"lasting:{t.value}" for t in s.claim.times if t.kind == "duration" and t.value)})


def of_words(a: Signature, b: Signature, counts: tuple[Counts, Counts]) -> dict[str, float]:
    """Signals of what two clauses share, weighed by rarity, each 0 to 1."""
    shared = sorted(a.concepts.keys() & b.concepts.keys())
    worth = {k: min(a.concepts[k], b.concepts[k]) * _rarity(k, counts) for k in shared}
    told = [min(a.notions[k], b.notions[k]) * _rarity(k, counts) for k in sorted(a.notions.keys() & b.notions.keys())]
    return {
        "notion_rare": max(told, default=0.0),
        "notions_rare": min(1.0, sum(told) / SUM),
        "name_rare": max((w for k, w in worth.items() if k.startswith("name:")), default=0.0),
        "word_rare": max((w for k, w in worth.items() if not k.startswith("name:")), default=0.0),
        "sum_rare": min(1.0, sum(worth.values()) / SUM),
        "time_rare": max((_rarity(t, counts) for t in times_of(a) & times_of(b)), default=0.0),
        "cos_rare": _cosine(a, b, shared, counts),
        "contained": _contained(a, b, shared),
    }


def of_places(places: Sequence[tuple[NameKey, NameKey, str]], counts: tuple[Counts, Counts]) -> float:
    """How rare the rarest of two claims' shared places is, 0 to 1; countries and provinces count for nothing."""
    return max((_of_place(x, y, counts) for x, y, _ in places if not (x.wide or y.wide)), default=0.0)


def _rarity(concept: str, counts: tuple[Counts, Counts]) -> float:
    return 1.0 / sqrt(max(1, counts[0].get(concept, 1)) * max(1, counts[1].get(concept, 1)))


def _cosine(a: Signature, b: Signature, shared: Sequence[str], counts: tuple[Counts, Counts]) -> float:
    """Cosine of two clauses whose concepts weigh less the more sentences of their documents hold them."""
    if not shared:
        return 0.0
    x, y = (
        {k: w / sqrt(max(1, seen.get(k, 1))) for k, w in s.concepts.items()}
        for s, seen in zip((a, b), counts, strict=True)
    )
    squares = sum(w * w for w in x.values()) * sum(w * w for w in y.values())
    return sum(x[k] * y[k] for k in shared) / sqrt(squares) if squares else 0.0


def _contained(a: Signature, b: Signature, shared: Sequence[str]) -> float:
    """Share of what the clause that says less speaks of; 0 when that is next to nothing."""
    least = min(sum(a.concepts.values()), sum(b.concepts.values()))
    return sum(min(a.concepts[k], b.concepts[k]) for k in shared) / least if least > 1 else 0.0


def _of_place(x: NameKey, y: NameKey, counts: tuple[Counts, Counts]) -> float:
    common = sorted(set(x.parts) & set(y.parts))
    return max((_rarity(f"name:{part}", counts) for part in common), default=_UNCOUNTED)
