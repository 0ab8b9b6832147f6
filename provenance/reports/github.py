"""GitHub annotations: a workflow command for each finding, which GitHub shows at its line in a pull request."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from provenance.model import Report, Severity
from provenance.policy.exit_code import counts
from provenance.policy.rules import rule
from provenance.reports.listing import Item, listing, sentence
from provenance.reports.places import Files
from provenance.reports.wording import number_of

MOST: Final = 10
"""Annotations of one kind that GitHub keeps of a step."""
_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "note": "notice"}
"""A finding of severity info is no annotation: it asks nobody to do anything."""
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def render(report: Report, *, files: Files | None = None) -> str:
    """Workflow commands, most severe first and at most `MOST` of a kind; then a line that says how many are left out.

    Findings that are waived, or known from the baseline, are no annotations.
    """
    unread = [f"::error title=not read::{_escaped(line, _DATA)}" for line in report.unread[:MOST]]
    return "".join(f"{line}\n" for line in (*unread, *_lines(listing(report, files))))


def _lines(items: Iterable[Item]) -> Iterator[str]:
    shown: Counter[str] = Counter()
    more, silent = 0, 0
    for item in items:
        command = _COMMANDS.get(item.finding.severity)
        if command is None or not counts(item.finding):
            silent += 1
        elif shown[command] == MOST:
            more += 1
        else:
            shown[command] += 1
            yield _command(command, item)
    yield _tally(shown.total(), more, silent)


def _tally(shown: int, more: int, silent: int) -> str:
    line = f"provenance: {number_of(shown, 'annotation')}"
    if more:
        line += f"; {number_of(more, 'more finding')} in the job summary (GitHub keeps {MOST} of a kind)"
    return f"{line}; {silent:,} without need of one" if silent else line


def _command(command: str, item: Item) -> str:
    region = item.a.region
    is_one_line = region.start_line == region.end_line  # GitHub takes columns of a single line alone
    properties: dict[str, object] = {"title": _title(item), "file": item.a.uri, "line": region.start_line}
    if is_one_line:
        properties["col"] = region.start_column
    properties["endLine"] = region.end_line
    if is_one_line:
        properties["endColumn"] = region.end_column
    told = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties.items())
    return f"::{command} {told}::{_escaped(sentence(item), _DATA)}"


def _title(item: Item) -> str:
    known = rule(item.finding.rule)
    return f"{item.finding.rule} {known.name}" if known else item.finding.rule


def _escaped(text: str, table: dict[str, str]) -> str:
    return re.sub("|".join(table), lambda match: table[match.group()], text)
