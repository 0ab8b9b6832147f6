"""Two statements in the same words but for one place: a name, a figure, a denial, an office, or two roles exchanged."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from provenance.extraction.lexicon import noun_class, synonym
from provenance.matching import fillers, opposites
from provenance.matching.sides import Found, Run, Sides
from provenance.matching.worded import Worded

_LEAST = 3
"""Words that two statements must share at least."""
_LOCAL = frozenset({"in", "at", "near", "from", "to"})


def edited(s: Sides) -> Iterator[Found]:
    """One name or figure in the place of another, all else being the same words."""
    edit = _only(s)
    if edit is None:
        return
    a, b = edit
    slot = _slot(s, a, b)
    if slot and s.x.denied(a[0]) is False and s.y.denied(b[0]) is False:
        yield slot, a[0], b[0], f"{s.x.cut(a)!r} is not {s.y.cut(b)!r}, the other words are the same"


def _only(s: Sides) -> tuple[Run, Run] | None:
    """The one stretch in which the words differ; None where there is none, or one that only one side has."""
    x, y = _words(s.x), _words(s.y)
    mine, theirs = [s.x.tokens[i].lower for i in x], [s.y.tokens[j].lower for j in y]
    before = _alike(mine, theirs)
    after = _alike(mine[before:][::-1], theirs[before:][::-1])
    low, high = x[before : len(x) - after], y[before : len(y) - after]
    if not low or not high or before + after < _LEAST:
        return None
    return (low[0], low[-1] + 1), (high[0], high[-1] + 1)


def _alike(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _words(s: Worded) -> list[int]:
    return [i for i, t in enumerate(s.tokens) if t.is_word and t.lower not in ("the", "a", "an")]


def _slot(s: Sides, a: Run, b: Run) -> str:
    """The slot in which two stretches exclude each other; empty where they may say one thing."""
    x, y = s.x, s.y
    if all(i in w.named for w, run in ((x, a), (y, b)) for i in range(*run)):
        if x.every & fillers.keys(y, b) or y.every & fillers.keys(x, a) or fillers.one_holds(x, a, y, b):
            return ""
        if x.families & set(opposites.listed("again")):
            return ""
        return "place" if a[0] and x.tokens[a[0] - 1].lower in _LOCAL else "actor"
    if _is_number(x, a) and _is_number(y, b):
        return "quantity"
    if _rank(x, a) and _rank(x, a)[1:] == _rank(y, b)[1:]:
        return "wording"
    return "actor" if _is_office(x, a) and _is_office(y, b) else ""


def _rank(s: Worded, run: Run) -> tuple[str, ...]:
    """Rank and superlative of one word: ("third", "largest"), ("", "largest"); empty for any other stretch."""
    rank, _, word = s.tokens[run[0]].lower.rpartition("-")
    known = run[1] - run[0] == 1 and word.endswith("est") and rank in ("", *opposites.listed("rank"))
    return (rank, word) if known else ()


def _is_number(s: Worded, run: Run) -> bool:
    """Whether a stretch is a bare figure that counts: no number of a flight, no part of a date."""
    if any(s.tags[i] != "#" or not s.tokens[i].text[0].isdigit() for i in range(*run)):
        return False
    return not (run[0] and run[0] - 1 in s.named) and not any(
        first < run[1] and run[0] < end for (first, end), _ in fillers.dates_of(s)
    )


def _is_office(s: Worded, run: Run) -> bool:
    """Whether one word says which minister, director or captain is meant."""
    following = s.tokens[run[1]].base if s.tags[run[1] : run[1] + 1] in ("N", "S") else ""
    plain = run[1] - run[0] == 1 and s.tags[run[0]] in "NJ" and noun_class(s.tokens[run[0]].text) is None
    return plain and opposites.is_one_of(following, "role")


def negated(s: Sides) -> Iterator[Found]:
    """A denying word that only one of two statements in the same words has."""
    x, y = s.x, s.y
    for j, token in enumerate(y.tokens):
        if token.lower not in ("not", "never", "no"):
            continue
        rest = [t.lower for k, t in enumerate(y.tokens) if k != j and t.is_word]
        if rest == [t.lower for t in x.tokens if t.is_word] and j + 1 < len(y.tokens):
            i = min(max(j, 0), len(x.tokens) - 1)
            yield "action", i, j + 1, f"{y.tokens[j + 1].text!r} is denied on one side only"


def exchanged(s: Sides) -> Iterator[Found]:
    """The same words with two names exchanged: "A beat B", "B beat A"."""
    x, y = s.x, s.y
    mine, theirs = ([t.lower for t in w.tokens if t.is_word] for w in (x, y))
    if sorted(mine) != sorted(theirs) or mine == theirs:
        return
    changed = [k for k, (p, q) in enumerate(zip(mine, theirs, strict=True)) if p != q]
    words = ([i for i, t in enumerate(w.tokens) if t.is_word] for w in (x, y))
    at_x, at_y = ([held[k] for k in changed] for held in words)
    capital = all(w.tokens[i].text[0].isupper() for w, at in ((x, at_x), (y, at_y)) for i in at)
    between = [i for i in range(at_x[0], at_x[-1]) if x.tags[i] in "VPBJ" and i not in at_x]
    acts = [i for i in between if i in x.keys]
    if not capital or not acts or any(opposites.is_one_of(x.tokens[i].base, "mutual") for i in acts):
        return
    yield "actor", at_x[0], at_y[0], f"{x.tokens[at_x[0]].text!r} and {y.tokens[at_y[0]].text!r} have changed places"


def ranked(s: Sides) -> Iterator[Found]:
    """A deputy on one side: "the head of the institute", "the deputy head of the institute"."""
    x, y = s.x, s.y
    mine, theirs = _words(x), _words(y)
    for at, j in enumerate(theirs[:-1]):
        rest = [y.tokens[k].lower for k in theirs if k != j]
        if y.tokens[j].lower in opposites.listed("deputy") and rest == [x.tokens[i].lower for i in mine]:
            yield "actor", mine[at], j, f"{y.cut((j, theirs[at + 1] + 1))!r} on one side only"


def other_noun(s: Sides) -> bool:
    """Whether the two are the same words but for one stretch of nouns that nothing shows to be one thing."""
    edit = _only(s)
    if edit is None:
        return False
    runs = [(w, [i for i in range(*run) if i in w.content]) for w, run in zip((s.x, s.y), edit, strict=True)]
    if not all(held and all(w.tags[i] in "NSE" for i in held) for w, held in runs):
        return False
    (x, mine), (y, theirs) = runs
    said = [{synonym(w.tokens[i].base) for i in held} for w, held in runs]
    return not said[0] & said[1] and not fillers.keys(x, _span(mine)) & fillers.keys(y, _span(theirs))


def _span(held: Sequence[int]) -> Run:
    return held[0], held[-1] + 1


RULES = (edited, ranked, negated, exchanged)
