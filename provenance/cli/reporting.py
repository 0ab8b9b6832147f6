"""Options and output of the commands that report findings."""

import datetime
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.cli import common
from provenance.errors import UsageError, did_you_mean
from provenance.reports import FORMATS, PLACED, render

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Report
    from provenance.policy.baseline import Baseline
    from provenance.policy.rules import CommandName
    from provenance.readers import Unread

_FAIL_ON = ("error", "warning", "note", "info")
_WIDTH = 100
"""Columns where nothing says how many there are: in a pipe or a file."""
_SUMMARY = 262_000
"""Characters of a job summary on GitHub, which takes 1 MiB: as much as they can be in UTF-8."""
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
    exit_zero: bool
    baseline: "Baseline | None" = None
    write_baseline: str | None = None
    also: tuple[tuple[str, str], ...] = ()
    """Further formats, each with its file."""

    def check_outputs(self, inputs: Sequence[str]) -> None:
        """Raises UsageError where what this run writes would replace an input or another output, before any work."""
        written: set[Path] = set()
        for output in (self.output, self.write_baseline, *(file for _, file in self.also)):
            common.check_output(output, inputs)
            if output is None or output == common.STDIN:
                continue
            path = Path(output).resolve()
            if path in written:
                raise UsageError("is named for two outputs of one run", place=output, remedy="Give each its own file")
            written.add(path)

    def excused(self, report: "Report", command: "CommandName", *, whole: bool = True) -> "Report":
        """The report with waivers and baseline applied; `whole` unless only a part was looked at."""
        from provenance.policy.outcome import excuse

        return excuse(report, self.config, command=command, today=today(), baseline=self.baseline, whole=whole)

    def write(self, report: "Report", inputs: Sequence[str], unread: "Sequence[Unread]" = ()) -> None:
        """The report in every wanted format, and the new baseline; a person is not shown a report about nothing."""
        from provenance.reports.held import told

        ran = {"unread": tuple(str(one.error) for one in unread), "configuration": self.config.digest()}
        report = report.model_copy(update=ran)

        self._write_baseline(report, inputs)
        for format_, file in self.also:
            common.write(self._rendered(report, format_, file), file, inputs)
        if not report.documents and not report.notices and self.format == "text" and self.output is None:
            return
        common.write(self._rendered(report, self.format, self.output), self.output, inputs)
        if self.format == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
            _append(self._rendered(report, "markdown", None, limit=_SUMMARY), summary)
        if self.format != "text" or self.output is not None:  # else the report tells them, just above
            for notice in report.notices:
                common.say(told(notice))

    def _rendered(self, report: "Report", format_: str, output: str | None, **options: Any) -> str:
        from provenance.cli.files import files

        if format_ == "text":
            options |= terminal(output)
        if format_ in PLACED:
            options["files"] = files(report)
        if format_ == "junit":
            options["fail_on"] = self.config.fail_on
        return render(report, format_, **options)

    def _write_baseline(self, report: "Report", inputs: Sequence[str]) -> None:
        from provenance.policy import baseline
        from provenance.reports.wording import number_of

        if self.write_baseline is None:
            return
        held = baseline.of(report.findings)
        common.write(baseline.dump(held), self.write_baseline, inputs)
        known = number_of(len(held.findings), "known finding")
        common.say(f"{known} from now on; next: --baseline {self.write_baseline}")

    def outcome(self, report: "Report", unread: "Sequence[Unread]", *, checked: int, what: str) -> int:
        """The exit code of the run; findings that this run wrote into a baseline are known already."""
        from provenance.policy.exit_code import exit_code

        passes = self.exit_zero or self.write_baseline is not None
        found = 0 if passes else exit_code(report.findings, self.config.fail_on)
        return common.outcome(unread, checked=checked, what=what, findings=found)


def settings(options: dict[str, Any], inputs: Sequence[str]) -> Settings:
    """Options over environment over provenance.toml; UsageError where the output cannot be written beside `inputs`."""
    common.check_output(options["output"], inputs)
    given = {key: options[key] for key in ("fail_on", "baseline")}
    given |= {key: [code for part in options[key] for code in _codes(part)] for key in ("select", "ignore")}
    loaded = common.config(options["config"], given)
    known = _baseline(loaded, options["write_baseline"])
    return Settings(
        loaded,
        options["format_"],
        options["output"],
        options["exit_zero"],
        known,
        options["write_baseline"],
        tuple(_also(given, inputs) for given in options["also"]),
    )


def _also(given: str, inputs: Sequence[str]) -> tuple[str, str]:
    """Format and file of `--also FORMAT=FILE`; raises UsageError."""
    format_, _, output = given.partition("=")
    if format_ not in FORMATS:
        remedy = did_you_mean(format_, FORMATS) or f"Formats are: {', '.join(FORMATS)}"
        raise UsageError(f"--also: no format {format_[:80]!r}", remedy=remedy)
    if output in ("", common.STDIN):
        raise UsageError(f"--also: {format_} needs a file", remedy=f"Write --also {format_}=FILE")
    common.check_output(output, inputs)
    return format_, output


def _append(text: str, path: str) -> None:
    """Adds to the summary of a job; where that cannot be written, the findings count all the same."""
    try:
        with open(path, "ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        common.say(f"{path}: the job summary cannot be written: {error.strerror}")


def today() -> datetime.date:
    """The day that waivers are held against: SOURCE_DATE_EPOCH where it is set, so that a run can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal() and len(epoch) <= 11:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now().astimezone().date()


def _codes(text: str) -> list[str]:
    return [code.strip() for code in text.split(",") if code.strip()]


def _baseline(config: "Config", written: str | None) -> "Baseline | None":
    """The findings that are known; a file that this run is to make anew need not be there yet."""
    from provenance.policy import baseline

    if config.baseline is None:
        return None
    if written is not None and not config.baseline.exists():
        return None
    return baseline.parse(common.text_of(config.baseline), str(config.baseline))


def output_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """--output, the same everywhere."""
    return click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")(function)


_REPORT_OPTIONS = (
    click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True),
    output_option,
    click.option("--also", multiple=True, metavar="FORMAT=FILE", help="Write FILE in another format as well."),
    click.option("--fail-on", type=click.Choice(_FAIL_ON), help="Lowest severity that exits 1 (default: error)."),
    click.option("--exit-zero", is_flag=True, help="Exit 0 even with findings."),
    click.option("--select", multiple=True, metavar="CODES", help="Report these rules alone: PV1,PV301."),
    click.option("--ignore", multiple=True, metavar="CODES", help="Leave these rules out."),
    click.option("--baseline", metavar="FILE", help="Findings that this file knows do not fail the run."),
    click.option("--write-baseline", metavar="FILE", help="Write what is found into FILE, and exit 0."),
    click.option("--config", metavar="FILE", help="Settings (default: the nearest provenance.toml)."),
)


def report_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every reporting command has, in the order of help."""
    for option in reversed(_REPORT_OPTIONS):
        function = option(function)
    return function
