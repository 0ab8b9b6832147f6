"""`provenance serve`: the report in a browser."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from provenance.cli import common

if TYPE_CHECKING:
    from provenance.model import Report
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

    Prints the address, with a token that is new each time; without it nobody gets in. Nothing can be changed from the
    page, and nothing is written. Ctrl-C ends it.
    """
    from provenance.web.page import Page
    from provenance.web.server import Server

    report, unread = _report(paths, store)
    outcome = common.outcome(unread, checked=len(report.claims), what="claim")
    if not report.claims:
        return outcome
    with Server(Page.of(report), port) as server:
        common.write(f"{server.access.url}\n", None)
        sys.stdout.flush()
        common.say("the review page is at the address above; Ctrl-C ends it")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            common.say("ended")
    return outcome


def _report(paths: Sequence[str], store: str | None) -> "tuple[Report, Sequence[Unread]]":
    """The report to show, and what could not be read for it; the store is only read."""
    from pathlib import Path

    from provenance import config, pipeline
    from provenance.errors import UsageError
    from provenance.store import database

    if paths and store is not None:
        raise UsageError(
            "PATH and --store are both given", remedy="Add the documents to the store first: provenance add PATH"
        )
    settings = config.load(Path.cwd())
    if paths:
        reading = common.read(paths)
        return pipeline.review(common.progress(reading.documents, "extracting"), config=settings), reading.unread
    with database.open(store or database.DEFAULT, read_only=True) as opened:
        documents = opened.documents()
    return pipeline.review(common.progress(documents, "extracting"), config=settings), ()
