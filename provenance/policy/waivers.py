"""Waivers: findings that a named person lets stand, each with a reason; the day is given, never looked up."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from provenance.config import WaiverTable
from provenance.errors import ConfigError, did_you_mean
from provenance.model import Document, Finding, Notice, Waiver
from provenance.policy import rules


@dataclass(frozen=True, slots=True)
class _Entry:
    """One table, read."""

    table: WaiverTable
    code: str
    """Code of the rule that it names, or empty."""
    waiver: Waiver | None
    """None where it waives nothing."""
    notice: Notice | None


def waive(
    findings: Iterable[Finding],
    tables: Iterable[WaiverTable],
    *,
    documents: Iterable[Document],
    today: date,
    judged: Collection[str],
    whole: bool = True,
) -> tuple[list[Finding], list[Notice]]:
    """The findings, those that a waiver covers marked with it, and what there is to know about the waivers.

    A waiver that is expired or whose day cannot be read waives nothing. One that covers no finding is told, unless it
    names a rule that this run could not give (none of `judged`), or the run looked at a part only (not `whole`).
    Raises ConfigError for a rule that there is none of.
    """
    entries = [_entry(table, today) for table in tables]
    names = {document.id: _names(document) for document in documents}
    used: set[int] = set()
    waived = []
    for finding in findings:
        covering = [at for at, entry in enumerate(entries) if _covers(entry, finding, names)]
        used.update(covering)
        held = next((entries[at].waiver for at in covering if entries[at].waiver), None)
        waived.append(finding.model_copy(update={"waived": held}) if held else finding)
    notices = [entry.notice for entry in entries if entry.notice]
    if whole:
        notices += [
            _unused(entry)
            for at, entry in enumerate(entries)
            if at not in used and not entry.notice and (not entry.code or entry.code in judged)
        ]
    return waived, notices


def _entry(table: WaiverTable, today: date) -> _Entry:
    code = _code(table)
    expires = table.expires
    if isinstance(expires, str):
        try:
            expires = date.fromisoformat(expires)
        except ValueError:
            message = f'expires is "{table.expires}", which is no day (YYYY-MM-DD): {_what(table)} is not waived'
            return _Entry(table, code, None, Notice(kind="waiver_unreadable", message=message, place=table.place))
    if expires is not None and expires < today:
        message = f"expired on {expires.isoformat()}: {_what(table)} is not waived any more"
        return _Entry(table, code, None, Notice(kind="waiver_expired", message=message, place=table.place))
    return _Entry(table, code, Waiver(reason=table.reason, by=table.by, expires=expires, place=table.place), None)


def _code(table: WaiverTable) -> str:
    if table.rule is None:
        return ""
    found = rules.rule(table.rule)
    if found is None:
        known = [name for item in rules.rules() for name in (item.code, item.name)]
        remedy = did_you_mean(table.rule, known) or "`provenance explain` lists all rules"
        raise ConfigError(
            f'a waiver names the rule "{table.rule[:80]}", which there is none of', place=table.place, remedy=remedy
        )
    return found.code


def _covers(entry: _Entry, finding: Finding, names: dict[str, frozenset[str]]) -> bool:
    table = entry.table
    passages = [span.document for span in (finding.a, finding.b) if span is not None]
    return (
        (table.finding is None or finding.id.startswith(table.finding))
        and (not entry.code or finding.rule == entry.code)
        and (table.claim is None or table.claim in finding.claims)
        and (table.document is None or any(table.document in names.get(id_, {id_}) for id_ in passages))
    )


def _names(document: Document) -> frozenset[str]:
    """What a document can be called: its id, its path, its file name."""
    path = document.path or ""
    return frozenset(name for name in (document.id, path, PurePath(path).name) if name)


def _unused(entry: _Entry) -> Notice:
    message = f"covers no finding: {_what(entry.table)} is not there. Remove the waiver, or correct what it names"
    return Notice(kind="waiver_unused", message=message, place=entry.table.place)


def _what(table: WaiverTable) -> str:
    """ "finding 3f8a91c2", "PV301 in gazette.txt"."""
    parts: Sequence[str | None] = (
        f"finding {table.finding[:12]}" if table.finding else None,
        table.rule,
        f"in {table.document}" if table.document else None,
        f"of claim {table.claim}" if table.claim else None,
    )
    return " ".join(part for part in parts if part)
