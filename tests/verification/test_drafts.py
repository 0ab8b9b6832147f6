"""Small drafts against small sources: counts that rise, bounds, disputes, corrections (data/drafts.toml)."""

import tomllib
from pathlib import Path

import pytest

import provenance

CASES = tomllib.loads((Path(__file__).parent / "data" / "drafts.toml").read_text("utf-8"))["case"]


def check(case):
    sources = [
        provenance.read(text.encode(), id=f"source-{n}", media_type="text/plain", published=day or None)
        for n, (day, text) in enumerate(case["sources"])
    ]
    draft = provenance.read(case["draft"].encode(), id="draft", media_type="text/plain", published="2018-01-01")
    return provenance.check(draft, sources)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_each_statement_is_in_its_state_and_told_by_its_rules(case):
    report = check(case)
    states = [s.state for s in report.statements if s.state != "not_checkable"]
    rules = [f.rule for f in report.findings]
    assert "state" not in case or states == case["state"]
    assert set(case.get("rules", ())) <= set(rules)
    assert not set(case.get("absent", ())) & set(rules)
    assert all(rules.count(rule) == 1 for rule in case.get("once", ()))


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["name"])
def test_the_order_of_the_sources_changes_nothing(case):
    turned = {**case, "sources": case["sources"][::-1]}
    assert [s.state for s in check(turned).statements] == [s.state for s in check(case).statements]
