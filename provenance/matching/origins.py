"""Where statements first come from: three documents may have one origin.

Statements share an origin when they name the same speaker or when their sentences are near copies. Shared wording
beyond chance is the classic sign of copying (Dong, Berti-Equille, Srivastava 2009).
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from provenance.matching.components import components
from provenance.matching.slots import same_speaker
from provenance.model import Claim

COPY = 90
"""token_set_ratio from which two sentences are taken for one text."""
_LONG_ENOUGH = 40
"""Code points below which equal sentences may be chance."""


def origins(claims: Sequence[Claim], titles: dict[str, str]) -> tuple[str, ...]:
    """The origin of each of these statements, by its label; as many independent origins as there are labels.

    `titles` gives the name of each document; a statement without a named speaker goes back to its document.
    """
    numbers = range(len(claims))
    links = [(j, i) for i in numbers for j in range(i) if _one_origin(claims[i], claims[j])]
    label = {
        i: name
        for group in components(numbers, links)
        for name in (_label([claims[i] for i in group], titles),)
        for i in group
    }
    return tuple(label[i] for i in numbers)


def _label(group: Sequence[Claim], titles: dict[str, str]) -> str:
    """The first speaker that any statement of one origin names, else the name of the first document."""
    document = group[0].span.document
    return next((name for name in map(_speaker, group) if name), titles.get(document, document))


def _one_origin(a: Claim, b: Claim) -> bool:
    if a.span.document == b.span.document and not (_speaker(a) and _speaker(b)):
        return True
    if _speaker(a) and _speaker(b) and same_speaker(a, b):
        return True
    long_enough = min(len(a.sentence.quote), len(b.sentence.quote)) >= _LONG_ENOUGH
    return long_enough and fuzz.token_set_ratio(a.sentence.quote, b.sentence.quote) >= COPY


def _speaker(claim: Claim) -> str:
    return (claim.attribution.speaker or "") if claim.attribution else ""
