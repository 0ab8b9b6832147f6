"""Approximators and bounds around a number: "at least", "about", "or more"."""

from typing import NamedTuple, cast

from provenance.model import Approximation
from provenance.values.quantities import lexicon
from provenance.values.quantities.number import DASHES
from provenance.values.quantities.tokens import Tokens


class Bound(NamedTuple):
    """What the words say, and the token where they start (before) or end (after)."""

    approximation: Approximation
    edge: int


_PREPOSITIONAL = lexicon.cues("bound preposition")
# After these words "over", "about" … are prepositions of their own ("fight over two islands").
_GOVERNORS = lexicon.cues("bound governor")
_MOVED = lexicon.cues("moved up")
_FILLERS = lexicon.cues("bound filler")
_COMPARING = frozenset({"than", "below", "above", "under", "beyond"})
_LONGEST = 5
"""Words of the longest approximator, hyphens counted."""


def before(tokens: Tokens, start: int) -> Bound | None:
    """The approximator that ends right before token `start`; the one nearest the number decides."""
    found: Approximation | None = None
    edge = at = start
    phrases = lexicon.approximators()
    for _ in range(3):
        while at and tokens.lower[at - 1] in _FILLERS:
            if tokens.lower[at - 1] in ("a", "an") and found is None and tokens.low(at - 2) not in phrases:
                break
            at -= 1
        match = _phrase_before(tokens, at, phrases)
        if match is None:
            break
        words, meaning = match
        if len(words) == 1 and words[0] in _PREPOSITIONAL and tokens.low(at - 2) in _GOVERNORS:
            break
        if words == ("past",) and tokens.low(at - 2) in lexicon.OWNERS:
            break  # "their past seven matches"
        if words[-1] in _COMPARING and tokens.low(at) == "the":
            break  # "more than the 2 % of last year", "well below the 5 % that was asked for"
        if words == ("up", "to") and tokens.low(at - 3) in _MOVED:
            break  # "edged up to 5.9 %" is a level
        at -= len(words)
        if meaning != "exact":
            if found is None:
                found = cast(Approximation, meaning)
            edge = at
    return None if found is None else Bound(found, edge)


def leading(text: str) -> Approximation | None:
    """What the words with which an expression begins make of its number: "more than a year" is more than one."""
    words = tuple(Tokens(text, 0, len(text)).lower[:_LONGEST])
    phrases = lexicon.approximators()
    for length in range(len(words), 0, -1):
        for phrase, meaning in phrases.get(words[length - 1], ()):
            if phrase == words[:length]:
                return cast(Approximation, meaning)
    return None


def _phrase_before(tokens: Tokens, at: int, phrases: lexicon.Phrases) -> tuple[tuple[str, ...], str] | None:
    if at <= 0:
        return None
    for words, meaning in phrases.get(tokens.lower[at - 1], ()):
        first = at - len(words)
        if first >= 0 and tuple(tokens.lower[first:at]) == words:
            return words, meaning
    return None


def after(tokens: Tokens, end: int) -> Bound | None:
    """The approximator that starts at token `end`: "or more", "-plus", "+"."""
    options = lexicon.approximators_after().get(tokens.low(end))
    for words, meaning in options or ():
        stop = end + len(words)
        if tuple(tokens.lower[end:stop]) != words:
            continue
        if words[0] in ("+", "-") and not tokens.joined(end):
            continue
        if words[0] in ("plus", "minimum", "maximum") and tokens.low(stop)[:1].isalnum():
            continue
        if words[0] == "and" and (tokens.low(stop)[:1].isdecimal() or tokens.low(stop) in lexicon.TRIGGERS):
            continue  # "51 dead and over 100 wounded"
        if tokens.word(stop) in DASHES and tokens.joined(stop):
            continue  # "6.80 and under-fives travel free"
        return Bound(cast(Approximation, meaning), stop)
    return None
