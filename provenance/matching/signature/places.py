"""Which place lies in which, as the documents themselves say: "the town of Adra in Damascus province"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from provenance.model import Claim

_INSIDE = re.compile(
    r"^,?\s+(?:(?:a|the|an)\s+)?(?:[a-z-]+\s+){0,4}?(?:in|of|outside|near)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$"
)
_LISTED = re.compile(r"\b(?:consists? of|comprises?|includes?|including|such as)\b")
_JOINED = re.compile(r"^(?:,|,?\s+and)\s+(?:the\s+)?$")
_LONGEST = 60
"""Code points between two names beyond which neither says where the other lies."""

Containment = frozenset[tuple[str, str]]
"""(inner, outer) pairs of place names as written."""


def containment(claims: Sequence[Claim], is_place: Sequence[frozenset[str]]) -> Containment:
    """Which place lies in which, by the sentences of these claims; `is_place` holds the place names of each claim."""
    found: set[tuple[str, str]] = set()
    for claim, places in zip(claims, is_place, strict=True):
        found |= _nested(claim, places) | _listed(claim)
    return frozenset(found)


def _nested(claim: Claim, places: frozenset[str]) -> set[tuple[str, str]]:
    return {
        (a.text, b.text)
        for a, b in pairwise(claim.names)
        if a.text in places and len(gap := claim.sentence.between(a.span, b.span)) <= _LONGEST and _INSIDE.match(gap)
    }


def _listed(claim: Claim) -> set[tuple[str, str]]:
    """ "The region of X consists of A, B and C": the names of the list lie in X."""
    found: set[tuple[str, str]] = set()
    names = claim.names
    for i, outer in enumerate(names[:-1]):
        if not _LISTED.search(claim.sentence.between(outer.span, names[i + 1].span)):
            continue
        found.add((names[i + 1].text, outer.text))
        for before, inner in pairwise(names[i + 1 :]):
            if not _JOINED.match(claim.sentence.between(before.span, inner.span)):
                break
            found.add((inner.text, outer.text))
    return found
