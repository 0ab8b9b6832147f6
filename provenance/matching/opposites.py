"""Words that exclude each other: opposites, kinds of one thing, converse predicates. All from reviewable lists."""

from functools import cache
from pathlib import Path

from provenance.extraction.lexicon import base

_DATA = Path(__file__).parent / "data"
_PREFIXES = ("un", "in", "im", "dis", "non", "il", "ir", "non-")
_SHORTEST = 4


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


def norm(word: str) -> str:
    """A base form without what endings leave of it: "surviv" for "survive", "ban" for "bann"."""
    short = word.removesuffix("e")
    return short[:-1] if len(short) > 3 and short[-1] == short[-2] else short


def _poles(name: str) -> dict[str, frozenset[tuple[int, int]]]:
    """Word → (line, pole) of a list of two poles a line."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, line in enumerate(_rows(name)):
        for pole, listed in enumerate(line):
            for word in listed.replace("|", " ").split():
                found.setdefault(norm(base(word)), set()).add((number, pole))
    return {word: frozenset(places) for word, places in found.items()}


@cache
def _antonyms() -> dict[str, frozenset[tuple[int, int]]]:
    return _poles("antonyms.tsv")


@cache
def _converses() -> dict[str, frozenset[tuple[int, int]]]:
    return _poles("converses.tsv")


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


@cache
def _exclusive() -> dict[str, frozenset[tuple[int, int]]]:
    return _poles("exclusive.tsv")


def is_listed(word: str) -> bool:
    """Whether a base form stands in the list of opposites."""
    return norm(word) in _antonyms()


def opposed(a: str, b: str) -> bool:
    """Whether two base forms are opposites: listed, or one the other with a prefix that denies it."""
    a, b = norm(a), norm(b)
    short, long = sorted((a, b), key=lambda w: (len(w), w))
    if len(short) >= _SHORTEST and any(long == prefix + short for prefix in _PREFIXES):
        return True
    return _across(_antonyms(), a, b)


def converse(a: str, b: str) -> bool:
    """Whether two predicates say one thing with the roles exchanged: "own", "subsidiary"."""
    return _across(_converses(), a, b)


def kinds(word: str) -> bool:
    """Whether a base form names a kind of which one thing is only one."""
    return norm(word) in _exclusive()


def exclusive(a: str, b: str) -> bool:
    """Whether two base forms name kinds that exclude each other."""
    places = dict(_exclusive().get(norm(b), ()))
    other = any(places.get(line, pole) != pole for line, pole in _exclusive().get(norm(a), ()))
    return other and not same_kind(a, b)


def same_kind(a: str, b: str) -> bool:
    """Whether two base forms name one kind."""
    a, b = norm(a), norm(b)
    return a == b or bool(_exclusive().get(a, frozenset()) & _exclusive().get(b, frozenset()))


def _across(poles: dict[str, frozenset[tuple[int, int]]], a: str, b: str) -> bool:
    """Whether two words stand at the two poles of one line."""
    places = poles.get(norm(b), frozenset())
    return any((line, 1 - pole) in places for line, pole in poles.get(norm(a), ()))
