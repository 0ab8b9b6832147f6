"""Whether the words around or inside a quotation, left out, held a condition or a negation."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from provenance import wordlists
from provenance.verification.comparison import lists
from provenance.verification.quotations.texts import Text

_DATA = Path(__file__).parents[1] / "data"
_CLOSED = re.compile(r"^[\s.,;:!?…'’-]*(?:[”»\"]|''|’(?!\w))")
_OPENED = re.compile(r"(?:[“«\"]|``|(?<!\w)‘)[\s\[(]*$")
_HEAD, _TAIL = 5, 2
"""Words before a quotation in which a negation bears on it; words behind it in which a condition must begin."""
_BEGUN = re.compile(r"[.!?…]+\s+[“‘\"'(\[]*[A-Z]")
_LEAST = 4
"""Letters from which a word before a full stop is no abbreviation ("Gov. Soto")."""
_AROUND = 100
"""Words looked at on either side: a text without full stops is one sentence of thousands."""


@cache
def _expressions(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split("_")) for line in wordlists.lines(_DATA / name))


def condition(words: Sequence[str]) -> str:
    """The first condition or exception that begins among `words`, as written; empty where there is none."""
    return _first(words, range(len(words)), "conditions.txt")


def _limit(words: Sequence[str]) -> str:
    """What limits a denial in time, right at the start of `words`; empty where nothing does."""
    return _first(words, range(min(1, len(words))), "limits.txt")


def _first(words: Sequence[str], places: range, name: str) -> str:
    for i in places:
        for expression in _expressions(name):
            if tuple(words[i : i + len(expression)]) == expression:
                return " ".join(words[i : i + 4])
    return ""


def negation(words: Sequence[str]) -> str:
    """The first word that negates."""
    return next((w for w in words if w in lists.negators("plain") or w.endswith("n't")), "")


def behind(text: Text, end: int, *, whole: bool, said: Sequence[str]) -> str:
    """The condition that the source goes on with behind word `end` (exclusive); `said` are words around the quotation.

    What limits a denial in time is one, too. `whole` quotations, those that begin a sentence, lose a condition wherever
    it stands in what is left of it.
    """
    if end >= len(text.words) or not end or closes(text, end) or _begins(text, end):
        return ""
    first, last = text.sentence(end - 1)[0], min(text.sentence(end - 1)[1], end + _AROUND)
    rest = text.words[end : _closing(text, end, last)]
    found = condition(rest if whole else rest[: _TAIL + 2])
    if not found and negation(text.words[max(first, end - _AROUND) : end]):
        found = _limit(rest)
    return "" if not found or found.split()[0] in said else found


def closes(text: Text, end: int) -> bool:
    """Whether a quotation closes behind the word before `end`."""
    return bool(_CLOSED.match(text.between(end - 1, end)))


def opens(text: Text, start: int) -> bool:
    """Whether a quotation opens before word `start`."""
    return bool(_OPENED.search(text.between(start - 1, start)))


def _begins(text: Text, word: int) -> bool:
    """Whether a sentence begins with a word: a speech of several sentences between quotation marks is one run."""
    return bool(word and _BEGUN.match(text.between(word - 1, word) + text.initial(word)))


def _closing(text: Text, start: int, end: int) -> int:
    """Where the source's quotation closes or its sentence ends, at the latest `end`."""
    return next((k for k in range(start + 1, end) if closes(text, k) or _ends(text, k)), end)


def _ends(text: Text, word: int) -> bool:
    """Whether the sentence ends before a word."""
    return len(text.words[word - 1]) >= _LEAST and _begins(text, word)


def before(text: Text, start: int, *, said: Sequence[str]) -> str:
    """The condition or negation of the source's sentence in front of word `start` that bears on what follows."""
    first = max(text.sentence(start)[0], start - _AROUND)
    if start <= first or opens(text, start) or _begins(text, start):
        return ""
    opening = next((k for k in range(start - 1, first, -1) if opens(text, k) or _ends(text, k)), first)
    head = text.words[opening:start]
    found = negation(head[-_HEAD:]) if not _breaks(text, start) else ""
    if not found and head and _breaks(text, start) and condition(head[:2]):
        found = condition(head[:2])
    return "" if not found or negation(said) or found.split()[0] in said else found


def _breaks(text: Text, start: int) -> bool:
    """Whether a comma or dash parts word `start` from what stands before it."""
    return any(mark in text.between(start - 1, start) for mark in ",;:-–—")
