"""CSV: one row a finding, for a spreadsheet; no cell is a formula."""

import csv
import io
from collections.abc import Iterator

from provenance.model import Report
from provenance.policy.rules import rule
from provenance.reports.listing import Item, headline, listing
from provenance.reports.places import Files, Place
from provenance.reports.visible import visible

COLUMNS = (
    "severity", "rule", "name", "message", "document", "file", "line", "column", "passage",
    "other_document", "other_file", "other_line", "other_column", "other_passage",
    "relation", "score", "held", "record", "id",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "﹣", "−", "＠", "﹢", "﹦", "﹫")


def render(report: Report, *, files: Files | None = None) -> str:
    """A row of headings and a row for each finding, most severe first, as RFC 4180 has it: UTF-8, no mark, CRLF.

    Text that a spreadsheet could take for a formula gets an apostrophe in front, negative numbers in passages too; the
    columns that hold numbers (line, column, score) never do. `--format json` holds the words untouched.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(item) for item in listing(report, files))
    return out.getvalue()


def safe(text: str) -> str:
    """`text` as a cell that no spreadsheet reads as a formula; hidden characters become visible."""
    cell = "'" + text if text.lstrip(" \xa0").startswith(_FORMULA) else text
    return visible(cell)


def _cells(item: Item) -> Iterator[str | int]:
    finding = item.finding
    known = rule(finding.rule)
    yield from (finding.severity, safe(finding.rule), known.name if known else "", safe(headline(finding)))
    yield from _passage(finding.a.document, item.a, finding.a.quote)
    if finding.b is None or item.b is None:
        yield from ("", "", "", "", "")
    else:
        yield from _passage(finding.b.document, item.b, finding.b.quote)
    yield finding.relation or ""
    yield "" if finding.score is None else f"{finding.score:.4f}"
    yield from (safe(item.held), safe(str(item.record or "")), safe(finding.id))


def _passage(document: str, place: Place, quote: str) -> Iterator[str | int]:
    region = place.region
    yield from (safe(document), safe(place.uri), region.start_line, region.start_column, safe(quote))
