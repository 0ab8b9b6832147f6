"""Whether one of two counts is plainly the newer state of the same thing.

After the practice of newsrooms: a toll that its own source raises later is an update, two sources that differ on one
day are a conflict. A count goes down only where a text says that it was corrected.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache

from provenance.matching.across.filing import Filing, filing, order
from provenance.matching.comparison import slots
from provenance.matching.relations.match import Match
from provenance.matching.relations.signals import size
from provenance.matching.signature.cues import phrases
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.signatures import Signature
from provenance.model import Document

_REACH = 90
"""Code points between a figure and the words that call it new or old."""
_FRESH = timedelta(days=7)
"""Until when a count by another source is taken for the news of the day; a later one is a rival count."""
_NOTABLE = 1.25
"""Bounds that both hold are two counts only when they lie this far apart."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How one document came to its counts: when it was filed, and which counts it calls new or old itself."""

    filing: Filing
    ages: Mapping[tuple[object, ...], str]
    """By the mark of the figure."""


def telling(document: Document, signatures: Sequence[Signature]) -> Telling:
    """What one document says of the age of its counts."""
    marks = ((f.mark, age_of(s, f)) for s in signatures for f in s.figures)
    return Telling(filing(document), {mark: age for mark, age in marks if age})


def succession(m: Match, told: Mapping[str, Telling]) -> str:
    """Why the counts follow one another; empty when they do not. Symmetric: the order of the two does not matter."""
    if m.x is None or m.y is None or size(m.x) == size(m.y):
        return ""
    (old, low), (new, high) = sorted([(m.a, m.x), (m.b, m.y)], key=lambda side: size(side[1]))
    age_old, age_new = age_of(old, low), age_of(new, high)
    if _is_correction(age_old, age_new):
        return "the text calls the smaller count a correction"
    if age_old == "newer" or age_new == "older":
        return ""
    if age_new == "newer" or age_old == "older":
        return "the text calls one of them the newer count"
    if _has_fallen(old, new, low, high):
        return "the later report gives the smaller count"
    before, after = (told[s.claim.span.document] for s in (old, new))
    if after.ages.get(low.mark) == "older":
        return "the report with the larger count tells the smaller one as the earlier"
    return _filed_later(m, before.filing, after.filing) if _grows(low, high) else ""


def _is_correction(age_of_smaller: str, age_of_larger: str) -> bool:
    return age_of_smaller == "corrected" and age_of_larger != "corrected"


def newest(m: Match) -> Signature | None:
    """Of two counts that follow one another the claim with the newer one; None for any other match."""
    if m.relation != "supersedes" or m.x is None or m.y is None:
        return None
    (old, low), (new, high) = sorted([(m.a, m.x), (m.b, m.y)], key=lambda side: size(side[1]))
    return old if _is_correction(age_of(old, low), age_of(new, high)) or _has_fallen(old, new, low, high) else new


def restated(m: Match, told: Mapping[str, Telling]) -> str:
    """The same for two counts that both can hold: only the words of a text tell, and only for counts far apart."""
    if m.x is None or m.y is None or m.x.scope != m.y.scope:
        return ""
    if "newer" not in (age_of(m.a, m.x), age_of(m.b, m.y)):
        return ""
    small, large = sorted((size(m.x), size(m.y)))
    return succession(m, told) if large >= _NOTABLE * small else ""


def _filed_later(m: Match, before: Filing, after: Filing) -> str:
    """Two named sources that differ on one day conflict, unless one outlet tells the story again."""
    filed, speakers = order(before, after), slots.attribution(m.a, m.b).verdict
    if speakers == "same" and filed == 0:
        return "one source gives both counts, the larger one is taken for the newer"
    if filed >= 0 or (speakers == "different" and not _follows(before, after)):
        return ""
    return "the later report gives the larger count"


def _follows(before: Filing, after: Filing) -> bool:
    """Whether a later report takes up the news of an earlier one: of its outlet and day, or of the days after it."""
    if before.day is None or after.day is None:
        return False
    if before.day == after.day:
        return before.outlet == after.outlet != ""
    return after.day - before.day <= _FRESH


def _has_fallen(small: Signature, large: Signature, low: Figure, high: Figure) -> bool:
    """Whether the smaller of two counts of what falls as news comes in, those missing, was filed some days later."""
    if not low.measures & high.measures & frozenset(phrases("falling")) or not small.published or not large.published:
        return False
    return timedelta() < small.published - large.published <= _FRESH


def _grows(x: Figure, y: Figure) -> bool:
    """Whether both count what only grows as news comes in: the dead, the injured, the displaced."""
    return bool(x.measures & y.measures & frozenset(phrases("growing")))


def age_of(s: Signature, figure: Figure) -> str:
    """ "newer", "older" or "corrected" by the nearest words that say so; empty where none stands near the figure."""
    sentence = s.claim.sentence.quote
    if not _speaks_of_age(sentence):
        return ""
    start, end = s.claim.sentence.where(figure.quantity.span)
    others = [s.claim.sentence.where(q.span)[0] for q in s.claim.quantities if q.span != figure.quantity.span]
    found = []
    for age, pattern in _patterns():
        for match in pattern.finditer(sentence, max(0, start - 2 * _REACH), end + 2 * _REACH):
            low, high = (match.end(), start) if match.end() <= start else (end, match.start())
            between = sum(low <= at < high for at in others)
            if high - low <= _REACH and not between:
                found.append((max(0, high - low), age))
    return min(found)[1] if found else ""


@lru_cache(maxsize=65536)
def _speaks_of_age(sentence: str) -> bool:
    """Whether a sentence may hold an expression of `_patterns`: most hold none, and searching is slow."""
    lower = sentence.lower()
    return not sentence.isascii() or any(word in lower for word in _beginnings())


@cache
def _beginnings() -> tuple[str, ...]:
    kinds = ("fresh", "stale", "rose", "corrected")
    listed = {phrase.split()[0] for kind in kinds for phrase in phrases(kind)}
    return tuple(sorted(listed | {"now", "later", "earlier", "previously", "initially", "first", "up"}))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    fresh, stale, count, told, rose, fixed = (
        "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in phrases(kind))
        for kind in ("fresh", "stale", "count", "told", "rose", "corrected")
    )
    newer = (
        rf"\b(?:{fresh})\s+(?:[\w-]+\s+){{0,2}}(?:{count})\b",
        rf"\b(?:{rose})\s+(?:\w+\s+){{0,1}}(?:to|past|above)\b",
        rf"\b(?:now|later)\s+(?:{told})\b|\bnow\s+(?:stands|stood)\b|\b(?:{told})\s+later\b",
    )
    older = (
        rf"\b(?:{stale})\s+(?:[\w-]+\s+){{0,2}}(?:{count}|reports?|information)\b",
        rf"\b(?:earlier|previously|initially|at first)\s+(?:{told})\b",
        rf"\b(?:{told})\s+(?:earlier|previously|initially)\b",
        rf"\b(?:up|{rose})\s+from\b",
    )
    return tuple(
        (age, re.compile("|".join(parts), re.I))
        for age, parts in (("newer", newer), ("older", older), ("corrected", (rf"\b(?:{fixed})\b",)))
    )
