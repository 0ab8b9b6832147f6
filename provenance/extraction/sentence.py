"""A tokenised sentence with all that clauses and frames look at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from provenance.extraction.lexicon import Mention
from provenance.extraction.tokens import Token

Range = tuple[int, int]
"""Half-open range of token indexes."""

FINITE = frozenset("VX")
"""Tags of finite verbs."""
_PADDING = [""] * 4
"""After the last token, so that looking a few tokens ahead or back needs no test."""


class Sentence:
    """A tokenised sentence with all that splitting looks at."""

    __slots__ = ("_figures", "joined", "lower", "mentions", "starts", "tags", "timed", "tokens")

    def __init__(
        self,
        tokens: Sequence[Token],
        tags: str,
        mentions: Sequence[Mention],
        values: Sequence[Range] = (),
        figures: Sequence[int] = (),
        times: Sequence[Range] = (),
    ) -> None:
        """`values`, `figures` and `times` are places in it, in code points: no clause begins inside a value."""
        self.tokens = tokens
        self.lower = [t.lower for t in tokens] + _PADDING
        """The tokens in lower case, with empty words past the ends."""
        self.mentions = mentions
        self.tags = tags
        self.starts = starts = [t.start for t in tokens]
        self.joined = {i for low, high in values for i in range(bisect_right(starts, low), bisect_left(starts, high))}
        self.timed = {i for low, high in times for i in range(bisect_left(starts, low), bisect_left(starts, high))}
        if "(" in self.lower:
            self.joined.update(_parentheses(tokens, tags))
        self._figures = sorted(bisect_right(starts, low) - 1 for low in figures)

    def has_figure(self, part: Range) -> bool:
        """Whether a figure begins in the stretch."""
        return bisect_left(self._figures, part[0]) < bisect_left(self._figures, part[1])

    def has_predicate(self, part: Range) -> bool:
        """Whether the stretch holds a finite verb."""
        tags = self.tags[part[0] : part[1]]
        return "V" in tags or "X" in tags

    def has_mention(self, part: Range) -> bool:
        """Whether the stretch holds a word for a happening."""
        return any(part[0] <= m.first < part[1] for m in self.mentions)


def _parentheses(tokens: Sequence[Token], tags: str) -> Iterator[int]:
    """Tokens in round brackets that hold no finite verb, and the one after: "15 km (9 miles) north of the town"."""
    opened = -1
    for i, token in enumerate(tokens):
        if token.text == "(":
            opened = i
        elif token.text == ")" and opened >= 0:
            if not any(t in FINITE for t in tags[opened:i]):
                goes_on = i + 1 < len(tokens) and not tokens[i + 1].text[0].isupper()
                yield from range(opened, i + 1 + goes_on)
            opened = -1
