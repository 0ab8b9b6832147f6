"""Resolvers for expressions that need the publication date or a date named before."""

from datetime import date, timedelta

from provenance.values.dates import numbers, periods
from provenance.values.dates.absolute import answer, month_number, without_year, years_around
from provenance.values.dates.context import Answer, Found
from provenance.values.dates.counted import direction
from provenance.values.dates.lexicon import VALUES, value
from provenance.values.dates.numbers import ordinal
from provenance.values.dates.periods import GRAINS, Period
from provenance.values.dates.tenses import is_past

_SPAN_WORDS = frozenset(["through", "to", "until", "-", "–"])
_LIST_WORDS = frozenset(["and", "or"])
_NEW_YEAR = 3
"""Up to this month, what was so "at year-end" was so at the end of the year before."""
_DAY_STEPS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "tomorrow": 1, "last": -1, "overnight": 0}


def unresolved(grain: str) -> Answer:
    """A period of a grain that nothing places in the calendar."""
    return Answer("date", GRAINS.get(grain, "XXXX"), relative_to="unresolved")


def part_of_day(found: Found, when: Period) -> Answer:
    """A day, or the part of it that the expression names."""
    part = found.word("part")
    if not part:
        return answer(when, found, "publication")
    found.context.remember(when)
    return Answer("time", f"{when.value}T{value('DPART', part)}", when.start, when.end, "publication")


def pick_weekday(found: Found, number: int, which: list[str]) -> date | None:
    """The day a weekday means: the last one up to publication, or the next where tense or words say so."""
    reference = found.context.reference
    latest = found.context.mentioned.get("D")
    if which and which[-1] in ("previous", "following", "preceding") and latest:
        reference = latest.start
    if reference is None:
        return None
    back = (reference.isoweekday() - number) % 7
    if which:
        step = direction(which)
        if step < 0:
            return reference - timedelta(back or 7)
        if step > 0:
            coming = reference + timedelta((number - reference.isoweekday()) % 7 or 7)
            same_week = which[-1] == "next" and periods.week(coming).start == periods.week(reference).start
            return coming + timedelta(7) if same_week else coming
        return periods.week(reference).start + timedelta(number - 1)
    if latest and _ends_span(found):
        return latest.start + timedelta((number - latest.start.isoweekday()) % 7)
    tense = found.tense
    if back and (tense == "future" or (tense != "past" and _goes_on(found, reference))):
        return reference + timedelta(7 - back)
    return reference - timedelta(back)


def _goes_on(found: Found, reference: date) -> bool:
    """Whether a weekday goes on with what lies ahead: "Rain will come on Saturday. On Sunday it turns to snow"."""
    named = found.context.day_of_paragraph
    links = found.context.tokens.words[found.start - 1] in ("on", "On") and found.next_word not in VALUES["POSS"]
    return links and named is not None and named.start > reference


def _ends_span(found: Found) -> bool:
    """Whether a weekday is the last of "Monday through Friday", or of "Thursday or Friday" to come."""
    words = found.context.tokens.words
    reference, latest = found.context.reference, found.context.mentioned["D"]
    joined = reference is not None and latest.start > reference and words[found.start - 1] in _LIST_WORDS
    linked = joined or words[found.start - 1] in _SPAN_WORDS
    return linked and words[max(0, found.start - 2)].lower() in VALUES["WDAY"]


def weekday(found: Found) -> Answer | None:
    """ "Sunday", "last Friday", "Monday night"."""
    number = int(value("WDAY", found.word("wday")))
    part = found.word("part")
    when = pick_weekday(found, number, found.words("which"))
    if when is None:
        tail = f"T{value('DPART', part)}" if part else ""
        return Answer("time" if part else "date", f"XXXX-WXX-{number}{tail}", relative_to="unresolved")
    return part_of_day(found, periods.day(when))


def weekdays_ago(found: Found) -> Answer | None:
    """ "two Fridays ago"."""
    weekday, count = int(value("WDAYS", found.word("wday"))), numbers.number(found.words("n"))
    if found.context.reference is None:
        return Answer("date", f"XXXX-WXX-{weekday}", relative_to="unresolved")
    if count is None or not 0 < count < 100 or count % 1:
        return None
    last = found.context.reference - timedelta((found.context.reference.isoweekday() - weekday) % 7 or 7)
    return answer(periods.day(last - timedelta(7 * (int(count) - 1))), found, "publication")


def some_weekday(found: Found) -> Answer | None:
    """ "one Sunday", "on a Thursday": of which week is not said; "the first Tuesday of each month" with "set"."""
    return Answer(
        "set" if found.argument else "date", f"XXXX-WXX-{value('WDAY', found.word('wday'))}", relative_to="unresolved"
    )


def around_weekday(found: Found) -> Answer | None:
    """ "the day before last Tuesday"."""
    number = int(value("WDAY", found.word("wday")))
    when = pick_weekday(found, number, found.words("which"))
    if when is None:
        return unresolved("D")
    return answer(periods.day(when + timedelta(-1 if "before" in found.all_words else 1)), found, "publication")


