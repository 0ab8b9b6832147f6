"""JSON Lines: one finding a line, the summary as the last line."""

from collections.abc import Iterator
from typing import Any

from provenance.model import Report
from provenance.reports.plain import SCHEMA_VERSION, dump, plain


def render(report: Report) -> str:
    """One JSON object a line: each finding with `"type": "finding"`, then one with `"type": "summary"`."""
    return "".join(dump(line) + "\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield {"type": "finding"} | plain(finding)
    documents = [
        {name: value for name, value in plain(document).items() if name != "text"} for document in report.documents
    ]
    yield {
        "type": "summary",
        "schema_version": SCHEMA_VERSION,
        "documents": documents,
        "coverage": report.coverage,
        "summary": report.summary,
        "notices": plain(report.notices),
        "decisions": plain(report.decisions),
        "checkpoint": report.checkpoint,
        "unread": report.unread,
        "configuration": report.configuration,
    }
