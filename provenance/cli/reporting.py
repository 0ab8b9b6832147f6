"""Options and output of the commands that report findings."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.cli import common

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Report, Severity
    from provenance.readers import Unread

FORMATS = ("text", "json", "jsonl", "markdown", "html")
"""The names of `provenance.reports.FORMATS`; help does not load them all to list them."""
_FAIL_ON = ("error", "warning", "note", "info")
_WIDTH = 100
"""Columns where nothing says how many there are: in a pipe or a file."""
_NARROWEST, _WIDEST = 40, 200


def terminal(output: str | None = None) -> dict[str, Any]:
    """Width and colour for text: COLUMNS, NO_COLOR and FORCE_COLOR are obeyed; files and pipes get no colour."""
    is_terminal = output in (None, common.STDIN) and sys.stdout.isatty()
    is_plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    color = bool(os.environ.get("FORCE_COLOR")) or (is_terminal and not is_plain)
    if os.environ.get("NO_COLOR"):
        color = False
    columns = shutil.get_terminal_size((_WIDTH, 24)).columns if is_terminal or os.environ.get("COLUMNS") else _WIDTH
    return {"color": color, "width": min(max(_NARROWEST, columns), _WIDEST)}


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run reports and when it fails."""

    config: "Config"
    format: str
    output: str | None
    fail_on: "Severity"
    exit_zero: bool

    def write(self, report: "Report", inputs: Sequence[str]) -> None:
        """The report in the wanted format; a person is not shown one about nothing."""
        from provenance import reports

        if not report.documents and self.format == "text" and self.output is None:
            return
        options = terminal(self.output) if self.format == "text" else {}
        common.write(reports.render(report, self.format, **options), self.output, inputs)

    def outcome(self, report: "Report", unread: "Sequence[Unread]", *, checked: int, what: str) -> int:
        """The exit code of the run."""
        from provenance.policy.exit_code import exit_code

        found = 0 if self.exit_zero else exit_code(report.findings, self.fail_on)
        return common.outcome(unread, checked=checked, what=what, findings=found)


def settings(options: dict[str, Any], inputs: Sequence[str]) -> Settings:
    """Options over provenance.toml over defaults; UsageError where the output cannot be written beside `inputs`."""
    from provenance import config

    common.check_output(options["output"], inputs)
    loaded = config.load(Path.cwd())
    return Settings(
        loaded, options["format_"], options["output"], options["fail_on"] or loaded.fail_on, options["exit_zero"]
    )


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """--output, the same everywhere."""
    return click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")(function)


def report_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """--format, --output, --fail-on and --exit-zero, as every reporting command has them."""
    for option in (
        click.option("--exit-zero", is_flag=True, help="Exit 0 even with findings."),
        click.option("--fail-on", type=click.Choice(_FAIL_ON), help="Lowest severity that exits 1 (default: error)."),
        output_option,
        click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True),
    ):
        function = option(function)
    return function
