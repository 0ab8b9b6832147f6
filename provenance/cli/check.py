"""`provenance check`: drafts and ledgers against their sources; the command for CI."""

from collections.abc import Sequence
from pathlib import Path

import click

from provenance.cli import common
from provenance.model import Document, Report
from provenance.model.ledger import Record


@click.command("check")
@click.argument("drafts", nargs=-1, metavar="[DRAFT]…")
@click.option("--sources", multiple=True, metavar="PATH", help="Source files and folders; may be given several times.")
@common.report_options
def command(drafts: tuple[str, ...], sources: tuple[str, ...], **options: object) -> int:
    """Check drafts, or a ledger of recorded claims (YAML), against their sources.

    Without DRAFT or --sources, the drafts, ledger and sources of provenance.toml are taken.

    \b
    Examples:
      provenance check draft.md --sources sources/
      provenance check claims/ --sources seeds/
    """
    from provenance import pipeline
    from provenance.errors import UsageError

    settings = common.settings(options)
    config = settings.config
    targets = drafts or tuple(map(str, (*config.drafts, *config.ledger)))
    origins = sources or tuple(map(str, config.sources))
    if not targets or not origins:
        missing = "what to check" if not targets else "the sources"
        raise UsageError(f"{missing} is not named", remedy="Usage: provenance check DRAFT --sources PATH, or name them in provenance.toml")
    reading = common.read(origins)
    ledger, texts = _split(targets)
    drafts_read = common.read(texts)
    unread = (*reading.unread, *drafts_read.unread)
    articles = _apart(drafts_read.documents, {d.id for d in reading.documents})
    reports = [pipeline.check(d, reading.documents, config=config) for d in articles]
    checked = sum(len(r.statements) + sum(len(s.quotations) for s in r.statements) for r in reports)
    if ledger:
        records = _load(ledger)
        checked += len(records)
        reports.append(pipeline.check_ledger(records, reading.documents, config=config))
    report = pipeline.joined(reports) if reports else Report(documents=())
    settings.write(report, (*targets, *origins))
    return settings.outcome(report, unread, checked=checked, what="statement")


def _split(targets: Sequence[str]) -> tuple[list[str], list[str]]:
    """Ledger files and folders, and drafts: a folder that holds YAML files beside nothing else is a ledger."""
    ledger, texts = [], []
    for target in targets:
        path = Path(target)
        (ledger if _is_ledger(path) else texts).append(target)
    return ledger, texts


def _is_ledger(path: Path) -> bool:
    if path.is_dir():
        files = [p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".") and p.stem.lower() != "readme"]
        return bool(files) and all(p.suffix in (".yaml", ".yml") for p in files)
    return path.suffix in (".yaml", ".yml")


def _apart(drafts: Sequence[Document], taken: set[str]) -> list[Document]:
    """The drafts; an id that a source has too gets a suffix, so that both stay apart."""
    return [d.model_copy(update={"id": f"{d.id} (draft)"}) if d.id in taken else d for d in drafts]


def _load(ledger: Sequence[str]) -> list[Record]:
    from provenance.store.ledger import load

    return load(ledger)
