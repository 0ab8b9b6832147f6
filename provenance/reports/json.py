"""JSON: the whole report in one object, documents with their text included."""

from provenance.model import Report
from provenance.reports.plain import SCHEMA_VERSION, dump


def render(report: Report, *, indent: int | None = 2) -> str:
    """The report as one JSON object, the same bytes for the same report. Offsets are code points, Decimals strings."""
    fields = {name: getattr(report, name) for name in type(report).model_fields}
    order = (
        "documents",
        "claims",
        "findings",
        "facts",
        "statements",
        "records",
        "coverage",
        "summary",
        "notices",
        "decisions",
        "checkpoint",
        "unread",
        "configuration",
    )
    return dump({"schema_version": SCHEMA_VERSION} | {name: fields[name] for name in order}, indent=indent) + "\n"
