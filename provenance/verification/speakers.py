"""Whom the source has say a passage, against the recorded speaker."""

from provenance.extraction import attribution
from provenance.model import Attribution, SlotComparison, Span, cut
from provenance.text import sentences
from provenance.text.closed_classes import ARTICLES
from provenance.text.quoting import quoted
from provenance.values import names
from provenance.verification.words import folded, stands_in

BEFORE, LONGEST, AFTER = 4000, 4000, 1000
"""Code points read before the passage (a speaker may be named once and be "he" ever after), of it, and behind it."""
_ASIDE = 200
"""Code points of a sentence read before a source that may be no speaker."""


def compare(recorded: str, text: str, passage: Span) -> SlotComparison:
    """The recorded speaker against those whose reported words hold at least half of the passage.

    Only a speaker with a name contradicts ("who" and "the source" may be anybody); without one, the recorded speaker
    must at least stand somewhere in the source.
    """
    speakers = _speakers(text, passage)
    for speaker in speakers:
        reason = _same(recorded, speaker)
        if reason:
            return SlotComparison(slot="speaker", verdict="same", a=recorded, b=speaker, reason=reason)
    named = list(dict.fromkeys(speaker for speaker in speakers if names.find(speaker)))
    if not named and stands_in(recorded, text):
        reason = "the source names it, and gives the passage to nobody by name"
        return SlotComparison(slot="speaker", verdict="compatible", a=recorded, b="", reason=reason)
    reason = "the source has somebody else say so" if named else "the source does not name it"
    b = ", ".join(quoted(speaker) for speaker in named)
    return SlotComparison(slot="speaker", verdict="different", a=recorded, b=b, reason=reason)


def of(text: str, passage: Span) -> str | None:
    """Who says the passage: the first speaker whose reported words hold at least half of it; None where nobody does."""
    return next(iter(_speakers(text, passage)), None)


def _speakers(text: str, passage: Span) -> list[str]:
    """The speakers of the reported speech that holds at least half of the passage, or of the beginning of a long one.

    Each as resolved and as written; before them the one whom an aside describes that they end.
    """
    start = max(0, passage.start - BEFORE)
    if start > 0:
        start = text.find("\n", start, passage.start) + 1 or start
    end = min(passage.end, passage.start + LONGEST)
    inside = cut(text[start : end + AFTER], passage.start - start, end - start)
    near = text[start : end + AFTER]
    return [words for item in attribution.find(near) if _covers(item, inside) for words in _words(item, near)]


def _covers(item: Attribution, passage: Span) -> bool:
    if item.content is None:
        return False
    shared = min(item.content.end, passage.end) - max(item.content.start, passage.start)
    return 2 * shared >= passage.end - passage.start


def _words(item: Attribution, text: str) -> list[str]:
    if item.source is None:
        return [item.speaker] if item.speaker else []
    return [words for words in (_described(item.source, text), item.speaker, item.source.quote) if words]


def _described(source: Span, text: str) -> str:
    """Who begins the sentence where the source only ends what is said of them: "Ana Ruiz, who lives in Keld, said"."""
    before = text[max(0, source.start - _ASIDE) : source.start]
    if not (before.endswith(", ") and text.startswith(",", source.end)):
        return ""
    sentence = sentences.split(before)[-1].quote
    name = next(iter(names.find(sentence)), None)
    return name.text if name and not name.span.start and sentence.startswith(", ", name.span.end) else ""


def _same(recorded: str, speaker: str) -> str:
    """Why both are one, or nothing: one within the other ("the source", "a local source"), or names that fit."""
    a, b = (" ".join(word for word in folded(words).split() if word not in ARTICLES) for words in (recorded, speaker))
    if a and b and (stands_in(a, b) or stands_in(b, a)):
        return "the same words"
    match = names.compare(recorded.split(",")[0], speaker.split(",")[0])  # what stands behind the comma describes
    return "; ".join(match.reasons) or "the names fit" if match.same else ""
