"""Periods of the calendar with their TIMEX3 value.

ISO 8601 as TimeML extends it: quarter 2018-Q3, half 2018-H1, summer 2018-SU, weekend 2018-W14-WE,
decade 199, century 18.
"""

from datetime import date, timedelta
from typing import NamedTuple

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of a season, northern and meteorological."""
GRAINS = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "E": "XXXX",
    "C": "XXXX",
}
"""Value of a period of a grain whose place in the calendar the text does not give."""


class Period(NamedTuple):
    """Days from `start` up to, not including, `end`."""

    value: str
    start: date
    end: date
    grain: str


def day(when: date) -> Period:
    """One day."""
    return Period(when.isoformat(), when, when + timedelta(1), "D")


def week(when: date) -> Period:
    """The ISO week that holds a day."""
    iso = when.isocalendar()
    monday = when - timedelta(iso.weekday - 1)
    return Period(f"{iso.year:04}-W{iso.week:02}", monday, monday + timedelta(7), "W")


def weekend(when: date) -> Period:
    """Saturday and Sunday of the ISO week that holds a day."""
    whole = week(when)
    return Period(f"{whole.value}-WE", whole.start + timedelta(5), whole.end, "WE")


def month(year: int, number: int) -> Period:
    """A month; numbers past 12 or under 1 run into the years around."""
    first = add_months(date(year, 1, 1), number - 1)
    return Period(f"{first.year:04}-{first.month:02}", first, add_months(first, 1), "M")


def quarter(year: int, number: int) -> Period:
    """A calendar quarter; numbers past 4 or under 1 run into the years around."""
    first = add_months(date(year, 1, 1), 3 * (number - 1))
    return Period(f"{first.year:04}-Q{(first.month + 2) // 3}", first, add_months(first, 3), "Q")


def half(year: int, number: int) -> Period:
    """A half year."""
    first = add_months(date(year, 1, 1), 6 * (number - 1))
    return Period(f"{year:04}-H{number}", first, add_months(first, 6), "H")


def season(year: int, code: str) -> Period:
    """A season that begins in a year."""
    first = date(year, _SEASON_MONTH[code], 1)
    return Period(f"{year:04}-{code}", first, add_months(first, 3), "S")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number + 1, 1, 1), "Y")


def decade(first: int) -> Period:
    """Ten years from `first`."""
    return Period(f"{first // 10:03}", date(first, 1, 1), date(first + 10, 1, 1), "E")


def century(first: int) -> Period:
    """A hundred years from `first` (1800 for the 19th century)."""
    return Period(f"{first // 100:02}", date(first, 1, 1), date(first + 100, 1, 1), "C")


def add_months(when: date, count: int) -> date:
    """`count` months on; the last day of a shorter month where the day does not exist."""
    total = when.year * 12 + when.month - 1 + count
    first = date(total // 12, total % 12 + 1, 1)
    for number in range(when.day, 27, -1):
        try:
            return first.replace(day=number)
        except ValueError:
            continue
    return first.replace(day=when.day)


def around(when: date, grain: str, steps: int = 0) -> Period:
    """The period of a grain that holds `when`, or the one `steps` further on."""
    match grain:
        case "D" | "N":
            return day(when + timedelta(steps))
        case "W" | "2W":
            return week(when + timedelta(steps * (7 if grain == "W" else 14)))
        case "WE":
            return weekend(when + timedelta(7 * steps))
        case "M":
            return month(when.year, when.month + steps)
        case "Q":
            return quarter(when.year, (when.month + 2) // 3 + steps)
        case "Y":
            return year(when.year + steps)
        case "E":
            return decade(when.year // 10 * 10 + 10 * steps)
        case "C":
            return century(when.year // 100 * 100 + 100 * steps)
    raise ValueError(f"no calendar period {grain!r}")
