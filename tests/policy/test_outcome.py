"""Findings excused: counts, notices, and nothing else changed."""

from datetime import date

from provenance.config import Config, WaiverTable
from provenance.model import Notice, Report
from provenance.policy.baseline import of
from provenance.policy.outcome import excuse

from .makers import document, finding

FIRST, SECOND, THIRD = finding("1 died."), finding("2 died."), finding("3 died.")
REPORT = Report(
    documents=(document("a"), document("b")),
    findings=(FIRST, SECOND),
    summary={"findings": 2},
    notices=(Notice(kind="scope", message="a part"),),
)


def test_without_waivers_and_baseline_nothing_changes():
    assert excuse(REPORT, Config(), command="review", today=date(2026, 1, 1)) == REPORT


def test_waived_known_and_gone_are_counted():
    config = Config(waivers=(WaiverTable(reason="r", by="b", finding=FIRST.id),))
    excused = excuse(REPORT, config, command="review", today=date(2026, 1, 1), baseline=of([SECOND, THIRD]))
    assert excused.summary == {"findings": 2, "waived": 1, "known": 1, "new": 1, "gone": 1}
    assert [notice.kind for notice in excused.notices] == ["scope", "baseline_gone"]
    assert [(bool(f.waived), f.baseline) for f in excused.findings] == [(True, "new"), (False, "known")]


def test_the_check_of_a_draft_misses_no_relation_of_sources():
    config = Config(waivers=(WaiverTable(reason="r", by="b", rule="PV301", document="elsewhere"),))
    checked = excuse(REPORT, config, command="check", today=date(2026, 1, 1), baseline=of([THIRD]))
    assert [notice.kind for notice in checked.notices] == ["scope"]
