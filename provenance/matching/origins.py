"""Where statements first come from: three documents may have one origin.

Statements share an origin when they name the same speaker, when their sentences are near copies, or when one document
passes the other on. Shared wording beyond chance is the classic sign of copying (Dong, Berti-Equille, Srivastava 2009).
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from provenance.matching.slots import same_speaker
from provenance.model import Claim

COPY = 90
"""token_set_ratio from which two sentences are taken for one text."""
_LONG_ENOUGH = 40
"""Code points below which equal sentences may be chance."""


def origins(claims: Sequence[Claim], titles: dict[str, str]) -> tuple[str, ...]:
    """One label for each independent origin of these statements, in order of first appearance.

    `titles` gives the name of each document; a statement without a named speaker goes back to its document.
    """
    parent = list(range(len(claims)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, a in enumerate(claims):
        for j in range(i):
            if _one_origin(a, claims[j]):
                parent[root(i)] = root(j)
    labels: dict[int, str] = {}
    for i, claim in enumerate(claims):
        own = _speaker(claim) or titles.get(claim.span.document, claim.span.document)
        at = root(i)
        if at not in labels or (_speaker(claim) and not _speaker(claims[at])):
            labels.setdefault(at, own)
    return tuple(dict.fromkeys(labels.values()))


def _one_origin(a: Claim, b: Claim) -> bool:
    if a.span.document == b.span.document and not (_speaker(a) and _speaker(b)):
        return True
    if _speaker(a) and _speaker(b) and same_speaker(a, b):
        return True
    long_enough = min(len(a.sentence.quote), len(b.sentence.quote)) >= _LONG_ENOUGH
    return long_enough and fuzz.token_set_ratio(a.sentence.quote, b.sentence.quote) >= COPY


def _speaker(claim: Claim) -> str:
    return (claim.attribution.speaker or "") if claim.attribution else ""
