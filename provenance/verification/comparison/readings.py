"""A stretch of a draft read beside each source sentence that is like it: how much is the same, and what differs.

Likeness only finds the sentence; figures, times, names, opposites and negation are then compared exactly.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from provenance.model import SlotComparison, Span
from provenance.verification.comparison import denials, differences
from provenance.verification.comparison.alignment import align
from provenance.verification.comparison.compared import Compared, Difference
from provenance.verification.comparison.side import Range, Side
from provenance.verification.lookup.index import Index, Sentence
from provenance.verification.lookup.tokens import Token, tokenize

Verdict = Literal["supported", "partly", "contradicted", "none"]
SUPPORTS, CONTRADICTS = 0.75, 0.7
"""Shares of the telling words from which a sentence says the same, or the same but for what differs."""
HOME = 0.4
"""The same for a part of a sentence that as a whole is the passage's."""
_LEAST = 1.2
"""Weight of shared words below which a sentence is too short to be recognised."""
_LEAST_WITH_VALUE = 0.8
"""The same for one that the passage has whole, with a figure or a date."""
_MOST_DIFFERENCES = 3
_LEAST_WORDS, _CLOSE = 4, 0.7
_WORTH_READING = 0.35
"""Share of equal words, small ones too, below which a passage is not compared at all."""
_COSTS = {"quantity": 0.3, "time": 0.3, "name": 0.2, "wording": 0.08}
_DIFFERENT = 0.12
_SMALL = 0.3
"""What small words count for where several passages share the telling ones."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one sentence of a source says of a stretch of the draft."""

    passage: Span
    share: float
    """Share of the stretch's telling words that stand in the passage, those that differ in value left out."""
    shared: float
    """Their weight."""
    found: list[Difference]
    words: float
    """Share of all its words, small ones and numbers too."""
    close: bool
    """Whether nearly all words of the whole sentence, small ones too, stand in the passage in one order."""
    unnamed: bool = False
    """Whether the passage has a name that the stretch's sentence leaves out."""
    home: bool = False
    """Whether the whole sentence is the passage's, so that a part of it is read nowhere else."""
    valued: bool = False
    """Whether every telling word stands in the passage, and so does a figure or date."""
    confirms: bool = False
    """Whether the passage has every figure and date."""

    @property
    def score(self) -> float:
        """Share of words less what differs: the reading with most is the one the stretch comes from."""
        cost = sum(_DIFFERENT if d.verdict == "different" else _COSTS.get(d.slot, 0.0) for d in self.found)
        return (1 - _SMALL) * self.share + _SMALL * self.words - cost

    @property
    def verdict(self) -> Verdict:
        """What follows for the stretch; "none" where the passage is not like enough."""
        against = [d for d in self.found if d.verdict == "different"]
        least = _LEAST_WITH_VALUE if self.valued else _LEAST
        if self.shared < least and not (self.close or self.home):
            return "none"
        enough = HOME if self.home else CONTRADICTS if against else SUPPORTS
        if against:
            many = len({d.b for d in against}) > _MOST_DIFFERENCES
            kinds = {d.slot for d in self.found if d.verdict == "different" or d.b} & {"name", "quantity", "time"}
            # Another figure of another place is another matter; so is one that gives no figure.
            silent = any(d.slot == "quantity" and not d.b for d in self.found)
            # What one did and another did not do, or did the opposite of, holds of both.
            slots = {d.slot for d in against}
            denied = "name" in slots and not slots.isdisjoint({"polarity", "action"})
            another = any(d.slot == "name" for d in against) and (silent or (len(kinds) > 1 and not self.home))
            return "none" if self.share < enough or many or another or denied else "contradicted"
        if self.share < enough:
            return "none"
        return "partly" if self.found else "supported"

    def slots(self) -> tuple[SlotComparison, ...]:
        """The differences, and how much of the words is the same."""
        told = [SlotComparison(slot=d.slot, verdict=d.verdict, a=d.a, b=d.b, reason=d.reason) for d in self.found]
        share = SlotComparison(
            slot="wording",
            verdict="same" if self.share >= 1 else "compatible",
            a="",
            b="",
            reason=f"{self.share:.0%} of the telling words stand in the passage",
        )
        return (*told, share)


