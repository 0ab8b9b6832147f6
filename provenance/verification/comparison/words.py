"""Other words of two aligned sentences: opposites, words that exclude one another, negation."""

from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from rapidfuzz.distance import Levenshtein

from provenance.extraction import opposites
from provenance.extraction.attribution.patterns import NAMELESS
from provenance.extraction.tagging import is_function_word
from provenance.verification.comparison import exactness, lists
from provenance.verification.comparison.compared import Compared, Difference, is_proper
from provenance.verification.comparison.exchanges import crossing
from provenance.verification.comparison.side import Side
from provenance.verification.comparison.values import is_of_telling
from provenance.verification.lookup.tokens import Token
from provenance.verification.quotations import truncation

_ALIKE = 0.8
_NO_CONDITION = frozenset({"but", "without", "until", "except"})
_SHARES = frozenset({"%", "fraction"})
_FAILED_AT = frozenset({"to", "in", "at"})
_ALL = frozenset({"all", "each", "every", "everybody", "everyone", "everything", "nobody", "none", "nothing"})
_LIGHT = 0.15
"""The most that a word weighs which tells nothing by itself."""
_TWO = 2
_GOVERNED = 6
"""Words behind an expression that leaves something open in which stands what is left open."""
_REACH = 4
"""Words that the source may have between a negator and what it negates beside those of the draft."""


def find(c: Compared) -> Iterator[Difference]:
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
    elif flips and not _only_raised(c, flips):
        yield Difference("polarity", "unknown", flips[0].a, flips[0].b, "turned round twice", flips[0].where)
    else:
        yield from _opposed_expressions(c)


def _opposed_expressions(c: Compared) -> Iterator[Difference]:
    """An expression of several words for what rules out a happening of the source: "voted out", "survived a vote"."""
    for m in (m for m in c.draft.happenings if m.first < m.last):
        other = next((o for o in c.source.happenings if opposites.opposition(m.family, o.family) == "strict"), None)
        if other is not None:
            a, b = c.draft.words(range(m.first, m.last + 1)), c.source.words(range(other.first, other.last + 1))
            yield Difference("action", "unknown", a, b, "they rule one another out", (m.first, m.last + 1))
            return


def condition(c: Compared) -> Iterator[Difference]:
    """A condition with which the source's sentence begins or goes on, and which the draft leaves out."""
    for gap in c.words.gaps:
        ends = (0, len(c.draft.tokens))
        if gap.a[0] != gap.a[1] or gap.a[0] not in ends or any(j in c.words.used for j in range(*gap.b)):
            continue
        words = [c.source.tokens[j].word.lower() for j in range(*gap.b)]
        found = truncation.condition(words[:3])
        if found and found.split()[0] not in _NO_CONDITION and len(words) > _REACH:
            at = max(0, gap.a[0] - 1)
            yield Difference("condition", "unknown", "", found, "the source says so under a condition", (at, at + 1))


def doubt(c: Compared) -> Iterator[Difference]:
    """A word by which the source says less than a fact ("may", "allegedly") of what the draft states without it."""
    doubts = lists.negators("doubt")
    for gap in c.words.gaps:
        mine = [i for i in c.words.added(gap) if c.draft.tokens[i].word.lower() in doubts | lists.negators("allowed")]
        theirs = [
            j for j in c.words.lost(gap) if c.source.tokens[j].word in doubts and _bears(c.source, j, c.words.used)
        ]
        if theirs and not mine:
            at = min(gap.a[0], len(c.draft.tokens) - 1)
            reason = "the source tells it as a possibility, the draft as more"
            yield Difference("modality", "unknown", "", c.source.words(theirs), reason, (at, at + 1))


def left_open(c: Compared) -> Iterator[Difference]:
    """What the source alone leaves open: "it was too early to speak of arson", "did not rule out a rise"."""
    for words, governed in _left_open(c):
        at = next((i for i, j in c.words.pairs.items() if j == governed), 0)
        reason = "the source leaves it open, the draft does not"
        yield Difference("modality", "unknown", "", c.source.words(words), reason, (at, at + 1))
        return


def _left_open(c: Compared) -> Iterator[tuple[range, int]]:
    """Words of the source alone that leave open what stands behind them, and a token there that the draft has too."""
    bases = [t.base for t in c.source.tokens]
    for parts in (expression.split("_") for expression in sorted(lists.negators("open"))):
        for j in range(len(bases) - len(parts)):
            words = range(j, j + len(parts))
            if bases[j : words.stop] == parts and not c.words.used.issuperset(words):
                behind = c.source.telling(range(words.stop, words.stop + _GOVERNED))
                yield from ((words, k) for k in behind if k in c.words.used)


def exceptions(c: Compared) -> Iterator[Difference]:
    """What one side says of all and the other of all but some: "all were freed", "all but three were freed"."""
    for i, j in c.words.pairs.items():
        if c.draft.tokens[i].word.lower() in _ALL and _excepts(c.draft, i) != _excepts(c.source, j):
            a, b = c.draft.words(range(i, i + 1)), c.source.words(range(j, min(j + 3, len(c.source.tokens))))
            yield Difference("quantifier", "different", a, b, "all on one side, all but some on the other", (i, i + 1))


