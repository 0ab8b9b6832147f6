"""What an expression is read in: the words around it, the publication date, the dates named before it."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from provenance.model import TimeKind
from provenance.values.dates.periods import Period
from provenance.values.dates.tenses import Clauses, Tense
from provenance.values.dates.tokens import BREAK, Tokens


class Answer(NamedTuple):
    """What an expression means; fields as in TimeRef."""

    kind: TimeKind
    value: str | None
    start: date | None = None
    end: date | None = None
    relative_to: str | None = None


@dataclass(slots=True)
class Context:
    """State that resolvers read and add to."""

    tokens: Tokens
    reference: date | None
    mentioned: dict[str, Period] = field(default_factory=dict)
    """The period of each grain that was named last; of quarters the last past one."""
    latest: Period | None = None
    position: int = 0
    """Token at which the expression under work begins."""
    months_position: int | None = None
    """Token at which "the nine months" was read, where no quarter was since: the figures are of these months."""
    day_position: int = 0
    """Token at which the last day was named, or up to which its paragraph is known to go on."""

    def remember(self, period: Period) -> None:
        """Note a period as the one that "two days earlier" or "that year" refers to."""
        self.latest = period
        if period.grain == "Q":
            self.months_position = None
        if period.grain == "D":
            self.day_position = self.position
        if period.grain != "Q" or self.reference is None or period.end <= self.reference:
            self.mentioned[period.grain] = period

    @property
    def day_of_paragraph(self) -> Period | None:
        """The day named last in the same paragraph."""
        if self.tokens.codes.find(BREAK, self.day_position, self.position) >= 0:
            return None
        self.day_position = self.position  # no text is searched twice
        return self.mentioned.get("D")

    @property
    def counts_months(self) -> bool:
        """Whether the figures of this paragraph are of months that make up no quarter."""
        if self.months_position is None or self.tokens.codes.find(BREAK, self.months_position, self.position) >= 0:
            self.months_position = None
            return False
        self.months_position = self.position  # no text is searched twice
        return True

    def tense(self, first: int, last: int) -> Tense:
        """Tense of the nearest cue left of tokens[first:last], else right of it, in the same sentence."""
        return Clauses(self.tokens).tense(first, last)


@dataclass(slots=True)
class Found:
    """One match of a rule: token range and the tokens of each named group."""

    context: Context
    start: int
    end: int
    groups: dict[str, tuple[int, int]]
    argument: str

    def words(self, name: str) -> list[str]:
        """Small words of a group; empty when it took no part."""
        start, end = self.groups.get(name, (0, 0))
        return [word.lower() for word in self.context.tokens.words[start:end]]

    def word(self, name: str) -> str:
        """First word of a group, or an empty string."""
        words = self.words(name)
        return words[0] if words else ""

    @property
    def next_word(self) -> str:
        """The small word behind the expression."""
        return self.context.tokens.words[self.end].lower()

    @property
    def next_code(self) -> str:
        """The class code of the token behind the expression."""
        return self.context.tokens.codes[self.end]

    @property
    def all_words(self) -> list[str]:
        """Small words of the whole expression."""
        return [word.lower() for word in self.context.tokens.words[self.start : self.end]]

    @property
    def tense(self) -> str:
        """Tense of the clause."""
        return self.context.tense(self.start, self.end)
