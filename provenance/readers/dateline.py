"""Agency and day that the head of a text names: a dateline, or a line that is a date or starts with one.

"DAMASCUS, April 10, 2018 (Reuters) — ", "14 March 2024 - The fire …", "Published: 14 March 2024, 10:15".
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path

from provenance import wordlists

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][\w.'’/-]*(?: (?:[A-Z]|al-|de |la |el-)[\w.'’/-]*){0,3}(?:, ?[A-Z][A-Za-z .'’-]{1,30}?)?)?"
    rf"(?:,? ?(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}))"
    r"(?:,? (?P<year>\d{4}))?)?"
    r" ?(?:\((?P<agency>[A-Z][^()]{1,40})\))?[ \xa0]?(?:—|–|--|-(?=[ \xa0]))[ \xa0]?"
)
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?::\d\d)?(?:\.\d+)?(?: ?[ap]\.?m\b\.?)?(?: ?(?:Z|[A-Z]{2,5}|[+-]\d\d:?\d\d)\b)?)"
_DAY = (
    r"(?:(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\.?,? )?"
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{_MONTH}),? (?P<year2>\d{{4}})"
    r"|(?P<iso>\d{4}-\d\d-\d\d)|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year3>\d{4}))(?!\d)"
)
_DAY_LINE = re.compile(
    r"\s*(?P<label>(?:(?:first|originally|last) )?(?:published|posted|issued|released|updated|modified"
    r"|(?:publication )?date(?: of publication)?)(?: on| at)?:? |by [^.:|]{2,60}[,|–—-] )?"
    rf"(?:{_CLOCK},? )?{_DAY}"
    rf"(?:,? at|,|T| ?[|–—-])? ?{_CLOCK}?\s*"
    r"(?:$|[|·•(]|(?P<dash>—|–|--| -)\s)",
    re.IGNORECASE,
)
_REVISED = ("last", "updated", "modified")
_SPEECH = "\"'“‘«"
_DASHES = ("—", "–", "-")
_LINES = 5
_WIDTH = 200
LONGEST = 120
"""Code points that a dateline takes at most."""
_CHRONICLE = 200
"""Lines in which a second day at the head of a line tells a chronicle or diary."""


def find(text: str) -> tuple[str | None, date | None]:
    """Agency and day that the first lines name; None for what they leave out (a day needs its year).

    A day stands in a dateline, alone in its line, behind "Published:" or before a dash; a text with several such
    days is a chronicle and has none.
    """
    agency, day = _dateline(text)
    return agency, day or _day_of_lines(text)


def head(paragraph: str) -> re.Match[str] | None:
    """The dateline that a paragraph begins with, dash and space behind it included; a sentence follows.

    It names an agency, or a place in capitals or with a day: "Keld (AFP) – ", "KELD — ", "Keld, 3 May 2024 - ". A day
    alone may be that of what follows, as in a chronicle.
    """
    match = _DATELINE.match(paragraph)
    if match is None or not _starts_text(paragraph[match.end() : match.end() + _WIDTH]):
        return None
    dated = match["month"] or match["month2"]
    placed = match["city"] and (dated or _is_capitals(match["city"]))
    return match if placed or _agency(match["agency"]) else None


def is_dateline(sentence: str) -> bool:
    """Whether a sentence is a dateline and nothing else."""
    match = head(f"{sentence} A") if sentence.endswith(_DASHES) else None
    return match is not None and match.end() > len(sentence)


def place(text: str) -> str | None:
    """Where a text was filed, by the dateline in its first lines, without the region behind a comma."""
    match = _first(text)
    return match["city"].partition(",")[0] if match and match["city"] else None


def _is_capitals(city: str | None) -> bool:
    """Whether the words before a comma are of three letters or more, all capitals."""
    place = (city or "").partition(",")[0]
    return len(place) > 2 and place.isupper()


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start : min(end, start + _WIDTH)]
        start = end + 1


def _dateline(text: str) -> tuple[str | None, date | None]:
    match = _first(text)
    if match is None:
        return None, None
    return _agency(match["agency"]), _day(
        match["month"] or match["month2"], match["day"] or match["day2"], match["year"]
    )


def _first(text: str) -> re.Match[str] | None:
    return next(filter(None, map(head, islice(_lines(text), _LINES))), None)


def _day_of_lines(text: str) -> date | None:
    """The day at the head of one of the first lines; "published" goes before no label, "updated" comes last."""
    lines = (line for line in _lines(text) if line.strip())
    days = [(place, *found) for place, line in enumerate(islice(lines, _CHRONICLE)) if (found := _day_line(line))]
    head = [(label, day) for place, label, day in days if place < _LINES]
    published = [day for label, day in head if label and not label.startswith(_REVISED)]
    if published:
        return published[0]
    plain = {day for _, label, day in days if not label}
    if len(plain) > 1:
        return None
    return next((day for label, day in sorted(head, key=lambda found: bool(found[0]))), None)


def _day_line(line: str) -> tuple[str, date] | None:
    """Label and day of a line that is a date or starts with one and a dash."""
    match = _DAY_LINE.match(line)
    if match is None or (match["dash"] and not _starts_text(line[match.end() :])):
        return None
    if match["iso"]:
        year, second, first = match["iso"].split("-")
    elif match["year3"]:
        first, second, year = match["first"], match["second"], match["year3"]
        if int(second) > 12:
            first, second = second, first
        elif int(first) <= 12 and first != second:
            return None  # 3/4/2024 is 3 April or 4 March
    else:
        day = _day(match["month"] or match["month2"], match["day"] or match["day2"], match["year"] or match["year2"])
        return None if day is None else ((match["label"] or "").lower(), day)
    day = _date(year, int(second), first)
    return None if day is None else ((match["label"] or "").lower(), day)


def _starts_text(rest: str) -> bool:
    """Whether a sentence follows the dash, not the end of a span of days ("14 March 2024 - 2 April 2024")."""
    rest = rest.lstrip(_SPEECH + " ")
    return rest[:1].isupper() and re.match(rf"{_MONTH} \d", rest) is None


def _agency(name: str | None) -> str | None:
    """A name in brackets, where it is a known agency: "(Reuters)", not "(archive)"."""
    return name if name in agencies() else None


@cache
def agencies() -> frozenset[str]:
    """News agencies as datelines name them."""
    return frozenset(wordlists.lines(Path(__file__).parent / "agencies.txt"))


def _day(month: str | None, day: str | None, year: str | None) -> date | None:
    if month is None or day is None or year is None:
        return None
    return _date(year, _MONTHS.index(month[:3].lower()) + 1, day)


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None
