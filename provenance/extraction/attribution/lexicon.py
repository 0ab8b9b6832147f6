"""Word lists of attribution: cue words with their base forms, word classes."""

from functools import cache

from provenance.extraction.attribution.tokens import SHAPES
from provenance.extraction.attribution.view import QUOTES
from provenance.extraction.lexicon import rows
from provenance.extraction.tokens import LOWER
from provenance.text.memo import Memo

_MARKS = {
    ",": ",",
    ".": ".",
    "?": ".",
    "!": ".",
    ";": ":",
    ":": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "$": "$",
    "%": "N",
}
_REPORTING = frozenset({"v.communication", "v.cognition", "v.emotion"})
_NAMES = frozenset("NSJVPDGZUR")
"""First letters of the classes of words that a capital makes a name of."""
_ENDINGS = (("ing", "G"), ("ed", "PD"), ("ly", "R"), ("ss", "N"), ("s", "S"))


@cache
def cues() -> dict[str, str]:
    """Form → base form of every word that can head a cue; unlisted verbs of saying, thinking, feeling → their class."""
    found = {form: base for base, forms in rows("attribution_cues.tsv") for form in forms.split()}
    for word, name in senses("v").items():
        if name in _REPORTING:
            found.setdefault(word, name)
    return found


@cache
def senses(kind: str) -> dict[str, str]:
    """Word → broad meaning, of verbs (kind "v") or nouns (kind "n")."""
    return {word: name for name, words in rows("attribution_senses.tsv") if name[0] == kind for word in words.split()}


@cache
def _classes() -> dict[str, str]:
    return {word: name for name, words in rows("attribution_wordclasses.tsv") for word in words.split()}


def describe(words: list[str], sentences: list[tuple[int, int]]) -> tuple[list[str], list[str]]:
    """The word class and the broad meaning of every token; `sentences` are token ranges.

    The class is that of the list, else by the capital (outside a sentence's first token), else by the ending; the
    meaning is empty where unknown.
    """
    found = list(map(_INSIDE.__getitem__, words))
    for first, _ in sentences:
        found[first] = _OPENING[words[first]]
    return [name for name, _ in found], [meaning for _, meaning in found]


def _inside(word: str) -> tuple[str, str]:
    """Class and meaning of a word inside a sentence, where a capital makes a name of any noun, verb or adjective."""
    name, meaning = _OPENING[word]
    capital = SHAPES[word] in "CA" and LOWER[word] in _classes()
    return ("E", "") if capital and name[0] in _NAMES else (name, meaning)


def _opening(word: str) -> tuple[str, str]:
    """Class and meaning of a word that begins a sentence."""
    lower = LOWER[word]
    name = _class(lower, SHAPES[word])
    return name, _meaning(lower, name)


_INSIDE, _OPENING = Memo(_inside), Memo(_opening)


def _class(lower: str, shape: str) -> str:
    known = _classes().get(lower)
    if shape == "d":
        return "#"
    if known is not None:
        return known
    if shape == "p":
        return _mark(lower)
    return _by_ending(lower) if shape == "l" else "E"


def _meaning(lower: str, name: str) -> str:
    first = name[0]
    if first in "VDZGP":
        return senses("v").get(lower, "")
    return senses("n").get(lower, "") if first in "NSJ" else ""


def _mark(word: str) -> str:
    if word in QUOTES:
        return "q"
    if word[0] == "'":
        return "s"
    return _MARKS.get(word) or ("-" if word[0] in "-–—" or word[0] == "." else "$")


def _by_ending(word: str) -> str:
    for ending, name in _ENDINGS:
        if word.endswith(ending):
            return name
    return "N"
