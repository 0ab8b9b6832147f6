"""Another filler of the same slot of the same predicate: a date, a place, a person."""

import re
from collections.abc import Iterator

from provenance.extraction import opposites
from provenance.matching.contrasts import agents, days, lists
from provenance.matching.contrasts.sentence import NEAR, Run, Sentence
from provenance.matching.contrasts.sides import Found, Sides
from provenance.matching.signature import namekeys, words
from provenance.model import TimeRef
from provenance.text.quoting import quoted

_CALENDAR = re.compile(r"XXXX-(?:WXX-(?P<week>\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?)")
_IN = frozenset({"in", "at", "near", "from"})
_HOLDS = frozenset({"of", "as", "by"})
_VERBAL = frozenset("VP")
_AFTER = 8
"""Tokens between a predicate and the preposition of its slot."""
_BEFORE_NAME = 4
"""Tokens between a preposition and the name after it."""
_BESIDE = 3
"""Tokens between a name and the role that it holds."""
_Filled = tuple[int, Run]
"""A predicate or role, and the name that fills its slot."""


def dated(s: Sides) -> Iterator[Found]:
    """One happening with a date on each side, and the dates do not meet."""
    mine, theirs = telling_dates(s.x), telling_dates(s.y)
    everywhere = [t for o in s.others for _, t in telling_dates(o)]
    if any(t.start for t in everywhere) and mine and mine[0][1].start:
        everywhere = [t for t in everywhere if t.start]  # "in October" is not of a year long past
    if len(mine) != 1 or not theirs or happens_again(s.x) or any(meet(mine[0][1], t) for t in everywhere):
        return
    run, time = mine[0]
    for i in s.x.stated:
        for j in s.meeting(i):
            other_run, other = min(theirs, key=lambda found: (abs(found[0][0] - j), found[0][0]))
            if abs(other_run[0] - j) <= NEAR and s.fits([i, *range(*run)], j):
                yield Found("time", run, other_run, f"{quoted(time.text)} and {quoted(other.text)} do not meet")


def happens_again(s: Sentence) -> bool:
    """Whether a sentence tells of what happens again and again: another day is another happening."""
    return bool(s.families & set(lists.listed("again")))


def telling_dates(s: Sentence) -> list[tuple[Run, TimeRef]]:
    """The dates of a sentence that can be told apart: days, or a weekday, a month or a day of one without its year."""
    return [(run, t) for run, t in s.dates if (t.start and t.end) or _CALENDAR.fullmatch(t.value or "")]


def meet(a: TimeRef, b: TimeRef) -> bool:
    """Whether two times can be one: by their days, else by weekday, month and day as far as both say them."""
    if days.is_counted_back(a) != days.is_counted_back(b):
        return True  # which year "three years ago" was, nothing says
    if a.start and a.end and b.start and b.end:
        return a.start < b.end and b.start < a.end
    x, y = _calendar(a), _calendar(b)
    return not x or not y or x[0] != y[0] or all(p == q for p, q in zip(x[1:], y[1:], strict=False))


def _calendar(t: TimeRef) -> tuple[str, ...]:
    """("W", weekday), or ("D", month, day); empty where a time says neither."""
    found = _CALENDAR.fullmatch(t.value or "")
    if found is None:
        return ("D", f"{t.start:%m}", f"{t.start:%d}") if t.start and t.end and (t.end - t.start).days == 1 else ()
    return ("W", found["week"]) if found["week"] else ("D", *(part for part in (found["month"], found["day"]) if part))


def placed(s: Sides) -> Iterator[Found]:
    """Another place after the preposition of a predicate that has one place."""
    here = [(i, run) for i, run in _places(s.x) if lists.is_one_of(s.x.tokens[i].base, "place")]
    yield from _other(s, "place", here, _places(s.y))


def done_by(s: Sides) -> Iterator[Found]:
    """Another who did it: "written by A", "written by B"; "B wrote" where one does it once and alone."""
    for x, y in ((True, True), (True, False), (False, True), (False, False)):
        alone = x and y
        mine = [(i, r) for i, r in _agents(s.x, by=x) if alone or lists.is_one_of(s.x.tokens[i].base, "act")]
        yield from _other(s, "actor", mine, _agents(s.y, by=y))


def held_by(s: Sides) -> Iterator[Found]:
    """Another holder of one office or role: "the capital of X is A", "the capital of X is B"."""
    strange = [run for run in s.x.names if not s.knows(run)]
    others = [run for run in s.y.names if not s.y.keys_of(range(*run)) & s.x.held]
    if len(strange) == 1 and len(s.x.names) > 1:
        yield from _other(s, "actor", _holders(s.x, strange), _holders(s.y, others))


