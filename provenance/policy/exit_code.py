"""Findings to the exit code of a run."""

from collections.abc import Iterable

from provenance.model import Finding, Severity

ORDER: tuple[Severity, ...] = ("info", "note", "warning", "error")
"""From the least to the most severe."""


def exit_code(findings: Iterable[Finding], fail_on: Severity = "error") -> int:
    """1 where a finding that counts is at least as severe as `fail_on`, else 0."""
    floor = ORDER.index(fail_on)
    return int(any(counts(finding) and ORDER.index(finding.severity) >= floor for finding in findings))


def counts(finding: Finding) -> bool:
    """Whether a finding can make a run fail: it is neither waived, nor known from the baseline, nor settled."""
    return finding.waived is None and finding.baseline != "known" and finding.decision is None
