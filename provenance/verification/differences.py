"""What differs between two aligned sentences, slot by slot: figures, times, names, opposites, negation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from provenance.model import Quantity, TimeRef, Verdict
from provenance.values import names
from provenance.verification import exactness, lists
from provenance.verification.alignment import Alignment
from provenance.verification.side import Range, Side
from provenance.verification.tokens import Token

_VOICE = frozenset({"is", "was", "are", "were", "be", "been", "being", "by"})
_PRONOUNS = frozenset(
    ["he", "she", "it", "they", "we", "him", "them", "her", "his", "its", "their", "who", "which", "that", "this", "i"]
)
_ALIKE = 0.8
_ABBREVIATED = 2
"""Letters in which a title and its abbreviation agree ("Rep.", "Gov.")."""
V = TypeVar("V", Quantity, TimeRef)


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
    settled: set[int] = field(default_factory=set)
    """Tokens of the draft in values that the source has too, in other words perhaps."""

    def added(self, where: Range) -> list[int]:
        """Tokens of the draft in a range that the source does not have."""
        return [i for i in range(*where) if i not in self.words.pairs]

    def lost(self, where: Range) -> list[int]:
        """Tokens of the source in a range that the draft does not have."""
        return [j for j in range(*where) if j not in self.words.used]

    def opposite(self, i: int) -> Range:
        """Tokens of the source in the gap that token `i` of the draft stands in; an empty range outside gaps."""
        gap = self.words.gap_of(i)
        return gap.b if gap else (0, 0)


def find(c: Compared) -> list[Difference]:
    """Everything that differs, in order of the draft."""
    found = [*_figures(c), *_times(c)]
    held = {i for d in found for i in range(*d.where)}
    found += [d for d in _names(c) if d.at not in held]
    found += _swapped(c)
    held = {i for d in found if d.verdict == "different" for i in range(*d.where)}
    found += [d for d in _words(c) if d.at not in held]
    return sorted(found, key=lambda d: d.at)


def _counterpart(c: Compared, where: Range, others: Sequence[Range], free: set[int]) -> int | None:
    """Which value of the source a draft's value answers to: that of its own words, else that of its gap."""
    own = {c.words.pairs[i] for i in range(*where) if i in c.words.pairs}
    shared = [(sum(j in own for j in range(*others[n])), -n) for n in free]
    best = max(shared, default=(0, 0))
    if best[0]:
        return -best[1]
    for i in c.added(where):
        low, high = c.opposite(i)
        for n in sorted(free):
            if others[n][0] < high and low < others[n][1] and c.lost(others[n]):
                return n
    return None


def _figures(c: Compared) -> Iterator[Difference]:
    def judge(mine: Quantity, theirs: Quantity, hedged: bool) -> exactness.Judgement:
        loose = hedged and mine.approximation == "exact"
        return exactness.figures(mine.model_copy(update={"approximation": "about"}) if loose else mine, theirs)

    yield from _valued(c, "quantity", c.draft.quantities, c.source.quantities, judge)


def _times(c: Compared) -> Iterator[Difference]:
    yield from _valued(c, "time", c.draft.times, c.source.times, exactness.times)


def _valued(
    c: Compared,
    slot: str,
    mine: Sequence[tuple[V, Range]],
    theirs: Sequence[tuple[V, Range]],
    judge: Callable[[V, V, bool], exactness.Judgement],
) -> Iterator[Difference]:
    """Each value of the draft beside the one of the source that it answers to; what is left beside any that fits."""
    free = set(range(len(theirs)))
    ranges = [r for _, r in theirs]
    waiting = []
    for value, where in mine:
        n = _counterpart(c, where, ranges, free)
        if n is None:
            waiting.append((value, where))
            continue
        verdict, reason = judge(value, theirs[n][0], _is_hedged(c, where))
        if verdict == "different" and (c.added(where) or c.lost(ranges[n])):
            equal = next(
                (
                    m
                    for m in sorted(free)
                    if _moved_here(c, m, ranges) and judge(value, theirs[m][0], False)[0] == "same"
                ),
                None,
            )
            if equal is None:
                yield Difference(slot, "different", value.text, theirs[n][0].text, reason, _place(c, where))
                free.discard(n)
                continue
            n = equal
        free.discard(n)
        if verdict in ("same", "compatible") or not c.added(where):
            c.settled.update(range(*where))
    yield from _unmatched(c, slot, waiting, [(n, theirs[n][0]) for n in sorted(free)], judge)


