"""`provenance dump`: the store as text."""

import sys
from contextlib import closing
from pathlib import Path

import click

from provenance.cli import common, reporting


@click.command("dump")
@common.store_option
@reporting.output_option
def command(store: str | None, output: str | None) -> int:
    """Write the store as text: the same lines for the same store.

    \b
    Examples:
      provenance dump -o newsroom.jsonl
      provenance dump | gzip > newsroom.jsonl.gz
      diff <(provenance dump --store a.sqlite) <(provenance dump --store b.sqlite)

    JSON Lines: one object for each document, version, claim, finding and decision, and one for each line of a
    document's text. `provenance load` makes the same store of them, with its journal and the chain of its decisions.
    """
    from provenance.errors import UsageError
    from provenance.store import database

    place = common.store(store, common.config())
    common.check_output(output, [place])
    with database.open(place, read_only=True) as opened, closing(opened.dump()) as lines:
        if output is None or output == common.STDIN:
            try:
                sys.stdout.writelines(lines)
                sys.stdout.flush()
            except BrokenPipeError:
                common.mute(sys.stdout)
            return 0
        try:
            with Path(output).open("w", encoding="ascii", newline="\n") as stream:
                stream.writelines(lines)
        except OSError as error:
            remedy = "Choose another file for --output"
            raise UsageError(f"cannot be written: {error.strerror}", place=output, remedy=remedy) from None
    return 0