def _excepts(side: Side, n: int) -> bool:
    words = [t.word.lower() for t in side.tokens[n + 1 : n + 1 + _REACH]]
    return words[:1] == ["but"] or "except" in words


def _against(c: Compared, i: int, lost: Sequence[int]) -> Difference | None:
    """What token `i` of the draft stands against in the words lost at its place."""
    mine = c.draft.tokens[i]
    for j in lost:
        theirs = c.source.tokens[j]
        kind = opposites.instead(mine.base, theirs.base)
        told = [is_of_telling(side, (n, n + 1)) for side, n in ((c.draft, i), (c.source, j))]
        if kind and i not in c.confirmed and told != [False, True] and _is_dated(c.draft, i) == _is_dated(c.source, j):
            return Difference(kind, "different", mine.word, theirs.word, f"another {kind}", (i, i + 1))
        if _go_to_one_place(c, i, j) or (opposites.converse(mine.base, theirs.base) and any(crossing(c))):
            continue  # "X gave Y the car", "Y got the car from X"
        if lists.are_opposite(mine, theirs) and not (
            _is_nameless(c.source, j) or _of_other_things(c, i, j) or _is_of_a_share(c, j)
        ):
            return Difference("action", "different", mine.word, theirs.word, "the opposite", (i, i + 1))
    numbers = [j for j in lost if c.source.tokens[j].is_number]
    if mine.is_number and numbers and i not in c.confirmed:
        if c.is_hedged((i, i + 1)) and any(_rounds(mine.key, c.source.tokens[j].key) for j in numbers):
            return None
        b = c.source.words(numbers)
        return Difference("quantity", "different", mine.word, b, "another number stands in the source", (i, i + 1))
    return _replaced(c, i, lost)


def _is_of_a_share(c: Compared, j: int) -> bool:
    """Whether only a share does what word `j` of the source says: "a third of the investors opposed what passed"."""
    shares = (where for q, where in c.source.quantities if q.unit in _SHARES and j - _REACH <= where[1] <= j)
    return any(c.words.used.isdisjoint(range(*where)) for where in shares)


def _is_dated(side: Side, n: int) -> bool:
    """Whether a token stands in a date: the 14 of "14 March" is no other count than "four"."""
    return any(t.kind == "date" and start <= n < end for t, (start, end) in side.times)


def _go_to_one_place(c: Compared, i: int, j: int) -> bool:
    """Whether two verbs have the same place behind "to": who fled to a country came to it."""
    behind = [side.tokens[n + 1 : n + 3] for side, n in ((c.draft, i), (c.source, j))]
    if any(len(two) < _TWO or two[0].word.lower() != "to" for two in behind):
        return False
    return behind[0][1].is_capital and c.words.pairs.get(i + 2, -1) == j + 2


def _of_other_things(c: Compared, i: int, j: int) -> bool:
    """Whether two words that only relate ("before", "after") do so to two things: "after the trial", "before noon"."""
    if not (is_function_word(c.draft.tokens[i].word.lower()) and is_function_word(c.source.tokens[j].word.lower())):
        return False
    mine, theirs = (
        next((k for k in range(n + 1, len(side.tokens)) if side.tokens[k].weight > _LIGHT), -1)
        for side, n in ((c.draft, i), (c.source, j))
    )
    return c.words.pairs.get(mine, -1) != theirs


def _is_nameless(side: Side, j: int) -> bool:
    """Whether token `j` says how a speaker stays unnamed ("declined to be named"), which no statement is against."""
    return not NAMELESS.isdisjoint(t.word.lower() for t in side.tokens[j + 1 : j + _REACH + 1])


def _rounds(number: str, exact: str) -> bool:
    plain = all(part.replace(".", "", 1).isdecimal() and part.isascii() for part in (number, exact))
    return plain and exactness.rounds(Decimal(number), Decimal(exact))


def _replaced(c: Compared, i: int, lost: Sequence[int]) -> Difference | None:
    """A telling word in the place of another one, of which no list says how they stand to one another."""
    mine = c.draft.tokens[i]
    telling = [j for j in lost if c.source.tokens[j].weight > _LIGHT]
    if mine.weight <= _LIGHT or not telling or mine.is_number or is_proper(c.draft, i):
        return None
    others = [c.source.tokens[j] for j in telling]
    theirs = others[0]
    akin = any(lists.are_akin(mine, t) or opposites.converse(mine.base, t.base) for t in others)
    akin = akin or Levenshtein.normalized_similarity(mine.key, theirs.key) >= _ALIKE
    if akin or i in c.confirmed or _is_told_elsewhere(c, i) or is_proper(c.source, telling[0]):
        return None
    return Difference("wording", "unknown", mine.word, theirs.word, "another word stands in the source", (i, i + 1))


