"""Words and predicate families that stand against one another: the one list of them, and how it is asked.

All words given are base forms (`lexicon.base`).
"""

from functools import cache, lru_cache
from typing import Literal

from provenance.extraction.lexicon import base, rows

_PREFIXES = ("un", "in", "im", "dis", "non", "il", "ir", "mis", "anti", "non-", "anti-")
_SHORTEST = 4
"""Letters of the shortest word that a prefix may deny: "able", never "it" in "unit"."""
Kind = Literal["opposite", "reverse", "exclusive", "instead", "converse"]
_TOLD: tuple[Kind, ...] = ("opposite", "reverse")
_Places = dict[int, int]
"""Line of the list → pole on it; where a word stands at several poles, the first."""


def norm(word: str) -> str:
    """A base form without what endings leave of it: "surviv" for "survive", "ban" for "bann", "agr" for "agree"."""
    kept = len(word) <= 3 or word.endswith("yee")  # "one" is not "on", nor "employee" "employ"
    short = word if kept else word.rstrip("e")
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short


@cache
def _lines(kind: str) -> tuple[tuple[str, ...], ...]:
    """The lines of one kind: what they are of, then the poles."""
    return tuple(tuple(of) for name, *of in rows("opposites.tsv") if name == kind)


@cache
def _poles(kind: Kind) -> tuple[dict[str, _Places], dict[str, _Places]]:
    """Word → its places, for words listed as they are and for those listed with any ending."""
    exact: dict[str, _Places] = {}
    open_: dict[str, _Places] = {}
    for number, (_, *poles) in enumerate(_lines(kind)):
        for pole, words in enumerate(poles):
            for word in words.split():
                bare = word.removesuffix("*")
                for form in {norm(base(bare)), norm(bare)}:
                    exact.setdefault(form, {}).setdefault(number, pole)
                if bare != word:
                    open_.setdefault(bare, {}).setdefault(number, pole)
    return exact, open_


@lru_cache(maxsize=65536)
def _places(kind: Kind, word: str) -> _Places:
    exact, open_ = _poles(kind)
    found = dict(exact.get(norm(word), {}))
    if not word.endswith("less"):
        for end in range(_SHORTEST - 1, len(word) + 1):
            for line, pole in open_.get(word[:end], {}).items():
                found.setdefault(line, pole)
    return found


def _across(kind: Kind, a: str, b: str) -> bool:
    """Whether two words stand at different poles of one line."""
    x, y = _places(kind, a), _places(kind, b)
    return any(line in y and y[line] != pole for line, pole in x.items())


def has_opposite(word: str) -> bool:
    """Whether a word stands in the list of opposites."""
    return bool(_places("opposite", word) or _places("reverse", word))


def reversed_(a: str, b: str) -> bool:
    """Whether one word undoes the other, so that both can be told of one thing, one after the other: "came", "left"."""
    return _across("reverse", a, b)


def opposed(a: str, b: str) -> bool:
    """Whether two words cannot both be said of one thing: listed, or one the other with a prefix that denies it."""
    short, long = sorted((norm(a), norm(b)), key=lambda w: (len(w), w))
    if len(short) >= _SHORTEST and long.endswith(short) and long.removesuffix(short) in _PREFIXES:
        return True
    return _across("opposite", a, b)


@lru_cache(maxsize=65536)
def keys(word: str) -> tuple[frozenset[object], frozenset[object]]:
    """What a word stands for, and what stands against it: two words are opposed only where these meet."""
    short = norm(word)
    own: set[object] = {short}
    against: set[object] = {
        short.removeprefix(p) for p in _PREFIXES if short.startswith(p) and len(short) >= _SHORTEST + len(p)
    }
    for kind in _TOLD:
        for line, pole in _places(kind, word).items():
            own.add((kind, line, pole))
            against |= {(kind, line, other) for other in range(len(_lines(kind)[line]) - 1) if other != pole}
    return frozenset(own), frozenset(against)


def alike(a: str, b: str) -> bool:
    """Whether two words stand at one pole of a line."""
    return any(
        places.get(line) == pole
        for kind in _TOLD
        for places in [_places(kind, b)]
        for line, pole in _places(kind, a).items()
    )


def converse(a: str, b: str) -> bool:
    """Whether two predicates say one thing with the roles exchanged: "own", "subsidiary"."""
    return _across("converse", a, b)


def is_kind(word: str) -> bool:
    """Whether a word names a kind of which one thing is only one."""
    return bool(_places("exclusive", word))


def same_kind(a: str, b: str) -> bool:
    """Whether two words name one kind."""
    x, y = _places("exclusive", a), _places("exclusive", b)
    return norm(a) == norm(b) or any(y.get(line) == pole for line, pole in x.items())


def exclusive(a: str, b: str) -> str:
    """The class of kinds of which two words are different members; empty where there is none, or they are one."""
    return "" if same_kind(a, b) else _class("exclusive", a, b)


def of_class(word: str, name: str) -> bool:
    """Whether a word is of one class of kinds: "long" of "dimension"."""
    return any(_lines("exclusive")[line][0] == name for line in _places("exclusive", word))


def instead(a: str, b: str) -> str:
    """The class ("weekday") of which one word in the place of another is a different member; empty as `exclusive`."""
    x, y = _places("instead", a), _places("instead", b)
    return "" if any(y.get(line) == pole for line, pole in x.items()) else _class("instead", a, b) or exclusive(a, b)


def _class(kind: Kind, a: str, b: str) -> str:
    """What the first line is of where two words stand at different poles."""
    x, y = _places(kind, a), _places(kind, b)
    line = min((line for line, pole in x.items() if y.get(line, pole) != pole), default=None)
    return "" if line is None else _lines(kind)[line][0]


@cache
def _oppositions() -> dict[frozenset[str], str]:
    return {frozenset((a, b)): strength for strength, a, b in _lines("families")}


@cache
def opposites(family: str) -> tuple[str, ...]:
    """The families that cannot hold beside this one, in order."""
    return tuple(sorted(other for pair in _oppositions() if family in pair for other in pair - {family}))


def opposition(a: str, b: str) -> str | None:
    """ "strict" or "loose" when two families cannot both hold, None otherwise."""
    return _oppositions().get(frozenset((a, b)))
