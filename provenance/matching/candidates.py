"""Pairs of claims worth comparing: those that share telling keys."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.extraction.lexicon import opposites
from provenance.matching.signatures import Signature

PER_CLAIM = 24
"""Candidates kept for a claim in one other document; the rest share less."""
_NAME, _MEASURE, _NUMBER, _CLASH = 2.0, 1.0, 2.0, 0.5
_TELLING = 0.45
"""Words lighter than this are on too many pages to be keys."""


def keys(s: Signature) -> dict[str, float]:
    """The typed keys of a claim with what sharing each is worth."""
    found = {concept: weight for concept, weight in s.concepts.items() if weight >= _TELLING}
    found.update({f"name:{part}": _NAME for n in s.said_names for part in n.parts})
    for family in s.families:
        found.update({f"clash:{min(family, other)}:{max(family, other)}": _CLASH for other in opposites(family)})
    for figure in s.figures:
        found.update({f"m:{m}": _MEASURE for m in figure.measures})
        found[f"n:{figure.quantity.value}"] = _NUMBER
    return found


def pairs(groups: Sequence[Sequence[Signature]], *, only: str | None = None) -> Iterator[tuple[Signature, Signature]]:
    """Candidate pairs across documents; `groups` holds the claims of each, `only` keeps the pairs of one document."""
    keyed = [[(s, keys(s)) for s in group] for group in groups if group]
    for left, right in combinations(keyed, 2):
        if only is None or only in (left[0][0].claim.span.document, right[0][0].claim.span.document):
            yield from _between(left, right)


def _between(
    left: Sequence[tuple[Signature, dict[str, float]]], right: Sequence[tuple[Signature, dict[str, float]]]
) -> Iterator[tuple[Signature, Signature]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for j, (_, known) in enumerate(right):
        for key in known:
            postings[key].append(j)
    for a, known in left:
        scores: dict[int, float] = defaultdict(float)
        for key, worth in known.items():
            for j in postings.get(key, ()):
                scores[j] += worth
        best = sorted(scores, key=lambda j: (-round(scores[j], 6), j))[:PER_CLAIM]
        for j in sorted(best):
            yield a, right[j][0]
