"""Whether one of two conflicting counts is plainly the newer state of the same thing.

After the practice of newsrooms: a toll that its own source raises later is an update, two sources that differ on one
day are a conflict.
"""

from datetime import date

from provenance.matching import slots
from provenance.matching.cues import pattern
from provenance.matching.figures import Figure
from provenance.matching.signals import size
from provenance.matching.signatures import Signature

_NEWER = pattern("newer")
_OLDER = pattern("older")


def succession(a: Signature, x: Figure, b: Signature, y: Figure) -> str:
    """Why the counts follow one another; empty when they conflict. Symmetric: the order of the two does not matter."""
    if _told(a, b) or _told(b, a):
        return "the text calls one of them the newer count"
    later, earlier = _by_date(a, x, b, y)
    if later is None or earlier is None:
        return ""
    speakers = slots.attribution(a, b)
    if speakers.verdict != "different" and size(later) > size(earlier):
        return "the later report gives the larger count"
    return ""


def _told(newer: Signature, older: Signature) -> bool:
    return bool(_NEWER.search(newer.claim.sentence.quote) and not _NEWER.search(older.claim.sentence.quote)) or bool(
        _OLDER.search(older.claim.sentence.quote) and not _OLDER.search(newer.claim.sentence.quote)
    )


def _by_date(a: Signature, x: Figure, b: Signature, y: Figure) -> tuple[Figure | None, Figure | None]:
    day_a, day_b = _told_on(a), _told_on(b)
    if day_a is None or day_b is None or day_a == day_b:
        return None, None
    return (x, y) if day_a > day_b else (y, x)


def _told_on(s: Signature) -> date | None:
    return s.published
