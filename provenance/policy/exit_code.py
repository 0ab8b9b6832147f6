"""Findings to the exit code of a run."""

from collections.abc import Iterable

from provenance.model import SEVERITIES, Finding, Severity


def exit_code(findings: Iterable[Finding], fail_on: Severity = "error") -> int:
    """1 where a finding that counts is at least as severe as `fail_on`, else 0."""
    return int(any(counts(finding) and is_severe(finding, fail_on) for finding in findings))


def is_severe(finding: Finding, fail_on: Severity) -> bool:
    """Whether a finding is at least as severe as `fail_on`."""
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on)


def counts(finding: Finding) -> bool:
    """Whether a finding can make a run fail: it is neither waived, nor known from the baseline, nor settled."""
    return finding.waived is None and finding.baseline != "known" and finding.decision is None
