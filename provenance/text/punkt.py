"""Sentence starts by the Punkt algorithm (Kiss & Strunk 2006) as nupunkt implements it, with abbreviations of our own.

The shipped model was trained on scanned legal text: its abbreviations hold thousands of plain words ("reporter",
"month"), so every one without an inner full stop is replaced by our reviewed list.
"""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from provenance import wordlists

if TYPE_CHECKING:
    from nupunkt import PunktSentenceTokenizer

_DATA = Path(__file__).parent / "data"
_INITIALS = re.compile(r"(?:[a-z]\.)*[a-z]")
# nupunkt reads the rest of a run without white space at every mark in it, which is quadratic; longer runs are no words.
_LONGEST_RUN = 200
_LONG_RUN = re.compile(rf"\S{{{_LONGEST_RUN},}}")


@cache
def starters() -> frozenset[str]:
    """Words that, capitalised after "a.m." or a title, begin a sentence."""
    return frozenset(wordlists.lines(_DATA / "sentence_starters.txt"))


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation in lower case, without its last full stop → "always", "title" or "number"."""
    rows = (line.partition("\t") for line in wordlists.lines(_DATA / "abbreviations.tsv"))
    return {word: kind for word, _, kind in rows}


@cache
def _tokenizer() -> "PunktSentenceTokenizer":
    """The shipped model with our abbreviations; loaded at first use, since importing nupunkt takes 30 ms."""
    from nupunkt.models import load_default_model

    tokenizer = load_default_model()
    for word in tokenizer.abbreviations:
        if not _INITIALS.fullmatch(word):
            tokenizer.remove_abbreviation(word)
    tokenizer.add_abbreviations([word for word, kind in abbreviations().items() if kind != "number"])
    return tokenizer


def starts(chunk: str) -> list[int]:
    """Where the sentences of one line or paragraph start after its first: offsets into `chunk`, ascending."""
    found: list[int] = []
    at = 0
    for run in _LONG_RUN.finditer(chunk):
        found += _starts(chunk, at, run.start())
        at = run.end()
    return found + _starts(chunk, at, len(chunk))


def _starts(chunk: str, start: int, end: int) -> list[int]:
    part = chunk[start:end]
    return [start + begin for begin, _ in _tokenizer().span_tokenize(part)][1:]
