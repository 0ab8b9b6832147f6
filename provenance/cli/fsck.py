"""`provenance fsck`: is the store as it was written?"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli import common

if TYPE_CHECKING:
    from provenance.model import Document
    from provenance.store.fsck import Fault


@click.command("fsck")
@common.store_option
@click.option("--ledger", multiple=True, metavar="PATH", help="Recorded claims to hold against the store's documents.")
def command(store: str | None, ledger: tuple[str, ...]) -> int:
    """Examine a store for damage.

    \b
    Examples:
      provenance fsck
      provenance fsck --store newsroom.sqlite --ledger claims/

    Checks the pages and the schema of the file, every link between rows, the digest of every text and record, every
    span against its text, the chain of the journal, the words filed for search, and the index of matching. With
    --ledger, or a ledger in provenance.toml, every recorded passage must stand in its document as the store has it.

    \b
    Each fault is one line, with its kind and its place:
      page link schema text document claim finding journal words index ledger

    Exit codes: 0 no fault, 1 faults, 2 no store, or one that cannot be opened.
    """
    from provenance.reports.wording import number_of
    from provenance.store import connection, database

    settings = common.config()
    place = common.store(store, settings)
    with database.open(place, read_only=not connection.is_writable(Path(place))) as opened:
        faults = opened.faults()
        records = ledger or tuple(map(str, settings.ledger))
        if records and not faults:  # the documents of a damaged store are not asked for
            faults += _astray(records, opened.documents())
    common.write("".join(f"{fault}\n" for fault in faults), None)
    common.say(f"{place}: {number_of(len(faults), 'fault')}" if faults else f"{place} is as it was written")
    return int(bool(faults))


def _astray(ledger: Sequence[str], documents: "Sequence[Document]") -> "list[Fault]":
    """Records whose passage does not stand in the store's documents."""
    from provenance import pipeline
    from provenance.store.fsck import Fault
    from provenance.store.ledger import load

    records = load(ledger)
    places = {record.id: record.place for record in records}
    found = pipeline.check_ledger(records, documents).findings
    return [
        Fault("ledger", places.get(f.claims[0], "") if f.claims else "", f.message)
        for f in found
        if f.rule.startswith("PV1")
    ]
