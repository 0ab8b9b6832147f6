"""`provenance init`: an empty store."""

from pathlib import Path

import click

from provenance.cli import common


@click.command("init")
@click.argument("file", required=False)
def command(file: str | None) -> int:
    """Create a store in FILE (default: provenance.sqlite).

    \b
    Example:
      provenance init && provenance add seeds/ && provenance review
    """
    from provenance.errors import UsageError
    from provenance.store import database

    path = Path(file or database.DEFAULT)
    if path.exists():
        raise UsageError("there is a file already", place=str(path), remedy="Choose another name, or go on with `provenance add`")
    database.open(path, create=True).close()
    common.say(f"created {path}; next: provenance add PATH…")
    return 0
