"""`provenance review`: the main job."""

import click

from provenance.cli import common


@click.command("review")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option(
    "--store", metavar="FILE", help="Review what this store holds (default: provenance.sqlite, without PATH)."
)
@click.option(
    "--engine",
    default="embedded",
    metavar="ENGINE",
    help='Where to extract: "embedded" (default), or a Spark master: "local[2]".',
)
@common.report_options
def command(paths: tuple[str, ...], store: str | None, engine: str, **options: object) -> int:
    """Read documents, extract their claims, relate them, and report what agrees and what conflicts.

    With PATHs (files or folders, "-" for standard input) everything happens in memory. Without, the documents of the
    store are reviewed and the findings kept in it.

    \b
    Examples:
      provenance review seeds/
      provenance review seeds/ --format html -o report.html
    """
    from provenance import pipeline
    from provenance.scale import engines

    settings = common.settings(options)
    if paths and store is None:
        reading = common.read(paths)
        extracted = engines.extractions(engine, reading.documents)
        held = common.progress(reading.documents, "extracting")
        report = pipeline.review(held, config=settings.config, extracted=extracted)
        settings.write(report, paths)
        return settings.outcome(report, reading.unread, checked=len(report.claims), what="claim")
    from provenance.store import database

    with database.open(store or database.DEFAULT) as opened:
        if paths:
            common.add(opened, common.read(paths))
        documents = opened.documents()
        extracted = engines.extractions(engine, documents)
        held = common.progress(documents, "extracting")
        report = pipeline.review(held, config=settings.config, extracted=extracted)
        opened.save_findings(report)
    settings.write(report, ())
    return settings.outcome(report, (), checked=len(report.claims), what="claim")
