"""Agency and date of a dateline: "DAMASCUS, April 10, 2018 (Reuters) — "."""

import re
from datetime import date
from functools import cache
from pathlib import Path

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .'’/-]{2,40}(?:, ?[A-Z][A-Za-z .'’-]{1,30}?)?"
    rf"(?:,? (?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}))"
    r"(?:,? (?P<year>\d{4}))?)?"
    r" ?(?:\((?P<agency>[A-Z][^()]{1,40})\))? ?(?:—|–|--|-) ?"
)
_LINES = 5
_WIDTH = 200


def find(text: str) -> tuple[str | None, date | None]:
    """Agency and day that a dateline in the first lines names; None for what it leaves out (a day needs its year)."""
    start = 0
    for _ in range(_LINES):
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)][:_WIDTH]
        match = _DATELINE.match(line)
        if match is not None:
            return _agency(match["agency"]), _day(match)
        if end < 0:
            break
        start = end + 1
    return None, None


def _agency(name: str | None) -> str | None:
    """A name in brackets, where it is a known agency: "(Reuters)", not "(archive)"."""
    return name if name in agencies() else None


@cache
def agencies() -> frozenset[str]:
    """News agencies as datelines name them."""
    lines = (Path(__file__).parent / "agencies.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def _day(match: re.Match[str]) -> date | None:
    month = match["month"] or match["month2"]
    if match["year"] is None or month is None:
        return None
    try:
        return date(int(match["year"]), _MONTHS.index(month[:3].lower()) + 1, int(match["day"] or match["day2"]))
    except ValueError:
        return None
