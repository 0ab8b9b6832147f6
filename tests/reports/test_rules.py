"""Rules explained in the terminal and in the documents."""

import pytest

from provenance.policy.examples import case
from provenance.policy.rules import rules
from provenance.reports.rules import explain, markdown, overview


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_shows_what_to_do_and_both_examples(rule):
    text = " ".join(explain(rule, width=100).split())
    for part in (rule.code, rule.name, rule.severity, rule.summary, rule.explanation, rule.remedy):
        assert part in text
    for which in ("example", "counter_example"):
        for _, words in case(rule.code, which).texts:
            assert " ".join(words.split())[:40] in text
    assert f"severity = {{{rule.code} = " in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(len(line) for rule in rules() for line in explain(rule, width=width).splitlines()) <= width


def test_precision_is_shown_where_it_was_measured():
    for rule in rules():
        assert ("Measured" in explain(rule)) is bool(rule.measured)
        assert not rule.measured or "benchmarks/" in rule.measured


def test_colour_is_asked_for():
    assert "\x1b" not in explain(rules()[0])
    assert "\x1b[1;31m" in explain(rules()[0], color=True)


def test_the_overview_has_a_line_for_each():
    assert [line.split()[0] for line in overview(rules()).splitlines()] == [rule.code for rule in rules()]


def test_the_page_links_to_a_section_of_each():
    page = markdown(rules())
    for rule in rules():
        assert f"[{rule.code}](#{rule.code.lower()})" in page
        assert f"\n### {rule.code}\n" in page