def _moved_here(c: Compared, n: int, ranges: Sequence[Range]) -> bool:
    return bool(c.lost(ranges[n]))


def _unmatched(
    c: Compared,
    slot: str,
    waiting: Sequence[tuple[V, Range]],
    left: Sequence[tuple[int, V]],
    judge: Callable[[V, V, bool], exactness.Judgement],
) -> Iterator[Difference]:
    """Values of the draft at whose place the source has none: told elsewhere in the sentence, or not at all."""
    taken: set[int] = set()
    for value, where in waiting:
        if not c.added(where):
            continue
        told = [
            n
            for n, other in left
            if n not in taken and judge(value, other, _is_hedged(c, where))[0] in ("same", "compatible")
        ]
        if told:
            taken.add(told[0])
            c.settled.update(range(*where))
        elif any(c.draft.tokens[i].is_number for i in c.added(where)) or slot == "time":
            against = [j for i in c.added(where) for j in c.lost(c.opposite(i)) if c.source.tokens[j].is_number]
            if not against:
                yield Difference(slot, "unknown", value.text, "", "the source gives none here", _place(c, where))


def _is_hedged(c: Compared, where: Range) -> bool:
    """Whether one of the two words before a value says "about"."""
    return any(c.draft.tokens[i].word.lower() in lists.hedges() for i in range(max(0, where[0] - 2), where[0]))


def _place(c: Compared, where: Range) -> Range:
    """The whole range, from the first word that the source does not have."""
    return next(iter(c.added(where)), where[0]), where[1]


def _names(c: Compared) -> Iterator[Difference]:
    ranges = [r for _, r in c.source.names]
    for text, where in _named(c):
        added = [i for i in c.added(where) if i not in c.settled]
        if not added:
            continue
        low, high = c.opposite(added[0])
        rivals = [n for n, r in enumerate(ranges) if c.lost(r)]
        here = [n for n in rivals if ranges[n][0] < high and low < ranges[n][1]]
        partner = [n for n, r in enumerate(ranges) if any(c.words.pairs.get(i, -1) in range(*r) for i in range(*where))]
        known = [c.source.names[n][0].text for n in dict.fromkeys([*partner, *here] if here else [*partner, *rivals])]
        if here and not any(n in partner for n in here):
            known = [c.source.names[n][0].text for n in here]
        if any(names.compare(text, other).same for other in known) or _is_fuller(c, where):
            continue
        near = [c.source.names[n][0].text for n in here]
        near += [c.source.names[n][0].text for n in partner]
        near = near or [c.source.words([j]) for j in c.lost((low, high)) if _is_proper(c.source, j)]
        if near and not names.compare(text, near[0]).same:
            yield Difference(
                "name", "different", text, near[0], "another name stands in the source", (added[0], where[1])
            )
        elif not near:
            yield Difference("name", "unknown", text, "", "the source does not name it here", (added[0], where[1]))


def _is_fuller(c: Compared, where: Range) -> bool:
    """Whether first and last word of a name stand in the source: a title or a middle name has come or gone."""
    paired = [i for i in range(*where) if i in c.words.pairs and c.draft.tokens[i].is_capital]
    added = c.added(where)
    if len(paired) < 2 or paired[-1] != where[1] - 1 or any(c.draft.tokens[i].is_number for i in added):
        return False
    short = {c.draft.tokens[i].word[:_ABBREVIATED] for i in added}
    gone = {c.source.tokens[j].word for i in added for j in c.lost(c.opposite(i)) if c.source.tokens[j].is_capital}
    return all(word[:_ABBREVIATED] in short for word in gone)


