"""Findings in the store: those of the last report."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from provenance.model import Finding
from provenance.store.rows import digest, parse, stamp

if TYPE_CHECKING:
    from sqlite_utils import Database


def replace(db: "Database", findings: Iterable[Finding], now: datetime | None) -> None:
    """Puts `findings` in the place of those known."""
    db.execute("delete from findings")
    for position, item in enumerate(findings):
        insert(db, position, item, stamp(now), item.model_dump_json())


def insert(db: "Database", position: int, finding: Finding, found_at: str | None, json: str) -> None:
    """Adds one finding at its place among all."""
    row = [position, *columns(finding), found_at, json, digest(json)]
    db.execute("insert into findings values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def rows(db: "Database") -> list[tuple[Any, ...]]:
    """Columns of each finding, as `columns` gives them, and its JSON with its digest."""
    query = (
        "select id, rule, severity, message, a_document, b_document, json, json_sha256 from findings order by position"
    )
    return list(db.execute(query))


def remove(db: "Database", document: str) -> None:
    """Drops the findings that name a document."""
    db.execute("delete from findings where a_document = ? or b_document = ?", [document, document])


def columns(finding: Finding) -> tuple[str | None, ...]:
    """Id, rule, severity, message and documents: what the columns copy from the record."""
    documents = (finding.a.document, finding.b.document if finding.b else None)
    return finding.id, finding.rule, finding.severity, finding.message, *documents


def latest(db: "Database") -> list[Finding]:
    """The findings last saved, in their order."""
    rows = db.execute("select json, json_sha256 from findings order by position")
    return [parse(Finding, *row) for row in rows]


def starting_with(db: "Database", prefix: str) -> list[Finding]:
    """The findings last saved whose ids begin with `prefix`."""
    query = "select json, json_sha256 from findings where substr(id, 1, ?) = ? order by position"
    return [parse(Finding, *row) for row in db.execute(query, [len(prefix), prefix])]
