"""The command line: one file per command, loaded when it is called."""

import errno
import gc
import importlib
import os
import re
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from provenance import __version__
from provenance.cli import common, completion
from provenance.errors import ProvenanceError, did_you_mean

COMMANDS = (
    "review",
    "check",
    "extract",
    "compare",
    "ledger",
    "init",
    "add",
    "remove",
    "search",
    "decide",
    "log",
    "fsck",
    "rebuild",
    "export",
    "dump",
    "load",
    "explain",
    "serve",
)
"""Every command, in the order of help; each is `command` in the file of that name."""

_NEW_OBJECTS = 500_000
"""New objects after which Python looks for rings of dead ones: commands make none, and a tenth of a run went there."""
_INTERRUPTED = 130
"""As shells have it: 128 and the number of SIGINT."""
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""Errors of the machine for which the program is not to blame."""


class _Lazy(click.Group):
    """Loads a command's file when it is called, so that one command never pays for another's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"provenance.cli.{cmd_name}").command
        return completion.taught(command) if completion.VARIABLE in os.environ else command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click, with the nearest command named for a misspelt one, and `review` for a path without a command."""
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = did_you_mean(name, COMMANDS)
        if Path(name).exists():
            near = f"Did you mean `provenance review {name}`?"
        raise click.UsageError(f"no command {name!r}. {near}".rstrip(), ctx)


@click.group(
    cls=_Lazy,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="provenance")
@click.pass_context
def group(context: click.Context) -> int | None:
    """Verify what documents claim.

    \b
    Examples:
      provenance review seeds/                       what the sources agree and disagree on
      provenance check draft.md --sources seeds/     a draft against its sources
      provenance check claims/ --sources seeds/      recorded claims against their sources
      provenance extract article.txt                 the claims of a document, each with its passage
      provenance compare "350,000 live there" "About 350 thousand live there"

    \b
    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 bad usage, settings
    or unreadable input, 3 nothing was checked.
    """
    if context.invoked_subcommand is not None:
        return None
    click.echo(context.get_help(), err=True)
    return ProvenanceError.exit_code


def main() -> None:
    """The entry point: runs a command and turns every outcome into an exit code."""
    gc.set_threshold(_NEW_OBJECTS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # ours has none, and looking for them takes 20 ms
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # an ASCII terminal is no error
    sys.exit(run(sys.argv[1:]))


def _open_streams() -> None:
    """Gives the standard streams that the caller closed a place that holds nothing, before a file takes their number.

    `sys.__stdout__` goes on to tell that results have nowhere to go.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115


def run(arguments: list[str]) -> int:
    """The exit code of `provenance ARGUMENTS…`; errors become lines on stderr, one for each fault."""
    try:
        result: Any = group.main(arguments, prog_name="provenance", standalone_mode=False)
        sys.stdout.flush()
    except ProvenanceError as error:
        return _told("\n".join(f"provenance: {line}" for line in str(error).splitlines()), error.exit_code)
    except click.ClickException as error:
        return _told(_usage(error), error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return _told("provenance: interrupted", _INTERRUPTED)
    except (BrokenPipeError, SystemExit):
        # The reader of help went away, for which click exits 1: no fault of ours. Results leave by `common.write`.
        common.mute(sys.stdout)
        return 0
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL:
            common.mute(sys.stdout)
            return _told(
                f"provenance: cannot write: {error.strerror}. Make room, and run it again", ProvenanceError.exit_code
            )
        if isinstance(error, FileNotFoundError) and _is_nowhere():
            return _told("provenance: this folder is gone. Change to one that is there", ProvenanceError.exit_code)
        return _internal(error)
    return result if isinstance(result, int) else 0


def _is_nowhere() -> bool:
    """Whether the folder that the command runs in has been deleted."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _told(message: str, code: int) -> int:
    common.message(message)
    return code


def _usage(error: click.ClickException) -> str:
    """One line, with the command that it is about and where to read on; for a command of commands alone, its help."""
    context = getattr(error, "ctx", None)
    if context is not None and error.message == context.get_help():
        return error.message
    path = context.command_path if context else "provenance"
    message = " ".join(error.format_message().split())
    message = f"{message} {_meant(error)}".strip()
    return f"{path}: {message}{'' if message.endswith(('.', '?')) else '.'} See `{path} --help`."


def _meant(error: click.ClickException) -> str:
    """The choice of an option that is near to what was given."""
    kind = getattr(getattr(error, "param", None), "type", None)
    given = re.match(r"'([^']*)' is not one of", error.message)
    return did_you_mean(given[1], kind.choices) if given and isinstance(kind, click.Choice) else ""


def _internal(error: Exception) -> int:
    """A defect of this program: never Python's own exit code, which would read as "findings"."""
    if os.environ.get("PROVENANCE_DEBUG"):
        traceback.print_exc()
    remedy = "This is a defect of the program: please report it. With PROVENANCE_DEBUG=1 it shows where"
    return _told(f"provenance: internal error: {type(error).__name__}: {error}. {remedy}", ProvenanceError.exit_code)
