"""What one person is only once: how somebody died, of which nation somebody is."""

from collections.abc import Iterator

from provenance.matching.contrasts import lists
from provenance.matching.contrasts.sentence import BE, Run, Sentence
from provenance.matching.contrasts.sides import FIT, Found, Sides, share
from provenance.matching.signature import words
from provenance.text.quoting import quoted

_MANNERS = ("ill", "violent", "accidental", "own_hand")
_DEATH = "DIE"
_REACH = 12
"""Tokens around a word of death in which its manner stands."""
_BEFORE = 4
"""Tokens before a name in which the nation stands: "the Danish brewer Holt"."""


def died_of(s: Sides) -> Iterator[Found]:
    """One person's death by illness here, by violence, accident or own hand there."""
    mine, theirs = _manners(s.x), [_manners(o) for o in s.others]
    told = {manner for held in theirs for manner in held.values()}
    if len({*mine.values()}) != 1 or not told or told & {*mine.values()} or not _is_of_one_person(s):
        return
    at = next(iter(mine))
    for j in _manners(s.y):
        if share(s.x, mine, s.held) >= FIT and not s.x.denied(at) and not s.y.denied(j):
            here, there = quoted(s.x.tokens[at].text), quoted(s.y.tokens[j].text)
            yield Found("action", (at, at + 1), (j, j + 1), f"one dies of {here} or of {there}, not of both")


def _is_of_one_person(s: Sides) -> bool:
    """Whether the first name of the shorter statement is a name of the other, before its death too."""
    deaths = [j for j in s.y.content if _DEATH in s.y.happenings(j)]
    if not s.x.names or not deaths:
        return False
    keys = s.x.keys_of(range(*s.x.names[0]))
    before = [r for r in s.y.names if r[0] < deaths[0]]
    return bool(before) and bool(keys & s.y.keys_of(range(*before[0])))


def _manners(s: Sentence) -> dict[int, str]:
    """The words near a death that tell how somebody died, with the manner."""
    deaths = [j for j in s.content if _DEATH in s.happenings(j)]
    near = [i for i in s.content if any(abs(i - j) <= _REACH for j in deaths)]
    found = ((i, manner) for i in near for manner in _MANNERS if lists.is_one_of(s.tokens[i].base, manner))
    return dict(found)


def of_nation(s: Sides) -> Iterator[Found]:
    """One person or company of two nations: "Ott is a Danish runner", "the Norwegian Ott"."""
    at = _complement(s.x)
    if at is None or not s.x.names or s.x.denied(at):
        return
    mine, name = words.nation(s.x.tokens[at].text), s.x.names[0]
    keys = s.x.keys_of(range(*name))
    if name[1] > at or any(mine == words.nation(t.text) for o in s.others for t in o.tokens):
        return
    for run in s.y.names:
        j = _nation_before(s.y, run, keys)
        if j is not None:
            here, there = quoted(s.x.tokens[at].text), quoted(s.y.tokens[j].text)
            yield Found("wording", (at, at + 1), (j, j + 1), f"{here} against {there}: one name is not of both")


def _complement(s: Sentence) -> int | None:
    """The nation in what follows the first "is a", where it is all that is said."""
    verb = next((i for i, t in enumerate(s.tokens) if s.tags[i] in "VX"), None)
    if verb is None or s.tokens[verb].lower not in BE or s.predicates:
        return None
    return next((i for i in range(verb + 1, len(s.tokens)) if words.nation(s.tokens[i].text)), None)


def _nation_before(s: Sentence, run: Run, keys: frozenset[str]) -> int | None:
    """The nation right before a name that holds one of some keys, or that begins the name itself."""
    held = next((i for i in range(*run) if i in s.keys and s.keys[i] & keys), None)
    if held is None:
        return None
    for i in range(held - 1, max(-1, held - 1 - _BEFORE), -1):
        if words.nation(s.tokens[i].text.removesuffix("'s")):
            return i
        if s.tags[i] not in "NSJE":
            return None
    return None


RULES = (died_of, of_nation)