def _is_told_elsewhere(c: Compared, i: int) -> bool:
    """Whether a word is of an expression for what the source tells in another one: "claimed lives", "were killed"."""
    mine = [m for m in c.draft.happenings if m.first <= i <= m.last]
    theirs = [m for m in c.source.happenings if not c.words.used.issuperset(range(m.first, m.last + 1))]
    return any(a.family == b.family and (a.first < a.last or b.first < b.last) for a in mine for b in theirs)


def _negation(c: Compared) -> Iterator[Difference]:
    """Negators that only one side has; one that hangs on words which the draft has left out is none."""
    if any(_left_open(c)):
        return  # neither affirmed nor denied there
    for i in c.words.pairs:
        if lists.denies(c.draft.tokens[i]) and _strays(c, i):
            yield Difference(
                "polarity", "different", c.draft.tokens[i].word, "", "denied here, affirmed there", (i, i + 1)
            )
    for gap in c.words.gaps:
        added, lost = c.words.added(gap), c.words.lost(gap)
        mine = [i for i in added if _turns(c.draft, i, c.words.pairs, [c.source.tokens[j] for j in lost])]
        theirs = [j for j in lost if _turns(c.source, j, c.words.used, [c.draft.tokens[i] for i in added])]
        mine = [i for i in mine if _bears(c.draft, i, c.words.pairs, raised=True)]
        theirs = [j for j in theirs if _bears(c.source, j, c.words.used, raised=True)]
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


def _strays(c: Compared, i: int) -> bool:
    """Whether a negator's partner in the source negates something else: the word after it stands far from there."""
    following = next((k for k in range(i + 1, min(i + 5, len(c.draft.tokens))) if c.draft.tokens[k].weight > 0), None)
    if following is None or following not in c.words.pairs or following in c.words.moved:
        return False
    told, negator = c.words.pairs[following], c.words.pairs[i]
    if _is_raised(c.source, negator, c.words.used):
        return told < negator
    return not 0 < told - negator <= following - i + _REACH


def _only_raised(c: Compared, flips: Sequence[Difference]) -> bool:
    """Whether one negator stands on each side, and one of them before a verb of opinion."""
    words = [bool(d.a) for d in flips if d.slot == "polarity"]
    raised = sum(_raised(side, met) for side, met in ((c.draft, c.words.pairs), (c.source, c.words.used)))
    return raised == 1 and sorted(words) == [False, True] and len(flips) == 2


def _raised(side: Side, met: Container[int]) -> int:
    """How many negators that one side alone has stand before a verb of opinion."""
    alone = (n for n, token in enumerate(side.tokens) if n not in met and lists.denies(token))
    return sum(_is_raised(side, n, met) for n in alone)


def _is_raised(side: Side, n: int, met: Container[int]) -> bool:
    """Whether a negator stands before a verb of opinion that one side alone has: it bears on what is thought.

    "Does not believe that the plant will reopen" denies that it will (negative raising).
    """
    return n + 1 < len(side.tokens) and n + 1 not in met and side.tokens[n + 1].base in lists.negators("raising")


def _turns(side: Side, n: int, met: Container[int], others: Sequence[Token]) -> bool:
    """Whether a word denies what both sides tell, whatever `others` the other tells there.

    "Refused to congratulate" does, but where the other has an opposite of "refused": that is one clash, not two.
    """
    word, taking = side.tokens[n], lists.negators("taking")
    if lists.denies(word) or word.base not in taking or (n and side.tokens[n - 1].is_number):  # "14 stops"
        return lists.denies(word)
    if word.base == "fail" and not any(t.word in _FAILED_AT for t in side.tokens[n + 1 : n + 2]):
        return False  # "his pump failed" denies nothing
    if word.base == "against" and not (n and side.tokens[n - 1].base in lists.negators("deciding")):
        return False  # "charges against the mayor"
    governs = n + 2 < len(side.tokens) and side.tokens[n + 1].word == "to" and n + 2 in met
    alone = not any(other.weight > _LIGHT and other.base not in taking for other in others)
    return (alone or governs) and not any(lists.are_opposite(word, other) for other in others)


def _stands_again(side: Side, n: int) -> bool:
    """Whether the word of a token, a telling one, stands in another place of the sentence too."""
    return side.tokens[n].weight > 0 and sum(t.key == side.tokens[n].key for t in side.tokens) > 1


def _bears(side: Side, n: int, met: Container[int], *, raised: bool = False) -> bool:
    """Whether a negator that one side alone has bears on what both say: the next telling word, or all before.

    `raised`: past a verb of opinion too.
    """
    first = n + 2 if raised and _is_raised(side, n, met) else n + 1
    last = next((k for k in range(first, first + 4) if side.is_apart(n, k)), first + 4)
    following = [k for k in range(first, min(last, len(side.tokens))) if side.tokens[k].weight > 0 or k in met]
    if following and side.tokens[n].base == "without" and _stands_again(side, following[0]):
        return False  # "a winter without a pool, as the pool is closed"
    return following[0] in met if following else n - 1 in met
