"""A shorter statement beside a longer one, and how much of the one stands in the other."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from provenance.matching.contrasts.sentence import NEAR, Run, Sentence
from provenance.text.closed_classes import PRONOUNS

FIT = 0.5
"""Share of the rest of a statement that the other must hold."""
FIT_REVERSED = 0.8
"""The same where both may be told of one thing, one after the other: "came", "left"; or in words of two classes."""
FIT_NEAR = 0.3
"""The same of the words around the very word in contrast."""
_ANCHOR = 0.3
"""Weight of the words that two statements of one matter share at least, where no subject shows it."""
CLOSE = 8
"""Tokens around a word in which its own phrase stands."""


class Found(NamedTuple):
    """Where two statements part: the slot, the words of each, and why both cannot hold."""

    slot: str
    x: Run
    y: Run
    reason: str


@dataclass(frozen=True)
class Sides:
    """A shorter statement `x` and a sentence `y` of the longer one, with all that the longer one says."""

    x: Sentence
    y: Sentence
    others: Sequence[Sentence]
    """All sentences of the longer one."""

    @cached_property
    def held(self) -> frozenset[str]:
        """What the longer one can meet."""
        return frozenset().union(self._meant, *(o.held for o in self.others))

    @cached_property
    def _meant(self) -> frozenset[str]:
        """The subject of `x` where `y` has a pronoun for it: two statements side by side are taken to speak of one."""
        if not self.y.is_elliptic:
            return frozenset()
        own = takewhile(
            lambda i: not i or self.x.tags[i] != "I", self.x.subject
        )  # "profit in Asia" is no word for Asia
        return self.x.keys_of(i for i in own if i in self.x.named)

    def meeting(self, i: int) -> list[int]:
        """The tokens of `y` that token `i` of `x` meets as a word."""
        wanted = self.x.word_keys(i)
        return [j for j in self.y.content if wanted & self.y.keys[j]]

    def near(self, besides: Iterable[int], j: int, reach: int = NEAR) -> float:
        """How much of `x`, but for the tokens `besides`, stands within `reach` tokens of token `j` of `y`."""
        return share(self.x, besides, self.y.near(j, reach) | self._meant)

    def fits(self, besides: Sequence[int], j: int, reach: int = NEAR, least: float = FIT) -> bool:
        """Whether `x`, but for the tokens `besides`, stands in the longer statement, and enough of it around `j`."""
        return share(self.x, besides, self.held) >= least and self.near(besides, j, reach) >= FIT_NEAR

    def is_anchored(self, besides: Collection[int]) -> bool:
        """Whether the longer statement holds the subject of `x`, or else what tells, but for the tokens `besides`."""
        x = self.x
        met = [i for i in x.content if i not in besides and x.keys[i] & self.held]
        told = () if _speaks_of_itself(x) else x.speaker
        subject = [i for i in x.subject if i in x.keys and i not in told]
        return any(i in met for i in subject) if subject else sum(map(x.weight, met)) >= _ANCHOR

    def knows(self, run: Run) -> bool:
        """Whether any word of a name of `x` stands in the longer statement."""
        keys = self.x.keys_of(range(*run))
        return not keys or bool(keys & self.held)


def share(a: Sentence, besides: Iterable[int], held: frozenset[str]) -> float:
    """Weighted share of what `a` tells, but for the tokens `besides`, that `held` can meet; 0 to 1."""
    left = {*besides, *a.speaker}
    total = [(a.weight(i), bool(a.keys[i] & held)) for i in a.content if i not in left]
    whole = sum(w for w, _ in total)
    return sum(w for w, met in total if met) / whole if whole else 1.0


def _speaks_of_itself(s: Sentence) -> bool:
    """Whether who tells it is who it is about: "the owners said they could not pay"."""
    after = [t.lower for t in s.tokens[s.speaker.stop :] if t.lower != "that"][:1]
    return bool(s.speaker) and not PRONOUNS.isdisjoint(after)
