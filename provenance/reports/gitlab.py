"""GitLab Code Quality: the JSON that a merge request shows as a widget and beside the lines."""

from typing import Any, Final

from provenance.model import Report, Severity
from provenance.policy.exit_code import counts
from provenance.reports.listing import Item, listing, sentence
from provenance.reports.places import Files
from provenance.reports.plain import dump

_SEVERITIES: Final[dict[Severity, str]] = {"error": "critical", "warning": "major", "note": "minor"}
"""A finding of severity info is no degradation of quality, and left out."""


def render(report: Report, *, files: Files | None = None, indent: int | None = 1) -> str:
    """An array of the findings that count, most severe first; those waived or known from the baseline are left out."""
    shown = [i for i in listing(report, files) if i.finding.severity in _SEVERITIES and counts(i.finding)]
    return dump([_entry(item) for item in shown], indent=indent) + "\n"


def _entry(item: Item) -> dict[str, Any]:
    region = item.a.region
    begin = {"line": region.start_line, "column": region.start_column}
    end = {"line": region.end_line, "column": max(region.end_column - 1, 1)}  # the last column, not the one behind it
    return {
        "description": sentence(item),
        "check_name": item.finding.rule,
        "fingerprint": item.finding.id,
        "severity": _SEVERITIES[item.finding.severity],
        "location": {"path": _relative(item.a.uri), "positions": {"begin": begin, "end": end}},
    }


def _relative(path: str) -> str:
    """GitLab wants no "/" or "./" in front."""
    return "/".join(part for part in path.split("/") if part not in ("", ".")) or "unnamed"
