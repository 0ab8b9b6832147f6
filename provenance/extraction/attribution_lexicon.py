"""Word lists of attribution: cue words with their base forms, word classes."""

from functools import cache

from provenance.extraction.lexicon import rows

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
_QUOTES = {'"', "“", "”", "''", "``", "‘", "’", "'", "«", "»", "„"}
_REPORTING = frozenset({"v.communication", "v.cognition", "v.emotion"})
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


def meanings(lower: list[str], classes: list[str]) -> list[str]:
    """The broad meaning of every token, by its word class; empty where unknown."""
    verbs, nouns = senses("v"), senses("n")
    found = []
    for word, name in zip(lower, classes, strict=True):
        first = name[0]
        if first in "VDZGP":
            found.append(verbs.get(word, ""))
        elif first in "NSJ":
            found.append(nouns.get(word, ""))
        else:
            found.append("")
    return found


@cache
def _classes() -> dict[str, str]:
    return {word: name for name, words in rows("attribution_wordclasses.tsv") for word in words.split()}


def word_classes(words: list[str], lower: list[str], shapes: list[str], sentences: list[tuple[int, int]]) -> list[str]:
    """The word class of every token: from the list, else from its capital, else from its ending."""
    known = _classes()
    firsts = {first for first, _ in sentences}
    found = []
    for i, word in enumerate(lower):
        shape = shapes[i]
        name = known.get(word)
        if shape == "p":
            name = name or _mark(word)
        elif shape == "d":
            name = "#"
        elif name is None:
            name = "E" if shape != "l" else _by_ending(word)
        elif shape != "l" and i not in firsts and name[0] in "NSJVPDGZUR":
            name = "E"
        found.append(name)
    return found


def _mark(word: str) -> str:
    if word in _QUOTES:
        return "q"
    if word[0] == "'":
        return "s"
    return _MARKS.get(word) or ("-" if word[0] in "-–—" or word[0] == "." else "$")


def _by_ending(word: str) -> str:
    for ending, name in _ENDINGS:
        if word.endswith(ending):
            return name
    return "N"
