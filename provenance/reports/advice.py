"""What to do next about a finding or a statement, in the words of its rule."""

from typing import Final

from provenance.model import SEVERITIES, Finding, StatementState
from provenance.policy import rules
from provenance.reports.view import StatementView, View, is_settled

_KINDS: Final[dict[StatementState, str]] = {"partly": "partly_supported"}
"""Kinds of observation that are not called as the state that they are about."""


def advice(finding: Finding) -> str:
    """What to do about a finding; empty where nobody need do anything."""
    rule = rules.rule(finding.rule)
    return "" if rule is None or finding.severity == "info" or is_settled(finding) else rule.remedy


def of_statement(one: StatementView, view: View) -> str:
    """What to do about a statement: where the words of a quotation are wrong, no further source mends them."""
    first = _misquoted(one, view)[:1] or told(one, view)[:1]
    return next(map(advice, first), "")


def told(one: StatementView, view: View) -> list[Finding]:
    """The findings of a statement and its quotations: what counts, then the most severe, then that of its state."""
    return sorted(
        [*one.findings, *_misquoted(one, view)],
        key=lambda f: (is_settled(f), SEVERITIES.index(f.severity), not is_of_state(f, one)),
    )


def _misquoted(one: StatementView, view: View) -> list[Finding]:
    """The findings about the quotations of a statement that are not about all of it."""
    found = [finding for quotation in one.statement.quotations for finding in view.about(quotation.span)]
    return [finding for finding in found if finding not in one.findings]


def is_of_state(finding: Finding, one: StatementView) -> bool:
    """Whether a finding says no more than the state that is its label."""
    rule = rules.rule(finding.rule)
    return rule is not None and rule.kind == _KINDS.get(one.statement.state, one.statement.state)
