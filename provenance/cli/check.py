"""`provenance check`: drafts and ledgers against their sources; the command for CI."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from provenance.cli import common, journal, reporting, scope, stores

if TYPE_CHECKING:
    from provenance.cli.changes import Changes
    from provenance.model import Document, Report
    from provenance.model.ledger import Record
    from provenance.readers import Unread
    from provenance.scale.passages import Sources

_LEDGER = (".yaml", ".yml")
_FLAGS = ("--exit-zero", "-h", "--help")
_NO_LEDGER = ("sources.yaml",)
"""What else is YAML: the description of a folder of sources."""


class _Check(click.Command):
    """Lets one --sources take every path behind it, as a shell's `--sources sources/*.txt` gives them."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click; where a draft stands before --sources, so that `--sources DIR DRAFT` reads as written."""
        return super().parse_args(ctx, _repeated(args))


def _repeated(args: Sequence[str]) -> list[str]:
    """The arguments with --sources repeated before each path that follows the first one."""
    if "--sources" not in args:
        return list(args)
    at = args.index("--sources") + 2
    before = [a for i, a in enumerate(args[: at - 2]) if not (i and _takes_value(args[i - 1]))]
    if not any(arg == "-" or not arg.startswith("-") for arg in before):
        return list(args)
    end = next((i for i in range(at, len(args)) if args[i].startswith("-") and args[i] != "-"), len(args))
    more = [part for path in args[at:end] for part in ("--sources", path)]
    return [*args[:at], *more, *args[end:]]


def _takes_value(option: str) -> bool:
    return option.startswith("-") and len(option) > 1 and option not in _FLAGS and "=" not in option


@click.command("check", cls=_Check)
@click.argument("drafts", nargs=-1, metavar="[DRAFT]…")
@click.option("--sources", multiple=True, metavar="PATH", help="Source files, folders and stores.")
@click.option("--all-documents", is_flag=True, help="Of stores, every document, however many there are.")
@click.option("--changed-since", metavar="REV", help="Only what changed in git since REV, and what depends on it.")
@click.option("--store", metavar="FILE", help="Show the decisions in this store, and keep the findings in it.")
@reporting.report_options
def command(
    drafts: tuple[str, ...],
    sources: tuple[str, ...],
    all_documents: bool,
    changed_since: str | None,
    store: str | None,
    **options: Any,
) -> int:
    """Check a draft, or recorded claims, against the sources.

    \b
    Examples:
      provenance check draft.md --sources sources/
      provenance check claims/ --sources seeds/
      provenance check draft.md --sources newsroom.sqlite
      provenance check
      provenance check --changed-since origin/main

    Every statement and quotation of a DRAFT is compared with the sources. YAML files are a ledger of recorded claims:
    each recorded passage must stand in its source, and say what the record says.

    Of a store with more than a hundred documents, those are looked at that share names, figures or rare words with the
    DRAFT; --all-documents takes them all. A DRAFT may have up to a million characters.

    Without DRAFT or --sources, the drafts, ledger and sources of provenance.toml are taken.

    With --store, or a store in provenance.toml, what people have decided about findings is shown and counts, and the
    findings are kept for `provenance decide`.
    """
    settings = reporting.settings(options, [*drafts, *sources])
    changes = _changes(changed_since, settings)
    config = settings.config
    targets = _targets(drafts or tuple(map(str, (*config.drafts, *config.ledger))))
    origins = sources or tuple(map(str, config.sources))
    _check_named(targets, origins, store)
    inputs = [*targets.all, *origins]
    settings.check_outputs(inputs)
    given = _given(targets, origins, whole=all_documents)
    work = given.work if changes is None else scope.narrowed(given.work, changes, config, origins)
    report = settings.excused(_report(work, settings, given.stored), "check", whole=changes is None)
    report = journal.consult(report, config, store, command="check", whole=changes is None)
    settings.write(report, inputs, given.unread)
    checked = int(report.summary.get("records", 0)) + sum(s.state != "not_checkable" for s in report.statements)
    what = "statement" if work.drafts or work.records else "draft"
    return settings.outcome(report, given.unread, checked=checked or int(work.is_empty), what=what)


@dataclass(frozen=True, slots=True)
class _Given:
    """What is to be checked and against what, as read."""

    work: scope.Work
    stored: "Sequence[Sources]"
    unread: "Sequence[Unread]"


