"""`provenance review`: the main job."""

import click

from provenance.cli import common


@click.command("review")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--store", metavar="FILE", help="Review what this store holds (default: provenance.sqlite, without PATH).")
@common.report_options
def command(paths: tuple[str, ...], store: str | None, **options: object) -> int:
    """Read documents, extract their claims, relate them, and report what agrees and what conflicts.

    With PATHs (files or folders, "-" for standard input) everything happens in memory. Without, the documents of the
    store are reviewed and the findings kept in it.

    \b
    Examples:
      provenance review seeds/
      provenance review seeds/ --format html -o report.html
    """
    from provenance import pipeline

    settings = common.settings(options)
    if paths and store is None:
        reading = common.read(paths)
        report = pipeline.review(common.progress(reading.documents, "extracting"), config=settings.config)
        settings.write(report, paths)
        return settings.outcome(report, reading.unread, checked=len(report.claims), what="claim")
    from provenance.store import database

    with database.open(store or database.DEFAULT) as opened:
        if paths:
            common.add(opened, common.read(paths))
        report = pipeline.review(common.progress(opened.documents(), "extracting"), config=settings.config)
        opened.save_findings(report)
    settings.write(report, ())
    return settings.outcome(report, (), checked=len(report.claims), what="claim")
