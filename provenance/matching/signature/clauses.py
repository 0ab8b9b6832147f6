"""What a clause tells of, and what of that it denies."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from provenance.extraction import stance
from provenance.extraction.lexicon import Mention, implied, mentions, stopwords
from provenance.extraction.tokens import Token, tokenize
from provenance.matching.signature import namekeys, words
from provenance.matching.signature.namekeys import NameKey
from provenance.model import Claim

_BEFORE_VERB = ("not", "never")
_REFUSING = frozenset({"refuse", "decline"})
"""Verbs that deny what follows: "refused to concede"; who denies what somebody says is in a dispute."""
_PHRASE = 4
"""Words of the longest phrase after "no" that is read."""
_AFTER = 3
"""Tokens from "not" in which the word that it denies stands."""


@dataclass(frozen=True, slots=True)
class Content:
    """What some tokens tell of."""

    families: frozenset[str]
    mentions: Sequence[Mention]
    words: frozenset[str]
    concepts: dict[str, float]
    notions: dict[str, float]


def content(tokens: Sequence[Token], mentions: Sequence[Mention], keys: Iterable[NameKey]) -> Content:
    """What tokens with these mentions of families and names of theirs tell of."""
    return Content(
        families=frozenset(m.family for m in mentions),
        mentions=mentions,
        words=words.telling(tokens),
        concepts=words.concepts(tokens, mentions, namekeys.parts(keys)),
        notions=words.notions(tokens, mentions),
    )


def families(text: str) -> frozenset[str]:
    """The predicate families that the words of a text belong to."""
    return frozenset(m.family for m in mentions([t.base for t in tokenize(text)]))


def denied(claim: Claim, tokens: Sequence[Token], found: Sequence[Mention]) -> frozenset[str]:
    """The families that a claim denies, also beside what it states; "not" and "never" deny nothing before them."""
    if claim.polarity == "affirmed" and not _has_aside(tokens):
        return frozenset()
    sentence = claim.sentence.quote
    first = next((i for i, t in enumerate(tokens) if t.lower in _BEFORE_VERB), 0)
    judged = {m: stance.judge(sentence, tokens[m.first].start, tokens[m.last].end) for m in found}
    plain = {f"negation {word!r}" for word in _BEFORE_VERB}
    by_word = {
        m.family
        for m, verdict in judged.items()
        if verdict.polarity == "denied" and (m.last > first or not plain.issuperset(verdict.reasons))
    }
    return implied(frozenset(by_word))


def denied_words(claim: Claim, tokens: Sequence[Token]) -> frozenset[str]:
    """The telling words right after what denies them, also where the claim states something else before."""
    if claim.polarity == "affirmed" and not _has_aside(tokens):
        return frozenset()
    first = next((i for i, t in enumerate(tokens) if _is_denying(t)), len(tokens))
    plain = words.telling(tokens[first + 1 : first + _AFTER])
    return plain | words.telling(_heads_after_no(tokens))


def _has_aside(tokens: Sequence[Token]) -> bool:
    """Whether a claim that states something may deny something else: "was fined but has never apologised"."""
    return any(t.lower in _BEFORE_VERB for t in tokens)


def _heads_after_no(tokens: Sequence[Token]) -> Iterator[Token]:
    """The last word of each phrase after "no": "no cargo ship parts were found" denies nothing of a cargo."""
    for i in (i for i, t in enumerate(tokens[:-1]) if t.lower == "no"):
        phrase = takewhile(lambda t: not _ends_phrase(t.lower), tokens[i + 1 : i + 1 + _PHRASE])
        yield from deque(phrase, maxlen=1)


def _ends_phrase(after: str) -> bool:
    """Whether a word stands behind a noun phrase."""
    return not after.isalpha() or after in stopwords()


def _is_denying(token: Token) -> bool:
    return token.lower in _BEFORE_VERB or token.base in _REFUSING
