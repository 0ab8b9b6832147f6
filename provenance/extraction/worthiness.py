"""Which clauses are worth checking, of what type, and why."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from provenance.extraction.inventory import Values
from provenance.extraction.lexicon import Mention, rows
from provenance.extraction.sentence import Range, Sentence
from provenance.extraction.tagging import is_passive
from provenance.model import Attribution, ClaimType, Name
from provenance.readers.dateline import is_dateline

_LEGAL = frozenset({"CHARGE", "CONVICT", "ACQUIT", "BLAME", "DIE", "DETAIN", "CHEM"})
"""Families that touch a person's liberty, life or good name."""
_OPENING_MARKS = re.compile(r"\W*")
_FEW = 6
"""Words of a line of the page's furniture."""
_SHORT = 80
"""Code points that so few words take at most."""
_MARKS_AROUND = 3
"""Tokens by which a clause may be shorter than its sentence and still be all of it: marks and a joining word."""


class _Phrases:
    """Whole phrases to look for, in any letter case."""

    __slots__ = ("_pattern", "_phrases")

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = tuple(sorted(phrases, key=lambda p: (-len(p), p)))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, self._phrases))})(?!\w)", re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """The first of the phrases in a text."""
        # Most texts hold none of the letters: that is soon seen, the pattern is slow.
        return self._pattern.search(text) if any(map(text.lower().__contains__, self._phrases)) else None

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The phrase that begins at a place of a text."""
        return self._pattern.match(text, at)


@cache
def _furniture(kind: str) -> _Phrases:
    return _Phrases(phrase for name, phrase in rows("boilerplate.txt") if name == kind)


@cache
def _phrases(kind: str) -> _Phrases:
    return _Phrases(phrase for name, phrase in rows("worthiness.tsv") if name == kind)


def is_furniture(sentence: str) -> bool:
    """Whether a sentence is a question, a dateline or part of the page's furniture rather than a statement."""
    if is_dateline(sentence) or sentence.rstrip(" \"'”’)").endswith("?") or _furniture("anywhere").search(sentence):
        return True
    opening = _OPENING_MARKS.match(sentence)
    if _furniture("start").match(sentence, opening.end() if opening else 0):
        return True
    return len(sentence) < _SHORT and len(sentence.split()) <= _FEW and _furniture("alone").search(sentence) is not None


def types(
    clause: str, values: Values, mentions: Sequence[Mention], said: Attribution | None = None
) -> dict[ClaimType, str]:
    """Types of a clause with the reason for each; empty when the clause is not worth checking.

    What somebody named as its source says is worth checking whatever it tells of.
    """
    found: dict[ClaimType, str] = {}
    if values.quantities:
        found["figure"] = f"figure {values.quantities[0].text!r}"
    if values.times:
        found["date"] = f"time {values.times[0].text!r}"
    if values.quoted:
        found["quotation"] = "words inside quotation marks"
    if values.names:
        found["name"] = f"name {values.names[0].text!r}"
    if mentions:
        found["event"] = f"word of the family {mentions[0].family}"
    elif said is not None and said.source is not None:
        found["event"] = f"what {said.source.quote!r} says"
    if not found or (is_opinion(clause) and not values.quantities and not values.times):
        return {}
    if compared := _phrases("comparison").search(clause):
        found["comparison"] = f"comparison or superlative {compared.group()!r}"
    if any(_may_be_person(n) for n in values.names) and any(m.family in _LEGAL for m in mentions):
        found["legal_risk"] = "a named person and an accusation, charge or death"
    return found


def done(sentence: Sentence, part: Range, clause: str) -> dict[ClaimType, str]:
    """The type of a clause that says what was or was not done to something: "The union was not consulted"."""
    tags = sentence.tags
    for i in range(part[0] + 2, part[1]):
        if tags[i] == "P" and tags[i - 1] in "Xxn" and is_passive(sentence.tokens, tags, i):
            subject = range(part[0], i)
            if any(tags[j] in "NSE" for j in subject) and not is_opinion(clause):
                return {"event": f"what was done: {sentence.tokens[i].text!r}"}
    return {}


def is_opinion(clause: str) -> bool:
    """Whether a clause says what somebody thinks right or feels rather than what is."""
    opening = _OPENING_MARKS.match(clause)
    starts = _phrases("opening").match(clause, opening.end() if opening else 0)
    return starts is not None or _phrases("opinion").search(clause) is not None


def _may_be_person(name: Name) -> bool:
    """A name known as a person's, or one of several words not known as anything else."""
    return name.kind == "person" or (name.kind == "other" and " " in name.text)


def is_statement(sentence: Sentence, part: Range, text: str, found: dict[ClaimType, str]) -> bool:
    """Whether a clause says something checkable: a type, and a predicate or a figure to say it with.

    For a whole sentence a word for a happening is enough ("Heavy shelling in the old town."); for a heading, whose
    `text` ends without a mark, only with an infinitive ("to broker a deal").
    """
    if not found or part[1] - part[0] < 2:
        return False
    if "figure" in found or sentence.has_predicate(part):
        return True
    if "event" not in found or part[1] - part[0] < len(sentence.tokens) - _MARKS_AROUND:
        return False
    heading = text.rstrip("\"'”’)")[-1:] not in ".!?…:;"
    return not heading or "o" in sentence.tags[slice(*part)]
