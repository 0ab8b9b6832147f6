"""Resolvers for dates that the words themselves give, wholly or in part."""

from datetime import date, timedelta

from provenance.values.dates import periods
from provenance.values.dates.context import Answer, Found
from provenance.values.dates.lexicon import VALUES, value
from provenance.values.dates.numbers import ordinal, spelled_year
from provenance.values.dates.periods import Period
from provenance.values.dates.tokens import SMALL_WORD
from provenance.values.quantities.lexicon import DESIGNATORS

_FAR_PAST = 250
"""Days: a day without year and tense cue farther back than this is read as the coming one."""
_NEAR_FUTURE = 300
"""Days: likewise, whatever the tense, for one so far back that the coming one is near."""
_JUST_NOW = 60
"""Days: a cue for the future does not push a day so near in the past a year ahead."""

_NEW_CENTURY = 30
"""Years of two digits under this belong to this century."""

_SCALE_REACH = 8
"""Words before "the 70s" in which a scale is named: temperatures, polls."""
_SCALES = frozenset(
    [
        "temperature",
        "temperatures",
        "degrees",
        "highs",
        "lows",
        "low",
        "lower",
        "upper",
        "percent",
        "rating",
        "poll",
        "polls",
    ]
)

_PLAIN_YEARS = 1700
"""Four digits under this before a common noun are a count: "in 1500 villages"."""

_SELDOM_YEARS = 1400
"""Four digits under this are as often a time of day or a count, but after these words."""
_BEFORE_SELDOM = frozenset({"in", "since", "until", "before", "after"})

_ATTRIBUTE_YEARS = (1900, 2040)
"""First and end: other four digits right before a noun are as often a count."""


def answer(period: Period, found: Found, relative_to: str | None = None) -> Answer:
    """The period as an answer, remembered for what follows."""
    found.context.remember(period)
    return Answer("date", period.value, period.start, period.end, relative_to)


def month_number(words: list[str]) -> int:
    """Number of a month name."""
    for name in ("MONTH", "MAYMARCH", "MABBR"):
        try:
            return int(value(name, words[0]))
        except KeyError:
            continue
    raise ValueError(f"not a month: {words[0]!r}")


def calendar_date(found: Found) -> Answer | None:
    """A month with day, year or both."""
    month = month_number(found.words("month"))
    day = ordinal(found.word("day")) if found.word("day") else None
    year = spelled_year(found.words("year"))
    if year is None:
        return without_year(found, month, day)
    found.context.mentioned["Y"] = periods.year(year)
    return _of_month(answer(periods.day(date(year, month, day)) if day else periods.month(year, month), found), found)


def part_of_date(found: Found) -> Answer | None:
    """ "the evening of 2 May"."""
    day = calendar_date(found)
    return day and day._replace(kind="time", value=f"{day.value}T{value('DPART', found.word('part'))}")


def _of_month(told: Answer, found: Found) -> Answer:
    """The answer, its month noted: "on Nov. 9. Later that month"."""
    if told.start is not None:
        found.context.mentioned["M"] = periods.around(told.start, "M")
    return told


def yearly(found: Found) -> Answer | None:
    """ "every April"."""
    return Answer("set", f"XXXX-{month_number(found.words('month')):02}")


def second_day(found: Found) -> Answer | None:
    """The 25 of "April 24 and 25": its month stands three tokens before."""
    month = month_number([found.context.tokens.words[found.start - 3].lower()])
    day = ordinal(found.word("day"))
    year = spelled_year(found.words("year"))
    return without_year(found, month, day) if year is None else answer(periods.day(date(year, month, day)), found)


def without_year(found: Found, month: int, day: int | None, tense: str = "") -> Answer:
    """A month or day whose year the publication date and the tense give."""
    reference = found.context.reference
    if reference is None:
        tail = f"-{day:02}" if day else ""
        if day:
            date(2000, month, day)  # refuses the 31st of June
        return Answer("date", f"XXXX-{month:02}{tail}", relative_to="unresolved")
    choices = _of_weekday(found, years_around(reference, month, day))
    chosen = by_tense(choices, reference, tense or found.tense, bool(day))
    return _of_month(answer(chosen, found, "publication"), found)


def by_tense(choices: list[Period], reference: date, tense: str, is_day: bool) -> Period:
    """The last choice up to publication or the first one after it."""
    last = [p for p in choices if p.start <= reference][-1:] or choices[:1]
    coming = [p for p in choices if p.end > reference][:1] or choices[-1:]
    back, ahead = (reference - last[0].start).days, (coming[0].start - reference).days
    if tense == "future":
        return last[0] if back < _JUST_NOW and ahead > _NEAR_FUTURE else coming[0]
    limit = _NEAR_FUTURE if tense == "past" and is_day else _FAR_PAST
    return coming[0] if back > limit and (is_day or tense != "past") else last[0]


def _of_weekday(found: Found, choices: list[Period]) -> list[Period]:
    """Narrows to the years in which the day falls on the weekday that is named with it, if it does in any."""
    if not found.word("wday"):
        return choices
    name = found.word("wday")
    number = int(VALUES["WDAY"].get(name) or VALUES["WABBR"][name])
    near = [p for p in choices if p.start.isoweekday() == number]
    reference = found.context.reference
    if not near or reference is None:
        return choices
    best = min(near, key=lambda p: (abs((p.start - reference).days), p.start))
    return [best, best]


