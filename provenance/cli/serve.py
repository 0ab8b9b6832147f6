"""`provenance serve`: the report in a browser."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli import common, journal, reporting

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Document, Report
    from provenance.readers import Unread


@click.command("serve")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--store", metavar="FILE", help="Show what this store holds (default: provenance.sqlite, without PATH).")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Port (default: any free one).")
def command(paths: tuple[str, ...], store: str | None, port: int) -> int:
    """Show the report in a browser, on this machine only.

    \b
    Examples:
      provenance serve seeds/
      provenance serve --store newsroom.sqlite --port 8080

    Prints the address, with a token that is new each time; without it nobody gets in. With a store, people can decide
    about findings there: decisions are added to its journal, and nothing else is written. Ctrl-C ends it.
    """
    from provenance.cli.files import files
    from provenance.web.desk import Desk
    from provenance.web.page import Page
    from provenance.web.server import Server

    config = common.config()
    report, unread = _report(paths, store, config)
    outcome = common.outcome(unread, checked=len(report.claims), what="claim" if report.documents else "document")
    if not report.claims:
        return outcome
    known = files(report)
    if paths:
        shown: Page | Desk = Page.of(journal.consult(report, config), files=known)
    else:
        shown = Desk(report, common.store(store, config), config, known)
    with Server(shown, port) as server:
        common.write(f"{server.access.url}\n", None)
        sys.stdout.flush()
        common.say("the review page is at the address above; Ctrl-C ends it")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            common.say("ended")
    return outcome


def _report(paths: Sequence[str], store: str | None, config: "Config") -> "tuple[Report, Sequence[Unread]]":
    """The report to show, and what could not be read for it; the store is only read."""
    from provenance import pipeline
    from provenance.errors import UsageError
    from provenance.policy.outcome import excuse
    from provenance.store import database

    if paths and store is not None:
        raise UsageError(
            "PATH and --store are both given", remedy="Add the documents to the store first: provenance add PATH"
        )
    documents: Sequence[Document]
    unread: Sequence[Unread] = ()
    if paths:
        reading = common.read(paths)
        documents, unread = reading.documents, reading.unread
    else:
        if store is None and not Path(common.store(store, config)).exists():
            remedy = "Name files or folders: provenance serve PATH, or make a store: provenance init"
            raise UsageError(f"nothing to show, and no store {common.store(store, config)}", remedy=remedy)
        with database.open(common.store(store, config), read_only=True) as opened:
            documents = opened.documents()
    report = pipeline.review(common.progress(documents, "extracting"), config=config)
    return excuse(report, config, command="review", today=reporting.today()), unread
