"""Contrasts: two statements put side by side that fit but for one place, and cannot both hold there.

Whoever lays two statements next to each other takes them to speak of one matter; this is asked only then, never of the
sentences of two documents. Each rule wants the rest of the shorter statement in the longer one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from provenance.extraction.lexicon import noun_class
from provenance.extraction.tokens import Token
from provenance.matching import edits, exchange, fillers, opposites, worded
from provenance.matching.relation import Match
from provenance.matching.sides import Found, Sides
from provenance.matching.worded import Worded
from provenance.model import SlotComparison

_BE = frozenset({"is", "was", "are", "were", "be"})
_WAYS = {
    "before": ("after",),
    "after": ("before",),
    "to": ("from",),
    "into": ("from",),
    "from": ("to", "into"),
    "for": ("against",),
    "against": ("for",),
    "with": ("without",),
    "without": ("with",),
    "inside": ("outside",),
    "outside": ("inside", "in"),
    "in": ("outside",),
    "above": ("below", "under"),
    "over": ("under", "below"),
    "below": ("above", "over"),
    "under": ("over", "above"),
}
"""Prepositions that exclude each other before one thing."""
_DONE = frozenset({"asserted", "planned"})
_SAID = _DONE | {"asked", "ordered", "possible", "expected"}
_OPEN = frozenset({"possible", "expected"})
_CLOSE = 6
_SOME = 0.2
_LONGER = 2
"""Content words by which the statement looked for may be longer than the other."""
_NEXT = 3
_WIDE = 8


@dataclass(frozen=True, slots=True)
class Contrast:
    """Where two statements part: the slot, the words of each, and why both cannot hold."""

    slot: str
    a: str
    b: str
    reason: str


def contrasted(m: Match, a: Sequence[str], b: Sequence[str]) -> Match:
    """The match of two statements, given as their sentences, as a conflict where the two part; else as it is.

    Words that exclude each other tell nothing where time or place is another.
    """
    if m.comparison.relation in ("conflicts", "supersedes"):
        return exchange.turned(m) if m.x is None else m
    found = contrast(a, b, m.a.claim.sentence.quote, m.b.claim.sentence.quote)
    verdicts = {s.slot: s.verdict for s in m.comparison.slots}
    if found is None and m.comparison.relation == "corroborates" and _of_other_things(m):
        return replace(m, comparison=m.comparison.model_copy(update={"relation": "related"}))
    if found is None or (found.slot == "action" and "different" in (verdicts["time"], verdicts["place"])):
        return m
    if found.slot == "quantity" and not (m.a.figures and m.b.figures):
        return m  # another clause of the sentences holds the figure
    slot = SlotComparison(slot=found.slot, verdict="different", a=found.a, b=found.b, reason=found.reason)
    slots = tuple(slot if s.slot == found.slot else s for s in m.comparison.slots)
    slots = slots if slot in slots else (slot, *slots)
    return replace(m, comparison=m.comparison.model_copy(update={"relation": "conflicts", "slots": slots}))


def _of_other_things(m: Match) -> bool:
    """Whether two statements in the same words speak of two things: "paintings were stolen", "jewels were stolen"."""
    x, y = (worded.read(s.claim.sentence.quote) for s in (m.a, m.b))
    return edits.other_noun(Sides(x, y, [y]))


@lru_cache(maxsize=256)
def _contrast(a: tuple[str, ...], b: tuple[str, ...], x: str, y: str) -> Contrast | None:
    left, right = worded.read(x), worded.read(y)
    ways = sorted(
        ((left, right, b, False), (right, left, a, True)), key=lambda way: (len(way[0].content), way[0].text)
    )  # the same first way, whichever statement is given first
    ways = [way for way in ways if len(way[0].content) <= len(way[1].content) + _LONGER]
    for rule in RULES:
        for p, q, around, flipped in ways:
            for slot, i, j, reason in rule(Sides(p, q, [worded.read(text) for text in around])):
                said = p.word(i), q.word(j)
                return Contrast(slot, *(said[::-1] if flipped else said), reason)
    return None


def contrast(a: Sequence[str], b: Sequence[str], x: str, y: str) -> Contrast | None:
    """The first contrast of the sentences `x` of statement `a` and `y` of statement `b`, None where there is none."""
    return _contrast(tuple(a), tuple(b), x, y)


def _denial(s: Sides) -> Iterator[Found]:
    """A word that one states and the other denies."""
    x, y = s.x, s.y
    for i in x.stated:
        wanted = {k for k in x.keys[i] if k[0] in "ws"}
        met = [j for j in y.content if wanted & y.keys[j]]
        if not met:
            continue
        j = max(met, key=lambda k: (s.near(i, k), -k))
        if {x.denied(i), y.denied(j)} != {True, False} or not s.fits(i, j):
            continue
        if y.modality(j) not in (_SAID if y.denied(j) else _DONE):
            continue
        no, yes = (x.tokens[i], y.tokens[j]) if x.denied(i) else (y.tokens[j], x.tokens[i])
        yield "action", i, j, f"{no.text!r} is denied on one side, {yes.text!r} stated on the other"


def _without(s: Sides) -> Iterator[Found]:
    """A noun that one side states and the other is without."""
    x, y = s.x, s.y
    for i in (i for i in x.content if x.tags[i] in "NS" and x.denied(i) is False):
        for j in (j for j in y.content if x.tokens[i].base == y.tokens[j].base and y.is_none_of(j)):
            if s.fits(i, j):
                reason = f"{x.tokens[i].text!r} is stated on one side, the other is without it"
                yield "action", i, j, reason


def _nothing(s: Sides) -> Iterator[Found]:
    """None of a thing on one side, a number of it on the other: "no cargo", "five tonnes of cargo"."""
    x, y = s.x, s.y
    pairs = [(i, j) for i in x.content for j in y.content if x.tokens[i].base == y.tokens[j].base]
    for i, j in pairs:
        (p, none), (q, some) = ((x, i), (y, j)) if x.is_no(i) else ((y, j), (x, i))
        counted = q.number_of(some)
        if not p.is_no(none) or counted is None or not s.fits(i, j) or fillers.apart(s):
            continue
        if p.denied(none) is not True or q.denied(some) is not False:
            continue
        if {p.modality(none), q.modality(some)} == {"asserted"}:
            told = q.cut((counted, some + 1))
            yield "action", i, j, f"no {p.tokens[none].text!r} on one side, {told!r} on the other"


def _undone(s: Sides) -> Iterator[Found]:
    """What one side tells as done and the other only as what may be done: "offered to leave", "allowed to return"."""
    x, y = s.x, s.y
    for i in x.stated:
        if x.tags[i] not in "VP" or x.denied(i) is not False or x.modality(i) != "asserted":
            continue
        wanted = {k for k in x.keys[i] if k[0] in "ws"}
        met = [(o is y, j, o) for o in s.others for j in o.content if wanted & o.keys[j]]
        if not met or any(o.modality(j) not in _OPEN or not _is_infinitive(o, j) for _, j, o in met):
            continue
        for j in (j for here, j, _ in met if here and s.fits(i, j)):
            reason = f"{x.tokens[i].text!r} is told as done on one side, as only possible on the other"
            yield "action", i, j, reason


def _ways(s: Sides) -> Iterator[Found]:
    """The same complement after opposed prepositions: "before the vote", "after the vote"."""
    x, y = s.x, s.y
    for i in (i for i, t in enumerate(x.tokens) if t.lower in _WAYS):
        for j in (j for j, t in enumerate(y.tokens) if t.lower in _WAYS[x.tokens[i].lower]):
            after = [[k for k in w.content if at < k <= at + _NEXT][:1] for w, at in ((x, i), (y, j))]
            if not after[0] or not after[1] or not x.keys[after[0][0]] & y.keys[after[1][0]]:
                continue
            before = [[k for k in w.predicates if at - _WIDE <= k < at] for w, at in ((x, i), (y, j))]
            if any(x.keys[p] & y.keys[q] for p in before[0] for q in before[1]) and s.fits(i, j):
                yield "action", i, j, f"{_phrase(x, i, after[0][0])!r} against {_phrase(y, j, after[1][0])!r}"


def _phrase(s: Worded, first: int, last: int) -> str:
    return s.text[s.tokens[first].start : s.tokens[last].end]


def _is_infinitive(s: Worded, i: int) -> bool:
    before = [t.lower for t in s.tokens[max(0, i - 2) : i]]
    return "to" in before or (s.tags[i] == "B" and before[-1:] in (["may"], ["might"], ["could"]))


def _opposites(s: Sides) -> Iterator[Found]:
    """A word in place of its opposite: neither stands on the other side."""
    x, y = s.x, s.y
    for i in _polar(x):
        for j in _polar(y):
            if not opposites.opposed(x.tokens[i].base, y.tokens[j].base) or exchange.is_converse(x, i, y, j):
                continue
            if x.denied(i) != y.denied(j) or x.denied(i) is None or not s.fits(i, j) or not _of_one(x, y, i, j):
                continue
            if (
                worded.share(x, (i,), y.near(j, _CLOSE)) < _SOME
                or any(_stands(x.tokens[i], o) for o in s.others)
                or _stands(y.tokens[j], x)
            ):
                continue
            yield "action", i, j, f"{x.tokens[i].text!r} against {y.tokens[j].text!r}"


def _stands(token: Token, s: Worded) -> bool:
    """Whether a word, or one of its stem, stands in a sentence."""
    own = worded.stem(token.base)
    return any(worded.stem(t.base) == own for t in s.tokens if t.is_word)


def _polar(x: Worded) -> list[int]:
    """The words that may have an opposite."""
    return [i for i, t in enumerate(x.tokens) if t.is_word and (i in x.keys or opposites.is_listed(t.base))]


def _of_one(x: Worded, y: Worded, i: int, j: int) -> bool:
    """Whether two opposites are said of one thing: the same word follows each, where they stand before a noun."""
    after = [[k for k in s.content if at < k < at + _NEXT] for s, at in ((x, i), (y, j))]
    if x.tags[i] not in "JRT#" or y.tags[j] not in "JRT#":
        return True
    return not (after[0] and after[1]) or any(x.keys[p] & y.keys[q] for p in after[0] for q in after[1])


def _kinds(s: Sides) -> Iterator[Found]:
    """One thing, of two kinds that exclude each other: "the second album", "the first album"."""
    x, y = s.x, s.y
    listed = [i for i in range(len(x.tokens)) if opposites.kinds(x.tokens[i].base)]
    for i in listed:
        for j in range(len(y.tokens)):
            if not opposites.exclusive(x.tokens[i].base, y.tokens[j].base) or x.denied(i) or y.denied(j):
                continue
            if not _placed_alike(x, y, i, j) or not s.fits(i, j):
                continue
            if any(opposites.same_kind(x.tokens[i].base, t.base) for o in s.others for t in o.tokens):
                continue
            yield "wording", i, j, f"{x.tokens[i].text!r} against {y.tokens[j].text!r}: one thing is not both"


def _placed_alike(x: Worded, y: Worded, i: int, j: int) -> bool:
    """Whether two words stand before one noun, or both end what follows "is a"."""
    before_one = [[k for k in s.content if at < k < at + _NEXT] for s, at in ((x, i), (y, j))]
    if any(x.keys[p] & y.keys[q] for p in before_one[0] for q in before_one[1]):
        return True
    return _is_complement(x, i) and _is_complement(y, j)


def _is_complement(s: Worded, i: int) -> bool:
    """Whether a noun is what "is a …" says of the subject: nothing but its own phrase in between."""
    if s.tags[i] not in "NS":
        return False
    for j in range(i - 1, max(-1, i - 9), -1):
        if s.tokens[j].lower in _BE:
            return True
        if s.tags[j] not in "TJNERP#C,":
            return False
    return False


def _ranks(s: Sides) -> Iterator[Found]:
    """The highest rank on one side, a lower one on the other: "the longest", "the second longest"."""
    x, y = s.x, s.y
    for i in (i for i, t in enumerate(x.tokens) if t.lower.endswith("est") and x.tags[i] in "JNS"):
        for j in (j for j, t in enumerate(y.tokens) if t.lower == x.tokens[i].lower):
            ranks = [s.tokens[at - 1].lower if at else "" for s, at in ((x, i), (y, j))]
            if len({r if r in opposites.listed("rank") else "" for r in ranks}) > 1 and s.fits(i, j):
                first, second = ((w if w in opposites.listed("rank") else "") for w in ranks)
                told = [" ".join(filter(None, (w, x.tokens[i].lower))) for w in (first, second)]
                yield "wording", i, j, f"{told[0]!r} against {told[1]!r}"


def _sides(s: Sides) -> Iterator[Found]:
    """One place held by both sides of a fight."""
    x, y = s.x, s.y
    for i in (i for i in x.stated if _holds(x, i)):
        for j in (j for j in y.content if _holds(y, j) and x.keys[i] & y.keys[j]):
            mine, theirs = (_side(w, at) for w, at in ((x, i), (y, j)))
            if mine and theirs and mine[1] != theirs[1] and {x.denied(i), y.denied(j)} == {False} and s.fits(i, j):
                held = f"{x.tokens[mine[0]].text!r} hold it here, {y.tokens[theirs[0]].text!r} there"
                yield "actor", mine[0], theirs[0], held


def _holds(s: Worded, i: int) -> bool:
    return "f:HOLD" in s.keys[i]


def _side(s: Worded, i: int) -> tuple[int, str] | None:
    """The noun of a side nearest before a predicate, with the side."""
    for k in range(i - 1, max(-1, i - _WIDE), -1):
        kind = noun_class(s.tokens[k].text)
        if kind and kind.side:
            return k, kind.side
    return None


RULES: tuple[Callable[[Sides], Iterator[Found]], ...] = (
    _denial,
    _without,
    _nothing,
    _opposites,
    _ways,
    _undone,
    _kinds,
    _ranks,
    _sides,
    exchange.swapped,
    *fillers.RULES,
    *edits.RULES,
)