def years_around(reference: date, month: int, day: int | None) -> list[Period]:
    """That month or day of the years around publication, in order; ValueError where no calendar has it."""
    found = []
    for year in range(reference.year - 4, reference.year + 5):
        try:
            found.append(periods.day(date(year, month, day)) if day else periods.month(year, month))
        except ValueError:  # 29 February
            continue
    if not found:
        raise ValueError(f"no day {day} in month {month}")
    return found


def week_of(found: Found) -> Answer | None:
    """ "the week of March 6"."""
    day = calendar_date(found)
    if day is None or day.start is None:
        return Answer("date", "XXXX-WXX", relative_to="unresolved")
    return answer(periods.week(day.start), found, day.relative_to)


def day_range(found: Found) -> Answer | None:
    """ "April 4-6": from the first to the last day."""
    month, first, last = month_number(found.words("month")), ordinal(found.word("day")), ordinal(found.word("to"))
    year = spelled_year(found.words("year"))
    if last <= first:
        return None
    if year is None:
        start = without_year(found, month, first)
        if start.start is None:
            return Answer("range", f"XXXX-{month:02}-{first:02}/XXXX-{month:02}-{last:02}", relative_to="unresolved")
        begin, relative_to = start.start, start.relative_to
    else:
        begin, relative_to = date(year, month, first), None
    end = begin.replace(day=last)
    return Answer("range", f"{begin.isoformat()}/{end.isoformat()}", begin, end + timedelta(1), relative_to)


def iso_date(found: Found) -> Answer | None:
    """ "2018-02-04"."""
    return answer(periods.day(date.fromisoformat(found.all_words[0].replace("/", "-"))), found)


def slash_date(found: Found) -> Answer | None:
    """ "25/12/2017", "07.04.2018".

    Where day and month could change places only the year is known; points put the day first.
    """
    word = found.all_words[0]
    first, second, year = (int(part) for part in word.replace(".", "/").split("/"))
    if year < 100:
        year += 2000 if year < _NEW_CENTURY else 1900
    if first > 12 or first == second or "." in word:
        return answer(periods.day(date(year, second, first)), found)
    if second > 12:
        return answer(periods.day(date(year, first, second)), found)
    whole = periods.year(year)
    return Answer("date", f"{year:04}-XX-XX", whole.start, whole.end)


def year(found: Found) -> Answer | None:
    """A year in digits or words."""
    number = spelled_year(found.words("year"))
    if number is None or (number < _PLAIN_YEARS and found.next_code == SMALL_WORD):
        return None
    if number < _SELDOM_YEARS and found.context.tokens.words[found.start - 1].lower() not in _BEFORE_SELDOM:
        return None
    return answer(periods.year(number), found)


def attribute_year(found: Found) -> Answer | None:
    """ "her popular 2005 book": a year before a noun that it does not count or number ("1998 votes", "flight 1930")."""
    number, counted = int(found.word("year")), found.next_word.rstrip("'’")
    before = found.context.tokens.words[found.start - 1].lower()
    plural = counted.endswith("s") and not counted.endswith(("ss", "us", "is"))
    if plural or before in DESIGNATORS or not _ATTRIBUTE_YEARS[0] <= number < _ATTRIBUTE_YEARS[1]:
        return None
    return answer(periods.year(number), found)


def short_year(found: Found) -> Answer | None:
    """ "'82": in this century up to '29."""
    number = int(found.word("short")[1:])
    return answer(periods.year(number + (2000 if number < _NEW_CENTURY else 1900)), found)


def year_range(found: Found) -> Answer | None:
    """ "2011-2013", "2011-13"; where the second could be a month, only the year right after: "2011-12"."""
    first, last = int(found.word("from")), found.word("to")
    if len(last) == 1 and (first + 1) % 10 == int(last):
        last = str(first + 1)  # "the 2007-8 season"
    if len(last) not in (2, 4) or (int(last) <= 12 and int(last) != first % 100 + 1):
        return None
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if not _SELDOM_YEARS <= first < end < first + 200:
        return None
    return Answer("range", f"{first}/{end}", date(first, 1, 1), date(end + 1, 1, 1))


def _counts_degrees(found: Found) -> bool:
    """Whether "the 30s" are percent, degrees or points: decades before the fifties carry an apostrophe or a century."""
    words = found.context.tokens.words[max(0, found.start - _SCALE_REACH) : found.end]
    return int(found.word("decade")[:2]) < 50 or any(word.lower() in _SCALES for word in words)


def decade(found: Found) -> Answer | None:
    """ "the 1990s", "the nineties" (of the last century); "the 2000s" are ten years, "the 1800s" a hundred."""
    word = found.word("decade").lstrip("'’‘")
    if len(word) == 3 and found.word("decade") == word and _counts_degrees(found):
        return None
    digits = word[:-1] if word[:1].isdigit() else value("DECADEW", word) + "0"
    first = int(digits) if len(digits) == 4 else int(digits) + (2000 if digits in ("00", "10") else 1900)
    if first % 100 == 0 and first < 2000:
        return answer(periods.century(first), found)
    return answer(periods.decade(first), found)


def century(found: Found) -> Answer | None:
    """ "the 19th century" is 1800 to 1899."""
    words = [word for word in found.words("cent") if word[0].isalnum()]
    number = sum(ordinal(word) for word in words) if len(words) > 1 else ordinal(words[0])
    return answer(periods.century((number - 1) * 100), found) if 1 < number < 30 else None
