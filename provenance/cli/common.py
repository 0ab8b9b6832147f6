"""What several commands share: reading, progress, writing, the exit code."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.errors import NothingCheckedError, UsageError

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Document, Report
    from provenance.readers import Reading, Unread
    from provenance.store.database import Added, Store

_FORMATS = ("text", "json", "jsonl", "markdown", "html")
_FAIL_ON = ("error", "warning", "note", "info")
_SHOW_FROM = 8
"""Documents from which progress is worth showing."""


def say(message: str) -> None:
    """One line to the person at the terminal, on stderr."""
    click.echo(f"provenance: {message}", err=True)


def read(paths: Sequence[str]) -> "Reading":
    """The documents at `paths` ("-" is standard input); what cannot be read is told on stderr and kept in `unread`."""
    from provenance import readers

    reading = readers.read_all(p for p in paths if p != "-")
    if "-" in paths:
        given = readers.read(sys.stdin.buffer.read(), id="stdin", media_type="text/plain")
        reading = readers.Reading((*reading.documents, given), reading.unread)
    for unread in reading.unread:
        say(str(unread.error))
    for document in reading.documents:
        for warning in document.warnings:
            say(f"warning: {document.path or document.id}: {warning}")
    return reading


def progress(documents: "Sequence[Document]", what: str) -> "Iterator[Document]":
    """The documents one by one, with a bar on stderr when a person waits for many."""
    if len(documents) < _SHOW_FROM or not sys.stderr.isatty():
        yield from documents
        return
    with click.progressbar(documents, label=f"provenance: {what}", file=sys.stderr) as bar:
        yield from bar


def add(store: "Store", reading: "Reading") -> "Added":
    """Puts documents and their claims into a store."""
    from provenance import pipeline

    claims = [claim for d in progress(reading.documents, "extracting") for claim in pipeline.extract(d)]
    return store.add(reading.documents, claims)


def terminal(output: str | None = None) -> dict[str, Any]:
    """Width and colour for the text format: NO_COLOR and FORCE_COLOR are obeyed, a file or pipe gets neither colour."""
    is_terminal = output is None and sys.stdout.isatty()
    color = (is_terminal or bool(os.environ.get("FORCE_COLOR"))) and not os.environ.get("NO_COLOR")
    width = click.get_terminal_size().columns if is_terminal else int(os.environ.get("COLUMNS", "100"))  # type: ignore[attr-defined]
    return {"color": color, "width": max(40, width)}


def write(text: str, output: str | None, inputs: Sequence[str] = ()) -> None:
    """Text to standard output or to a file, never over one of the inputs."""
    data = text.encode("utf-8", "backslashreplace")
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        return
    path = Path(output)
    if any(Path(i).exists() and path.exists() and path.samefile(i) for i in inputs if i != "-"):
        raise UsageError("this is one of the inputs", place=output, remedy="Choose another file for --output")
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"cannot write: {error.strerror}", place=output, remedy="Choose another file for --output") from None


def outcome(unread: "Sequence[Unread]", *, checked: int, what: str, findings: int = 0) -> int:
    """2 when something could not be read, 3 when nothing was checked, else `findings` (0 or 1)."""
    if unread:
        return 2
    if not checked:
        raise NothingCheckedError(f"nothing was checked: no {what} found", remedy="Name files that hold text")
    return findings


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run reports and when it fails."""

    config: "Config"
    format: str
    output: str | None
    fail_on: str
    exit_zero: bool

    def write(self, report: "Report", inputs: Sequence[str]) -> None:
        """The report in the wanted format."""
        from provenance import reports

        options = terminal(self.output) if self.format == "text" else {}
        write(reports.render(report, self.format, **options), self.output, inputs)

    def outcome(self, report: "Report", unread: "Sequence[Unread]", *, checked: int, what: str) -> int:
        """The exit code of the run."""
        from provenance.policy.exit_code import exit_code

        found = 0 if self.exit_zero else exit_code(report.findings, self.fail_on)  # type: ignore[arg-type]
        return outcome(unread, checked=checked, what=what, findings=found)


def settings(options: dict[str, Any]) -> Settings:
    """Options over provenance.toml over defaults."""
    from provenance import config

    loaded = config.load(Path.cwd())
    return Settings(
        loaded, options["format_"], options["output"], options["fail_on"] or loaded.fail_on, bool(options["exit_zero"])
    )


def report_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """--format, --output, --fail-on and --exit-zero, as every reporting command has them."""
    for option in (
        click.option("--exit-zero", is_flag=True, help="Exit 0 even with findings."),
        click.option("--fail-on", type=click.Choice(_FAIL_ON), help="Lowest severity that exits 1 (default: error)."),
        click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output."),
        click.option("--format", "format_", type=click.Choice(_FORMATS), default="text", show_default=True),
    ):
        function = option(function)
    return function
