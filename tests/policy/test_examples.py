"""The example of each rule gives the rule, and its counter-example does not."""

import pytest

from provenance import pipeline
from provenance.policy import rules
from provenance.policy.examples import NAMES, Case, case

CODES = [rule.code for rule in rules.rules()]


def given(one: Case) -> set[str]:
    """The rules that a case gives."""
    documents = [
        pipeline.read(
            text.encode(),
            id=NAMES[n],
            media_type="text/plain",
            published=one.published[n].isoformat() if one.published else None,
        )
        for n, text in enumerate(one.sources)
    ]
    if one.draft is not None:
        report = pipeline.check(one.draft, documents)
    elif one.record is not None:
        text = dict(zip(NAMES, one.sources, strict=False)).get(one.record.source, "")
        report = pipeline.check_ledger([one.record.record(text)], documents)
    else:
        report = pipeline.review(documents)
    return {finding.rule for finding in report.findings}


@pytest.mark.parametrize("code", CODES)
def test_the_example_gives_the_rule(code: str):
    found = case(code, "example")
    assert found is not None, "each rule has its example in examples.toml"
    assert code in given(found)


@pytest.mark.parametrize("code", CODES)
def test_the_counter_example_does_not(code: str):
    found = case(code, "counter_example")
    assert found is not None
    assert code not in given(found)


def test_there_is_no_example_of_a_rule_that_is_none():
    assert case("PV000", "example") is None
    import provenance.policy.examples as module

    assert set(module._cases()) <= set(CODES)
