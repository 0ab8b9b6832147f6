"""The registry of rules: every observation has its rule, and every rule its page."""

from typing import get_args

import pytest

from provenance.config import Config
from provenance.errors import ConfigError
from provenance.model.observation import ObservationKind
from provenance.policy import rules


def test_every_kind_of_observation_has_one_rule():
    assert sorted(rule.kind for rule in rules.rules()) == sorted(get_args(ObservationKind))


def test_codes_and_names_are_unique_and_every_page_is_whole():
    every = rules.rules()
    assert len({rule.code for rule in every}) == len({rule.name for rule in every}) == len(every)
    for rule in every:
        assert rule.code[:2] == "PV"
        assert rule.code[2:].isdigit()
        assert all((rule.summary, rule.explanation, rule.example, rule.counter_example)), rule.code
        assert rule.summary.endswith("."), rule.code


@pytest.mark.parametrize(
    ("kind", "code", "severity"),
    [
        ("passage_edited", "PV101", "error"),
        ("passage_moved", "PV102", "warning"),
        ("passage_ambiguous", "PV103", "error"),
        ("passage_gone", "PV104", "error"),
        ("source_missing", "PV105", "error"),
        ("value_differs", "PV201", "error"),
        ("conflicts", "PV301", "error"),
        ("supersedes", "PV302", "note"),
        ("corroborates", "PV303", "info"),
        ("related", "PV304", "info"),
    ],
)
def test_codes_that_others_rely_on(kind: ObservationKind, code: str, severity: str):
    rule = rules.rule_for(kind)
    assert (rule.code, rule.severity) == (code, severity)


def test_a_rule_is_found_by_code_or_name():
    assert rules.rule("pv101") == rules.rule("Passage-Edited") == rules.rule_for("passage_edited")
    assert rules.rule("PV1") is None


@pytest.mark.parametrize(
    ("settings", "reported"),
    [
        (Config(), True),
        (Config(select=("PV1",)), True),
        (Config(select=("PV2", "PV3")), False),
        (Config(ignore=("PV101",)), False),
        (Config(select=("PV101",), ignore=("PV1",)), False),
    ],
)
def test_select_and_ignore(settings: Config, reported: bool):
    assert rules.selected(rules.rule_for("passage_edited"), settings) is reported


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (Config(select=("PV901",)), 'select: no rule "PV901"'),
        (Config(ignore=("",)), 'ignore: no rule ""'),
        (Config(severity={"PV1": "note"}), 'severity: no rule "PV1"'),
        (Config(ignore=("PV1O1",)), 'ignore: no rule "PV1O1". Did you mean "PV1'),
    ],
)
def test_a_code_that_no_rule_has_is_an_error(settings: Config, message: str):
    with pytest.raises(ConfigError, match=message):
        rules.check_codes(settings)
    rules.check_codes(Config(select=("PV1",), severity={"PV101": "note"}))
