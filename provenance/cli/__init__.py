"""The command line: one file per command, loaded when it is called."""

import importlib
import os
import sys
from typing import Any

import click

from provenance import __version__
from provenance.errors import ProvenanceError

COMMANDS = ("review", "check", "extract", "compare", "init", "add", "explain", "serve")
"""Every command, in the order of help; each is `command` in the file of that name."""

_INTERRUPTED = 130


class _Lazy(click.Group):
    """Loads a command's file when it is called, so that one command never pays for another's imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"provenance.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click, with the nearest command named for a misspelt one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"{error.message.rstrip('.')}.{hint}", ctx) from None


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="provenance")
def group() -> None:
    """Verify what documents claim.

    \b
    Examples:
      provenance review seeds/                       what the sources agree and disagree on
      provenance check draft.md --sources seeds/     a draft against its sources
      provenance check claims/ --sources seeds/      recorded claims against their sources
      provenance compare "350,000 live there" "About 350 thousand live there"

    \b
    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 bad usage or
    unreadable input, 3 nothing was checked.
    """


def main() -> None:
    """The entry point: runs a command and turns every outcome into an exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit code of `provenance ARGUMENTS…`; errors become one line on stderr."""
    try:
        result: Any = group.main(arguments, prog_name="provenance", standalone_mode=False)
        sys.stdout.flush()
    except ProvenanceError as error:
        click.echo(f"provenance: {error}", err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("provenance: interrupted", err=True)
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader went away (`| head`): no fault of ours. Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return result if isinstance(result, int) else 0
