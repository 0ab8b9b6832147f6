"""Resolvers for expressions that point back at a time named before: "the next day", "that year"."""

from datetime import date, timedelta

from provenance.values.dates import periods
from provenance.values.dates.absolute import answer, month_number, without_year
from provenance.values.dates.context import Answer, Found
from provenance.values.dates.lexicon import VALUES, value
from provenance.values.dates.numbers import ordinal
from provenance.values.dates.relative import unresolved

_DATE_WORDS = 6
"""Words of "ended Sept. 30, 1989"."""


def following_day(found: Found) -> Answer | None:
    """ "the next day": after the day named last."""
    return _beside_mentioned_day(found, 1)


def previous_day(found: Found) -> Answer | None:
    """ "on the previous day"."""
    return _beside_mentioned_day(found, -1)


def same_day(found: Found) -> Answer | None:
    """ "later in the day", "the same day", "that night": of the day named last; but for "that", else of publication."""
    reference = found.context.reference
    if reference is not None and "D" not in found.context.mentioned and "that" not in found.all_words:
        found.context.remember(periods.day(reference))
    return _beside_mentioned_day(found, 0)


def _beside_mentioned_day(found: Found, step: int) -> Answer:
    last = found.context.mentioned.get("D")
    if last is None:
        return unresolved("D")
    when = periods.day(last.start + timedelta(step))
    found.context.remember(when)
    part = next((word for word in found.all_words if word in VALUES["DPART"]), "")
    if part in VALUES["DPART"]:
        return Answer("time", f"{when.value}T{value('DPART', part)}", when.start, when.end, "context")
    return Answer("date", when.value, when.start, when.end, "context")


def the_same(found: Found) -> Answer | None:
    """ "that year", "the same day": the one named last."""
    grain = value("CAL", found.all_words[-1])
    if grain == "D":
        return same_day(found)
    latest = found.context.mentioned.get(grain) or found.context.latest
    if latest is None or (latest.end - latest.start).days > 31 * 12:
        return unresolved(grain) if latest is None or grain != "Y" else answer(latest, found, "context")
    return answer(periods.around(latest.start, grain), found, "context")


def month_of_that_year(found: Found) -> Answer | None:
    """ "October of that year", "May 3 of that same year": of the year named last."""
    number, day = month_number(found.words("month")), ordinal(found.word("day")) if found.word("day") else None
    year = found.context.mentioned.get("Y") or found.context.latest
    if year is None:
        return without_year(found, number, day)
    when = periods.day(date(year.start.year, number, day)) if day else periods.month(year.start.year, number)
    return answer(when, found, "context")


def same_year_ago(found: Found) -> Answer | None:
    """ "the same month last year": of the month named last, or else of publication."""
    grain, reference = value("CAL", found.word("unit")), found.context.reference
    named = found.context.mentioned.get(grain)
    base = named.start if named else reference
    if base is None:
        return unresolved(grain)
    whole = periods.around(periods.add_months(base, -12), grain)
    return Answer("date", whole.value, whole.start, whole.end, "context" if named else "publication")


def latest_quarter(found: Found) -> Answer | None:
    """The quarter under discussion, or the last full one before publication."""
    last = found.context.mentioned.get("Q")
    if last is not None:
        return answer(last, found, "context")
    reference = found.context.reference
    return answer(periods.around(reference, "Q", -1), found, "publication") if reference else unresolved("Q")


def ending_quarter(found: Found) -> Answer | None:
    """ "the quarter ended Sept. 30": the one under discussion, else the calendar quarter of those months, or nearly."""
    if found.context.mentioned.get("Q"):
        return latest_quarter(found)
    words = [word.lower() for word in found.context.tokens.words[found.end : found.end + _DATE_WORDS]]
    ended, month, *rest = words[words[0] == "that" :]
    try:
        number = month_number([month])
    except ValueError:
        return latest_quarter(found)
    year = next((int(word) for word in rest if len(word) == 4 and word.isdecimal()), None)
    tense = "past" if ended == "ended" else "future"
    end = periods.month(year, number).start if year else without_year(found, number, None, tense).start
    quarter = periods.around(periods.add_months(end, -1), "Q") if end else None
    return answer(quarter, found, None if year else "publication") if quarter else unresolved("Q")


def year_ago_quarter(found: Found) -> Answer | None:
    """ "the year-earlier quarter"."""
    return _year_before(found, "Q")


def year_ago(found: Found) -> Answer | None:
    """ "year-earlier" before a noun."""
    return _year_before(found, "Y")


def _year_before(found: Found, grain: str) -> Answer:
    last = found.context.mentioned.get("Q")
    reference = found.context.reference
    if last is not None:
        if found.context.counts_months and "quarter" not in found.all_words:
            return answer(periods.year(last.start.year - 1), found, "context")
        already = reference is not None and last.end <= periods.add_months(reference, -12)
        period = last if already else periods.quarter(last.start.year - 1, (last.start.month + 2) // 3)
        return Answer("date", period.value, period.start, period.end, "context")
    if reference is None:
        return unresolved(grain)
    period = periods.around(periods.add_months(reference, -12), grain, -1 if grain == "Q" else 0)
    return Answer("date", period.value, period.start, period.end, "publication")
