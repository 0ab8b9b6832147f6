"""Resolvers for days that a rule gives: feasts, "the first Monday in May"."""

from datetime import date, timedelta

from provenance.values.dates import periods
from provenance.values.dates.absolute import answer, by_tense, month_number
from provenance.values.dates.context import Answer, Found
from provenance.values.dates.counted import direction
from provenance.values.dates.lexicon import VALUES
from provenance.values.dates.numbers import ordinal, spelled_year
from provenance.values.dates.relative import unresolved

_SOON = 60
_LONG_PAST = 300
"""Days: without "last" or "next", a feast so long past gives way to one so soon."""


def holiday(found: Found) -> Answer | None:
    """The feast nearest to publication by "last", "next" or tense; unresolved without publication date."""
    reference, rule = found.context.reference, found.argument
    if found.word("year"):
        return answer(periods.day(_place(rule, int(found.word("year")))), found)
    if reference is None:
        return Answer("date", f"XXXX-{rule}" if rule[2:3] == "-" else "XXXX-XX-XX", relative_to="unresolved")
    if found.word("of"):
        return answer(periods.day(_place(rule, reference.year + direction(found.words("of")))), found, "publication")
    which = found.word("which")
    days = [_place(rule, year) for year in (reference.year - 1, reference.year, reference.year + 1)]
    if which == "this":
        chosen = days[1]
    elif which == "next" or (not which and found.tense == "future"):
        chosen = next(day for day in days if day >= reference)
    else:
        chosen = [day for day in days if day < reference or (day == reference and not which)][-1]
        coming = next(day for day in days if day >= reference)
        if not which and (reference - chosen).days > _LONG_PAST and (coming - reference).days < _SOON:
            chosen = coming  # "Christmas shopping" on 1 December
    return answer(periods.day(chosen), found, "publication")


def nth_weekday(found: Found) -> Answer | None:
    """ "the last Friday in August", "the first Monday of May 2019"."""
    month, weekday = month_number(found.words("month")), int(VALUES["WDAY"][found.word("wday")])
    nth = -1 if found.word("nth") in ("last", "final") else ordinal(found.word("nth"))
    reference, year = found.context.reference, spelled_year(found.words("year"))
    if not -1 <= nth <= 5 or (year is None and reference is None):
        return unresolved("D")
    if year is None and reference is not None:
        days = [periods.day(_nth(reference.year + step, month, nth, weekday)) for step in (-1, 0, 1)]
        chosen = by_tense(days, reference, found.tense, True)
    else:
        chosen = periods.day(_nth(year or 0, month, nth, weekday))
    return answer(chosen, found, None if year else "publication") if chosen.start.month == month else None


def _place(rule: str, year: int) -> date:
    """Day of a feast in a year, by its rule in grammar.tsv."""
    if rule[0] == "E":
        return easter(year) + timedelta(int(rule[1:]))
    if rule[2:3] == "-":
        return date(year, int(rule[:2]), int(rule[3:]))
    month, nth, weekday = (int(part) for part in rule.split("/"))
    return _nth(year, month, nth, weekday)


def _nth(year: int, month: int, nth: int, weekday: int) -> date:
    """The n-th such weekday of a month, the last one for -1."""
    if nth < 0:
        last = periods.month(year, month).end - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, Meeus 1991, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
