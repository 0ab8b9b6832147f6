"""Resolvers for distances: "three days ago" from publication, "two days earlier" from the time named before."""

from datetime import date
from decimal import Decimal

from provenance.text.closed_classes import ARTICLES
from provenance.values.dates import periods
from provenance.values.dates.absolute import answer
from provenance.values.dates.anaphora import year_ago
from provenance.values.dates.context import Answer, Found
from provenance.values.dates.counted import direction, duration, duration_value, moved
from provenance.values.dates.lexicon import VALUES
from provenance.values.dates.numbers import number
from provenance.values.dates.periods import GRAINS, Period
from provenance.values.dates.relative import unresolved

_NEAR = 8
"""Words before "in five months" in which these tell of the time before publication: "the largest", "has not won"."""
_SPENT = frozenset(("first", "most", "worst", "best", "has", "have", "had", "hasn", "haven", "hadn"))
_HALVES = {"year": ("M", 6), "decade": ("Y", 5), "century": ("Y", 50)}
"""What half of a unit is told in, and how many."""


def ago(found: Found) -> Answer | None:
    """ "three days ago", "a year ago", "months ago"; "a year from now" with the argument "ahead"."""
    unit, count = _unit(found), _count(found)
    if count is None or unit in ("H", "MIN", "S"):
        ref = "FUTURE_REF" if found.argument == "ahead" else "PAST_REF"
        return Answer("date", ref, relative_to="unresolved")
    if unit == "Y" and not found.argument and "n" not in found.groups and found.context.mentioned.get("Q"):
        return year_ago(found)
    try:
        return _from_publication(found, unit, count if found.argument == "ahead" else -count)
    except (ValueError, OverflowError):  # "66 million years ago": before the calendar
        return Answer("date", "PAST_REF", relative_to="unresolved")


def in_time(found: Found) -> Answer | None:
    """ "will reopen in two weeks": a day to come; elsewhere how long something took or was waited for."""
    unit, count = _unit(found), _count(found)
    words = found.context.tokens.words[max(0, found.start - _NEAR) : found.start]
    spent = any(word.lower() in _SPENT or word.endswith("est") for word in words)
    if spent or count is None or found.tense != "future":
        return duration(found)
    return _from_publication(found, unit, count)


def half_ago(found: Found) -> Answer | None:
    """ "half a century ago", "a quarter-century ago"."""
    unit, count = ("Y", 25) if "quarter" in found.all_words else _HALVES[found.word("unit")]
    return _from_publication(found, unit, -count)


def ago_today(found: Found) -> Answer | None:
    """ "ten years ago today", "a year ago this month": the same day or month of that year."""
    unit, count, reference = _unit(found), _count(found), found.context.reference
    if reference is None or count is None or count > 9999 or unit not in ("Y", "M", "W", "D"):
        return unresolved("D")
    grain = VALUES["CAL"].get(found.all_words[-1], "D")
    step = direction(found.words("which"))
    return answer(periods.around(moved(reference, unit, -count), grain, step), found, "publication")


def shifted(found: Found) -> Answer | None:
    """ "two days earlier", "a year later": counted from the date named last; a bare distance where none was named."""
    unit, count = _unit(found), _count(found)
    back = found.word("dir") in ("earlier", "before", "previously")
    if unit == "Y" and back and "n" not in found.groups and found.context.mentioned.get("Q"):
        return year_ago(found)
    latest = found.context.mentioned.get("D") if unit == "D" else found.context.latest
    if latest is None and unit in ("Y", "M", "W", "D") and back and count == 1:
        return _from_publication(found, unit, -1)  # figures "a year earlier"
    if latest is None or count is None or unit in ("H", "MIN", "S", "N"):
        return Answer(
            "duration", duration_value(None if count is None else Decimal(count), unit), relative_to="unresolved"
        )
    return answer(_shift(latest.start, unit, -count if back else count), found, "context")


def _from_publication(found: Found, unit: str, count: int) -> Answer:
    reference = found.context.reference
    if reference is None:
        return Answer("date", GRAINS.get(unit, "XXXX-XX-XX"), relative_to="unresolved")
    return answer(_shift(reference, unit, count), found, "publication")


def _count(found: Found) -> int | None:
    """Whole number of units; one for "a year", None for "a few years" and "years"."""
    words = found.all_words
    if found.words("n"):
        amount = number(found.words("n"))
        return None if amount is None else int(amount)
    return 1 if ARTICLES & set(words) and not {"few", "couple"} & set(words) else None


def _unit(found: Found) -> str:
    word = found.word("unit")
    return VALUES["UNITS"].get(word) or VALUES["UNIT"][word]


def _shift(when: date, unit: str, count: int) -> Period:
    if abs(count) > 9999:
        raise ValueError("outside the calendar")
    if unit == "E":
        return periods.around(when, "Y", 10 * count)
    if unit == "C":
        return periods.around(when, "Y", 100 * count)
    return periods.around(when, unit, count)
