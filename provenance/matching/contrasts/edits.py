"""Two statements in the same words but for one stretch: a name, a figure, an office, a side, or another thing."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from provenance.extraction.lexicon import noun_class
from provenance.extraction.thesaurus import synonym
from provenance.matching.contrasts import fillers, lists
from provenance.matching.contrasts.sentence import Run, Sentence
from provenance.matching.contrasts.sides import Found, Sides
from provenance.text.closed_classes import ARTICLES
from provenance.text.quoting import quoted

_LEAST = 3
"""Words that two statements must share at least."""
_LOCAL = frozenset({"in", "at", "near", "from", "to"})


def edited(s: Sides) -> Iterator[Found]:
    """One name, figure, office or side in the place of another, all else being the same words."""
    edit = _only(s)
    if edit is None:
        return
    a, b = edit
    slot = _slot(s, a, b)
    if slot and s.x.denied(a[0]) is False and s.y.denied(b[0]) is False:
        yield Found(slot, a, b, f"{quoted(s.x.cut(a))} is not {quoted(s.y.cut(b))}, the other words are the same")


def exchanged(s: Sides) -> Iterator[Found]:
    """The same words with names exchanged: "A beat B", "B beat A"."""
    x, y = ([i for i, t in enumerate(w.tokens) if t.is_word] for w in (s.x, s.y))
    mine, theirs = [s.x.tokens[i].lower for i in x], [s.y.tokens[j].lower for j in y]
    if mine == theirs or sorted(mine) != sorted(theirs):
        return
    moved = [(i, j) for i, j, p, q in zip(x, y, mine, theirs, strict=True) if p != q]
    names = all(s.x.tokens[i].text[0].isupper() and s.y.tokens[j].text[0].isupper() for i, j in moved)
    acts = [i for i in s.x.content if moved[0][0] < i < moved[-1][0] and s.x.tags[i] in "VPBJ"]
    one_way = acts and not any(lists.is_one_of(s.x.tokens[i].base, "mutual") for i in acts)
    leads = {s.x.tokens[i - 1].base for i, _ in moved if i and _leads(s.x, i - 1)}
    if names and (one_way or len(leads) == len(moved)):  # "from A to B", "from B to A"; "left A for B"
        here, there = s.x.run(moved[0][0]), s.y.run(moved[0][1])
        yield Found("actor", here, there, f"{quoted(s.x.cut(here))} and {quoted(s.y.cut(there))} have changed places")


def _leads(s: Sentence, i: int) -> bool:
    """Whether a word says of the name after it what no other name can be: a preposition, a verb that goes one way."""
    return s.tags[i] == "I" or (s.tags[i] in "VP" and not lists.is_one_of(s.tokens[i].base, "mutual"))


def other_noun(s: Sides) -> bool:
    """Whether the two are the same words but for one stretch of nouns that nothing shows to be one thing."""
    edit = _only(s)
    if edit is None:
        return False
    runs = [(w, [i for i in range(*run) if i in w.keys]) for w, run in zip((s.x, s.y), edit, strict=True)]
    if not all(held and all(w.tags[i] in "NSE" for i in held) for w, held in runs):
        return False
    (x, mine), (y, theirs) = runs
    said = [{synonym(w.tokens[i].base) for i in held} for w, held in runs]
    return not said[0] & said[1] and not x.keys_of(mine) & y.keys_of(theirs)


def _only(s: Sides) -> tuple[Run, Run] | None:
    """The one stretch in which the words differ; None where there is none, or one that only one side has."""
    x, y = _words(s.x), _words(s.y)
    mine, theirs = [s.x.tokens[i].base for i in x], [s.y.tokens[j].base for j in y]
    before = _alike(mine, theirs)
    after = _alike(mine[before:][::-1], theirs[before:][::-1])
    low, high = x[before : len(x) - after], y[before : len(y) - after]
    if not low or not high or before + after < _LEAST:
        return None
    return (low[0], low[-1] + 1), (high[0], high[-1] + 1)


def _alike(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _words(s: Sentence) -> list[int]:
    return [i for i, t in enumerate(s.tokens) if t.is_word and t.lower not in ARTICLES]


def _slot(s: Sides, a: Run, b: Run) -> str:
    """The slot in which two stretches exclude each other; empty where they may say one thing."""
    x, y = s.x, s.y
    if all(i in w.named for w, run in ((x, a), (y, b)) for i in range(*run)):
        known = s.knows(a) or x.held & y.keys_of(range(*b)) or fillers.may_be_one(x, a, y, b)
        local = a[0] and x.tokens[a[0] - 1].lower in _LOCAL
        return "" if known or fillers.happens_again(x) else "place" if local else "actor"
    if _is_number(x, a) and _is_number(y, b):
        return "quantity"
    offices = _is_office(x, a) and _is_office(y, b)
    return "actor" if offices or _side(x, a) != _side(y, b) != "" != _side(x, a) else ""


def _is_number(s: Sentence, run: Run) -> bool:
    """Whether a stretch is a bare figure that counts: no number of a flight, no part of a date."""
    if any(s.tags[i] != "#" or not s.tokens[i].text[0].isdigit() for i in range(*run)):
        return False
    dated = any(first < run[1] and run[0] < end for (first, end), _ in s.dates)
    return not dated and not (run[0] and run[0] - 1 in s.named)


def _is_office(s: Sentence, run: Run) -> bool:
    """Whether one word says which minister, director or captain is meant."""
    following = s.tokens[run[1]].base if s.tags[run[1] : run[1] + 1] in ("N", "S") else ""
    plain = run[1] - run[0] == 1 and s.tags[run[0]] in "NJ" and noun_class(s.tokens[run[0]].text) is None
    return plain and lists.is_one_of(following, "role")


def _side(s: Sentence, run: Run) -> str:
    """The side of a fight that a stretch names; empty for any other."""
    kind = noun_class(s.tokens[run[1] - 1].text)
    return kind.side if kind and kind.side else ""


RULES = (edited, exchanged)
