"""Why a finding does not count, and what a run has to say about itself, in words."""

from collections.abc import Iterable

from provenance.model import Decision, Finding, Notice
from provenance.reports.visible import one_line


def held(finding: Finding) -> str:
    """ "waived by A. Editor until 2026-12-31: settled by phone", "known from the baseline"; empty where it counts."""
    waiver = finding.waived
    if waiver is not None:
        until = f" until {waiver.expires.isoformat()}" if waiver.expires else ""
        return one_line(f"waived by {waiver.by}{until}: {waiver.reason}")
    return "known from the baseline" if finding.baseline == "known" else ""


def held_or_settled(finding: Finding, decisions: Iterable[Decision]) -> str:
    """As `held`, and "settled by A. Editor on 2026-12-31: read again" for what one of `decisions` settles."""
    settling = next((d for d in decisions if d.number == finding.decision), None)
    if settling is None:
        return held(finding) or ("settled by a decision" if finding.decision is not None else "")
    return one_line(f"settled by {settling.by} on {settling.day}: {settling.reason}")


def told(notice: Notice) -> str:
    """A notice as one line, with its place first."""
    return one_line(f"{notice.place}: {notice.message}" if notice.place else notice.message)
