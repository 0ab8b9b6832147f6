"""Words that deny what follows them, and the stems by which words of one root meet."""

from collections.abc import Sequence
from functools import cache, lru_cache

from provenance.extraction.opposites import norm
from provenance.extraction.tokens import Token
from provenance.matching.contrasts import lists

_SHORTEST_STEM = 4
_STOPS = frozenset(",;:()")
_WITHOUT_REACH = 3
_REACH = 14
"""Tokens before a word in which "no evidence that" stands."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its endings, so that "agreement" meets "agree" and "approval" meets "approve"."""
    word = norm(word)
    for ending in lists.listed("ending"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


@cache
def _denying_stems() -> frozenset[str]:
    return frozenset(map(stem, lists.listed("denies")))


def is_cue(token: Token) -> bool:
    """Whether a word denies: "not", "refuse", "without" …"""
    return token.lower.endswith("n't") or stem(token.base) in _denying_stems()


def is_limited(cue: Token, following: Token) -> bool:
    """Whether what follows a "not" leaves a part or another time undenied."""
    return is_cue(cue) and lists.is_one_of(following.lower, "limits")


def unbroken(before: Sequence[Token]) -> Sequence[Token]:
    """What stands after the last mark."""
    marks = [j for j, t in enumerate(before) if t.lower in _STOPS]
    return before[marks[-1] + 1 :] if marks else before


def is_missing(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word stands right after "without", "lack of", "delay in" …"""
    return any(lists.is_one_of(t.lower, "none_of") for t in tokens[max(0, i - _WITHOUT_REACH) : i])


def is_unproved(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word stands in what there is "no evidence that", "no sign of"."""
    before = [t.lower for t in tokens[max(0, i - _REACH) : i]]
    nouns = [k for k, word in enumerate(before) if k and before[k - 1] == "no" and lists.is_one_of(word, "unproved")]
    return any(before[k + 1 : k + 2] in (["that"], ["of"]) and "," not in before[k:] for k in nouns)
