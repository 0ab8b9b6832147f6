"""Which clauses are worth checking, of what type, and why."""

import re
from collections.abc import Sequence
from functools import cache

from provenance.extraction.lexicon import DATA, Mention
from provenance.extraction.tokens import Token
from provenance.model import ClaimType, Name, Quantity, TimeRef

_COMPARISON = re.compile(r"\b(?:more|less|fewer|most|least|than|largest|biggest|highest|lowest|first|only|worst|best|last)\b", re.I)
_LEGAL = frozenset({"CHARGE", "CONVICT", "ACQUIT", "BLAME", "DIE", "DETAIN", "CHEM"})
"""Families that touch a person's liberty, life or good name."""
_OPINION = re.compile(r"^\W*(?:I|we) (?:think|believe|feel|hope|guess)\b|\b(?:should|ought to)\b", re.I)


@cache
def _boilerplate() -> tuple[str, ...]:
    lines = (DATA / "boilerplate.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def is_furniture(sentence: str) -> bool:
    """Whether a sentence is a question or part of the page's furniture rather than a statement."""
    stripped = sentence.rstrip(" \"'”’)")
    lower = sentence.lower()
    return stripped.endswith("?") or any(phrase in lower for phrase in _boilerplate())


def types(
    clause: str,
    quantities: Sequence[Quantity],
    times: Sequence[TimeRef],
    names: Sequence[Name],
    mentions: Sequence[Mention],
    quoted: bool,
) -> dict[ClaimType, str]:
    """Types of a clause with the reason for each; empty when the clause is not worth checking."""
    found: dict[ClaimType, str] = {}
    if quantities:
        found["figure"] = f"figure {quantities[0].text!r}"
    if times:
        found["date"] = f"time {times[0].text!r}"
    if quoted:
        found["quotation"] = "words inside quotation marks"
    if names:
        found["name"] = f"name {names[0].text!r}"
    if mentions:
        found["event"] = f"word of the family {mentions[0].family}"
    if _COMPARISON.search(clause) and found:
        found["comparison"] = "comparison or superlative"
    if any(n.kind == "person" for n in names) and any(m.family in _LEGAL for m in mentions):
        found["legal_risk"] = "a named person and an accusation, charge or death"
    if _OPINION.search(clause) and not quantities and not times:
        return {}
    return found


def is_statement(tokens: Sequence[Token], sentence: str, predicate: bool, found: dict[ClaimType, str]) -> bool:
    """Whether a clause says something checkable: a type, and a predicate or a figure to say it with.

    Of headings, which end without a mark, a word for a happening is enough only with an infinitive ("to broker a deal").
    """
    if not found or len(tokens) < 2:
        return False
    heading = sentence.rstrip("\"'”’)")[-1:] not in ".!?…:;"
    told = "event" in found and (not heading or any(t.text == "to" for t in tokens))
    return predicate or "figure" in found or told
