"""Which part of a check is to be done again: what changed, and what depends on it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.cli.changes import Changes

if TYPE_CHECKING:
    from provenance.config import Config
    from provenance.model import Document, Notice
    from provenance.model.ledger import Record

_ABOUT_SOURCES = "sources.yaml"
"""Says of each source of its folder when it was published and by whom: that bears on what it says."""


@dataclass(frozen=True, slots=True)
class Work:
    """What a check is about."""

    drafts: "Sequence[Document]"
    records: "Sequence[Record]"
    sources: "Sequence[Document]"
    notice: "Notice | None" = None
    """What was left out, and why; None where nothing was."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do, although there are drafts, records or sources."""
        return self.notice is not None and not self.drafts and not self.records


def narrowed(work: Work, changes: Changes, config: "Config", source_paths: Sequence[str]) -> Work:
    """The drafts and records that changed, or that depend on something that did.

    A record depends on the source that it names; a draft on every source, because any may back or contradict any of its
    statements; all of it on the settings.
    """
    from provenance.model import Notice
    from provenance.reports.wording import number_of

    changed = _changed_sources(work.sources, changes)
    gone = [path for path in changes.inside(source_paths) if not path.exists()]
    reason = ""
    if _settings_changed(config, changes):
        drafts, records, reason = work.drafts, work.records, "; the settings changed"
    else:
        renewed = bool(changed or gone)
        drafts = [draft for draft in work.drafts if renewed or changes.touches(draft.path)]
        names = {name for document in changed for name in _names(document)} | {path.name for path in gone}
        records = [r for r in work.records if changes.touches(_file(r)) or names & {r.source, Path(r.source).name}]
        reason = f"; {number_of(len(changed) + len(gone), 'source')} changed" if renewed else ""
    message = _message(work, changes, drafts, records, reason)
    return replace(work, drafts=drafts, records=records, notice=Notice(kind="scope", message=message))


def _message(
    work: Work, changes: Changes, drafts: "Sequence[Document]", records: "Sequence[Record]", reason: str
) -> str:
    from provenance.reports.wording import number_of

    counted = ((work.drafts, "draft"), (work.records, "recorded claim"), (work.sources, "source"))
    looked_at = ", ".join(number_of(len(items), word) for items, word in counted)
    if not drafts and not records:
        others = f" ({number_of(len(changes.changed), 'other file')} did)" if changes.changed else ""
        return f"nothing to check: of {looked_at} and the settings, none changed since {changes.revision}{others}"
    counts = (
        f"{len(drafts)} of {number_of(len(work.drafts), 'draft')} and "
        f"{len(records)} of {number_of(len(work.records), 'recorded claim')}"
    )
    return f"checked what changed since {changes.revision} and what depends on it: {counts}{reason}"


def _changed_sources(sources: "Sequence[Document]", changes: Changes) -> "list[Document]":
    described = {file.parent for file in changes.changed if file.name == _ABOUT_SOURCES}
    return [d for d in sources if changes.touches(d.path) or (d.path and Path(d.path).resolve().parent in described)]


def _settings_changed(config: "Config", changes: Changes) -> bool:
    files = [config.file, *config.waiver_files, config.baseline]
    return any(changes.touches(file) for file in files if file is not None)


def _file(record: "Record") -> str:
    """The ledger file that a record stands in: its place is `file:line:column`."""
    return record.place.rsplit(":", 2)[0]


def _names(document: "Document") -> set[str]:
    return {name for name in (document.id, document.path, Path(document.path or "").name) if name}
