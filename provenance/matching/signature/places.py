"""Which place lies in which, as the documents themselves say: "the town of Adra in Damascus province"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from provenance.model import Claim, Name

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


def _between(claim: Claim, a: Name, b: Name) -> str:
    offset = claim.sentence.start
    return claim.sentence.quote[a.span.end - offset : b.span.start - offset]


def _nested(claim: Claim, places: frozenset[str]) -> set[tuple[str, str]]:
    return {
        (a.text, b.text)
        for a, b in pairwise(claim.names)
        if a.text in places and len(gap := _between(claim, a, b)) <= _LONGEST and _INSIDE.match(gap)
    }


def _listed(claim: Claim) -> set[tuple[str, str]]:
    """ "The region of X consists of A, B and C": the names of the list lie in X."""
    found: set[tuple[str, str]] = set()
    names = claim.names
    for i, outer in enumerate(names[:-1]):
        if not _LISTED.search(_between(claim, outer, names[i + 1])):
            continue
        found.add((names[i + 1].text, outer.text))
        for before, inner in pairwise(names[i + 1 :]):
            if not _JOINED.match(_between(claim, before, inner)):
                break
            found.add((inner.text, outer.text))
    return found
