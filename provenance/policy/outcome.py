"""Which findings of a report count, and which are excused, under the waivers and the baseline of the project."""

from collections.abc import Iterable
from datetime import date

from provenance.config import Config
from provenance.model import Finding, Notice, Report
from provenance.policy import rules
from provenance.policy.baseline import Baseline, mark
from provenance.policy.waivers import waive


def excuse(
    report: Report,
    config: Config,
    *,
    command: rules.CommandName,
    today: date,
    baseline: Baseline | None = None,
    whole: bool = True,
) -> Report:
    """The report with waived and known findings marked, and what there is to tell about waivers and baseline.

    `command` gave the report; `whole` says whether it looked at everything, so that absence means something.
    Raises ConfigError.
    """
    judged = frozenset(rule.code for rule in rules.rules() if rule.command == command)
    findings, notices = waive(
        report.findings, config.waivers, documents=report.documents, today=today, judged=judged, whole=whole
    )
    if baseline is not None:
        findings, gone = mark(findings, baseline, judged=judged, whole=whole)
        notices += gone
    return report.model_copy(
        update={
            "findings": tuple(findings),
            "notices": (*report.notices, *notices),
            "summary": {**report.summary, **_counts(findings, notices)},
        }
    )


def _counts(findings: Iterable[Finding], notices: Iterable[Notice]) -> dict[str, int]:
    """What the summary says besides; nothing where nothing is waived or known."""
    held = list(findings)
    counts = {
        "waived": sum(finding.waived is not None for finding in held),
        "known": sum(finding.baseline == "known" for finding in held),
        "new": sum(finding.baseline == "new" for finding in held),
        "gone": sum(notice.kind == "baseline_gone" for notice in notices),
    }
    return {name: count for name, count in counts.items() if count}
