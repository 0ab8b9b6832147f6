"""Resolvers for durations and sets: how long, how often. Months are never turned into days, nor days into weeks."""

from datetime import date, timedelta
from decimal import Decimal

from provenance.values.dates import periods
from provenance.values.dates.context import Answer, Found
from provenance.values.dates.lexicon import VALUES, value
from provenance.values.dates.numbers import number

_DURATION = {
    "S": "PT{}S", "MIN": "PT{}M", "H": "PT{}H", "D": "P{}D", "N": "P{}D", "W": "P{}W", "WE": "P{}WE", "2W": "P{}W",
    "M": "P{}M", "Q": "P{}Q", "Y": "P{}Y", "E": "P{}E", "C": "P{}C",
}  # fmt: skip
_ACCOUNTED = (6, 9, 12)
"""Months that are accounted for together, beside quarters."""
_YEARS = {"E": 10, "C": 100}


def direction(words: list[str]) -> int:
    """-1, 0 or 1 for "last", "this", "next" and their like; 0 without words."""
    words = [word for word in words if word != "the"]
    if words[:1] == ["this"] and len(words) > 1:
        return -1 if words[1] == "past" else 1
    for name in ("LAST", "NEXT", "THIS"):
        if words and words[0] in VALUES[name]:
            return int(VALUES[name][words[0]])
    return 0


def unit_code(word: str) -> str:
    """Unit of a word, singular or plural."""
    for name in ("UNITS", "UNIT", "CAL", "LONG"):
        if word in VALUES[name]:
            return VALUES[name][word]
    raise ValueError(f"not a unit of time: {word!r}")


def duration_value(count: Decimal | None, unit: str) -> str:
    """TIMEX3 duration; X for an unnamed count, decades and centuries in years where counted."""
    if count is None:
        return _DURATION[unit].format("X")
    if unit in _YEARS:
        count, unit = count * _YEARS[unit], "Y"
    elif unit == "2W":
        count *= 2
    if count != count.to_integral_value() and unit in ("MIN", "H", "Y"):
        return _with_half(count, unit)
    return _DURATION[unit].format(f"{count.normalize():f}")


_SMALLER = {"MIN": (60, "PT{}M", "PT{}S"), "H": (60, "PT{}H", "PT{}M"), "Y": (12, "P{}Y", "P{}M")}
"""What halves are told in: how many of the smaller unit, and how both are written."""


def _with_half(count: Decimal, unit: str) -> str:
    parts, large, small = _SMALLER[unit]
    whole, rest = divmod(count, 1)
    if rest * parts % 1:
        return _DURATION[unit].format(f"{count.normalize():f}")
    tail = small.format(f"{(rest * parts).normalize():f}")
    return large.format(f"{whole:f}") + tail.lstrip("PT") if whole else tail


def _counts(found: Found) -> list[Decimal | None]:
    counts = []
    for name in ("n", "n2"):
        if found.words(name):
            counts.append(number(found.words(name)))
    return counts


def duration(found: Found) -> Answer | None:
    """ "two months", "a three-day", "the past 15 years"."""
    words = found.all_words
    unit = unit_code(found.word("unit") or found.word("long"))
    counts = _counts(found)
    if unit == "Q" and (
        "a" in words or (found.next_word == "of" and counts[:1] in ([1], [3]) and words[-2:-1] != ["consecutive"])
    ):
        return None  # a fraction: "three quarters of them", "about a quarter"
    count = counts[0] if counts else _article_count(words)
    if len(counts) == 2 and found.word("unit2"):
        return _compound(found, counts, unit)
    if len(counts) == 2 and counts[0] != counts[1]:
        return Answer("duration", duration_value(counts[0], unit))
    if (words[-3:] == ["and", "a", "half"] or found.word("half")) and count is not None:
        count += Decimal("0.5")
    if unit == "M" and count in _ACCOUNTED and words[0] == "the":
        found.context.months_position = found.start
    return _placed(found, count, unit)


def _article_count(words: list[str]) -> Decimal | None:
    if "couple" in words:
        return Decimal(2)
    if "few" in words:
        return None
    if set(words) & {"a", "an", "one", "whole", "entire"} or words[-1] == "long" or words[0] in VALUES["LONG"]:
        return None if words[0] in VALUES["UNITS"] else Decimal(1)
    return None


def _compound(found: Found, counts: list[Decimal | None], unit: str) -> Answer | None:
    second = unit_code(found.word("unit2"))
    if counts[0] is None or counts[1] is None:
        return None
    first, rest = duration_value(counts[0], unit), duration_value(counts[1], second)
    if "T" in first:
        return Answer("duration", first + rest.removeprefix("PT"))
    return Answer("duration", first + rest.removeprefix("P"))


def _placed(found: Found, count: Decimal | None, unit: str) -> Answer | None:
    """The duration, with its place in the calendar when it runs up to or from publication."""
    text = duration_value(count, unit)
    reference, step = found.context.reference, direction(found.words("which"))
    if (
        count is None
        or reference is None
        or not step
        or count != int(count)
        or unit not in ("D", "W", "M", "Y")
        or count > 999
    ):
        return Answer("duration", text)
    other = moved(reference, unit, step * int(count))
    start, end = (other, reference) if step < 0 else (reference, other)
    return Answer("duration", text, start, end, "publication")


def moved(when: date, unit: str, count: int) -> date:
    """The day `count` days, weeks, months or years from `when`."""
    if unit in ("D", "W"):
        return when + timedelta(count * (7 if unit == "W" else 1))
    return periods.add_months(when, count * (12 if unit == "Y" else 1))


def half_unit(found: Found) -> Answer | None:
    """ "half an hour", "a quarter-century"."""
    if "quarter" in found.all_words:
        return Answer("duration", "P25Y")
    halves = {"hour": "PT30M", "day": "PT12H", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
    return Answer("duration", halves[found.word("unit")])


def per_unit(found: Found) -> Answer | None:
    """ "$15 an hour", "a year": how often."""
    return Answer("set", duration_value(Decimal(1), unit_code(found.word("unit"))))


def business_year(found: Found) -> Answer | None:
    """ "the year ended March 31": twelve months, not a calendar year."""
    return Answer("duration", "P1Y")


def every(found: Found) -> Answer | None:
    """ "every year", "every two weeks", "daily"."""
    if found.word("set"):
        return Answer("set", value("OFTEN", found.word("set")))
    counts = _counts(found)
    count = (
        counts[0]
        if counts
        else None
        if "few" in found.all_words
        else Decimal(2)
        if "other" in found.all_words
        else Decimal(1)
    )
    return Answer("set", duration_value(count, unit_code(found.word("unit"))))


def each_part(found: Found) -> Answer | None:
    """ "every morning"."""
    return Answer("set", f"XXXX-XX-XXT{value('DPART', found.word('part'))}")


def every_season(found: Found) -> Answer | None:
    """ "every summer"."""
    return Answer("set", f"XXXX-{value('SEASON', found.word('season'))}")


def weekly(found: Found) -> Answer | None:
    """ "every Friday", "Sundays"."""
    word = found.word("wday")
    number = VALUES["WDAY"].get(word) or VALUES["WDAYS"][word]
    words = (word.rstrip("s") for word in found.all_words)
    parts = [value("DPART", word) for word in words if word in VALUES["DPART"]]
    return Answer("set", f"XXXX-WXX-{number}" + (f"T{parts[0]}" if parts else ""))
