"""`provenance add`: documents into the store."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli import common, keeping

if TYPE_CHECKING:
    from provenance.store.database import Store

_MANY = 50
"""New documents from which on comparing them waits for a rebuild, or for a review."""


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@common.store_option
def command(paths: tuple[str, ...], store: str | None) -> int:
    """Put documents and their claims into the store.

    \b
    Examples:
      provenance add sources/
      provenance add article.txt --store newsroom.sqlite

    The new documents are compared at once with those that share most with them, unless there are many: then
    `provenance rebuild` compares them all, on all cores.

    Adding a document twice changes nothing; a changed one becomes a new version, and the old one is kept. A document
    whose file is gone stays, and is named; `provenance remove` takes it out.
    """
    from provenance.reports.wording import number_of
    from provenance.store import database

    with database.open(common.store(store, common.config())) as opened:
        reading = common.read(paths)
        keeping.say_outdated(opened)
        before = keeping.neighbours(opened, [document.id for document in reading.documents])
        added = common.add(opened, reading)
        _compare(opened, (*added.new, *added.new_versions), before)
        gone = _gone(opened, paths)
    counts = (("new", added.new), ("new version", added.new_versions), ("unchanged", added.unchanged))
    common.write("".join(f"{word}: {name}\n" for word, names in counts for name in names), None)
    for name in gone:
        common.say(f"{name} is in the store, but no longer where it was; `provenance remove {name}` takes it out")
    if reading.documents:
        claims = number_of(added.claims, "claim")
        common.say(f"{claims} new or changed; next: provenance review{f' --store {store}' if store else ''}")
    return common.outcome(reading.unread, checked=len(reading.documents), what="document")


def _gone(store: "Store", paths: Sequence[str]) -> list[str]:
    """The documents of the store that were read from these folders and stand there no more."""
    folders = [Path(path) for path in paths if Path(path).is_dir()]
    known = ((name, Path(path).absolute()) for name, path in store.paths().items() if path is not None)
    within = ((name, path) for name, path in known if any(path.is_relative_to(folder.absolute()) for folder in folders))
    return [name for name, path in within if not path.exists()]


def _compare(store: "Store", changed: Sequence[str], before: "set[str]") -> None:
    """Compares what is new, and brings the findings in step where that is soon done."""
    from provenance.reports.wording import number_of
    from provenance.scale import stored

    if len(changed) >= _MANY:
        common.say(
            "many documents: `provenance rebuild` compares them on all cores; the findings are still the old ones"
        )
        return
    if changed:
        pairs = stored.update(store, changed)
        common.say(f"{number_of(pairs, 'pair')} of documents compared")
        keeping.refresh(store, {*changed, *before})
