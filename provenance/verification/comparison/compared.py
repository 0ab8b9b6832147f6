"""Two aligned sentences, and what one slot of them gave."""

from dataclasses import dataclass, field

from provenance.model import Verdict
from provenance.verification.comparison import lists
from provenance.verification.comparison.alignment import Alignment
from provenance.verification.comparison.side import Range, Side

PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "him", "them", "her", "his", "its", "their", "who", "which", "that", "this", "i"]
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One slot: the words of the draft, those of the source, and what their comparison gave."""

    slot: str
    verdict: Verdict
    """ "different" where both cannot hold, "unknown" where the source has nothing to compare with."""
    a: str
    b: str
    reason: str
    where: Range
    """Tokens of the draft that it concerns; the word behind it where the draft has none."""

    @property
    def at(self) -> int:
        """The first token that it concerns."""
        return self.where[0]


@dataclass(frozen=True)
class Compared:
    """Two sentences and their alignment."""

    draft: Side
    source: Side
    words: Alignment
    confirmed: set[int] = field(default_factory=set)
    """Tokens of the draft in values that the source has too, in other words perhaps."""

    def added(self, where: Range) -> list[int]:
        """Tokens of the draft in a range that the source does not have."""
        return [i for i in range(*where) if i not in self.words.pairs]

    def lost(self, where: Range) -> list[int]:
        """Tokens of the source in a range that the draft does not have."""
        return [j for j in range(*where) if j not in self.words.used]

    def is_hedged(self, where: Range) -> bool:
        """Whether one of the two words of the draft before a range says "about"."""
        before = range(max(0, where[0] - 2), where[0])
        return any(self.draft.tokens[i].word.lower() in lists.hedges() for i in before)

    def counterpart(self, verb: int) -> int:
        """The verb of the source that a verb of the draft answers to; -1 for none."""
        if verb < 0 or verb in self.words.pairs:
            return self.words.pairs.get(verb, -1)
        lost = (v for v in self.source.verbs if v not in self.words.used)
        return next((v for v in lost if self.source.tokens[v].base == self.draft.tokens[verb].base), -1)

    def opposite(self, i: int) -> Range:
        """Tokens of the source in the gap that token `i` of the draft stands in; an empty range outside gaps."""
        gap = self.words.gap_of(i)
        return gap.b if gap else (0, 0)


def act_of(side: Side, at: int) -> int:
    """The verb that a token stands behind; the first one for a token before all verbs; -1 for none."""
    return next((v for v in reversed(side.verbs) if v < at), side.verbs[0] if side.verbs else -1)


def is_proper(side: Side, i: int) -> bool:
    """Whether a token is written like a name."""
    token = side.tokens[i]
    if not token.is_capital or token.key in PRONOUNS or token.word.lower() in lists.number_words():
        return False
    return token.weight > 0 or len(token.word) > 3


def is_value(side: Side, i: int) -> bool:
    """Whether a token is a number or written like a name."""
    return side.tokens[i].is_number or is_proper(side, i)
