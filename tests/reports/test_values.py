from decimal import Decimal

import pytest

from provenance.model import Quantity, Span, TimeRef
from provenance.reports.values import number, quantity, time, values


def figure(text, value=None, low=None, high=None, **more):
    bounds = {"value": value, "low": low, "high": high}
    numbers = {name: None if number is None else Decimal(number) for name, number in bounds.items()}
    return Quantity(span=Span(start=0, end=len(text), quote=text), text=text, **numbers, **more)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (figure("350,000", "350000", noun="goats"), "350,000 goats"),
        (figure("about 3 thousand", "3000", approximation="about", noun="goats"), "about 3 thousand goats = ≈ 3,000"),
        (figure("four", "4"), "four = 4"),
        (figure("$3m", "3000000", unit="USD"), "$3m = 3,000,000 USD"),
        (figure("between 3 and 5", low="3", high="5", approximation="between"), "between 3 and 5 = 3–5"),
        (figure("dozens", low="24", approximation="vague"), "dozens = ≥ 24"),
        (figure("a handful at most", high="9", approximation="vague"), "a handful at most = ≤ 9"),
        (figure("many", approximation="vague"), "many"),
        (figure("1E+40", "1E+40"), "1E+40"),
        (figure("a third", Decimal(1) / 3, unit="fraction", noun="goats"), "a third goats = 1/3"),
        (figure("half", "0.5", unit="fraction"), "half = 0.5"),
        (figure("2 1/3", Decimal(7) / 3, unit="cup"), "2 1/3 = 2 1/3 cup"),
        (figure("1\n2", "12"), "1 2 = 12"),
    ],
)
def test_a_figure_with_what_it_was_read_as(given, shown):
    assert quantity(given) == shown


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("two months", "P2M", "two months = P2M"),
        ("2013", "2013", "2013"),
        ("Sunday", "XXXX-WXX-7", "Sunday"),
        ("now", "PRESENT_REF", "now"),
        ("some day", None, "some day"),
    ],
)
def test_a_time_with_its_value_where_that_says_more(text, value, shown):
    given = TimeRef(span=Span(start=0, end=len(text), quote=text), text=text, kind="date", value=value)
    assert time(given) == shown


def test_the_values_of_a_claim_in_the_order_of_the_text(report):
    assert values(report.claims[0]) == ["At least 42 dockers = ≥ 42", "on Monday = 2021-05-03"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("9100000000.0", "9,100,000,000"), ("5.0", "5.0"), ("1200.50", "1,200.50"), ("1E+9", "1,000,000,000")],
)
def test_a_whole_number_of_thousands_has_no_point(value, shown):
    assert number(figure("as written", value)) == shown
