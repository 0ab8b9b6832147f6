"""Names and figures of two aligned sentences that stand in each other's places."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from provenance.extraction import opposites
from provenance.verification.comparison import lists
from provenance.verification.comparison.compared import Compared, Difference, is_value
from provenance.verification.comparison.names import TELLING
from provenance.verification.comparison.side import Range, Side
from provenance.verification.lookup.tokens import Token

_VOICE = frozenset({"is", "was", "are", "were", "be", "been", "being", "by"})
_WITH_FIGURES = frozenset({"only", "just"})
_MOST = 60
"""Names and figures of one sentence that are looked at in pairs, the first ones: a table may be one sentence."""
_ONE_PERSON = frozenset({("him", "he"), ("her", "she"), ("them", "they")})
_LONGEST_NAME = 3
"""Words behind a verb among which the name of its object ends."""


def find(c: Compared) -> Iterator[Difference]:
    """Two names or figures that stand in each other's places, while the words around them stayed."""
    yield from _turned(c)
    yield from _inverted(c)
    exchanged = None if _changes_voice(c) else next(crossing(c), None)
    if exchanged is not None:
        one, other = exchanged
        a, b = c.draft.words([*range(*one), *range(*other)]), c.source.words([*_there(c, other), *_there(c, one)])
        yield Difference("order", "different", a, b, "each stands in the other's place", one)


def _inverted(c: Compared) -> Iterator[Difference]:
    """Who does it to whom, where one of them is a pronoun: "Dolna succeeded him", "he succeeded Dolna"."""
    for i in c.draft.verbs:
        j = c.words.pairs.get(i, -1)
        if j < 1 or i < 1 or i + 1 >= len(c.draft.tokens) or j + 1 >= len(c.source.tokens):
            continue
        if c.draft.tokens[i].base in lists.mutual() or not c.draft.tokens[i - 1].is_capital:
            continue
        around = [c.draft.tokens[i + 1].word.lower(), c.source.tokens[j - 1].word.lower()]
        behind = range(j + 1, min(j + 1 + _LONGEST_NAME, len(c.source.tokens)))
        if (around[0], around[1]) in _ONE_PERSON and c.words.pairs.get(i - 1, -1) in behind:
            a, b = c.draft.words(range(i - 1, i + 2)), c.source.words(range(j - 1, j + 2))
            yield Difference("order", "different", a, b, "each stands in the other's place", (i - 1, i + 2))
            return


def crossing(c: Compared) -> Iterator[tuple[Range, Range]]:
    """The pairs of names or figures of the draft that stand in each other's places."""
    units = _units(c)[:_MOST]
    return (pair for pair in combinations(units, 2) if _crosses(c, *pair))


def _turned(c: Compared) -> Iterator[Difference]:
    """Two figures with "to" between them, the other way round: "voted 8 to 11", "11 to 8"."""
    theirs = {_figures(c.source, j) for j in range(len(c.source.tokens) - 2)}
    for i in range(len(c.draft.tokens) - 2):
        mine = _figures(c.draft, i)
        if mine and mine[0] != mine[1] and mine[::-1] in theirs and mine not in theirs:
            a, b = c.draft.words(range(i, i + 3)), f"{mine[1]} to {mine[0]}"
            yield Difference("order", "different", a, b, "each stands in the other's place", (i, i + 3))
            return


def _figures(side: Side, i: int) -> tuple[str, ...]:
    """The figures of "8 to 11" at token `i`; none where it is no such thing."""
    one, joint, other = (t.key for t in side.tokens[i : i + 3])
    return (one, other) if joint == "to" and one.isdecimal() and other.isdecimal() else ()


def _units(c: Compared) -> list[Range]:
    """Numbers, "the mill", and runs of capitalised words that stand together on both sides; by tokens of the draft."""
    found: list[Range] = []
    for i in sorted(i for i in c.words.pairs if is_value(c.draft, i) or _is_count(c.draft.tokens[i])):
        goes_on = found and found[-1][1] == i and c.words.pairs[i] == c.words.pairs[i - 1] + 1
        if goes_on and not _is_count(c.draft.tokens[i]):
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    held = {i for unit in found for i in range(*unit)}
    return sorted([*found, *((i - 1, i + 1) for i in c.words.pairs if i not in held and _is_definite(c, i))])


def _is_count(token: Token) -> bool:
    """Whether a word is a number, in digits or not."""
    return token.is_number or token.key.isdecimal()


def _is_definite(c: Compared, i: int) -> bool:
    """Whether a telling word stands right behind "the" on both sides: in "the mill", not in "the old mill"."""
    j = c.words.pairs[i]
    if not (i and j) or c.draft.tokens[i].weight <= TELLING:
        return False
    return c.draft.tokens[i - 1].word.lower() == c.source.tokens[j - 1].word.lower() == "the"


def _there(c: Compared, unit: Range) -> range:
    last = c.words.pairs[unit[1] - 1]
    return range(last - (unit[1] - unit[0]) + 1, last + 1)


def _changes_voice(c: Compared) -> bool:
    """Whether the other side of the same act is told: "X arrested Y", "Y was arrested by X"; "X gave Y", "Y got"."""
    mine = [c.draft.tokens[i] for g in c.words.gaps for i in c.words.added(g)]
    theirs = [c.source.tokens[j] for g in c.words.gaps for j in c.words.lost(g)]
    turned = any(opposites.converse(a.base, b.base) for a in mine for b in theirs)
    return turned or any(t.word.lower() in _VOICE for t in (*mine, *theirs))


def _crosses(c: Compared, one: Range, other: Range) -> bool:
    """Whether `one` stands where `other` stands in the source, `other` where `one` does, and neither where it stood."""
    a, b = c.draft.tokens, c.source.tokens
    x, y = _there(c, one), _there(c, other)
    kinds = _is_count(a[one[0]]) == _is_count(a[other[0]])
    if x[0] < y[0] or not kinds or [t.key for t in a[slice(*one)]] == [t.key for t in a[slice(*other)]]:
        return False
    if _beside(a, one, b, x) or _beside(a, other, b, y):
        return False
    return _beside(a, one, b, y) and _beside(a, other, b, x)


def _beside(a: Sequence[Token], here: Range, b: Sequence[Token], there: range) -> bool:
    """Whether two runs of tokens have an equal word on the same side of them."""
    return _key(a, here[0], -1) == _key(b, there[0], -1) or _key(a, here[1] - 1, 1) == _key(b, there[-1], 1)


def _key(tokens: Sequence[Token], i: int, step: int) -> str:
    """The next word from token `i` on, one that only goes with a figure left out; empty at the end."""
    i += step
    while 0 <= i < len(tokens) and tokens[i].word.lower() in _WITH_FIGURES:
        i += step
    return tokens[i].key if 0 <= i < len(tokens) else ""
