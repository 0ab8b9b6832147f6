"""`provenance load`: a store from its dump."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
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
    from provenance.store import database

    named = "standard input" if dump == common.STDIN else dump
    with _opened(dump) as stream, _new(Path(store)) as path, database.open(path, create=True) as made:
        made.load(stream, named, partial(common.progress, what="indexing"))
    common.say(f"made {store}; next: provenance review --store {store}")
    return 0


@contextmanager
def _new(path: Path) -> Iterator[Path]:
    """A file that was not there before; it goes again when what it is for fails, and no other file ever does."""
    from provenance.errors import UsageError

    try:
        path.open("xb").close()
    except FileExistsError:
        raise UsageError("there is a file already", place=str(path), remedy="Choose another name") from None
    except OSError as error:
        message = f"cannot be made: {error.strerror}"
        raise UsageError(message, place=str(path), remedy="Choose another place") from None
    try:
        yield path
    except BaseException:
        path.unlink(missing_ok=True)
        raise


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