def _named(c: Compared) -> list[tuple[str, Range]]:
    """Names of the draft, and capitalised words outside them that the source does not have."""
    found = [(n.text, r) for n, r in c.draft.names]
    covered = {i for _, r in found for i in range(*r)}
    for i, token in enumerate(c.draft.tokens):
        if i not in covered and i not in c.words.pairs and _is_proper(c.draft, i):
            low, high = c.opposite(i)
            if i or any(_is_proper(c.source, j) for j in c.lost((low, high))):
                found.append((token.word, (i, i + 1)))
    return found


def _is_proper(side: Side, i: int) -> bool:
    token = side.tokens[i]
    return token.is_capital and (token.weight > 0 or len(token.word) > 3) and token.key not in _PRONOUNS


def _swapped(c: Compared) -> Iterator[Difference]:
    """Two names or figures that stand in each other's places, while the words around them stayed."""
    if _changes_voice(c):
        return
    units = _units(c)
    for n, one in enumerate(units):
        for other in units[n + 1 :]:
            if _crosses(c, one, other):
                a, b = (
                    c.draft.words([*range(*one), *range(*other)]),
                    c.source.words([*_there(c, other), *_there(c, one)]),
                )
                yield Difference("order", "different", a, b, "each stands in the other's place", one)
                return


def _units(c: Compared) -> list[Range]:
    """Numbers, and runs of capitalised words that stand together on both sides, by their tokens in the draft."""
    found: list[Range] = []
    for i in sorted(i for i in c.words.pairs if _is_value(c.draft, i)):
        goes_on = found and found[-1][1] == i and c.words.pairs[i] == c.words.pairs[i - 1] + 1
        if goes_on and not c.draft.tokens[i].is_number:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found


def _there(c: Compared, unit: Range) -> range:
    return range(c.words.pairs[unit[0]], c.words.pairs[unit[1] - 1] + 1)


def _changes_voice(c: Compared) -> bool:
    """Whether forms of "be" or "by" came or went: "X arrested Y", "Y was arrested by X"."""
    mine = (c.draft.tokens[i].word.lower() for g in c.words.gaps for i in c.words.added(g))
    theirs = (c.source.tokens[j].word.lower() for g in c.words.gaps for j in c.words.lost(g))
    return any(word in _VOICE for word in (*mine, *theirs))


def _crosses(c: Compared, one: Range, other: Range) -> bool:
    """Whether `one` stands where `other` stands in the source, `other` where `one` does, and neither where it stood."""
    a, b = c.draft.tokens, c.source.tokens
    x, y = _there(c, one), _there(c, other)
    kinds = a[one[0]].is_number == a[other[0]].is_number
    if x[0] < y[0] or not kinds or [t.key for t in a[slice(*one)]] == [t.key for t in a[slice(*other)]]:
        return False
    if _beside(a, one, b, x) or _beside(a, other, b, y):
        return False
    return _beside(a, one, b, y) and _beside(a, other, b, x)


def _beside(a: Sequence[Token], here: Range, b: Sequence[Token], there: range) -> bool:
    """Whether two runs of tokens have an equal word on the same side of them."""
    return _key(a, here[0] - 1) == _key(b, there[0] - 1) or _key(a, here[1]) == _key(b, there[-1] + 1)


def _key(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].key if 0 <= i < len(tokens) else ""


def _is_value(side: Side, i: int) -> bool:
    return side.tokens[i].is_number or _is_proper(side, i)


