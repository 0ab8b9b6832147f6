"""`provenance add`: documents into the store."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from provenance.cli import common

if TYPE_CHECKING:
    from provenance.store.database import Store

_MANY = 50
"""New documents from which on comparing them waits for a rebuild, or for a review."""


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--store", metavar="FILE", help="The store (default: provenance.sqlite).")
def command(paths: tuple[str, ...], store: str | None) -> int:
    """Put documents and their claims into the store.

    \b
    Examples:
      provenance add sources/
      provenance add article.txt --store newsroom.sqlite

    The new documents are compared at once with those that share most with them, unless there are many: then
    `provenance rebuild` compares them all, on all cores.

    Adding a document twice changes nothing; a changed one becomes a new version, and the old one is kept.
    """
    from provenance.store import database

    with database.open(common.store(store, common.config())) as opened:
        reading = common.read(paths)
        added = common.add(opened, reading)
        _compare(opened, (*added.new, *added.new_versions))
    counts = (("new", added.new), ("new version", added.new_versions), ("unchanged", added.unchanged))
    common.write("".join(f"{word}: {name}\n" for word, names in counts for name in names), None)
    common.say(f"{added.claims} claims new or changed; next: provenance review{f' --store {store}' if store else ''}")
    return common.outcome(reading.unread, checked=len(reading.documents), what="document")


def _compare(store: "Store", changed: Sequence[str]) -> None:
    from provenance.scale import stored

    if 0 < len(changed) < _MANY:
        pairs = stored.update(store, changed)
        common.say(f"{pairs} pairs of documents compared")
