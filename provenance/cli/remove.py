"""`provenance remove`: documents out of the store."""

from typing import TYPE_CHECKING

import click

from provenance.cli import common, keeping

if TYPE_CHECKING:
    from provenance.store.database import Store


@click.command("remove")
@click.argument("documents", nargs=-1, required=True, metavar="DOC…")
@common.store_option
def command(documents: tuple[str, ...], store: str | None) -> int:
    """Take documents out of the store, with all their versions.

    \b
    Examples:
      provenance remove 2018-05-report
      provenance remove draft-1 draft-2 --store newsroom.sqlite

    DOC is the id of a document, as `provenance add` tells it, or its path. Its claims go with it, and the findings
    that rested on it; the others are brought in step. What was decided stays in the journal for good.

    Either all are taken out or, where one is not in the store, none.
    """
    from provenance.store import database

    with database.open(common.store(store, common.config())) as opened:
        names = [_named(name, opened) for name in dict.fromkeys(documents)]
        before = keeping.neighbours(opened, names) - set(names)
        opened.remove(names)
        keeping.refresh(opened, before)
    common.write("".join(f"removed: {name}\n" for name in names), None)
    return 0


def _named(name: str, store: "Store") -> str:
    """The id of the document that is named so, by its id or else by its path."""
    from provenance.errors import UsageError, did_you_mean

    paths = store.paths()
    if name in paths:
        return name
    found = [id for id, path in paths.items() if path == name]
    if len(found) != 1:
        near = did_you_mean(name, [*paths, *filter(None, paths.values())])
        raise UsageError(f'no document "{name[:80]}" in the store', remedy=near or "`provenance add` tells the ids")
    return found[0]
