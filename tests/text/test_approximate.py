from hypothesis import given
from hypothesis import strategies as st

from provenance.text.approximate import _ends, search

LETTERS = st.lists(st.sampled_from("abc"), max_size=9)


def by_rows(needle: list[str], hay: list[str]) -> list[int]:
    """Sellers' rows, as the paper has them."""
    previous, costs = list(range(len(needle) + 1)), []
    for word in hay:
        row = [0]
        for index, other in enumerate(needle):
            row.append(min(previous[index] + (word != other), previous[index + 1] + 1, row[index] + 1))
        costs.append(row[-1])
        previous = row
    return costs


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=7), LETTERS)
def test_the_bit_parallel_costs_are_those_of_the_rows(needle: list[str], hay: list[str]) -> None:
    assert _ends(needle, hay) == by_rows(needle, hay)


def test_the_best_passage_comes_first() -> None:
    text = "the old man sat. " * 5 + "the old man stood by the gate. " + "the young man sat. " * 5
    best = search("the old man stood at the gate", text)[0]
    assert text[best.start : best.end] == "the old man stood by the gate"
    assert best.distance == 2
    assert search("", text) == search("zebra", text) == []