def day(found: Found) -> Answer | None:
    """ "today", "yesterday morning", "last night", "overnight"."""
    words = found.all_words
    rel = found.word("rel") or words[0]
    night = "NI" if rel == "tonight" or words[0] == "overnight" or words[-1] == "night" else ""
    part = found.word("part")
    tail = f"T{value('DPART', part) if part else night}" if part or night else ""
    reference = found.context.reference
    if reference is None:
        return Answer("time" if tail else "date", f"XXXX-XX-XX{tail}", relative_to="unresolved")
    when = periods.day(reference + timedelta(_DAY_STEPS[rel]))
    found.context.remember(when)
    return Answer("time" if tail else "date", f"{when.value}{tail}", when.start, when.end, "publication")


def far_day(found: Found) -> Answer | None:
    """ "the day before yesterday"."""
    if found.context.reference is None:
        return unresolved("D")
    step = -2 if "before" in found.all_words else 2
    return answer(periods.day(found.context.reference + timedelta(step)), found, "publication")


def named_month(found: Found) -> Answer | None:
    """ "last April", "this September", "next June 3"."""
    month = month_number(found.words("month"))
    day = ordinal(found.word("day")) if found.word("day") else None
    reference = found.context.reference
    if reference is None:
        return without_year(found, month, day)
    step, choices = direction(found.words("which")), years_around(reference, month, day)
    if step > 0:
        return answer(next(p for p in choices if p.start > reference), found, "publication")
    if step < 0:
        return answer([p for p in choices if p.end <= reference][-1], found, "publication")
    return (
        without_year(found, month, day) if day else answer(periods.month(reference.year, month), found, "publication")
    )


def month_of_year(found: Found) -> Answer | None:
    """ "October last year", "the 3rd of May last year"."""
    month = month_number(found.words("month"))
    day = ordinal(found.word("day")) if found.word("day") else None
    reference = found.context.reference
    if reference is None:
        return without_year(found, month, day)
    year = reference.year + direction(found.words("which"))
    return answer(periods.day(date(year, month, day)) if day else periods.month(year, month), found, "publication")


def month_quarter(found: Found) -> Answer | None:
    """ "the September quarter": the calendar quarter of that month."""
    when = without_year(found, month_number(found.words("month")), None).start
    return answer(periods.around(when, "Q"), found, "publication") if when else unresolved("Q")


def calendar_unit(found: Found) -> Answer | None:
    """ "last week", "earlier this month", "the current year", "the end of the month"."""
    grain = value("CAL", found.word("unit"))
    reference = found.context.reference
    which = found.words("which")
    if "previous" in which or "following" in which or "preceding" in which:
        base = found.context.latest
        if base is None:
            return unresolved(grain)
        return answer(periods.around(base.start, grain, direction(which)), found, "context")
    counted = {"past", "coming", "last", "next"} if grain == "E" else {"past", "coming"}
    if which and set(which) & counted and which[0] != "this" and found.all_words[0] == "the":
        return _counted_back(found, grain, direction(which))
    if reference is None:
        return unresolved(grain)
    return answer(periods.around(reference, grain, direction(which)), found, "publication")


def _counted_back(found: Found, grain: str, step: int) -> Answer:
    """ "the past year" runs up to publication; its value is still that of the year before, as TimeBank has it."""
    reference = found.context.reference
    unit = {"E": "P10Y", "C": "P100Y", "WE": "P1WE"}.get(grain, "P3M" if grain == "Q" else f"P1{grain}")
    if grain in ("Y", "M", "W", "D") and reference is not None:
        period = periods.around(reference, grain, step)
        start, end = (period.start, reference + timedelta(1)) if step < 0 else (reference, period.end)
        return Answer("date", period.value, start, end, "publication")
    return Answer("duration", unit, relative_to=None if reference else "unresolved")


def the_weekend(found: Found) -> Answer | None:
    """The weekend before publication, or after it by tense."""
    reference = found.context.reference
    if reference is None:
        return unresolved("WE")
    whole = periods.weekend(reference)
    if whole.start > reference and found.tense != "future":
        whole = periods.weekend(reference - timedelta(7))
    return answer(whole, found, "publication")


def this_year(found: Found) -> Answer | None:
    """ "the full year", "the fiscal year"."""
    reference = found.context.reference
    return answer(periods.year(reference.year), found, "publication") if reference else unresolved("Y")


def year_end(found: Found) -> Answer | None:
    """ "year-end", "year's end"."""
    reference = found.context.reference
    if reference is None:
        return unresolved("Y")
    past = reference.month <= _NEW_YEAR and found.tense == "past"
    return answer(periods.year(reference.year - past), found, "publication")


def now(found: Found) -> Answer | None:
    """ "now", "recently", "soon": the value stands in the grammar."""
    return Answer("date", found.argument, relative_to="publication" if found.context.reference else "unresolved")


def soon(found: Found) -> Answer | None:
    """ "soon", beside a past verb no time of its own ("was soon freed")."""
    words = found.context.tokens.words
    told = any(is_past(words[at].lower()) for at in (found.start - 1, found.end))
    return None if told else _to_come(found)


def one_day(found: Found) -> Answer | None:
    """ "one day" after a pronoun, modal or hope: in the future where the clause is, else a length."""
    return Answer("duration", "P1D") if found.tense == "past" else _to_come(found)


def _to_come(found: Found) -> Answer:
    return Answer("date", "FUTURE_REF", relative_to="publication" if found.context.reference else "unresolved")


def nothing(found: Found) -> Answer | None:
    """Words that look like a time and are none."""
    return None
