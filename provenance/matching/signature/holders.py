"""Whose figure it is, and what rises or falls by it: "Sand won 52 percent, Holm took 43", "shares fell 4 percent"."""

import re
from collections.abc import Sequence

from provenance.extraction import opposites, thesaurus
from provenance.extraction.clauses.words import REPORT
from provenance.extraction.lexicon import Mention, noun_class, stopwords
from provenance.extraction.tokens import Token
from provenance.matching.signature import namekeys
from provenance.matching.signature.cues import phrases
from provenance.model import Claim, Quantity

_HAS = re.compile(r"(?:\s+[a-z]+){0,3}\s+|,\s+(?:aged\s+|is\s+|was\s+)?")
"""What may stand between who has a figure and the figure: "received", "has some", a comma before an age."""
_IN_BRACKETS = re.compile(r"[^.,;:()]{0,30}\(")
""" "950,890 votes (43.2 %)": the second figure is of whom the first is of."""
_OF = re.compile(r"\b(?:about|above|against|at|by|for|from|in|near|of|on|over|than|to|under|with)\s+(?:the\s+)?$", re.I)
"""Before a name: it is not the one who has."""

_MOVES = frozenset({"RISE", "FALL"})
_NEAR = 4
"""Tokens between what moves, its verb and the figure: "shares in the company have fallen by about 4 %"."""
_AUXILIARIES = frozenset({"has", "have", "had", "been", "will", "would", "also"})
_JOINTS = frozenset({"at", "for", "in", "of"})


def holder(claim: Claim, quantity: Quantity) -> str:
    """The name that a figure is told of, as written; empty where none stands right before it."""
    text = claim.sentence.quote
    at, _ = claim.sentence.where(quantity.span)
    spans = (claim.sentence.where(q.span) for q in claim.quantities)
    starts = [at, *(first for first, last in spans if _in_brackets(text, last, at))]
    for name in reversed(claim.names):
        first, last = claim.sentence.where(name.span)
        for start in starts:
            between = text[last:start] if last <= start else ""
            if _HAS.fullmatch(between) and REPORT.isdisjoint(between.split()) and not _OF.search(text[:first]):
                return name.text
    return ""


def apart(a: str, b: str) -> bool:
    """Whether two figures have holders that are not one."""
    return bool(a and b) and not namekeys.same_name(a, b)


def moving(found: Sequence[Mention], tokens: Sequence[Token], start: int) -> str:
    """The noun before "rose" or "fell", with its kind: "shares in Delmar fell 4 %", "energy prices rose"."""
    verb = next((m.first for m in found if m.family in _MOVES and 0 < start - m.last <= _NEAR), 0)
    if not verb:  # "unemployment was 5.1 percent", "exports were up 5 percent"
        near = range(max(1, start - _NEAR), start)
        verb = next((i for i in near if tokens[i].lower in phrases("amounts")), 0)
    last = verb - 1
    while last > 0 and tokens[last].lower in _AUXILIARIES:
        last -= 1
    joint = next((i for i in range(max(1, last - _NEAR), last) if tokens[i].lower in _JOINTS), last + 1)
    noun = tokens[joint - 1] if verb > 0 else None
    if noun is None or not _tells(noun) or noun_class(noun.text):
        return ""
    kind = tokens[joint - 2] if joint > 1 else None
    return f"{kind.base} {noun.base}" if kind and _tells(kind) and kind.base not in phrases("any_kind") else noun.base


def _tells(token: Token) -> bool:
    return token.text.isalpha() and token.lower not in stopwords()


def moves_apart(a: str, b: str) -> bool:
    """Whether two such nouns are of two things, or of two kinds of one: "energy prices", "food prices"."""
    (x, head), (y, other) = (noun.rpartition(" ")[::2] for noun in (a, b))
    if not head or not other:
        return False
    if head == other:
        return bool(x and y) and x != y and not _notion(x, y)
    mine, theirs = (x, head, f"{x}_{head}"), (y, other, f"{y}_{other}")
    one = any(_notion(p, q) for p in mine for q in theirs)  # "the jobless rate" is unemployment
    return not one or opposites.opposed(head, other) or opposites.reversed_(head, other)


def _notion(a: str, b: str) -> bool:
    return thesaurus.shared(a, b) is not None


def _in_brackets(text: str, end: int, start: int) -> bool:
    return end < start and _IN_BRACKETS.fullmatch(text, end, start) is not None