def read(
    sentence: Span,
    stretches: Sequence[Span],
    index: Index,
    reference: date | None,
    *,
    speech: Sequence[Span] = (),
    among: Callable[[Sentence], bool] = lambda _: True,
) -> list[list[Reading]]:
    """For each stretch of a draft's sentence its readings, best first; only those of passages that `among` lets in.

    `speech` are words that only tell who says so: a source may tell it elsewhere ("the group"), so they need no backup.
    """
    tokens = tokenize(sentence.quote, sentence.start)
    idle = frozenset(i for span in speech for i in range(*_range(tokens, span)))
    places = [_range(tokens, stretch) for stretch in stretches]
    sides: dict[date | None, Side] = {}
    found = []
    ranges = [(0, len(tokens)), *places]
    for source in filter(among, index.like(tokens)):
        if source.span.quote.endswith("?"):
            continue  # a question states nothing
        shared = index.shared(source)
        if not any(_at_most(tokens, shared, where) >= _WORTH_READING for where in ranges):
            continue
        # Without a date of its own, the draft's "Monday" is that of the source.
        day = reference or source.document.published
        side = sides.setdefault(day, Side(sentence, tokens, day))
        c = Compared(side, source.side, align(tokens, source.tokens))
        if any(_share(c, where) >= _WORTH_READING for where in ranges):
            found.append((c, differences.find(c)))
    wholes = [_reading(c, all_, (0, len(tokens)), idle) for c, all_ in found]
    home = max(wholes, key=lambda r: r.score, default=None)
    result = []
    for where in places:
        readings = [_reading(c, all_, where, idle) for c, all_ in found]
        if home is not None and home.verdict != "none":
            readings = [replace(r, home=r.passage == home.passage) for r in readings]
        result.append(sorted(readings, key=_order))
    return result


def _at_most(tokens: Sequence[Token], shared: Container[str], where: Range) -> float:
    """What `_share` can be at most, told by the keys alone, without places."""
    return sum(t.key in shared for t in tokens[slice(*where)]) / max(1, where[1] - where[0])


def _share(c: Compared, where: Range) -> float:
    """Share of the words in a range, small ones too, that the source has."""
    return sum(i in c.words.pairs for i in range(*where)) / max(1, where[1] - where[0])


def _order(reading: Reading) -> tuple[object, ...]:
    belongs = reading.home and reading.verdict != "none"
    return (not belongs, -round(reading.score, 6), reading.passage.document, reading.passage.start)


def _range(tokens: Sequence[Token], stretch: Span) -> Range:
    inside = [i for i, t in enumerate(tokens) if stretch.start <= t.start < stretch.end]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _reading(c: Compared, found: Sequence[Difference], where: Range, idle: frozenset[int]) -> Reading:
    own = [d for d in found if where[0] <= d.at < where[1] or (d.at >= len(c.draft.tokens) - 1 and where[1] > d.at)]
    own = [d for d in own if d.verdict == "different" or d.at not in idle]
    if where[0] < where[1] and not any(d.slot in ("polarity", "action") for d in own):
        denied = denials.find(c, where)
        own += [denied] if denied else []
    differing = {i for d in own if d.verdict == "different" for i in range(*d.where)}
    differing |= {i for _, values in (*c.draft.quantities, *c.draft.times) for i in range(*values)}
    total = shared = 0.0
    for i in range(*where):
        heavy = worth(c.draft.tokens[i])
        if i in c.words.pairs:
            shared += heavy
        elif i in differing or i in idle or c.draft.tokens[i].is_number:
            continue
        total += heavy
    inside = len(c.words.pairs) - len(c.words.moved)
    close = inside >= _LEAST_WORDS and inside >= _CLOSE * len(c.draft.tokens)
    whole = not own and shared == total
    values = [v for _, v in (*c.draft.quantities, *c.draft.times) if where[0] <= v[0] < where[1]]
    confirmed = [set(range(*v)) <= c.confirmed for v in values]
    return Reading(
        passage=c.source.span,
        share=shared / total if total else float(close),
        shared=shared,
        found=own,
        words=_share(c, where),
        close=close,
        unnamed=any(c.lost(r) for _, r in c.source.names),
        valued=whole and any(confirmed),
        confirms=bool(confirmed) and all(confirmed),
    )


def worth(token: Token) -> float:
    """What a word counts in a share: function words and numbers nothing, common words some, rare ones and names all."""
    if token.is_number or not token.weight:
        return 0.0
    return max(0.3 + 0.7 * token.weight, 0.8 if token.is_capital else 0.0)
