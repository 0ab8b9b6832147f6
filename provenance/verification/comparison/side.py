"""One sentence of a comparison with its values, each by the tokens that it stands on."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from provenance.extraction.lexicon import Mention, mentions
from provenance.extraction.tagging import tag
from provenance.extraction.tokens import tokenize
from provenance.model import Name, Quantity, Span, TimeRef
from provenance.values import dates, names, quantities
from provenance.verification.lookup.tokens import Token

_END = re.compile(r"[.!?][\"'”’)\]]*\s")

Range = tuple[int, int]
"""Half-open range of token numbers."""


@dataclass(frozen=True)
class Side:
    """A sentence as `span`; its values are read at first use, relative dates against `reference`."""

    span: Span
    tokens: Sequence[Token]
    reference: date | None = None

    @cached_property
    def quantities(self) -> list[tuple[Quantity, Range]]:
        """Quantities with their tokens; spans count inside the sentence."""
        return [(q, self.at(q.span)) for q in quantities.find(self.span.quote)]

    @cached_property
    def times(self) -> list[tuple[TimeRef, Range]]:
        """Times with their tokens."""
        return [(t, self.at(t.span)) for t in dates.find(self.span.quote, reference=self.reference)]

    @cached_property
    def names(self) -> list[tuple[Name, Range]]:
        """Names with their tokens."""
        return [(n, self.at(n.span)) for n in names.find(self.span.quote)]

    @cached_property
    def verbs(self) -> list[int]:
        """Tokens that are verbs, but for forms in -ing, in order."""
        read = tokenize(self.span.quote)
        places = {self.span.start + t.start for t, kind in zip(read, tag(read), strict=True) if kind in "VPB"}
        return [i for i, t in enumerate(self.tokens) if t.start in places]

    @cached_property
    def happenings(self) -> list[Mention]:
        """Families of happenings that it tells, with their first and last token: "claimed seven lives"."""
        return mentions([t.base for t in self.tokens])

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start - self.span.start for t in self.tokens]

    def at(self, span: Span) -> Range:
        """The tokens that begin inside a span of the sentence."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def is_apart(self, n: int, k: int) -> bool:
        """Whether a sentence ends between two tokens: a speech between quotation marks is compared as one."""
        if k >= len(self.tokens):
            return True
        between = slice(self.tokens[n].end - self.span.start, self.tokens[k].start - self.span.start)
        return bool(_END.search(self.span.quote[between]))

    def telling(self, numbers: Iterable[int]) -> list[int]:
        """Those of some tokens that tell something, but for numbers; there may be fewer tokens than asked for."""
        return [n for n in numbers if n < len(self.tokens) and self.tokens[n].weight > 0]

    def words(self, numbers: Sequence[int]) -> str:
        """Tokens as written, each once, joined by spaces."""
        places = dict.fromkeys((self.tokens[n].start, self.tokens[n].end) for n in numbers)
        return " ".join(self.span.quote[start - self.span.start : end - self.span.start] for start, end in places)
