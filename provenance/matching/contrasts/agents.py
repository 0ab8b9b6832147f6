"""Who acts and who is acted on by a word: names beside it, or else the nouns right beside it."""

from collections.abc import Sequence

from provenance.matching.contrasts import lists
from provenance.matching.contrasts.sentence import BE, Run, Sentence

_BESIDE = 8
"""Tokens around a predicate in which its names stand."""
_AUXILIARY_REACH = 3
_HAVE = frozenset({"has", "have", "had", "having"})
_PHRASE = "NSEJT#R"
"""Tags of the words of a noun phrase."""
_NEAR = 8
"""Tokens around a noun of relation in which whom it relates stands."""


def marker(s: Sentence, i: int) -> int | None:
    """The "by" that follows a participle closely."""
    after = range(i + 1, min(len(s.tokens), i + _BESIDE)) if s.tags[i] == "P" else ()
    return next((k for k in after if s.tokens[k].lower == "by"), None)


def is_passive(s: Sentence, i: int) -> bool:
    """Whether a participle says what is done to its subject: after "be", or before "by"."""
    before = s.tokens[max(0, i - _AUXILIARY_REACH) : i]
    after_be = any(t.lower in BE for t in before)
    after_have = not after_be and any(t.lower in _HAVE for t in before)  # "has sold a book by Ott"
    return s.tags[i] == "P" and not after_have and (after_be or marker(s, i) is not None)


def acting(s: Sentence, i: int) -> tuple[frozenset[str], frozenset[str]]:
    """What who acts and what who is acted on can meet, of a predicate or a noun of relation ("a subsidiary of")."""
    if lists.is_one_of(s.tokens[i].base, "relation") and s.tags[i] in "NS":
        return _related(s, i)
    before, after = _keys(s, _before(s, i)), _keys(s, _after(s, i))
    if not is_passive(s, i):
        return before, after
    by = marker(s, i)
    return frozenset() if by is None else _keys(s, _after(s, by)), before


def _related(s: Sentence, i: int) -> tuple[frozenset[str], frozenset[str]]:
    """Who stands in a relation, told beside its noun, and to whom, told after "of"."""
    if s.tokens[i + 1 : i + 2] == [] or s.tokens[i + 1].lower != "of":
        return frozenset(), frozenset()
    before = [r for r in s.names if i - _NEAR <= r[1] - 1 < i and _is_beside(s, r[1], i)]
    after = [r for r in s.names if i + 1 < r[0] <= i + _NEAR and _is_beside(s, i + 2, r[0])]
    return _keys(s, before[-1:]), _keys(s, after[-1:])


def _is_beside(s: Sentence, first: int, last: int) -> bool:
    """Whether only marks, articles, "is" and words said of a noun stand between two tokens."""
    return all(s.tags[k] in ",TXJNE#" for k in range(first, last))


def _before(s: Sentence, i: int) -> Sequence[Run]:
    """The names before a predicate, else the noun right before it."""
    named = [r for r in s.names if i - _BESIDE <= r[1] - 1 < i]
    k = i - 1
    while k >= 0 and s.tags[k] in "XxR":
        k -= 1
    return named or ([(k, k + 1)] if k in s.keys and s.tags[k] in "NS" else [])


def _after(s: Sentence, i: int) -> Sequence[Run]:
    """The names after a predicate or "by", else the noun that ends the phrase right after it."""
    named = [r for r in s.names if i < r[0] < i + _BESIDE]
    end = i + 1
    while end < len(s.tokens) and s.tags[end] in _PHRASE:
        end += 1
    nouns = [k for k in range(i + 1, end) if s.tags[k] in "NS" and k in s.keys]
    return named or [(k, k + 1) for k in nouns[-1:]]


def _keys(s: Sentence, runs: Sequence[Run]) -> frozenset[str]:
    """What names can meet as names, and nouns as words."""
    wanted = [k for run in runs for k in range(*run) if k in s.keys]
    return frozenset(key for k in wanted for key in s.keys[k] if (key[0] == "n") == (k in s.named))
