"""Which clauses are worth checking, of what type, and why."""

import re
from collections.abc import Sequence
from functools import cache

from provenance.extraction.clauses import Range, Sentence
from provenance.extraction.inventory import Values
from provenance.extraction.lexicon import DATA, Mention
from provenance.model import ClaimType

_COMPARISON = re.compile(
    r"\b(?:more|less|fewer|most|least|than|largest|biggest|highest|lowest|first|only|worst|best|last)\b", re.I
)
_LEGAL = frozenset({"CHARGE", "CONVICT", "ACQUIT", "BLAME", "DIE", "DETAIN", "CHEM"})
"""Families that touch a person's liberty, life or good name."""
_OPINION = re.compile(r"^\W*(?:I|we) (?:think|believe|feel|hope|guess)\b|\b(?:should|ought to)\b", re.I)

_MARKS_AROUND = 3
"""Tokens by which a clause may be shorter than its sentence and still be all of it: marks and a joining word."""


@cache
def _boilerplate() -> tuple[str, ...]:
    lines = (DATA / "boilerplate.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def is_furniture(sentence: str) -> bool:
    """Whether a sentence is a question or part of the page's furniture rather than a statement."""
    stripped = sentence.rstrip(" \"'”’)")
    lower = sentence.lower()
    return stripped.endswith("?") or any(phrase in lower for phrase in _boilerplate())


def types(clause: str, values: Values, mentions: Sequence[Mention]) -> dict[ClaimType, str]:
    """Types of a clause with the reason for each; empty when the clause is not worth checking."""
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
    if not found or (is_opinion(clause) and not values.quantities and not values.times):
        return {}
    if _COMPARISON.search(clause):
        found["comparison"] = "comparison or superlative"
    if any(n.kind == "person" for n in values.names) and any(m.family in _LEGAL for m in mentions):
        found["legal_risk"] = "a named person and an accusation, charge or death"
    return found


def is_opinion(clause: str) -> bool:
    """Whether a clause says what somebody thinks right or feels rather than what is."""
    return _OPINION.search(clause) is not None


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
