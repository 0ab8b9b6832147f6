"""Names of two aligned sentences: other ones, and ones that stand in each other's places."""

from collections.abc import Container, Iterator, Sequence
from itertools import combinations

from provenance.extraction import opposites
from provenance.matching.signature.words import nation
from provenance.values import names
from provenance.verification.comparison import lists
from provenance.verification.comparison.compared import Compared, Difference, is_proper, is_value
from provenance.verification.comparison.side import Range, Side
from provenance.verification.lookup.tokens import Token

_VOICE = frozenset({"is", "was", "are", "were", "be", "been", "being", "by"})
_TELLING = 0.15
"""Weight from which a word tells what is said of a name."""
_WITH_FIGURES = frozenset({"only", "just"})
_MOST = 60
"""Names and figures of one sentence that are looked at in pairs, the first ones: a table may be one sentence."""
_SAID = frozenset({"said", "says", "told", "added"})
_ASIDE = 5
"""Words behind a name in which stands that he or she said so, with who that is between."""
_ONE_PERSON = frozenset({("him", "he"), ("her", "she"), ("them", "they")})
_LONGEST_NAME = 3
"""Words behind a verb among which the name of its object ends."""
_PLACING = frozenset({"in", "at", "near", "outside"})
"""Prepositions whose name only tells where."""
_BEFORE = 2
"""Words before a name among which its preposition is."""
_ABBREVIATED = 2
"""Letters in which a title and its abbreviation agree ("Rep.", "Gov.")."""


def other(c: Compared) -> Iterator[Difference]:
    """Names that are not those of the source, or that it does not give."""
    ranges = [r for _, r in c.source.names]
    times = {i for _, r in c.draft.times for i in range(*r)}
    for text, where in _named(c):
        if times.issuperset(range(*where)):
            continue  # "Wednesday" beside "Thursday" is compared as a time
        added = [i for i in c.added(where) if i not in c.confirmed]
        if not added:
            displaced = _displaced(c, where)
            if displaced and not names.compare(text, displaced).same:
                yield Difference("name", "different", text, displaced, "another name stands in the source", where)
            elif not displaced:
                yield from _of_the_opposite(c, where)
            continue
        if _has_its_people(c, text):
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
        near = near or [c.source.words([j]) for j in c.lost((low, high)) if j and is_proper(c.source, j)]
        if near and not names.compare(text, near[0]).same:
            stands = _stands_in_its_place(c, added[0]) and not _shortens(text, near[0])
            stands = stands and _speaks(c.draft, where[1]) >= any(_speaks(c.source, ranges[n][1]) for n in here)
            stands = stands and not any(_only_tells_where(c, where[0], ranges[n][0]) for n in here[:1])
            reason = "another name stands in the source" if stands else "the source names another in other words"
            yield Difference("name", "different" if stands else "unknown", text, near[0], reason, (added[0], where[1]))
        elif not near:
            yield Difference("name", "unknown", text, "", "the source does not name it here", (added[0], where[1]))


def offices(c: Compared) -> Iterator[Difference]:
    """Another office right before one name: "Judge Toll", "Prosecutor Toll"."""
    for _, where in c.draft.names:
        last = where[1] - 1
        j = c.words.pairs.get(last, -1)
        first = next((i for i in range(*where) if i in c.words.pairs), last)
        mine = _office(c.draft, first, c.words.pairs)
        theirs = _office(c.source, c.words.pairs.get(first, -1), c.words.used)
        if j < 0 or mine < 0 or theirs < 0 or lists.are_akin(c.draft.tokens[mine], c.source.tokens[theirs]):
            continue
        a, b = c.draft.tokens[mine].word, c.source.tokens[theirs].word
        yield Difference("actor", "unknown", a, b, "another office in the source", (mine, mine + 1))


def _office(side: Side, n: int, met: Container[int]) -> int:
    """The word right before token `n` that tells what somebody is, where one side alone has it; -1 for none."""
    before = n - 1
    if n < 1 or before in met or side.is_apart(before, n):
        return -1
    return before if lists.is_person(side.tokens[before].word) else -1


def _speaks(side: Side, end: int) -> bool:
    """Whether a name that ends before token `end` is one who says so: "Irene Castell, her lawyer, said"."""
    return any(t.word.lower() in _SAID for t in side.tokens[end : end + _ASIDE])


def _has_its_people(c: Compared, name: str) -> bool:
    """Whether the source tells of a country by its people: "backed by Russia", "Russian-backed"."""
    country = nation(name) or name.lower()
    return any(nation(t.word) == country or t.word.lower() == country for t in c.source.tokens if t.is_capital)


