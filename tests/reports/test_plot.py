from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Quantity, cut
from provenance.reports.plot import FIRST, LAST, axis, short


def quantity(value, low, high, approximation="exact"):
    value, low, high = (None if n is None else Decimal(n) for n in (value, low, high))
    return Quantity(span=cut("x", 0, 1), text="x", value=value, low=low, high=high, approximation=approximation)


def test_values_lie_in_their_order_on_round_numbers():
    line = axis([quantity(213, 213, 213), quantity(500, 450, 550, "about")])
    assert [tick.text for tick in line.ticks] == ["0", "200", "400", "600"]
    exact, about = line.mark(quantity(213, 213, 213)), line.mark(quantity(500, 450, 550))
    assert exact.start is None
    assert exact.at < about.start < about.at < about.end
    assert not about.open_start
    assert not about.open_end


@pytest.mark.parametrize(("numbers", "ticks"), [((3, 4), ["3", "4"]), ((17, 19), ["17", "18", "19"])])
def test_whole_numbers_have_no_ticks_between_them(numbers, ticks):
    assert [tick.text for tick in axis([quantity(n, n, n) for n in numbers]).ticks] == ticks


def test_open_ends_are_open_and_have_room():
    line = axis([quantity(42, 42, None, "at_least"), quantity(24, None, 24, "at_most")])
    least, most = line.mark(quantity(42, 42, None)), line.mark(quantity(24, None, 24))
    assert (least.open_start, least.open_end) == (False, True)
    assert (most.open_start, most.open_end) == (True, False)
    assert least.at < LAST - 5


def test_a_vague_count_has_no_point():
    line = axis([quantity(None, 24, None, "vague"), quantity(90, 90, 90)])
    mark = line.mark(quantity(None, 24, None))
    assert mark.at is None
    assert mark.open_end


def test_very_different_values_get_a_logarithmic_line():
    line = axis([quantity(3, 3, 3), quantity(90_000, 90_000, 90_000)])
    assert line.is_log
    assert [tick.text for tick in line.ticks] == ["1", "100", "10,000", "1m"]


@pytest.mark.parametrize(
    "values",
    [
        [],
        [quantity(42, 42, 42)],
        [quantity(42, 42, 42)] * 3,
        [quantity(None, None, None), quantity(42, 42, 42)],
        [quantity("1e400", "1e400", "1e400"), quantity(1, 1, 1)],
    ],
)
def test_values_without_a_difference_are_no_picture(values):
    assert axis(values) is None


def test_the_same_number_with_and_without_a_bound_is_one():
    line = axis([quantity(42, 42, 42), quantity(42, 42, None)])
    assert line.mark(quantity(42, 42, 42)).at == line.mark(quantity(42, 42, None)).at


@pytest.mark.parametrize(
    ("number", "text"), [("1400", "1,400"), ("1500000", "1.5m"), ("2e9", "2bn"), ("0.25", "0.25"), ("0", "0")]
)
def test_numbers_in_little_room(number, text):
    assert short(Decimal(number)) == text


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=2, max_size=6, unique=True))
def test_places_keep_the_order_and_stay_on_the_line(numbers):
    line = axis([quantity(n, n, n) for n in numbers])
    places = [line.place(n) for n in sorted(numbers)]
    assert places == sorted(places)
    assert all(float(FIRST) <= place <= float(LAST) for place in places)
    ticks = [tick.at for tick in line.ticks]
    assert 2 <= len(ticks) <= 7
    assert ticks == sorted(set(ticks))
