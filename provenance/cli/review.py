"""`provenance review`: the main job."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.cli import common, journal, reporting

if TYPE_CHECKING:
    from provenance.matching import Strongest
    from provenance.matching.signed import Signed
    from provenance.model import Document, Report
    from provenance.readers import Unread
    from provenance.store.database import Store


@click.command("review")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--store", metavar="FILE", help="Review what this store holds (default: provenance.sqlite, without PATH)."
)
@click.option(
    "--engine",
    default="embedded",
    metavar="ENGINE",
    help='Where to extract and match: "embedded" (default), or a Spark master: "local[2]".',
)
@reporting.report_options
def command(paths: tuple[str, ...], store: str | None, engine: str, **options: Any) -> int:
    """Show what documents agree and disagree on.

    \b
    Examples:
      provenance review seeds/
      provenance review seeds/ --format html -o report.html
      curl -s https://example.org/article | provenance review - sources/

    Reads documents, extracts their claims, relates those of different documents, and reports every relation with both
    passages and the reasons.

    With PATHs (files or folders, "-" for standard input) everything happens in memory. Without, the documents of the
    store are reviewed and the findings kept in it; where there is no store, the sources of provenance.toml are taken.
    """
    settings = reporting.settings(options, [*paths, *([store] if store else [])])
    held = common.store(store, settings.config)
    settings.check_outputs([*paths, held])
    given = paths or tuple(map(str, settings.config.sources))
    if store is None and given and (paths or not Path(held).exists()):
        reading = common.read(given)
        report = journal.consult(_review(reading.documents, engine, settings), settings.config)
        settings.write(report, given, reading.unread)
        return _outcome(report, reading.unread, settings)
    if not paths and not Path(held).exists():
        raise _nothing_named(held)
    report, unread = _review_store(held, paths, engine, settings)
    settings.write(report, [*paths, held], unread)
    return _outcome(report, unread, settings)


def _review(
    documents: "Sequence[Document]", engine: str, settings: reporting.Settings, store: "Store | None" = None
) -> "Report":
    """The report on documents; those of a store are compared only where that has not been done before."""
    from provenance import matching, pipeline
    from provenance.extraction.claims import extract_all
    from provenance.scale import engines

    found = engines.found(engine, documents)
    comparing = partial(common.progress, what="comparing")
    match: Callable[[Mapping[str, Signed]], Strongest]
    if found is not None:
        extracted, matches = found
        match = lambda _: matches  # noqa: E731
    else:
        extracted = {d.id: extract_all(d) for d in common.progress(documents, "extracting")}
        match = lambda signed: matching.strongest(matching.match_signed(signed, progress=comparing))  # noqa: E731
    if found is None and store is not None:
        from provenance.scale import stored

        match = partial(stored.matches, store=store, documents=documents, progress=comparing)
    report = pipeline.review(documents, config=settings.config, extracted=extracted, match=match)
    return settings.excused(report, "review")


def _review_store(
    store: str, paths: Sequence[str], engine: str, settings: reporting.Settings
) -> "tuple[Report, Sequence[Unread]]":
    """The report on what the store holds, with the documents of `paths` added first; the findings are kept in it."""
    from provenance.store import connection, database

    still = not paths and Path(store).exists() and not connection.is_writable(Path(store))
    with database.open(store, read_only=still) as opened:
        reading = common.read(paths)
        if reading.documents:
            common.add(opened, reading)
        report = _review(opened.documents(), engine, settings, None if still else opened)
        if still:
            journal.not_kept(store)
        else:
            opened.save_findings(report)
        return journal.weighed(opened, report, settings.config), reading.unread


def _outcome(report: "Report", unread: "Sequence[Unread]", settings: reporting.Settings) -> int:
    if len(report.documents) == 1 and report.claims:
        common.say("one document alone: there was nothing to compare it with")
    return settings.outcome(
        report, unread, checked=len(report.claims), what="claim" if report.documents else "document"
    )


def _nothing_named(store: str) -> Exception:
    from provenance.errors import UsageError

    remedy = "Name files or folders: provenance review PATH, or make a store: provenance init"
    return UsageError(f"nothing to review, and no store {store}", remedy=remedy)
