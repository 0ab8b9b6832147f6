"""Sentences of news style with every quantity that they hold; see the head of the cases file for its form."""

from decimal import Decimal
from pathlib import Path

import pytest

from provenance.model import Quantity
from provenance.values.quantities import find

CASES = Path(__file__).parent / "cases" / "quantities.tsv"


def shown(q: Quantity) -> str:
    value = plain(q.value) if q.value is not None else f"{plain(q.low)}..{plain(q.high)}"
    return "|".join((value, q.approximation, q.change or "", q.unit, q.noun))


def plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize() if number else Decimal(0), "f")


def expected(cell: str) -> list[str]:
    if cell.strip() == "-":
        return []
    quantities = [[part.strip() for part in quantity.split("|")] for quantity in cell.split(" ; ")]
    return ["|".join([value if ".." in value else plain(Decimal(value)), *rest]) for value, *rest in quantities]


@pytest.mark.parametrize(
    "line", [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
)
def test_every_quantity_of_the_sentence_is_found(line: str) -> None:
    text, cell = line.split("\t")
    assert [shown(q) for q in find(text)] == expected(cell)
