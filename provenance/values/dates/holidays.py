"""Resolver for feasts whose date a rule gives."""

from datetime import date, timedelta

from provenance.values.dates import periods
from provenance.values.dates.absolute import answer
from provenance.values.dates.context import Answer, Found


def holiday(found: Found) -> Answer | None:
    """The feast nearest to publication by "last", "next" or tense; unresolved without publication date."""
    reference, rule = found.context.reference, found.argument
    if reference is None:
        return Answer("date", f"XXXX-{rule}" if rule[2:3] == "-" else "XXXX-XX-XX", relative_to="unresolved")
    which = found.word("which")
    days = [_place(rule, year) for year in (reference.year - 1, reference.year, reference.year + 1)]
    if which == "this":
        chosen = days[1]
    elif which == "next" or (not which and found.tense == "future"):
        chosen = next(day for day in days if day >= reference)
    else:
        chosen = [day for day in days if day < reference or (day == reference and not which)][-1]
    return answer(periods.day(chosen), found, "publication")


def _place(rule: str, year: int) -> date:
    """Day of a feast in a year, by its rule in grammar.tsv."""
    if rule[0] == "E":
        return easter(year) + timedelta(int(rule[1:]))
    if rule[2:3] == "-":
        return date(year, int(rule[:2]), int(rule[3:]))
    month, nth, weekday = (int(part) for part in rule.split("/"))
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
