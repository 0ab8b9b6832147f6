"""A shorter statement beside a longer one, and how much of the one stands in the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.matching import worded
from provenance.matching.worded import Worded

_FIT = 0.5
"""Share of the rest of a statement that the other must hold."""
_FIT_NEAR = 0.3
"""The same of the words around the very word in contrast."""


@dataclass(frozen=True, slots=True)
class Sides:
    """A shorter statement `x` and a sentence `y` of the longer one, with all that the longer one says."""

    x: Worded
    y: Worded
    others: Sequence[Worded]
    """All sentences of the longer one."""

    @property
    def held(self) -> frozenset[str]:
        """What the longer one can meet."""
        return frozenset().union(self._meant, *(o.every for o in self.others))

    @property
    def _meant(self) -> frozenset[str]:
        """The subject of `x` where `y` has a pronoun for it: two statements side by side are taken to speak of one."""
        if not self.y.is_elliptic:
            return frozenset()
        return frozenset(k for i in self.x.subject for k in self.x.keys[i])

    def share_near(self, besides: Iterable[int], j: int) -> float:
        """How much of `x`, but for the tokens `besides`, stands around token `j` of `y`."""
        return worded.share(self.x, besides, self.y.near(j) | self._meant)

    def near(self, i: int, j: int) -> float:
        """How much of the rest of `x` stands around token `j` of `y`."""
        return self.share_near((i,), j)

    def fits(self, i: int, j: int) -> bool:
        """Whether the rest of `x` stands in the longer statement, and enough of it around `j`."""
        return worded.share(self.x, (i,), self.held) >= _FIT and self.near(i, j) >= _FIT_NEAR


Run = tuple[int, int]
"""Half-open range of tokens."""
Found = tuple[str, int, int, str]
"""Slot, the token of each statement, reason."""
