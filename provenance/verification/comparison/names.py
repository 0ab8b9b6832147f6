"""Names of two aligned sentences: other ones, and names of other offices."""

from collections.abc import Container, Iterator, Sequence

from provenance.matching.signature.words import nation
from provenance.values import names
from provenance.verification.comparison import lists
from provenance.verification.comparison.compared import Compared, Difference, is_proper
from provenance.verification.comparison.side import Range, Side

TELLING = 0.15
"""Weight from which a word tells what is said of a name."""
_SAID = frozenset({"said", "says", "told", "added"})
_ASIDE = 5
"""Words behind a name in which stands that he or she said so, with who that is between."""
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
    mine = [k for k in c.added(gap.a) if not is_proper(c.draft, k) and c.draft.tokens[k].weight > TELLING]
    theirs = [k for k in c.lost(gap.b) if not is_proper(c.source, k) and c.source.tokens[k].weight > TELLING]
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
