"""Who won and who lost: "Rovers won the final" and "United beat Rovers" tell of one final, and not the same."""

import re

from provenance.matching.signature import namekeys
from provenance.model import Claim, SlotComparison

_WIN = "WIN"
_BEATEN = re.compile(
    r"\b(?:against|over|beat|beats|beaten|beating|defeat|defeats|defeated|defeating)\s+(?:the\s+)?(?:[a-z-]+\s+)?$"
)
"""Before the name of who lost, with a word between perhaps: "beating ten-man Rovers"."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:[a-z]+ly\s+)?(?:beaten|defeated)\b")
"""What makes the subject the one who lost."""


def turned(a: Claim, b: Claim) -> bool:
    """Whether one claim has win whom the other has lose."""
    return _won_and_lost(a, b) or _won_and_lost(b, a)


def slot(a: Claim, b: Claim) -> SlotComparison:
    """The slot that says so."""
    return SlotComparison(
        slot="actor", verdict="different", a=_winner(a), b=_winner(b), reason="who won in one lost in the other"
    )


def _won_and_lost(a: Claim, b: Claim) -> bool:
    winner = _winner(a)
    return bool(winner) and any(namekeys.same_name(winner, loser) for loser in _losers(b))


def _winner(claim: Claim) -> str:
    """The name of who won, where the claim mainly tells that; empty otherwise."""
    actor = claim.frame.actor if _tells_of_victory(claim) else ""
    return next((n.text for n in claim.names if n.text in actor), "")


def _tells_of_victory(claim: Claim) -> bool:
    return claim.frame.family == _WIN and not _PASSIVE.search(claim.sentence.quote)


def _losers(claim: Claim) -> list[str]:
    """The names of those who lost, of a claim that mainly tells of a victory."""
    if not _tells_of_victory(claim):
        return []
    return [n.text for n in claim.names if _BEATEN.search(claim.sentence.before(n.span))]