def _other(s: Sides, slot: str, mine: list[_Filled], theirs: list[_Filled]) -> Iterator[Found]:
    """Pairs of one predicate with names in its slot, where that of `x` stands nowhere else, or each right beside it."""
    for i, run in mine:
        known = s.knows(run)
        if s.x.denied(i) is not False or (known and not _is_beside(s.x, i, run)):
            continue
        for j, other in theirs:
            if known and not (_is_beside(s.y, j, other) and _fills_no_other(s, i, run, theirs)):
                continue
            if not s.x.word_keys(i) & s.y.keys[j] or s.y.denied(j) is not False or not s.fits([i, *range(*run)], j):
                continue
            if not s.y.keys_of(range(*other)) & s.x.held and not may_be_one(s.x, run, s.y, other):
                yield Found(slot, run, other, f"{quoted(s.x.cut(run))} is not {quoted(s.y.cut(other))}")


def _is_beside(s: Sentence, i: int, run: Run) -> bool:
    """Whether a name follows its predicate at once, but for words like "in" and "by"."""
    return s.tags[i] in _VERBAL and all(s.tags[k] in "ITRX" for k in range(i + 1, run[0]))


def _fills_no_other(s: Sides, i: int, run: Run, theirs: list[_Filled]) -> bool:
    """Whether a name of `x` fills the slot of its predicate nowhere in `y`, and no predicate of `y` has it twice."""
    keys = s.x.keys_of(range(*run))
    same = [r for j, r in theirs if s.x.word_keys(i) & s.y.keys[j]]
    return len(same) == 1 and not any(keys & s.y.keys_of(range(*r)) for r in same)


def _places(s: Sentence) -> list[_Filled]:
    """The names that follow a preposition of place, with the word before it, or those shortly before."""
    found = []
    for p, token in enumerate(s.tokens):
        run = _name_at(s, p + 1) if token.lower in _IN else None
        if run:
            heads = [k for k in s.content if p - _AFTER <= k < p and s.tags[k] in "VPBGNS" and k not in s.named]
            found += [(k, run) for k in (heads[-1:] if heads[-1:] == [p - 1] else heads)]
    return found


def _name_at(s: Sentence, i: int) -> Run | None:
    """The name that begins at token `i`, after an article and words that are no name."""
    for start in range(i, min(len(s.tokens), i + _BEFORE_NAME)):
        if start in s.named:
            return s.run(start)
        if s.tags[start] not in "TJNS":
            return None
    return None


def _agents(s: Sentence, *, by: bool) -> list[_Filled]:
    """Predicates with who does what they say: the name after "by", else the one right before them."""
    found = []
    for i in s.predicates:
        if by:
            at = agents.marker(s, i)
            run = None if at is None else _name_at(s, at + 1)
        else:
            run = None if agents.is_passive(s, i) else next((r for r in s.names if i - 1 <= r[1] <= i), None)
        found += [(i, run)] if run else []
    return found


def _holders(s: Sentence, runs: list[Run]) -> list[_Filled]:
    """The roles of a sentence, each with the nearest of some names beside it."""
    found = []
    for i in (i for i in s.content if lists.is_one_of(s.tokens[i].base, "role")):
        near = [r for r in runs if _is_of(s, r, i)]
        gap, run = min(((_gap(r, i), r) for r in near), default=(_BESIDE + 1, (0, 0)))
        found += [(i, run)] if gap <= _BESIDE else []
    return found


def _is_of(s: Sentence, run: Run, i: int) -> bool:
    """Whether no other predicate or preposition than "of", "as" and "by" stands between a name and a role."""
    between = range(min(run[1], i + 1), max(run[0], i))
    return not any(s.tags[k] in "VPBGI" and s.tokens[k].lower not in _HOLDS for k in between)


def _gap(run: Run, i: int) -> int:
    """Tokens between a name and token `i`."""
    return max(run[0] - i, i - run[1] + 1) - 1


def may_be_one(x: Sentence, a: Run, y: Sentence, b: Run) -> bool:
    """Whether two names may be one, or a place in a country."""
    one, other = x.cut(a), y.cut(b)
    return _width(one) != _width(other) or namekeys.same_name(one, other)


def _width(name: str) -> int:
    """How wide a place is: 2 for a continent, 1 for a country, 0 for any other name."""
    if opposites.of_class(name.lower(), "continent"):
        return 2
    return int(name.lower() in words.countries() or words.nation(name) is not None)


RULES = (dated, placed, done_by, held_by)
