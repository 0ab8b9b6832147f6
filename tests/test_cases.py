"""Golden case folders: documents and what a review of them must find and leave alone."""

import json
from pathlib import Path

import pytest

from provenance import pipeline
from provenance.model import Finding, Report
from provenance.readers import read_all

ROOT = Path(__file__).parent.parent
CASES = sorted(p.parent for p in (ROOT / "tests" / "cases").glob("*/expected.json"))


def review(case: Path) -> tuple[Report, dict[str, object]]:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    paths = [ROOT / source for source in expected.get("sources", [])]
    texts = sorted(p for p in case.iterdir() if p.suffix in (".txt", ".md", ".html"))
    return pipeline.review(read_all([*paths, *texts]).documents), expected


def holds(finding: Finding, a: str, b: str) -> bool:
    assert finding.b is not None
    quotes = finding.a.quote, finding.b.quote
    return (a in quotes[0] and b in quotes[1]) or (a in quotes[1] and b in quotes[0])


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_finds_what_was_planted(case: Path) -> None:
    report, expected = review(case)
    for wanted in expected["findings"]:  # type: ignore[attr-defined]
        relations = {f.relation for f in report.findings if holds(f, wanted["a"], wanted["b"])}
        allowed = wanted["relation"].split("|")
        assert relations & set(allowed), (
            f"{wanted['why']}: {wanted['a']!r} / {wanted['b']!r} gave {relations or 'nothing'}"
        )


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_is_silent_where_it_should_be(case: Path) -> None:
    report, expected = review(case)
    stated = [f for f in report.findings if f.relation in ("corroborates", "conflicts", "supersedes")]
    for quote in expected.get("silent", []):  # type: ignore[attr-defined]
        assert not [f for f in stated if quote in f.a.quote or (f.b and quote in f.b.quote)], quote
    for one, other in expected.get("apart", []):  # type: ignore[attr-defined]
        assert not [f for f in stated if holds(f, one, other)], (one, other)


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_conflicts_are_only_those_planted(case: Path) -> None:
    report, expected = review(case)
    planted = [w for w in expected["findings"] if "conflicts" in w["relation"]]  # type: ignore[attr-defined]
    for finding in report.findings:
        if finding.relation == "conflicts":
            assert any(holds(finding, w["a"], w["b"]) for w in planted), (
                finding.a.quote,
                finding.b and finding.b.quote,
            )
