"""Resolvers for times of day."""

from datetime import date, timedelta
from decimal import Decimal

from provenance.values.dates import periods
from provenance.values.dates.absolute import month_number, without_year
from provenance.values.dates.context import Answer, Found
from provenance.values.dates.lexicon import value
from provenance.values.dates.numbers import number, ordinal, spelled_year
from provenance.values.dates.relative import pick_weekday

_HOURS, _MINUTES = 12, 60
_PARTS = {"half": Decimal(30), "quarter": Decimal(15)}
_NIGHT, _DAWN = "night", 6
"""Of the night are the hours before midnight, and after it those up to the second."""
_HALVES = {"morning": "am", "afternoon": "pm", "evening": "pm"}


def clock(found: Found) -> Answer | None:
    """ "10:35 p.m. on Monday", "6 a.m.", "noon"."""
    hour = _hour(found)
    if hour is None:
        return None
    day, when, relative_to = _day(found)
    if when is not None and (found.word("wday") or found.word("rel")):
        found.context.remember(periods.day(when))
    end = when + timedelta(1) if when else None
    return Answer("time", f"{day}T{hour}", when, end, relative_to)


def _hour(found: Found) -> str | None:
    if found.word("noon"):
        return value("NOON", found.word("noon"))
    half = _HALVES.get(found.word("ampm"), found.word("ampm"))
    hour, _, minute = _spoken(found) or (found.word("clock") or found.word("hour")).replace(".", ":").partition(":")
    if len(hour) == 4:  # "0735 GMT"
        hour, minute = hour[:2], hour[2:]
    told = int(hour)
    if told > 24 or (minute and (len(minute) != 2 or int(minute) > 59)) or (half and not 1 <= told <= 12):
        return None
    if half:
        afternoon = half.startswith("p") if half != _NIGHT else _DAWN <= told < _HOURS
        told = told % 12 + (12 if afternoon else 0)
    elif not found.word("minutes") and not _looks_like_clock(found):
        return None
    return f"{told:02}:{minute or '00'}"


def _spoken(found: Found) -> tuple[str, str, str] | None:
    """Hour and minute of "a quarter to ten", "half past six", "nine" in a word."""
    words = found.words("hour")
    hour = number(words) if words and words[0].isalpha() else None
    if not found.word("minutes"):
        return None if hour is None else (f"{hour}", "", "")
    hour = number(words) if hour is None else hour
    part = _PARTS.get(found.word("minutes"))
    minutes = number(found.words("minutes")) if part is None else part
    if hour is None or minutes is None or not 0 < hour <= _HOURS or not 0 < minutes < _MINUTES:
        return "99", ":", "00"
    if found.word("side") == "to":
        hour, minutes = hour - 1 or Decimal(_HOURS), _MINUTES - minutes
    return f"{hour}", ":", f"{minutes:02}"


def _looks_like_clock(found: Found) -> bool:
    """Whether a bare "8:30" is a time: after "at", "by" and the like, or beside a day; a score or a verse is not."""
    tokens = found.context.tokens
    before = tokens.words[found.start - 1].lower() if found.start else ""
    after = tokens.words[found.end - 1]
    return (
        before in ("at", "by", "until", "from", "around", "about", "before", "after", "since")
        or after.upper() in ("GMT", "EST", "UTC", "ET", "BST", "CET", "PT")
        or len(found.all_words) > 1
    )


def _day(found: Found) -> tuple[str, date | None, str | None]:
    """Value, date and anchor of the day of a time."""
    reference = found.context.reference
    if found.word("month"):
        return _named_day(found)
    if found.word("wday"):
        number = int(value("WDAY", found.word("wday")))
        when = pick_weekday(found, number, [])
        return (when.isoformat(), when, "publication") if when else (f"XXXX-WXX-{number}", None, "unresolved")
    if reference is None:
        return "XXXX-XX-XX", None, "unresolved"
    if found.word("rel"):
        reference += timedelta({"today": 0, "yesterday": -1, "tomorrow": 1}[found.word("rel")])
        return reference.isoformat(), reference, "publication"
    last = found.context.day_of_paragraph
    when = last.start if last else reference
    return when.isoformat(), when, "context" if last else "publication"


def _named_day(found: Found) -> tuple[str, date | None, str | None]:
    month, day, year = month_number(found.words("month")), ordinal(found.word("day")), spelled_year(found.words("year"))
    if year is not None:
        when = date(year, month, day)
        found.context.remember(periods.day(when))
        return when.isoformat(), when, None
    answer = without_year(found, month, day)
    return answer.value or "", answer.start, answer.relative_to
