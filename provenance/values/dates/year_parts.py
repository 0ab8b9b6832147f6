"""Resolvers for halves, quarters and seasons of a year."""

from provenance.values.dates import periods
from provenance.values.dates.absolute import answer
from provenance.values.dates.context import Answer, Found
from provenance.values.dates.lexicon import VALUES, value
from provenance.values.dates.numbers import ordinal, spelled_year


def half(found: Found) -> Answer | None:
    """ "the first half of 2017"."""
    number = 1 if found.word("h") in ("first", "h1") else 2
    year, relative_to = _year_of(found)
    return (
        answer(periods.half(year, number), found, relative_to)
        if year
        else Answer("date", f"XXXX-H{number}", relative_to="unresolved")
    )


def _year_of(found: Found) -> tuple[int | None, str | None]:
    """The year an expression names in digits or as last, this or next year."""
    number = spelled_year(found.words("year"))
    if number is not None:
        return number, None
    reference = found.context.reference
    if reference is None:
        return None, "unresolved"
    return reference.year + {"last": -1, "next": 1}.get(found.word("which"), 0), "publication"


def quarter(found: Found) -> Answer | None:
    """A quarter with its year, or the latest one of that number."""
    number = ordinal(found.word("q"))
    if not 1 <= number <= 4:
        return None
    if found.word("year") or found.word("which"):
        year, relative_to = _year_of(found)
        return (
            answer(periods.quarter(year, number), found, relative_to)
            if year
            else Answer("date", f"XXXX-Q{number}", relative_to="unresolved")
        )
    reference = found.context.reference
    if reference is None:
        return Answer("date", f"XXXX-Q{number}", relative_to="unresolved")
    chosen = periods.quarter(reference.year, number)
    if chosen.start > reference and found.tense != "future":
        chosen = periods.quarter(reference.year - 1, number)
    return answer(chosen, found, "publication")


def final_quarter(found: Found) -> Answer | None:
    """ "the last quarter of 2009"."""
    return answer(periods.quarter(int(found.word("year")), 4), found)


def quarter_of_year(found: Found) -> Answer | None:
    """ "the 1988 period": the quarter under discussion, in that year."""
    year = int(found.word("year"))
    last = found.context.mentioned.get("Q")
    if last is None or found.context.counts_months:
        return answer(periods.year(year), found)
    period = periods.quarter(year, (last.start.month + 2) // 3)
    return Answer("date", period.value, period.start, period.end, "context")


def season_of_year(found: Found) -> Answer | None:
    """ "the autumn of last year"."""
    code = value("SEASON", found.word("season"))
    year, relative_to = _year_of(found)
    if year is None:
        return Answer("date", f"XXXX-{code}", relative_to="unresolved")
    return answer(periods.season(year, code), found, relative_to)


def season(found: Found) -> Answer | None:
    """A season with its year, or the nearest by "last", "this", "next" or tense."""
    code = value("SEASON", found.word("season"))
    number = spelled_year(found.words("year"))
    if number is not None:
        return answer(periods.season(number, code), found)
    reference = found.context.reference
    if reference is None:
        return Answer("date", f"XXXX-{code}", relative_to="unresolved")
    which = found.words("which")
    choices = [periods.season(reference.year + step, code) for step in (-2, -1, 0, 1, 2)]
    past = [p for p in choices if p.end <= reference]
    coming = [p for p in choices if p.start > reference]
    current = [p for p in choices if p.start <= reference < p.end]
    if (which and which[-1] in VALUES["NEXT"]) or (not which and found.tense == "future"):
        chosen = (current if not which and current else coming)[0]
    elif which[-1:] == ["this"]:
        chosen = periods.season(reference.year, code)
    elif which:
        chosen = past[-1]
    else:
        chosen = (current or past[-1:])[0]
    return answer(chosen, found, "publication")
