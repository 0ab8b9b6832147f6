"""Whom a source has say a quotation, where that is not the speaker of the draft."""

from provenance.extraction import attribution
from provenance.model import Span
from provenance.values import names
from provenance.verification import speakers
from provenance.verification.words import stands_in

BEFORE, AFTER = 1200, 400
"""Code points around a quotation in which its speaker is named, if by a name of a sentence or two before."""
_LONGEST = 3000


def other(speaker: str, text: str, passage: Span) -> str:
    """Who says the passage instead of `speaker`, in words; empty where the source agrees or leaves it open.

    Where no reporting words hold the passage, its paragraph tells: a single other speaker there, or no trace of this
    one anywhere near.
    """
    slot = speakers.compare(speaker, text, passage)
    if slot.verdict == "different":
        return slot.b or "nobody of this name"
    if slot.verdict == "same":
        return _aside(speaker, slot.b)
    start, end = _line(text, passage.start, passage.end)
    heard = _named(text[start:end])
    if heard:
        return "" if any(names.compare(speaker, name).same for name in heard) else ", ".join(heard)
    near = text[max(0, min(start, passage.start - BEFORE)) : passage.end + AFTER]
    return "" if stands_in(speaker.split()[-1], near) else "nobody of this name near these words"


def _aside(speaker: str, told: str) -> str:
    """Who speaks where `speaker` only helps to describe them: "Ana Ruiz, director of the Orvane Institute"."""
    head, comma, _ = told.partition(",")
    if not comma or not names.find(head) or stands_in(speaker.split()[-1], head):
        return ""
    return head


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph around a place, at most `_LONGEST` beyond it on both sides; blank lines are passed over."""
    start, end = max(0, start), min(max(0, end), len(text))
    while start > 0 and text[start : start + 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace():
        end += 1
    low = text.rfind("\n", max(0, start - _LONGEST), start) + 1
    high = text.find("\n", end, end + _LONGEST)
    return low or max(0, start - _LONGEST), high if high >= 0 else min(len(text), end + _LONGEST)


def _named(words: str) -> list[str]:
    return list(dict.fromkeys(a.speaker for a in attribution.find(words) if a.speaker and names.find(a.speaker)))
