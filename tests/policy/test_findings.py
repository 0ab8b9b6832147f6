"""Observations judged, their stable ids, and the exit code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.config import Config, Thresholds
from provenance.errors import ConfigError
from provenance.model import SEVERITIES, Finding, Severity, Span
from provenance.model.observation import Observation
from provenance.policy.exit_code import exit_code
from provenance.policy.findings import finding_id, judge, judge_all

WORDS = st.text(max_size=20)


def span(quote: str, start: int = 0, document: str = "a") -> Span:
    return Span(document=document, start=start, end=start + len(quote), quote=quote)


def seen(kind: str = "conflicts", a: str = "Four died.", b: str = "Five died.", **fields: object) -> Observation:
    spans = {"a": span(a), "b": span(b, document="b")}
    return Observation.model_validate({"kind": kind, "message": "differ", **spans, **fields})


def test_an_observation_becomes_a_finding_of_its_rule():
    observation = seen(reasons=("4 against 5",), relation="conflicts", score=0.9, claims=("c1", "c2"))
    finding = judge(observation)
    assert (finding.rule, finding.severity, finding.message) == ("PV301", "error", "differ")
    assert (finding.a, finding.b) == (observation.a, observation.b)
    assert (finding.reasons, finding.relation, finding.score) == (("4 against 5",), "conflicts", 0.9)
    assert finding.claims == ("c1", "c2")


def test_settings_change_severity_and_leave_rules_out():
    settings = Config(severity={"PV301": "note"}, ignore=("PV304",))
    findings = judge_all([seen(), seen("related"), seen("corroborates")], settings)
    assert [(finding.rule, finding.severity) for finding in findings] == [("PV301", "note"), ("PV303", "info")]


def test_settings_with_an_unknown_code_check_nothing():
    with pytest.raises(ConfigError):
        judge_all([], Config(ignore=("PV9",)))


def test_an_id_is_the_same_in_every_release():
    assert finding_id("PV301", seen()) == GOLDEN


def test_an_id_can_call_a_document_by_another_name():
    moved = seen().model_copy(update={"a": span("Four died.", document="stories-a")})
    assert finding_id("PV301", moved, {"stories-a": "a"}) == GOLDEN


GOLDEN = "752dac0beadd828f1e820e763b80df3c653a213dc79b3fdf38aac37d4046ca6c"


@given(WORDS, WORDS, st.integers(0, 10**6))
def test_an_id_has_no_offsets_and_no_order(a: str, b: str, start: int):
    one = seen(a=a, b=b)
    moved = one.model_copy(update={"a": span(b, start, "b"), "b": span(a, start), "message": "other", "score": 0.5})
    assert judge(one).id == judge(moved).id


def test_an_id_overlooks_case_and_spacing_and_nothing_else():
    known = judge(seen()).id
    assert judge(seen(a="FOUR\n  died.")).id == known
    others = [
        seen(a="Four did not die."),
        seen(a="4 died."),
        seen(b="Four died.", a="Five died."),
        seen("related"),
        seen(about="quantity 4"),
        seen(b="Six died."),
    ]
    assert len({known, *(judge(other).id for other in others)}) == len(others) + 1


def finding(severity: Severity) -> Finding:
    return judge(seen()).model_copy(update={"severity": severity})


def test_nothing_found_is_no_failure():
    assert exit_code([]) == 0


@pytest.mark.parametrize("fail_on", SEVERITIES)
@pytest.mark.parametrize("severity", SEVERITIES)
def test_a_run_fails_from_the_threshold_upwards(severity: Severity, fail_on: Severity):
    expected = SEVERITIES.index(severity) <= SEVERITIES.index(fail_on)
    assert exit_code([finding("info"), finding(severity)], fail_on) == int(expected or fail_on == "info")


def test_only_errors_fail_unless_told_otherwise():
    assert exit_code([finding("warning")]) == 0
    assert exit_code([finding("error")]) == 1


def test_a_relation_below_its_threshold_is_info_and_does_not_fail():
    settings = Config(thresholds=Thresholds(conflicts=0.5), severity={"PV301": "warning"})
    scores = (0.49, 0.5, None)
    found = judge_all([seen(score=score, about=str(score)) for score in scores], settings)
    assert [one.severity for one in found] == ["info", "warning", "warning"]
    assert judge(seen("unsupported", score=0.1), settings).severity == "warning"
