"""Another filler in the same slot of the same predicate: a date, a place, a person, a nationality."""

import re
from collections.abc import Iterator

from provenance.matching import opposites, slots, worded, words
from provenance.matching.sides import Found, Run, Sides
from provenance.matching.worded import Worded
from provenance.model import TimeRef
from provenance.values import dates

_CALENDAR = re.compile(r"XXXX-(?:WXX-(?P<week>\d)|(?P<month>\d\d)(?:-(?P<day>\d\d))?)")
_FIT = 0.6
"""Share of the rest of a statement that the other must hold."""
_FIT_NEAR = 0.4
"""The same around the very slot."""
_IN = frozenset({"in", "at", "near", "from"})
_AFTER = 8
"""Tokens between a predicate and the preposition of its slot."""
_BEFORE = 4
_BESIDE = 5
"""Tokens between a name and the role that it holds."""


def dated(s: Sides) -> Iterator[Found]:
    """One happening with a date on each side, and the dates do not meet."""
    mine, theirs = dates_of(s.x), dates_of(s.y)
    everywhere = [t for o in s.others for _, t in dates_of(o)]
    if (
        len(mine) != 1
        or not theirs
        or s.x.families & set(opposites.listed("again"))
        or any(_meet(mine[0][1], t) for t in everywhere)
    ):
        return
    (first, last), time = mine[0]
    besides = range(first, last)
    for i in s.x.stated:
        wanted = {k for k in s.x.keys[i] if k[0] in "ws"}
        for j in (j for j in s.y.content if wanted & s.y.keys[j]):
            if not _fits(s, [i, *besides], j):
                continue
            (k, _), other = min(theirs, key=lambda found: (abs(found[0][0] - j), found[0][0]))
            if abs(k - j) <= worded.NEAR:
                yield "time", first, k, f"{time.text!r} and {other.text!r} do not meet"


def dates_of(s: Worded) -> list[tuple[Run, TimeRef]]:
    """The dates of a sentence that its own words tell apart, with their tokens."""
    found = []
    for t in dates.find(s.text):
        held = [i for i, token in enumerate(s.tokens) if t.span.start <= token.start < t.span.end]
        if t.kind in ("date", "range") and held and ((t.start and t.end) or _is_calendar(t)):
            found.append(((held[0], held[-1] + 1), t))
    return found


def _is_calendar(t: TimeRef) -> bool:
    """Whether a time says a weekday, a month or a day of one without its year."""
    return bool(_CALENDAR.fullmatch(t.value or ""))


def _meet(a: TimeRef, b: TimeRef) -> bool:
    """Whether two times can be one: by their days, else by weekday, month and day as far as both say them."""
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


def apart(s: Sides) -> bool:
    """Whether two statements name days that do not meet, or each a name that the other lacks."""
    mine, theirs = dates_of(s.x), dates_of(s.y)
    if mine and theirs and not any(_meet(a, b) for _, a in mine for _, b in theirs):
        return True
    strange = [[i for i in w.named if i in w.keys and not w.keys[i] & o.every] for w, o in ((s.x, s.y), (s.y, s.x))]
    return all(strange)


def _fits(s: Sides, besides: list[int], j: int) -> bool:
    held = worded.share(s.x, besides, s.held) >= _FIT
    return held and s.share_near(besides, j) >= _FIT_NEAR


def placed(s: Sides) -> Iterator[Found]:
    """Another place after the same preposition of the same predicate, where one thing has one place."""
    for i, run in _slots(s.x, _IN):
        if opposites.is_one_of(s.x.tokens[i].base, "place"):
            yield from _other(s, i, run, _IN, "place")


def done_by(s: Sides) -> Iterator[Found]:
    """Another who did it: "written by A", "written by B", "B wrote"."""
    for i in s.x.predicates:
        mine = _agent(s.x, i)
        if mine is None or _is_known(s, mine):
            continue
        wanted = {k for k in s.x.keys[i] if k[0] in "ws"}
        for j in (j for j in s.y.predicates if wanted & s.y.keys[j]):
            other = _agent(s.y, j)
            once = (_is_by(s.x, i, mine) and _is_by(s.y, j, other or mine)) or opposites.is_one_of(
                s.x.tokens[i].base, "act"
            )
            if other is None or not once or s.x.denied(i) is not False or s.y.denied(j) is not False:
                continue
            if (
                _fits(s, [i, *range(*mine)], j)
                and not keys(s.y, other) & s.x.every
                and not one_holds(s.x, mine, s.y, other)
            ):
                yield "actor", mine[0], other[0], f"{s.x.cut(mine)!r} is not {s.y.cut(other)!r}"


def _agent(s: Worded, i: int) -> Run | None:
    """The name of who does what the predicate `i` says, None where none is near."""
    by = next((k for k in range(i + 1, min(len(s.tokens), i + _AFTER)) if s.tokens[k].lower == "by"), None)
    if s.tags[i] == "P" and by is not None:
        return _name_at(s, by + 1)
    if s.is_passive(i):
        return None
    return next((r for r in reversed(_names(s)) if r[1] <= i and i - r[1] <= 1), None)


