"""Whom the source has say a passage, against the recorded speaker."""

from provenance.extraction import attribution
from provenance.model import Attribution, SlotComparison, Span, cut
from provenance.values import names
from provenance.verification.words import folded, stands_in

BEFORE, LONGEST, AFTER = 4000, 4000, 1000
"""Code points read before the passage (a speaker may be named once and be "he" ever after), of it, and behind it."""
_ARTICLES = frozenset({"a", "an", "the"})


def compare(recorded: str, text: str, passage: Span) -> SlotComparison:
    """The recorded speaker against those whose reported words hold at least half of the passage.

    Only a speaker with a name contradicts ("who" and "the source" may be anybody); without one, the recorded speaker
    must at least stand somewhere in the source.
    """
    speakers = [words for item in _near(text, passage) for words in _words(item)]
    for speaker in speakers:
        reason = _same(recorded, speaker)
        if reason:
            return SlotComparison(slot="speaker", verdict="same", a=recorded, b=speaker, reason=reason)
    named = list(dict.fromkeys(speaker for speaker in speakers if names.find(speaker)))
    if not named and stands_in(recorded, text):
        reason = "the source names it, and gives the passage to nobody by name"
        return SlotComparison(slot="speaker", verdict="compatible", a=recorded, b="", reason=reason)
    reason = "the source has somebody else say so" if named else "the source does not name it"
    b = ", ".join(f'"{speaker}"' for speaker in named)
    return SlotComparison(slot="speaker", verdict="different", a=recorded, b=b, reason=reason)


def of(text: str, passage: Span) -> str | None:
    """Who says the passage: the first speaker whose reported words hold at least half of it; None where nobody does."""
    return next((words for item in _near(text, passage) for words in _words(item)), None)


def _near(text: str, passage: Span) -> list[Attribution]:
    """The reported speech that holds at least half of the passage, or of its beginning where it is very long."""
    start = max(0, passage.start - BEFORE)
    if start > 0:
        start = text.find("\n", start, passage.start) + 1 or start
    end = min(passage.end, passage.start + LONGEST)
    inside = cut(text[start : end + AFTER], passage.start - start, end - start)
    return [item for item in attribution.find(text[start : end + AFTER]) if _covers(item, inside)]


def _covers(item: Attribution, passage: Span) -> bool:
    if item.content is None:
        return False
    shared = min(item.content.end, passage.end) - max(item.content.start, passage.start)
    return 2 * shared >= passage.end - passage.start


def _words(item: Attribution) -> list[str]:
    """The speaker as resolved and as written, where there is one."""
    return [words for words in (item.speaker, item.source.quote if item.source else None) if words]


def _same(recorded: str, speaker: str) -> str:
    """Why both are one, or nothing: one within the other ("the source", "a local source"), or names that fit."""
    a, b = (" ".join(word for word in folded(words).split() if word not in _ARTICLES) for words in (recorded, speaker))
    if a and b and (stands_in(a, b) or stands_in(b, a)):
        return "the same words"
    match = names.compare(recorded, speaker)
    return "; ".join(match.reasons) or "the names fit" if match.same else ""
