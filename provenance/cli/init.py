"""`provenance init`: an empty store."""

from pathlib import Path

import click

from provenance.cli import common


@click.command("init")
@click.argument("file", required=False)
@click.option("--store", metavar="FILE", help="The same as FILE: other commands name their store by this option.")
def command(file: str | None, store: str | None) -> int:
    """Make an empty store.

    \b
    Examples:
      provenance init && provenance add seeds/ && provenance review
      provenance init newsroom.sqlite

    The store is one SQLite file (FILE, or provenance.sqlite): the documents, their claims, what was found last, and
    what people decided about it.
    """
    from provenance.errors import UsageError
    from provenance.store import database

    if file and store:
        raise UsageError("FILE and --store are both given", remedy="Give one of them")
    file = file or store
    path = Path(common.store(file, common.config()))
    if path.is_dir():
        remedy = f"Name a file: provenance init {path / common.STORE}"
        raise UsageError("is a folder", place=str(path), remedy=remedy)
    if path.exists():
        raise UsageError(
            "there is a file already", place=str(path), remedy="Choose another name, or go on with `provenance add`"
        )
    database.open(path, create=True).close()
    common.say(f"created {path}; next: provenance add PATH…{f' --store {file}' if file else ''}")
    return 0
