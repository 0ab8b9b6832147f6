"""What several commands share: reading, progress, writing, the exit code."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

from provenance.errors import NothingCheckedError, ProvenanceError, UsageError, remedy_for

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.readers import Reading, Unread
    from provenance.store.database import Added, Store

STDIN = "-"
STORE = "provenance.sqlite"
"""The default of `provenance.store.database`, which is loaded where a store is used."""
NAME_TEXT = "Name files that hold text"
_REMEDIES = {"document": NAME_TEXT, "draft": NAME_TEXT}
_STATE_NOTHING = "Give texts that state figures, dates, names or quotations"
"""What to do where texts were read that state nothing."""
store_option = click.option("--store", metavar="FILE", help="The store (default: the settings', or provenance.sqlite).")
"""The same in every command that is about one store."""
T = TypeVar("T")
_SHOW_FROM = 8
"""Documents from which progress is worth showing."""


def say(text: str) -> None:
    """One line to the person at the terminal, on stderr."""
    message(f"provenance: {text}")


def message(text: str) -> None:
    """Text on stderr; when nobody reads it, the work goes on."""
    try:
        click.echo(text, err=True)
    except BrokenPipeError:
        mute(sys.stderr)


def config(file: str | None = None, given: Mapping[str, Any] | None = None) -> "Config":
    """The settings that hold here: `given` options over the environment over `file`, or the nearest one."""
    from provenance.config import PATHS, load

    loaded = load(Path.cwd(), environ=os.environ, given=given, file=Path(file) if file else None)
    if loaded.file is None:
        return loaded
    folder = loaded.file.absolute().parent
    return loaded.model_copy(update={key: _as_named_here(getattr(loaded, key), folder) for key in PATHS})


def _as_named_here(value: Any, folder: Path) -> Any:
    """Paths of the settings inside `folder` as one would name them from here, so that every checkout tells the same."""
    if isinstance(value, tuple):
        return tuple(_as_named_here(path, folder) for path in value)
    if value is None or not value.is_relative_to(folder):
        return value
    return Path(os.path.relpath(value, Path.cwd().resolve() if folder == folder.resolve() else Path.cwd()))


def store(named: str | None, config: "Config") -> str:
    """The store to use: the one that an option names, that of the settings, or provenance.sqlite."""
    return named or str(config.store or STORE)


def text_of(file: Path) -> str:
    """The text of a file that the settings name; raises ConfigError."""
    from provenance.errors import ConfigError

    try:
        return file.read_text("utf-8")
    except FileNotFoundError:
        remedy = f"Make it with --write-baseline {file}, or correct the name"
        raise ConfigError("no such file", place=str(file), remedy=remedy) from None
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", place=str(file), remedy=remedy_for(error)) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8", place=str(file)) from None


def read(paths: Sequence[str]) -> "Reading":
    """The documents at `paths` ("-" is standard input); what cannot be read is told on stderr and kept in `unread`."""
    from provenance import readers

    reading = readers.read_all(p for p in paths if p != STDIN)
    if STDIN in paths:
        given = _standard_input()
        reading = readers.Reading((*reading.documents, *given.documents), (*reading.unread, *given.unread))
    for unread in reading.unread:
        say(str(unread.error))
    for document in reading.documents:
        for warning in document.warnings:
            say(f"warning: {document.path or document.id}: {warning}")
    return reading


def _standard_input() -> "Reading":
    from provenance import readers

    if sys.stdin.isatty():
        say("reading from the keyboard; Ctrl-D ends it")
    try:
        raw = sys.stdin.buffer.read(readers.LARGEST_FILE + 1)
        return readers.Reading((readers.read(raw, id="stdin"),), ())
    except ProvenanceError as error:
        told = type(error)(error.message, place="standard input", remedy=error.remedy)
        return readers.Reading((), (readers.Unread(STDIN, told),))


def progress(items: Sequence[T], what: str) -> Iterator[T]:
    """Documents, or other things, one by one, with a bar on stderr when a person waits for many."""
    if len(items) < _SHOW_FROM or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=f"provenance: {what}", file=sys.stderr) as bar:
        yield from bar


def add(store: "Store", reading: "Reading") -> "Added":
    """Puts documents and their claims into a store."""
    from provenance.extraction.claims import extract

    claims = [claim for d in progress(reading.documents, "extracting") for claim in extract(d)]
    return store.add(reading.documents, claims)


def check_output(output: str | None, inputs: Sequence[str]) -> None:
    """Raises UsageError where writing to `output` would lose an input, or cannot work; before any work is done."""
    if output is None or output == STDIN:
        return
    path, remedy = Path(output), "Choose another file for --output"
    if path.is_dir():
        raise UsageError("is a folder", place=output, remedy=remedy)
    if not path.parent.is_dir():
        raise UsageError("its folder does not exist", place=output, remedy="Make the folder first")
    for given in map(Path, (i for i in inputs if i != STDIN)):
        if path.exists() and given.exists() and (path.samefile(given) or given.resolve() in path.resolve().parents):
            raise UsageError(f"is one of the inputs ({given})", place=output, remedy=remedy)


def write(text: str, output: str | None, inputs: Sequence[str] = ()) -> None:
    """Text to standard output or to a file, never over one of the inputs."""
    data = text.encode("utf-8", "backslashreplace")
    if output is None or output == STDIN:
        _print(data)
        return
    check_output(output, inputs)
    try:
        Path(output).write_bytes(data)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", place=output, remedy=remedy_for(error)) from None


def _print(data: bytes) -> None:
    """A reader that goes away (`| head`) has seen enough: the exit code still tells what was found."""
    if sys.__stdout__ is None:
        raise UsageError("standard output is closed", remedy="Write to a file: -o FILE, or > FILE")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        mute(sys.stdout)


def mute(stream: TextIO) -> None:
    """Sends the rest of a stream nowhere; Python would complain again when it flushes at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def outcome(unread: "Sequence[Unread]", *, checked: int, what: str, findings: int = 0) -> int:
    """2 when something could not be read, 3 when nothing was checked, else `findings` (0 or 1).

    Each unreadable input has its line already; several are counted.
    """
    if unread:
        if checked and len(unread) > 1:
            say(f"{len(unread)} of the inputs could not be read (named above); the result is without them")
        return UsageError.exit_code
    if not checked:
        raise NothingCheckedError(f"nothing was checked: no {what} found", remedy=_REMEDIES.get(what, _STATE_NOTHING))
    return findings
