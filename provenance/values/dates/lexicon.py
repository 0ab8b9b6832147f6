"""The words of the time grammar (words.tsv), and the token classes that the tokenizer itself gives."""

from collections.abc import Iterator
from pathlib import Path

from provenance import wordlists
from provenance.values.quantities.lexicon import COUNTS, SCALES, cues

HERE = Path(__file__).parent
COMMON_SHAPES = ("D12", "D24", "D31", "INT", "DEC", "ORDNUM", "FRAC", "OPEN", "CLOSE", "BREAK", "P", "x", "X")
SHAPES = (*COMMON_SHAPES, "YEAR", "ISO", "SLASH", "DOTTED", "CLOCK", "DECADE", "LONGDECADE", "SHORTYEAR")
"""Classes by form: integers to 12, 24, 31, any; a decimal; "21st"; "1/2"; brackets; paragraph end; other punctuation;
unknown small and capital words; a year; dates; "8:30"; "90s", "1990s", "'98". The common ones never make an expression
by themselves."""


def spellings(word: str, case: str = "") -> tuple[str, ...]:
    """How a word of the lists may be written: small, with a capital, in capitals; "cap" and "low" allow fewer."""
    capital = word[:1].upper() + word[1:]
    if case == "low":
        return (word,)
    return (capital, word.upper()) if case == "cap" else (word, capital, word.upper())


def _entries() -> Iterator[tuple[str, str, str, str]]:
    """Class, word, value and case of each word: those of words.tsv, then those that quantities has."""
    for row in wordlists.rows(HERE / "words.tsv"):
        name, words, *rest = [*row, "", ""][:4]
        for word in words.split("|"):
            yield name, word, rest[0], rest[1]
    for word, number in (COUNTS | {scale: SCALES[scale] for scale in ("hundred", "thousand")}).items():
        if number:
            yield "NUMW", word, str(number), ""
        if 0 < number < 100:
            yield "SMALL" if number < 10 else "TENS", word, str(number), ""
    for word in cues("before time unit"):
        yield "UADJ", word, "", ""


def load_words() -> tuple[dict[str, set[str]], dict[str, dict[str, str]]]:
    """Spelling → classes, and class → small word → value."""
    classes: dict[str, set[str]] = {}
    values: dict[str, dict[str, str]] = {}
    for name, word, stands_for, case in _entries():
        values.setdefault(name, {})[word] = stands_for
        for spelling in spellings(word, case):
            classes.setdefault(spelling, set()).add(name)
    return classes, values


WORDS, VALUES = load_words()


def value(class_name: str, word: str) -> str:
    """Value of a word in a class; KeyError when the word is not of the class."""
    return VALUES[class_name][word.lower()]
