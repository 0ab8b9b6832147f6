"""`provenance add`: documents into the store."""

import click

from provenance.cli import common


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--store", metavar="FILE", help="The store (default: provenance.sqlite).")
def command(paths: tuple[str, ...], store: str | None) -> int:
    """Add documents and their claims to the store; adding one twice changes nothing.

    \b
    Example:
      provenance add sources/
    """
    from provenance.store import database

    reading = common.read(paths)
    with database.open(store or database.DEFAULT) as opened:
        added = common.add(opened, reading)
    counts = (("new", added.new), ("new version", added.new_versions), ("unchanged", added.unchanged))
    common.write("".join(f"{word}: {name}\n" for word, names in counts for name in names), None)
    common.say(f"{added.claims} claims new or changed; next: provenance review")
    return common.outcome(reading.unread, checked=len(reading.documents), what="document")
