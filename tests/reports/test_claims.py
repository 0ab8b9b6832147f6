import re

import pytest

from provenance.reports.claims import render


@pytest.fixture
def first(report):
    return report.claims[0].model_copy(
        update={"reasons": ("a figure with a noun",), "modality": "planned", "polarity": "denied"}
    )


def test_claims_as_a_table_with_their_line_values_and_rules(documents, first):
    text = render(documents[:1], {"harbour": [first]}, explain=True, width=120)
    lines = [re.split(r"  +", line.strip()) for line in text.splitlines() if line]
    assert lines == [
        ["1 document · 1 claim"],
        ["Fire at the old grain harbour (1) " + 86 * "─"],
        ["line", "claim", "values", "who and how"],
        ["3", "At least 42 dockers were hurt", "At least 42 dockers = ≥ 42", "denied, planned"],
        ["because a figure with a noun", "on Monday = 2021-05-03"],
    ]
    assert "because" not in render(documents[:1], {"harbour": [first]})


def test_a_narrow_terminal_gets_the_values_below_the_claim(documents, first):
    lines = [line.strip() for line in render(documents[:1], {"harbour": [first]}, width=50).splitlines()]
    place = lines.index("3  At least 42 dockers were hurt")
    assert lines[place + 1 : place + 4] == ["At least 42 dockers = ≥ 42", "on Monday = 2021-05-03", "denied, planned"]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(documents, report, width):
    text = render(documents, {"harbour": [report.claims[0]], "hostile": [report.claims[5]]}, explain=True, width=width)
    assert max(map(len, text.splitlines())) <= width


def test_hostile_text_is_shown(report, documents):
    hostile = report.claims[5]
    text = render(documents, {"hostile": [hostile]}, color=False)
    assert "\x1b" not in text
    assert "3 documents · 1 claim" in text