def _is_by(s: Worded, i: int, run: Run) -> bool:
    """Whether a name follows its predicate, as after "by"."""
    return run[0] > i


def _other(s: Sides, i: int, run: Run, prepositions: frozenset[str], slot: str) -> Iterator[Found]:
    wanted = {k for k in s.x.keys[i] if k[0] in "ws"}
    if _is_known(s, run):
        return
    for j, other in _slots(s.y, prepositions):
        if not wanted & s.y.keys[j] or s.x.denied(i) is not False or s.y.denied(j) is not False:
            continue
        if _fits(s, [i, *range(*run)], j) and not one_holds(s.x, run, s.y, other):
            yield slot, run[0], other[0], f"{s.x.cut(run)!r} is not {s.y.cut(other)!r}"


def _slots(s: Worded, prepositions: frozenset[str]) -> list[tuple[int, Run]]:
    """(predicate, name): the names that follow one of the prepositions, with the word before it."""
    found = []
    for p, token in enumerate(s.tokens):
        if token.lower in prepositions:
            run = _name_at(s, p + 1)
            heads = [k for k in s.content if p - _AFTER <= k < p and s.tags[k] in "VPBGNS" and k not in s.named]
            if run and heads:
                found += [(heads[-1], run)] if heads[-1] == p - 1 else [(k, run) for k in heads]
    return found


def _name_at(s: Worded, i: int) -> Run | None:
    """The name that begins at token `i`, after an article and words that are no name."""
    for start in range(i, min(len(s.tokens), i + _BEFORE)):
        if start in s.named:
            return start, _end(s, start)
        if s.tags[start] not in "TJNS" and s.tokens[start].lower != "like":
            return None
    return None


def keys(s: Worded, run: Run) -> frozenset[str]:
    """What the words of a stretch can meet."""
    return frozenset(k for i in range(*run) if i in s.keys for k in s.keys[i])


def _is_known(s: Sides, run: Run) -> bool:
    """Whether any word of a name stands in the other statement."""
    return bool(keys(s.x, run) & s.held) or not keys(s.x, run)


def one_holds(x: Worded, a: Run, y: Worded, b: Run) -> bool:
    """Whether two names may be one, or a place in a country."""
    one, other = x.cut(a), y.cut(b)
    countries = [bool(name.lower() in words.countries() or words.nation(name)) for name in (one, other)]
    return countries[0] != countries[1] or slots.same_name(one, other)


def national(s: Sides) -> Iterator[Found]:
    """Another nationality before the same noun."""
    for i in s.x.content:
        mine = words.nation(s.x.tokens[i].text)
        if mine is None or s.x.tags[i] not in "EJ" or s.x.keys[i] & s.held:
            continue
        for j in s.y.content:
            other = words.nation(s.y.tokens[j].text)
            if other in (None, mine) or not _before_one(s, i, j) or not _fits(s, [i], j):
                continue
            yield "wording", i, j, f"{s.x.tokens[i].text!r} against {s.y.tokens[j].text!r}"


def _before_one(s: Sides, i: int, j: int) -> bool:
    """Whether one noun follows both words closely."""
    after = [[k for k in w.content if at < k <= at + _BEFORE and w.tags[k] in "NS"] for w, at in ((s.x, i), (s.y, j))]
    return any(s.x.keys[p] & s.y.keys[q] for p in after[0] for q in after[1])


def roles(s: Sides) -> Iterator[Found]:
    """Another holder of the same office or role: "the capital of X is A", "the capital of X is B"."""
    names = _names(s.x)
    strange = [run for run in names if not _is_known(s, run)]
    if len(strange) != 1 or len(names) < 2:
        return
    for i in s.x.content:
        if not opposites.is_one_of(s.x.tokens[i].base, "role"):
            continue
        if _gap(strange[0], i) > _BESIDE:
            continue
        for j in (j for j in s.y.content if s.y.tokens[j].base == s.x.tokens[i].base):
            others = [r for r in _names(s.y) if _gap(r, j) <= _BESIDE and not keys(s.y, r) & s.x.every]
            if others and _fits(s, [i, *range(*strange[0])], j) and not one_holds(s.x, strange[0], s.y, others[0]):
                yield (
                    "actor",
                    strange[0][0],
                    others[0][0],
                    (f"{s.x.cut(strange[0])!r} is not {s.y.cut(others[0])!r}"),
                )


def _gap(run: Run, i: int) -> int:
    """Tokens between a name and token `i`."""
    return max(run[0] - i, i - run[1] + 1) - 1


def _names(s: Worded) -> list[Run]:
    found: list[Run] = []
    for i in sorted(s.named):
        if i in s.keys and (not found or found[-1][1] <= i):
            found.append((i, _end(s, i)))
    return found


def _end(s: Worded, i: int) -> int:
    """The token after the name that begins at `i`."""
    while i in s.named:
        i += 1
    return i


RULES = (dated, placed, done_by, roles, national)
