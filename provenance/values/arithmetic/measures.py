"""What the figures of a sum or a change count, as far as the words beside them say it: "jobs", "votes"."""

import re
from collections.abc import Sequence

from provenance.values.arithmetic import changes

_NUMBER_OF = re.compile(r"(?i)\bnumbers? of ((?:[a-z][\w'’-]*\s){0,2}?[a-z][\w'’-]*)\s+(?P<verb>[a-z]+)\b")
_WIDTH = 80
"""Code points before a change in which the words for what changes stand."""


def of_sum(total: str, parts: Sequence[str]) -> str:
    """What a total with the noun `total` counts, else what its parts do, given as nouns; "" where none is said."""
    if total or not all(parts):
        return total
    distinct = list(dict.fromkeys(parts))
    return " and ".join(filter(None, (", ".join(distinct[:-1]), distinct[-1])))


def of_change(before: str, nouns: Sequence[str]) -> str:
    """What a change counts: the noun of its figures, else what the words `before` the first of them say.

    "The number of ferries rose", "sales rose", "cut its staff"; "" where none of these stands there.
    """
    if any(nouns):
        return next(filter(None, nouns))
    near = before[-_WIDTH:]
    for found in _NUMBER_OF.finditer(near):
        if _changes(found["verb"]) or found["verb"].lower() in changes.auxiliaries():
            return found.group(1)
    words = re.findall(r"[\w'’-]+|[^\w\s]", near)
    while words and (words[-1].lower() == "from" or words[-1].lower().endswith("ly")):
        words.pop()
    if words and _changes(words[-1]):
        return _subject(words[:-1])
    by_object = len(words) > 2 and words[-2].lower() in changes.pointing() and _changes(words[-3])
    return words[-1] if by_object and words[-1].isalpha() else ""


def _subject(words: Sequence[str]) -> str:
    """The word that ends the subject, before auxiliaries and adverbs."""
    left = list(words)
    while left and (left[-1].lower() in changes.auxiliaries() or left[-1].lower().endswith("ly")):
        left.pop()
    known = left and left[-1].isalpha() and left[-1].lower() not in changes.pointing()
    return left[-1] if known else ""


def _changes(word: str) -> bool:
    return word.lower() in changes.ups() | changes.downs() | changes.multiples().keys()
