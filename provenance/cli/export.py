"""`provenance export`: a copy of the store."""

from pathlib import Path

import click

from provenance.cli import common


@click.command("export")
@common.store_option
@click.option("-o", "--output", metavar="FILE", required=True, help="The copy; must not exist.")
def command(store: str | None, output: str) -> int:
    """Copy the store to another file, while others may go on using it.

    \b
    Examples:
      provenance export -o backup/2026-03-01.sqlite
      provenance export --store newsroom.sqlite -o newsroom-copy.sqlite

    The copy is a store like any other, as it was at one moment. Copying the file itself by other means can miss what
    stands in the -wal file beside it. For a text to keep in version control, see `provenance dump`.
    """
    from provenance.store import database

    with database.open(common.store(store, common.config()), read_only=True) as opened:
        opened.copy(Path(output))
    common.say(f"wrote {output}; `provenance fsck --store {output}` examines it")
    return 0
