"""Patterns from the list of cues: words that decide the scope of a figure, the place of a name, the frame of a text."""

import re
from functools import cache
from pathlib import Path

from provenance import wordlists

_FILE = Path(__file__).parents[1] / "data" / "cues.tsv"


def phrases(kind: str) -> tuple[str, ...]:
    """The phrases of one kind."""
    return wordlists.by_kind(_FILE, "|")[kind]


@cache
def pattern(kind: str, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """The phrases of one kind as a pattern that knows no case; `before` and `after` say what must stand around them."""
    longest_first = sorted(phrases(kind), key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)
    return re.compile(f"{before}(?:{words}){after}", re.I)
