"""Which two happenings oppose one another, and how sure it must be that they are of one matter."""

import re

from provenance.matching.comparison import slots
from provenance.matching.comparison.link import Link
from provenance.matching.contrasts import lists
from provenance.matching.relations import model, signals
from provenance.matching.signature.signatures import Signature

_BEFALLEN = 0.1
"""Probability from which what befell somebody and what befell nobody are one happening: the denial leaves few words."""
_BEFALLEN_HERE = 0.03
"""The same in two documents that open alike."""
_DECISION, _DECIDED_HERE = 0.15, 0.08
"""The same of two decisions that rule each other out, for on one matter there is one; in documents that open alike."""
_DECISIONS = frozenset(
    {"ACCEPT", "REJECT", "CONVICT", "ACQUIT", "CANCEL", "PROCEED", "POSTPONE", "KEEPOPEN", "END", "APPOINT", "RESIGN"}
)
"""Families of what is decided once."""
_BEFALLING = frozenset({"DIE", "HURT", "DETAIN", "MISSING", "LAYOFF", "INFECT", "CHARGE"})
"""Families of what befalls people."""
_NOBODY = re.compile(r"\b(?:no|nobody|none|without)\b", re.I)
_STILL = re.compile(r"\b(?:is|are|remains?|remained|stays?|stayed|still|kept|keeps?)\b", re.I)
"""What makes being held a state that lasts."""


def was_freed(a: Signature, b: Signature) -> bool:
    """Whether one tells of an arrest and the other of the release after it: only who is still held was not released."""
    families = {s.claim.frame.family: s for s in (a, b)}
    return families.keys() == {"DETAIN", "RELEASE"} and not _STILL.search(families["DETAIN"].claim.span.quote)


def least_opposed(a: Signature, b: Signature, link: Link) -> float:
    """The probability from which two claims that oppose or deny one another are of one happening."""
    if befell_nobody(a, b):
        again = not (a.events | b.events).isdisjoint(lists.listed("again"))  # another raid of the day may hurt others
        return _BEFALLEN_HERE if link.is_one_story and not again else _BEFALLEN
    decided = slots.mains_opposed(a, b) and {a.claim.frame.family, b.claim.frame.family} <= _DECISIONS
    if decided and link.is_one_story:
        return _DECIDED_HERE
    return _DECISION if decided else model.opposed()


def befell_nobody(a: Signature, b: Signature) -> bool:
    """Whether one denies outright what the other mainly tells that befell people: "no one was hurt", "no arrests"."""
    return any(f in _BEFALLING for f in signals.denied_mains(a, b)) and any(
        s.claim.polarity == "denied" and _NOBODY.search(s.claim.span.quote) for s in (a, b)
    )
