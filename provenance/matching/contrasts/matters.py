"""Two statements that speak of two things: they part in a date, a name or a noun besides what is compared.

What differs in one place is a conflict; "profit at home fell 9 %" and "profit abroad rose 4 %" differ in two.
"""

from collections.abc import Iterator

from provenance.extraction import thesaurus
from provenance.matching.contrasts import agents, fillers
from provenance.matching.contrasts.sentence import Run, Sentence
from provenance.matching.contrasts.sides import Found, Sides

_PHRASE = frozenset("NSEJT#R")
"""Tags of the words of a noun phrase."""
_OBJECT = frozenset({"for", "of", "to", "against", "with"})
_CONTRAST = "in contrast"
"""Stands for the verbs in contrast, whose objects must be one."""
_LOCAL = frozenset({"in", "at", "near"})
_MET = 0.6
"""Share of what a statement tells that a longer one must hold for the two to agree."""
_LONGER = 1.5
"""Telling words of the longer one, as a multiple, from which it tells enough to hold the shorter one."""
_Phrase = tuple[str, list[int]]
"""The preposition or verb before a phrase, "" for the subject, with its telling words but for numbers and dates."""


def apart(s: Sides, x: Run = (0, 0), y: Run = (0, 0), *, counted: bool = False) -> Found | None:
    """The date, name or noun in which two statements part outside `x` and `y`, the words in contrast.

    Where it is their figures that clash (`counted`), what is counted, and by whom, was compared before.
    """
    phrases = _phrases_apart(s, x, y, counted=counted)
    return _dates_apart(s, x) or phrases or _subjects_apart(s, x, y) or _objects_apart(s, x, y)


def is_unmet(s: Sides) -> bool:
    """Whether a much longer statement holds too little of what the shorter one tells for the two to agree."""
    if sum(len(o.content) for o in s.others) < _LONGER * len(s.x.content):
        return False
    told = [t.base for o in s.others for t in o.tokens if t.is_word]
    weights = {i: s.x.weight(i) for i in s.x.content}
    met = (i for i in weights if s.x.keys[i] & s.held or (i not in s.x.named and _has_notion(s.x.tokens[i].base, told)))
    return sum(weights[i] for i in met) < _MET * sum(weights.values())


def _has_notion(word: str, told: list[str]) -> bool:
    return any(thesaurus.shared(word, other) for other in told)


def _objects_apart(s: Sides, x: Run, y: Run) -> Found | None:
    """Words in contrast that are each said of a name of its own: "backs Falk", "denounces Lind"."""
    mine, theirs = _object_names(s.x, x), _object_names(s.y, y)
    if s.x.keys_of(range(*x)) & s.y.keys_of(range(*y)):  # one word, whose roles may be exchanged
        mine = [r for r in mine if not s.knows(r)]
        theirs = [r for r in theirs if not s.y.keys_of(range(*r)) & s.x.held]
    if not mine or not theirs or any(fillers.may_be_one(s.x, p, s.y, q) for p in mine for q in theirs):
        return None
    return Found("wording", mine[0], theirs[0], "said of another, so perhaps another matter")


def _object_names(s: Sentence, of: Run) -> list[Run]:
    """The names in the phrase after a word, or after the "for", "of", "to", "against" or "with" that follows it."""
    start = of[1]
    if start == 0 or start - 1 in s.named or agents.is_passive(s, start - 1):
        return []
    start += start < len(s.tokens) and s.tokens[start].lower in _OBJECT
    end = start
    while end < len(s.tokens) and s.tags[end] in _PHRASE:
        end += 1
    return [r for r in s.names if start <= r[0] < end and s.tags[r[0]] == "E"]


def _subjects_apart(s: Sides, x: Run, y: Run) -> Found | None:
    """A subject of each with a name of its own: "the Harl 500 Index rose", "the Delt Composite Index rose"."""
    mine = [r for r in _subject_names(s.x, x) if not s.x.keys_of(r[:1]) & s.held]
    theirs = [r for r in _subject_names(s.y, y) if not s.y.keys_of(r[:1]) & s.x.held]
    if not mine or not theirs or any(fillers.may_be_one(s.x, p, s.y, q) for p in mine for q in theirs):
        return None
    return Found("wording", mine[0], theirs[0], "said of another, so perhaps another matter")


def _subject_names(s: Sentence, besides: Run) -> list[Run]:
    """The names of a subject outside the words in contrast; "Twelve" is only a number with a capital."""
    told = (r for r in s.names if r[1] - 1 in s.subject and s.tags[r[0]] == "E")
    return [r for r in told if not (r[0] < besides[1] and besides[0] < r[1])]


def _dates_apart(s: Sides, x: Run) -> Found | None:
    mine = [(run, t) for run, t in fillers.telling_dates(s.x) if run[1] <= x[0] or x[1] <= run[0]]
    theirs = [t for o in s.others for _, t in fillers.telling_dates(o)]
    near = fillers.telling_dates(s.y)
    if not mine or not near or any(fillers.meet(a, b) for _, a in mine for b in theirs):
        return None
    return Found("time", mine[0][0], near[0][0], "another time, so perhaps another matter")


def _phrases_apart(s: Sides, x: Run, y: Run, *, counted: bool) -> Found | None:
    """A phrase of each after one preposition or verb, or its subject, of which the other lacks every word."""
    mine = {slot: held for slot, held in _phrases(s.x, x, counted=counted) if not s.x.keys_of(held) & s.held}
    for slot, held in _phrases(s.y, y, counted=counted):
        alike = counted and slot in mine and _are_alike(s, mine[slot], held)
        if slot in mine and not s.y.keys_of(held) & s.x.held and not alike:
            here, there = ((words[0], words[-1] + 1) for words in (mine[slot], held))
            return Found("wording", here, there, "said of another thing, so perhaps another matter")
    return None


def _are_alike(s: Sides, x: list[int], y: list[int]) -> bool:
    """Whether two phrases share a notion: "thieves", "burglars"."""
    return any(thesaurus.shared(s.x.tokens[i].base, s.y.tokens[j].base) for i in x for j in y)


def _phrases(s: Sentence, besides: Run, *, counted: bool) -> Iterator[_Phrase]:
    dated = {i for run, _ in s.dates for i in range(*run)}
    opening = () if s.speaker or counted else (s.subject.start - 1,)
    leads = [p for p, tag in enumerate(s.tags) if tag in "IVPBG"]
    for p in (*opening, *leads):
        end = p + 1
        while end < len(s.tokens) and s.tags[end] in _PHRASE:
            end += 1
        held = [i for i in range(p + 1, end) if i in s.keys and s.tags[i] != "#" and i not in dated]
        if counted and "#" in s.tags[p + 1 : end]:
            continue
        if held and not (p + 1 < besides[1] and besides[0] < end):
            lead = s.tokens[p].base if p in leads else ""
            yield ("in" if lead in _LOCAL else _CONTRAST if p in range(*besides) else thesaurus.synonym(lead), held)
