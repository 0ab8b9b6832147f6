"""`provenance load`: a store from its dump."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from provenance.cli import common


@click.command("load")
@click.argument("dump", metavar="DUMP")
@click.option("--store", metavar="FILE", required=True, help="The store to make; must not exist.")
def command(dump: str, store: str) -> int:
    """Make a store from its dump.

    \b
    Examples:
      provenance load newsroom.jsonl --store newsroom.sqlite
      gunzip -c newsroom.jsonl.gz | provenance load - --store newsroom.sqlite

    DUMP is what `provenance dump` wrote. Every digest, span and decision in it is checked; a dump that is cut short or
    changed makes no store.
    """
    from provenance.errors import UsageError
    from provenance.store import database

    path = Path(store)
    if path.exists():
        raise UsageError("there is a file already", place=store, remedy="Choose another name")
    with _opened(dump) as stream:
        try:
            with database.open(path, create=True) as made:
                made.load(stream)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
    common.say(f"made {store}; next: provenance review --store {store}")
    return 0


@contextmanager
def _opened(dump: str) -> Iterator[TextIO]:
    from provenance.errors import UsageError

    if dump == common.STDIN:
        yield sys.stdin
        return
    try:
        with Path(dump).open(encoding="ascii", newline="\n") as stream:
            yield stream
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", place=dump, remedy="Name a dump") from None
