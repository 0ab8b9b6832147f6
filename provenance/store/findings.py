"""Findings in the store: those of the last report."""

import json as lists
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from provenance.matching.relations.match import SERIOUS_FIRST
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


def update(db: "Database", findings: Iterable[Finding], documents: Iterable[str], now: datetime | None) -> None:
    """Puts `findings` in the place of all that name one of the documents."""
    for document in documents:
        remove(db, document)
    first = db.execute("select coalesce(max(position), -1) + 1 from findings").fetchone()[0]
    for position, item in enumerate(findings, first):
        insert(db, position, item, stamp(now), item.model_dump_json())


def pairs(db: "Database", documents: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of documents that findings relate, each ascending, where one of them is among `documents`."""
    # One parameter, however many there are.
    listed = lists.dumps(sorted(documents))
    query = (
        "select distinct a_document, b_document from findings where a_document <> b_document"
        " and (a_document in (select value from json_each(?1)) or b_document in (select value from json_each(?1)))"
    )
    return {(min(row), max(row)) for row in db.execute(query, [listed]).fetchall()}


def count(db: "Database") -> int:
    """How many there are."""
    return int(db.execute("select count(*) from findings").fetchone()[0])


def remove(db: "Database", document: str) -> None:
    """Drops the findings that name a document."""
    db.execute("delete from findings where a_document = ? or b_document = ?", [document, document])


def columns(finding: Finding) -> tuple[str | None, ...]:
    """Id, rule, severity, message and documents: what the columns copy from the record."""
    documents = (finding.a.document, finding.b.document if finding.b else None)
    return finding.id, finding.rule, finding.severity, finding.message, *documents


def latest(db: "Database") -> list[Finding]:
    """The findings as a report orders them: relations as `matching` sorts them, then what clashes inside a document."""
    rows = db.execute("select json, json_sha256 from findings order by position")
    return sorted((parse(Finding, *row) for row in rows), key=_order)


def _order(finding: Finding) -> tuple[Any, ...]:
    a, b = finding.a, finding.b
    if finding.relation is None or b is None or a.document == b.document:
        return 1, a.document
    places = (a.document, b.document, a.start, b.start, a.end, b.end)
    return 0, SERIOUS_FIRST.index(finding.relation), -(finding.score or 0.0), *places


def starting_with(db: "Database", prefix: str) -> list[Finding]:
    """The findings last saved whose ids begin with `prefix`."""
    query = "select json, json_sha256 from findings where substr(id, 1, ?) = ? order by position"
    return [parse(Finding, *row) for row in db.execute(query, [len(prefix), prefix])]
