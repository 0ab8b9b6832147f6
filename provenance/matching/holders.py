"""Whose figure it is: "Sand won 52 percent" and "Holm took 43" are two figures, however alike the words around them."""

import re

from provenance.extraction.clause_words import REPORT
from provenance.matching import namekeys
from provenance.model import Claim, Quantity

_HAS = re.compile(r"(?:\s+[a-z]+){0,3}\s+|,\s+(?:aged\s+)?")
"""What may stand between who has a figure and the figure: "received", "has some", a comma before an age."""
_IN_BRACKETS = re.compile(r"[^.,;:()]{0,30}\(")
""" "950,890 votes (43.2 %)": the second figure is of whom the first is of."""
_OF = re.compile(r"\b(?:about|above|against|at|by|for|from|in|near|of|on|over|than|to|under|with)\s+(?:the\s+)?$", re.I)
"""Before a name: it is not the one who has."""


def holder(claim: Claim, quantity: Quantity) -> str:
    """The name that a figure is told of, as written; empty where none stands right before it."""
    text, offset = claim.sentence.quote, claim.sentence.start
    starts = [quantity.span.start - offset]
    starts += [q.span.start - offset for q in claim.quantities if _in_brackets(text, q.span.end - offset, starts[0])]
    for name in reversed(claim.names):
        first, last = name.span.start - offset, name.span.end - offset
        for start in starts:
            between = text[last:start] if last <= start else ""
            if _HAS.fullmatch(between) and REPORT.isdisjoint(between.split()) and not _OF.search(text[:first]):
                return name.text
    return ""


def apart(a: str, b: str) -> bool:
    """Whether two figures have holders that are not one."""
    return bool(a and b) and not namekeys.same_name(a, b)


def _in_brackets(text: str, end: int, start: int) -> bool:
    return end < start and _IN_BRACKETS.fullmatch(text, end, start) is not None