def _words(c: Compared) -> Iterator[Difference]:
    """Opposites, words that exclude one another, numbers that no finder knows, negation, other words replaced."""
    flips: list[Difference] = list(_negation(c))
    for gap in c.words.gaps:
        added, lost = c.words.added(gap), c.words.lost(gap)
        for i in added:
            found = _against(c, i, lost)
            if found is not None and found.slot == "action":
                flips.append(found)
            elif found is not None:
                yield found
    if len(flips) % 2:
        yield flips[0]
    elif flips:
        yield Difference("polarity", "unknown", flips[0].a, flips[0].b, "turned round twice", flips[0].where)


def _against(c: Compared, i: int, lost: Sequence[int]) -> Difference | None:
    """What token `i` of the draft stands against in the words lost at its place."""
    mine = c.draft.tokens[i]
    for j in lost:
        theirs = c.source.tokens[j]
        kind = lists.exclude(mine.key, theirs.key)
        if kind:
            return Difference(kind, "different", mine.word, theirs.word, f"another {kind}", (i, i + 1))
        if lists.are_opposite(mine, theirs):
            return Difference("action", "different", mine.word, theirs.word, "the opposite", (i, i + 1))
    numbers = [j for j in lost if c.source.tokens[j].is_number]
    if mine.is_number and numbers and i not in c.settled:
        b = c.source.words(numbers)
        return Difference("quantity", "different", mine.word, b, "another number stands in the source", (i, i + 1))
    return _replaced(c, i, lost)


def _replaced(c: Compared, i: int, lost: Sequence[int]) -> Difference | None:
    """A telling word in the place of another one, of which no list says how they stand to one another."""
    mine = c.draft.tokens[i]
    telling = [j for j in lost if c.source.tokens[j].weight > 0.15]
    if mine.weight <= 0.15 or not telling or mine.is_number or _is_proper(c.draft, i):
        return None
    theirs = c.source.tokens[telling[0]]
    akin = lists.are_akin(mine, theirs) or Levenshtein.normalized_similarity(mine.key, theirs.key) >= _ALIKE
    if akin or i in c.settled or _is_proper(c.source, telling[0]):
        return None
    return Difference("wording", "unknown", mine.word, theirs.word, "another word stands in the source", (i, i + 1))


def _negation(c: Compared) -> Iterator[Difference]:
    """Negators that only one side has; one that hangs on words which the draft has left out is none."""
    plain, taking = lists.negators("plain"), lists.negators("taking")
    for gap in c.words.gaps:
        added, lost = c.words.added(gap), c.words.lost(gap)
        mine = [i for i in added if _negates(c.draft.tokens[i], plain, taking, alone=not _content(c.source, lost))]
        theirs = [j for j in lost if _negates(c.source.tokens[j], plain, taking, alone=not _content(c.draft, added))]
        theirs = [j for j in theirs if _bears(c, j)]
        if len(mine) % 2 != len(theirs) % 2:
            at = mine[0] if mine else min(gap.a[0], len(c.draft.tokens) - 1)
            a, b = c.draft.words(mine), c.source.words(theirs)
            yield Difference(
                "polarity",
                "different",
                a,
                b,
                "denied here, affirmed there" if mine else "affirmed here, denied there",
                (at, at + 1),
            )


def _negates(token: Token, plain: frozenset[str], taking: frozenset[str], *, alone: bool) -> bool:
    return token.key in plain or (alone and token.key in taking)


def _content(side: Side, numbers: Sequence[int]) -> list[int]:
    taking = lists.negators("taking")
    return [n for n in numbers if side.tokens[n].weight > 0.15 and side.tokens[n].key not in taking]


def _bears(c: Compared, j: int) -> bool:
    """Whether a lost negator of the source bears on words that the draft has: the next telling word, or all before."""
    following = [
        k for k in range(j + 1, min(j + 5, len(c.source.tokens))) if c.source.tokens[k].weight > 0 or k in c.words.used
    ]
    return following[0] in c.words.used if following else j - 1 in c.words.used