def _given(targets: "_Targets", origins: Sequence[str], *, whole: bool) -> _Given:
    """Reads everything; of stores every document with `whole`. Raises NothingCheckedError where no source is."""
    from provenance.errors import NothingCheckedError

    records = _records(targets.ledger)  # first, because a fault in it needs no waiting for the documents
    files, kept = stores.split(origins)
    reading = common.read(files)
    drafted = common.read(targets.texts)
    articles = [d for d in drafted.documents if not _is_ledger(d.path)]
    stored = stores.sources(kept, articles, whole=whole or bool(records))
    held = _others([*reading.documents, *(d for one in stored for d in one.documents)], articles)
    unread = (*reading.unread, *drafted.unread)
    if not held and not unread:
        raise NothingCheckedError("nothing was checked: the sources hold no document", remedy=common.NAME_TEXT)
    if not held:
        # Against sources of which none could be read, every statement would falsely have no backup.
        common.say("nothing was checked: no source could be read")
        return _Given(scope.Work([], [], []), stored, unread)
    return _Given(scope.Work(_apart(articles, held), records, held), stored, unread)


def _changes(revision: str | None, settings: reporting.Settings) -> "Changes | None":
    from provenance.cli.changes import since
    from provenance.errors import UsageError

    if revision is None:
        return None
    if settings.write_baseline is not None:
        remedy = "Write the baseline of the whole project, without --changed-since"
        raise UsageError("--changed-since with --write-baseline would forget what did not change", remedy=remedy)
    return since(revision)


def _check_named(targets: "_Targets", origins: Sequence[str], store: str | None) -> None:
    from provenance.errors import UsageError

    if targets.all and store and not origins:
        remedy = f"To check against the documents of the store: --sources {store}"
        raise UsageError("no sources are named: --store is where decisions and findings are kept", remedy=remedy)
    if not targets.all or not origins:
        missing = "nothing to check is named" if not targets.all else "no sources are named"
        raise UsageError(
            missing, remedy="Usage: provenance check DRAFT --sources PATH, or name them in provenance.toml"
        )


def _records(ledger: Sequence[str]) -> "list[Record]":
    if not ledger:
        return []
    from provenance.store.ledger import load

    return load(ledger)


@dataclass(frozen=True, slots=True)
class _Targets:
    """What is to be checked, by kind."""

    all: tuple[str, ...]
    ledger: tuple[str, ...]
    """YAML files; those named that do not exist too, so that the ledger's reader says so."""
    texts: tuple[str, ...]


def _targets(given: Sequence[str]) -> _Targets:
    """A folder's YAML files are a ledger; what it holds beside them is drafts."""
    ledger, texts = [], []
    for target in given:
        files = _files(Path(target)) if Path(target).is_dir() else [target]
        records = [file for file in files if _is_ledger(file)]
        ledger += records
        if not records or len(records) < len(files):
            texts.append(target)
    return _Targets(tuple(given), tuple(ledger), tuple(texts))


def _files(folder: Path) -> list[str]:
    """The files of a folder, at any depth, but for those that the readers pass over too."""
    inside = [path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file()]
    shown = [path for path in inside if not any(part.startswith(".") for part in path.parts)]
    return [str(folder / path) for path in shown if path.stem.lower() != "readme" and path.name not in _NO_LEDGER]


def _is_ledger(path: str | None) -> bool:
    return path is not None and Path(path).suffix in _LEDGER and Path(path).name not in _NO_LEDGER


def _others(sources: "Sequence[Document]", drafts: "Sequence[Document]") -> "list[Document]":
    """The sources but for the drafts themselves: a draft is no backup of its own."""
    own = {Path(draft.path).resolve() for draft in drafts if draft.path}
    kept = [source for source in sources if not source.path or Path(source.path).resolve() not in own]
    if len(kept) < len(sources):
        common.say("the draft lies among the sources; it is left out of them")
    return kept


def _apart(drafts: "Sequence[Document]", sources: "Sequence[Document]") -> "list[Document]":
    """The drafts; an id that a source has too gets a suffix, so that both stay apart."""
    taken = {source.id for source in sources}
    return [d.model_copy(update={"id": f"{d.id} (draft)"}) if d.id in taken else d for d in drafts]


def _name(draft: "Document", sources: "Sequence[Document]") -> str:
    """What the draft's id is where it is checked alone: longer ids keep drafts of one run apart."""
    from provenance.readers import readable_id

    alone = draft.model_copy(update={"id": readable_id(draft.path)}) if draft.path else draft
    return _apart([alone], sources)[0].id


def _report(work: scope.Work, settings: reporting.Settings, stored: "Sequence[Sources]") -> "Report":
    from provenance import pipeline
    from provenance.model import Report

    drafts = common.progress(work.drafts, "checking")
    sentences = partial(common.progress, what="comparing") if len(work.drafts) == 1 else iter
    known = stores.known(stored)
    notices = stores.notices(stored)
    reports = [
        pipeline.check(
            d,
            work.sources,
            config=settings.config,
            watched=sentences,
            known=known,
            name=_name(d, work.sources),
        )
        for d in drafts
    ]
    if work.records:
        reports.append(pipeline.check_ledger(work.records, work.sources, config=settings.config))
    report = pipeline.joined(reports) if reports else Report(documents=())
    notices += [work.notice] if work.notice else []
    return report.model_copy(update={"notices": (*report.notices, *notices)}) if notices else report
