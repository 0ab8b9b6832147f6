"""How much two aligned sentences say without a figure: all or most, three times, up or down, more than whom."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from provenance.extraction import opposites
from provenance.extraction.lexicon import base
from provenance.model import Quantity, Verdict
from provenance.verification.comparison import lists
from provenance.verification.comparison.compared import Compared, Difference
from provenance.verification.comparison.side import Range, Side

_MULTIPLES = {
    base(word): times
    for times, words in {
        "0.5": "half halve",
        "2": "double twice twofold",
        "3": "thrice triple treble threefold",
        "4": "quadruple fourfold",
        "5": "fivefold",
        "10": "tenfold",
    }.items()
    for word in words.split()
}
"""Base form → how many times."""
_TIMES = frozenset({"times"})
_SHARES = frozenset({"%", "fraction"})
_PARTED = 2
"""Counts of a whole and of a part."""
_HALF = Decimal("0.5")
_MOST, _FEW = frozenset({"most", "majority"}), frozenset({"few", "minority"})
_SEVERALLY = frozenset({"each", "every", "apiece", "average"})
_RANKS = ("few", "some", "several", "many", "most")
"""Words for a part of something, from the least to the greatest."""
_ONE = frozenset({"one", "neither"})
_DETERMINERS = frozenset({"the", "his", "her", "its", "their", "these", "those"})
_HEDGED = 2
"""Words before a number in which "the" stands: "the about 70 workers"."""
_NEAR = 4
"""Words between a figure and the word that says whether it rose."""


def find(c: Compared) -> Iterator[Difference]:
    """What the draft says in another degree than the source."""
    yield from _total(c)
    yield from _both(c)
    yield from _majority(c)
    yield from _greater_part(c)
    yield from _ordinal(c)
    yield from _each(c)
    yield from _multiple(c)
    yield from _direction(c)
    yield from _than(c)


def _total(c: Compared) -> Iterator[Difference]:
    """ "All" in the draft where the source says "most" of the same things."""
    totals, parts = lists.degrees("total"), lists.degrees("part")
    mine = [i for i in _alone(c.draft, c.words.pairs) if c.draft.tokens[i].base in totals]
    lost = _alone(c.source, c.words.used)
    theirs = [j for j in lost if c.source.tokens[j].base in parts or _counts_a_part(c.source, j)]
    yield from _whole_of_kind(c, mine)
    yield from _all_of_some(c, mine)
    if any(t.base in parts for t in c.draft.tokens) or any(t.base in totals for t in c.source.tokens):
        return
    for i in mine[:1]:
        following = [k for k in range(i + 1, len(c.draft.tokens)) if c.draft.tokens[k].weight > 0][:1]
        if theirs and following and following[0] in c.words.pairs:
            a, b = c.draft.tokens[i].word, c.source.tokens[theirs[0]].word
            yield Difference("quantity", "different", a, b, "all here, a part in the source", (i, i + 1))


def _both(c: Compared) -> Iterator[Difference]:
    """ "Both" in the draft where the source tells of one: "one of the two was found"."""
    mine = [i for i in _alone(c.draft, c.words.pairs) if c.draft.tokens[i].base == "both"]
    theirs = [j for j in _alone(c.source, c.words.used) if c.source.tokens[j].word.lower() in _ONE]
    for i, j in zip(mine[:1], theirs, strict=False):
        a, b = c.draft.tokens[i].word, c.source.tokens[j].word
        yield Difference("quantity", "unknown", a, b, "both here, one in the source", (i, i + 1))


def _whole_of_kind(c: Compared, mine: Sequence[int]) -> Iterator[Difference]:
    """ "All schools" in the draft where the source says "primary schools"."""
    for i in mine[:1]:
        told = c.words.pairs.get(i + 1, 0)
        kind = told and told - 1 not in c.words.used and c.source.tokens[told - 1].weight > 0
        if kind and c.draft.tokens[i + 1].weight:
            a, b = c.draft.words([i, i + 1]), c.source.words([told - 1, told])
            yield Difference("quantity", "unknown", a, b, "all here, one kind in the source", (i, i + 1))


def _all_of_some(c: Compared, mine: Sequence[int]) -> Iterator[Difference]:
    """ "All workers" in the draft where the source counts some: "70 workers"; "the 70 workers" may be all."""
    for i in mine[:1]:
        noun = next((k for k in range(i + 1, min(i + _NEAR, len(c.draft.tokens))) if c.draft.tokens[k].weight > 0), -1)
        told = c.words.pairs.get(noun, 0)
        theirs = next((where for _, where in c.source.quantities if where[0] < told <= where[1]), None)
        if theirs is None or any(t.key.isdecimal() for t in c.draft.tokens[i:noun]):
            continue
        before = c.source.tokens[max(0, theirs[0] - _HEDGED) : theirs[0]]
        if not any(t.word.lower() in _DETERMINERS or t.base in lists.degrees("total") for t in before):
            a, b = c.draft.words([i, noun]), c.source.words(range(theirs[0], told + 1))
            yield Difference("quantity", "unknown", a, b, "all here, a number in the source", (i, i + 1))


def _counts_a_part(side: Side, n: int) -> bool:
    """Whether "14 of 16", "14 out of 16", "three of her" begins at a token."""
    words = [t.key for t in side.tokens[n : n + _NEAR]]
    numbers = [word for word in words if word.isdecimal()]
    if words[:1] == numbers and words[1:2] == ["of"] and words[2:3] and words[2] in _DETERMINERS:
        return True
    return len(numbers) == 2 and words[0] == numbers[0] != numbers[1] and "of" in words[1 : words.index(numbers[1])]


def _majority(c: Compared) -> Iterator[Difference]:
    """ "Most" in the draft where the source gives a share below a half, "few" where it gives one above."""
    shares = [q for q, where in c.source.quantities if q.unit in _SHARES and q.value is not None and c.lost(where)]
    for i in _alone(c.draft, c.words.pairs):
        word = c.draft.tokens[i].word.lower()
        against = [q for q in shares if _is_other_half(word, q)] or _other_part(c, word)
        if against and len(shares) <= 1 and not any(q.unit in _SHARES for q, _ in c.draft.quantities):
            yield Difference("quantity", "different", word, against[0].text, "not that share", (i, i + 1))
            return


def _other_part(c: Compared, word: str) -> list[Quantity]:
    """A count of the source that the draft lacks, where it is less than half of the one other count of both."""
    counts = [(q, where) for q, where in c.source.quantities if not q.unit and q.value]
    if word not in _MOST or len(counts) != _PARTED:
        return []
    parts = [q for q, where in counts if c.lost(where)]
    wholes = [q for q, where in counts if not c.lost(where)]
    return [p for p in parts for w in wholes if p.value and w.value and p.value < w.value * _HALF]


def _greater_part(c: Compared) -> Iterator[Difference]:
    """A greater part in the draft than in the source: "most of the jobs", "many of the jobs"."""
    words = [[t.word.lower() for t in side.tokens] for side in (c.draft, c.source)]
    mine = [i for i in _alone(c.draft, c.words.pairs) if words[0][i] in _RANKS]
    theirs = [j for j in _alone(c.source, c.words.used) if words[1][j] in _RANKS]
    for i, j in zip(mine, theirs, strict=False):
        following = c.words.pairs.get(i + 1)
        if _RANKS.index(words[0][i]) > _RANKS.index(words[1][j]) and following == j + 1:
            reason = "a smaller part in the source"
            yield Difference("quantity", "unknown", words[0][i], words[1][j], reason, (i, i + 1))
            return


def _ordinal(c: Compared) -> Iterator[Difference]:
    """Another rank right before the same noun ("its third win", "its fifth win"), or one that the source has not."""
    for i, token in enumerate(c.draft.tokens[:-1]):
        there = c.words.pairs.get(i + 1, 0) - 1
        if there < 0 or not opposites.of_class(token.word.lower(), "ordinal") or _is_share(c.draft, i):
            continue
        if c.words.pairs.get(i, -1) + 1 == len(c.source.tokens):
            continue  # "lost the first race and won the second"
        other = c.source.tokens[there].word
        if opposites.exclusive(token.word.lower(), other.lower()) == "ordinal":
            yield Difference("quantity", "different", token.word, other, "another rank", (i, i + 1))
            return
        if i not in c.words.pairs and not any(t.is_number for t in c.source.tokens[there : there + 1]):
            yield Difference("quantity", "unknown", token.word, "", "the source gives no such rank", (i, i + 1))
            return


def _each(c: Compared) -> Iterator[Difference]:
    """A figure of each one in the draft that the source gives of all."""
    told = any(t.word.lower() in _SEVERALLY for t in c.source.tokens)
    figures = [where for _, where in c.draft.quantities if not c.added(where)]
    own = [i for i in _alone(c.draft, c.words.pairs) if c.draft.tokens[i].word.lower() in _SEVERALLY]
    if own and figures and not told and not any(low <= own[0] < high for low, high in figures):
        word = c.draft.tokens[own[0]].word
        yield Difference("quantity", "unknown", word, "", "the source gives it of all", (own[0], own[0] + 1))


def _is_other_half(word: str, share: Quantity) -> bool:
    assert share.value is not None
    half = share.value / (100 if share.unit == "%" else 1) - _HALF
    return half < 0 if word in _MOST else half > 0 if word in _FEW else False


def _multiple(c: Compared) -> Iterator[Difference]:
    """Multiples that differ, or that the source does not give."""
    mine, theirs = _multiples(c.draft), _multiples(c.source)
    for where, times in mine:
        if where[0] in c.words.pairs or _is_share(c.draft, where[0]) or any(times == other for _, other in theirs):
            continue
        others = [place[0] for place, _ in theirs if place[0] not in c.words.used]
        b = c.source.tokens[others[0]].word if others else ""
        reason = "another multiple" if others else "the source gives no such multiple"
        verdict: Verdict = "different" if others else "unknown"
        yield Difference("quantity", verdict, c.draft.words(range(*where)), b, reason, where)


def _is_share(side: Side, i: int) -> bool:
    """Whether a token stands in a share, which is compared as a figure: "a third of the votes", "nearly half"."""
    return any(q.unit == "fraction" and where[0] <= i < where[1] for q, where in side.quantities)


def _multiples(side: Side) -> list[tuple[Range, str]]:
    """Where a side says how many times, and how many; "half a dozen" is a number."""
    found = []
    numbers = {i for q, where in side.quantities if not q.unit for i in range(*where)}
    for i, token in enumerate(side.tokens):
        if token.base in _MULTIPLES and i not in numbers:
            found.append(((i, i + 1), _MULTIPLES[token.base]))
        elif i and token.word.lower() in _TIMES and side.tokens[i - 1].key.isdecimal():
            found.append(((i - 1, i + 1), side.tokens[i - 1].key))
    return found


def _direction(c: Compared) -> Iterator[Difference]:
    """ "Fell" beside a figure in the draft, "up" beside it in the source."""
    for here, there in (("up", "down"), ("down", "up")):
        mine = [i for i in _alone(c.draft, c.words.pairs) if c.draft.tokens[i].base in lists.degrees(here)]
        theirs = [j for j in _alone(c.source, c.words.used) if c.source.tokens[j].base in lists.degrees(there)]
        said = any(t.base in lists.degrees(here) for t in c.source.tokens)
        said |= any(t.base in lists.degrees(there) for t in c.draft.tokens)
        if said or not any(_beside_one_figure(c, i, j) for i in mine for j in theirs):
            continue
        a, b = c.draft.tokens[mine[0]].word, c.source.tokens[theirs[0]].word
        yield Difference("action", "different", a, b, "the opposite", (mine[0], mine[0] + 1))
        return


def _beside_one_figure(c: Compared, i: int, j: int) -> bool:
    near = range(max(0, i - _NEAR), min(len(c.draft.tokens), i + _NEAR + 1))
    figures = [c.words.pairs[k] for k in near if c.draft.tokens[k].is_number and k in c.words.pairs]
    return any(abs(place - j) <= 2 * _NEAR for place in figures)


def _than(c: Compared) -> Iterator[Difference]:
    """What is compared exchanged ("A lent more than B", "B lent more than A"), or "more" and "less" than one thing."""
    mine, theirs = _place(c.draft), _place(c.source)
    for i in mine:
        after = [k for k in c.draft.telling(range(i + 1, i + 1 + _NEAR)) if k in c.words.pairs]
        here = next((j for j in theirs if any(0 < c.words.pairs[k] - j <= _NEAR for k in after)), None)
        if here is not None and i and here and _turned(c, i - 1, here - 1):
            a, b = c.draft.tokens[i - 1].word, c.source.tokens[here - 1].word
            yield Difference("action", "different", a, b, "the opposite", (i - 1, i))
            return
        if here is None and len(theirs) == len(mine) == 1 and _exchanged(c, i, theirs[0]):
            reason = "each stands in the other's place"
            yield Difference("order", "different", c.draft.words(after), "", reason, (i, i + 1))
            return


def _place(side: Side) -> list[int]:
    """Where "than" compares two things, not a figure with its bound."""
    tokens = side.tokens
    return [
        i
        for i, token in enumerate(tokens)
        if token.word.lower() == "than" and i + 1 < len(tokens) and not tokens[i + 1].key[:1].isdigit()
    ]


def _turned(c: Compared, i: int, j: int) -> bool:
    return lists.are_opposite(c.draft.tokens[i], c.source.tokens[j])


def _exchanged(c: Compared, i: int, j: int) -> bool:
    """Whether what stands behind "than" in the draft stands before it in the source, and the other way round."""
    behind = [c.words.pairs[k] for k in c.draft.telling(range(i + 1, i + 1 + _NEAR)) if k in c.words.pairs]
    before = [c.words.pairs[k] for k in c.draft.telling(range(0, i)) if k in c.words.pairs]
    return any(place < j for place in behind) and any(0 < place - j <= 2 * _NEAR for place in before)


def _alone(side: Side, met: Sequence[int] | dict[int, int] | frozenset[int]) -> list[int]:
    return [n for n in range(len(side.tokens)) if n not in met]