def _only_tells_where(c: Compared, i: int, j: int) -> bool:
    """Whether the source's name lies behind a preposition, and the draft's, at token `i`, behind none.

    "The firm that owns a mill in Basten was fined" does not say that Basten was fined.
    """
    return _preposition(c.source, j) in _PLACING and _preposition(c.draft, i) not in _PLACING


def _preposition(side: Side, n: int) -> str:
    """The word before a name, but for an article."""
    before = [t.word.lower() for t in side.tokens[max(0, n - _BEFORE) : n]]
    return next((word for word in reversed(before) if word not in ("the", "a")), "")


def _of_the_opposite(c: Compared, where: Range) -> Iterator[Difference]:
    """A word of the draft whose opposite the source has beside a name: "Holm had the most, and Toll the least"."""
    there = [c.words.pairs[i] for i in range(*where) if i in c.words.pairs]  # none of "More" in "More than 19"
    near = _opposites_nearer(c, min(there), [r[0] for _, r in c.source.names]) if there else ()
    for i, j in list(near)[:1]:
        yield Difference("action", "different", c.draft.words([i]), c.source.words([j]), "the opposite", (i, i + 1))


def _opposites_nearer(c: Compared, at: int, others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Words of the draft, no verbs, that the source has beside `others` than token `at`, near which is an opposite."""
    lost = [k for k, token in enumerate(c.source.tokens) if k not in c.words.used and token.weight > 0]
    for i, j in c.words.pairs.items():
        far = abs(j - at)
        if i in c.draft.verbs or not any(abs(j - other) < far for other in others):
            continue
        near = (k for k in lost if abs(k - at) < far)
        yield from ((i, k) for k in near if lists.are_opposite(c.draft.tokens[i], c.source.tokens[k]))


def _displaced(c: Compared, where: Range) -> str:
    """The name that the source has, and the draft nowhere, at the very place to which the draft has moved one."""
    moved = [i for i in range(*where) if i in c.words.moved]
    gap = c.words.gap_of(moved[0]) if moved else None
    if gap is None or gap.a != (moved[0], moved[-1] + 1):
        return ""
    lost = c.lost(gap.b)
    is_name = bool(lost) and all(is_proper(c.source, j) or len(c.source.tokens[j].word) == 1 for j in range(*gap.b))
    is_name = is_name and not any(_opposites_nearer(c, lost[0], [c.words.pairs[moved[0]]]))  # it goes with those
    return c.source.words(lost) if is_name and len(lost) == gap.b[1] - gap.b[0] else ""


def _stands_in_its_place(c: Compared, i: int) -> bool:
    """Whether at the place of token `i` only names were exchanged, no other telling words: the same is told of both."""
    gap = c.words.gap_of(i)
    if gap is None:
        return True
    mine = [k for k in c.added(gap.a) if not is_proper(c.draft, k) and c.draft.tokens[k].weight > _TELLING]
    theirs = [k for k in c.lost(gap.b) if not is_proper(c.source, k) and c.source.tokens[k].weight > _TELLING]
    return min(len(mine), len(theirs)) == 0


def _shortens(a: str, b: str) -> bool:
    """Whether one is written in initials of which one begins the other: "SOHR" may be the "Observatory"."""
    short, long = (a, b) if a.isupper() else (b, a)
    return short.isupper() and 1 < len(short) < 7 and not long.isupper() and long[:1].upper() in short


def _is_fuller(c: Compared, where: Range) -> bool:
    """Whether first and last word of a name stand in the source: a title or a middle name has come or gone."""
    paired = [i for i in range(*where) if i in c.words.pairs and c.draft.tokens[i].is_capital]
    added = c.added(where)
    if len(paired) < 2 or paired[-1] != where[1] - 1 or any(c.draft.tokens[i].is_number for i in added):
        return False
    short = {c.draft.tokens[i].word[:_ABBREVIATED] for i in added}
    gone = {c.source.tokens[j].word for i in added for j in c.lost(c.opposite(i)) if c.source.tokens[j].is_capital}
    lost = {word[:_ABBREVIATED] for word in gone}
    return lost <= short or short <= lost


def _named(c: Compared) -> list[tuple[str, Range]]:
    """Names of the draft, and capitalised words outside them that the source does not have."""
    found = [(n.text, r) for n, r in c.draft.names]
    covered = {i for _, r in found for i in range(*r)}
    for i, token in enumerate(c.draft.tokens):
        # A sentence begins with a capital: its first word is a name where the finder says so, which covers it.
        if i and i not in covered and i not in c.words.pairs and is_proper(c.draft, i):
            found.append((token.word, (i, i + 1)))
    return found


def swapped(c: Compared) -> Iterator[Difference]:
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
    if not (i and j) or c.draft.tokens[i].weight <= _TELLING:
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
