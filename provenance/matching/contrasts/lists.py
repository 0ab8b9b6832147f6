"""Words that exclude each other: opposites, kinds of one thing, converse predicates. All from reviewable lists."""

from functools import cache
from pathlib import Path

from provenance.extraction.lexicon import base

_DATA = Path(__file__).parent.parent / "data"
_PREFIXES = ("un", "in", "im", "dis", "non", "il", "ir", "non-")
_SHORTEST = 4
"""Letters of the shortest word that a prefix may deny: "able", never "it" in "unit"."""
_Poles = dict[str, frozenset[tuple[int, int]]]
"""Word → (line, pole) of a list with several poles a line."""


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def norm(word: str) -> str:
    """A base form without what endings leave of it: "surviv" for "survive", "ban" for "bann"."""
    short = word.removesuffix("e")
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short


@cache
def _poles(name: str) -> _Poles:
    found: dict[str, set[tuple[int, int]]] = {}
    for number, line in enumerate(_rows(name)):
        for pole, listed in enumerate(line):
            for word in listed.replace("|", " ").split():
                found.setdefault(norm(base(word)), set()).add((number, pole))
    return {word: frozenset(places) for word, places in found.items()}


def _places(name: str, word: str) -> frozenset[tuple[int, int]]:
    return _poles(name).get(norm(word), frozenset())


def _across(name: str, a: str, b: str) -> bool:
    """Whether two words stand at different poles of one line."""
    return any(line == other and pole != far for line, pole in _places(name, a) for other, far in _places(name, b))


@cache
def listed(kind: str) -> tuple[str, ...]:
    """The words of one closed class, in the order of the file."""
    return tuple(word for name, words in _rows("contrast_words.tsv") if name == kind for word in words.split())


@cache
def _normed(kind: str) -> frozenset[str]:
    return frozenset(norm(base(word)) for word in listed(kind))


def is_one_of(word: str, kind: str) -> bool:
    """Whether a base form belongs to a closed class."""
    return norm(word) in _normed(kind)


def has_opposite(word: str) -> bool:
    """Whether a base form stands in the list of opposites."""
    return bool(_places("antonyms.tsv", word))


def opposed(a: str, b: str) -> bool:
    """Whether two base forms are opposites: listed, or one the other with a prefix that denies it."""
    short, long = sorted((norm(a), norm(b)), key=lambda w: (len(w), w))
    if len(short) >= _SHORTEST and any(long == prefix + short for prefix in _PREFIXES):
        return True
    return _across("antonyms.tsv", a, b)


def converse(a: str, b: str) -> bool:
    """Whether two predicates say one thing with the roles exchanged: "own", "subsidiary"."""
    return _across("converses.tsv", a, b)


def is_kind(word: str) -> bool:
    """Whether a base form names a kind of which one thing is only one."""
    return bool(_places("exclusive.tsv", word))


def exclusive(a: str, b: str) -> bool:
    """Whether two base forms name kinds that exclude each other."""
    return _across("exclusive.tsv", a, b) and not same_kind(a, b)


def same_kind(a: str, b: str) -> bool:
    """Whether two base forms name one kind."""
    return norm(a) == norm(b) or bool(_places("exclusive.tsv", a) & _places("exclusive.tsv", b))
