"""Whom or what place a story names once, by the words beside the name: the owner, who takes over, where it was made."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from provenance import wordlists
from provenance.extraction.tokens import tokenize
from provenance.matching.across.answers import Answer
from provenance.matching.signature import words
from provenance.matching.signature.signatures import Signature
from provenance.model import Name

_FILE = Path(__file__).parents[1] / "data" / "particulars.tsv"
_GAP = r"(?:\s+[\w-]+){0,3}?\s+"
_BESIDE = re.compile(
    r"\s+(?:(?!(?:and|or|but|that|which|who|when|where|at|to|by|from|with)\b)(?:[a-z][\w-]*|[\w-]+['’]s)\s+){0,4}"
)
"""Words between a phrase and the name after it: "belongs to | the furniture dealer | Sand"."""
_ASIDE = re.compile(r"(?:,[^,;.]*,)?\s+")
"""What may stand between a name and the phrase after it: "Anna Holm, 46, | takes over"."""
_POSSESSIVE = re.compile(r"['’]")


class _Question(NamedTuple):
    name: str
    kind: str
    """ "place", "name" of anybody else, "agent" of what a story may tell of several things."""
    before: bool
    """Whether the name stands before the phrase."""
    phrase: re.Pattern[str]


@cache
def _questions() -> tuple[_Question, ...]:
    return tuple(
        _Question(name, kind, side == "before", _pattern(phrases))
        for name, kind, side, phrases in wordlists.rows(_FILE)
    )


def _pattern(phrases: str) -> re.Pattern[str]:
    written = (re.escape(phrase).replace(r"\ \.\.\ ", _GAP).replace(r"\ ", r"\s+") for phrase in phrases.split("|"))
    return re.compile(rf"\b(?:{'|'.join(written)})\b", re.I)


def answers(group: Sequence[Signature]) -> list[Answer]:
    """The names that the claims of one document give to such questions, in order."""
    told = [s for s in group if s.main and s.claim.names and s.claim.polarity == "affirmed"]
    return [found for s in told for found in _answers(s)]


def _answers(s: Signature) -> Iterator[Answer]:
    text = s.claim.span.quote
    for question in _questions():
        for m in question.phrase.finditer(text):
            name = _before(s, m.start()) if question.before else _after(s, m.end())
            if name and (question.kind == "place" or name.kind != "place"):
                told = f"{name.text} {m[0]}" if question.before else f"{m[0]} {name.text}"
                matter = words.telling(tokenize(text[: m.start()])) if question.kind == "agent" else frozenset()
                yield Answer(s, question.name, name.text, told, (), once=True, named=True, matter=matter)


def _after(s: Signature, at: int) -> Name | None:
    """The name right after a place in a claim, of nobody's: not "by Sand's boss"."""
    text = s.claim.span.quote
    for name in s.claim.names:
        first, last = s.claim.span.where(name.span)
        between = text[at:first]
        if at <= first and (not between.strip() or _BESIDE.fullmatch(between)) and not _POSSESSIVE.match(text, last):
            return name
    return None


def _before(s: Signature, at: int) -> Name | None:
    """The name right before a place in a claim."""
    text, own = s.claim.span.quote, [n for n in s.claim.names if n.span.start >= s.claim.span.start]
    return next((n for n in own if _ASIDE.fullmatch(text[s.claim.span.where(n.span)[1] : at])), None)
