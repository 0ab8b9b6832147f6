"""Phrases that change what two aligned sentences tell: whose man it is ("the mayor's deputy"), and for what reason."""

from collections.abc import Container, Iterator

from provenance.verification.comparison import lists
from provenance.verification.comparison.compared import Compared, Difference
from provenance.verification.comparison.side import Side

_OWNS = ("'s", "s'")
_CUES = {"because": (), "due": (), "owing": (), "thanks": (), "caused": ("by",)}
"""Words that a cause stands behind, and what must follow them."""
_REASON = 7
"""Words of a cause that are read."""


def owned(c: Compared) -> Iterator[Difference]:
    """Another person in the place of theirs: "the mayor's deputy" and "the mayor", "Rehm" and "Rehm's lawyer"."""
    for i, j in c.words.pairs.items():
        mine, theirs = _person(c.draft, i, c.words.pairs), _person(c.source, j, c.words.used)
        if bool(mine) == bool(theirs):
            continue
        behind = c.words.pairs.get(i + 1 + len(mine)), j + 1 + len(theirs)
        if behind[0] == behind[1]:
            a, b = c.draft.words([i, *mine]), c.source.words([j, *theirs])
            yield Difference("actor", "different", a, b, "one person here, another there", (i, i + 1 + len(mine)))


def _person(side: Side, n: int, met: Container[int]) -> list[int]:
    """The person behind an owner, by its one token, where one side alone has it; empty where there is none."""
    behind = n + 1
    if any(where[0] <= n < where[1] and name.kind in ("place", "group") for name, where in side.names):
        return []  # "Russia" may say what its president says
    if behind >= len(side.tokens) or behind in met or not side.tokens[n].word.endswith(_OWNS):
        return []
    return [behind] if lists.is_person(side.tokens[behind].word) else []


def cause(c: Compared) -> Iterator[Difference]:
    """A cause that the draft gives in words of which the source has none; another where both tell one effect."""
    for cue, first in _causes(c.draft):
        last = next((k for k in range(first, first + _REASON) if c.draft.is_apart(k - 1, k)), first + _REASON)
        told = c.draft.telling(range(first, last))
        if not told or any(k in c.words.pairs for k in told):
            continue
        theirs = next(_causes(c.source), None)
        b = ""
        if theirs is not None:
            b = c.source.words(range(theirs[0], min(theirs[1] + _REASON, len(c.source.tokens))))
        reason = "another cause" if theirs else "the source does not give this cause"
        effect = c.draft.telling(range(cue))
        one = theirs is not None and bool(effect) and all(k in c.words.pairs for k in effect)
        yield Difference(
            "cause", "different" if one else "unknown", c.draft.words([cue, *told]), b, reason, (cue, last)
        )
        return


def _causes(side: Side) -> Iterator[tuple[int, int]]:
    """Where a side gives a cause: the word that tells so, and the first one behind it."""
    for i, token in enumerate(side.tokens[:-1]):
        follows = _CUES.get(token.word.lower())
        if follows is not None and (not follows or side.tokens[i + 1].word.lower() in follows):
            yield i, i + 1 + len(follows)
