"""Finding values takes work in step with the length of the text, whatever the text repeats."""

import sys
from collections.abc import Callable
from datetime import date

import pytest

from provenance.values import dates, names, quantities

FINDERS: dict[str, Callable[[str], object]] = {
    "quantities": quantities.find,
    "dates": lambda text: dates.find(text, date(2013, 3, 19)),
    "names": names.find,
}
NUMBERS = [
    "5 ",
    "of thousands ",
    "five dozen ",
    "a-one-",
    "1:",
    "5-",
    "one and ",
    "1 000 ",
    "between 5 and ",
    "5 a ",
    "$",
    "up to about ",
    "3 x-y-",
    "the ",
    "9",
    "1/2 ",
    "-",
]
TIMES = [
    "at 5:30 p.m. they left ",
    "in 2012 and 2013, ",
    "that day ",
    "a year earlier, ",
    "two-year-old-",
    "the quarter ended ",
]
NAMES = [
    "Mr. Smith of the United Nations ",
    "Al ",
    "U.S.",
    "Smith, ",
    "(SOHR) Syrian Observatory for Human Rights ",
    "S O ",
]


def work(find: Callable[[str], object], text: str) -> int:
    """How many functions a search of `text` enters, of Python and of C: work that no clock disturbs."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        find(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("unit", [*NUMBERS, *TIMES, *NAMES])
@pytest.mark.parametrize("kind", FINDERS)
def test_work_grows_with_the_text_and_no_faster(kind: str, unit: str) -> None:
    find = FINDERS[kind]
    once, twice = "On Monday 5 " + unit * 400, "On Monday 5 " + unit * 800
    find(twice)  # fills what is remembered
    assert work(find, twice) <= 2.4 * work(find, once) + 200
