"""Findings of checks: those of the last check of each draft, and of the ledger, kept so that one can decide on them."""

from collections import defaultdict
from typing import TYPE_CHECKING

from provenance.model import Finding, Report
from provenance.model.base import Model
from provenance.policy import decisions
from provenance.store.rows import digest, parse

if TYPE_CHECKING:
    from sqlite_utils import Database


class Checked(Model):
    """A finding with what it rests on."""

    target: str
    """What was examined: "sources", "ledger", or the id of a draft."""
    finding: Finding
    texts: dict[str, str]
    """Digest of the text of each document that the finding names, as it was then."""


def of(report: Report) -> list[Checked]:
    """The findings of a report, each with what it rests on."""
    texts = decisions.texts(report)
    return [Checked(target=decisions.target(f, report), finding=f, texts=_named(f, texts)) for f in report.findings]


def replace(db: "Database", report: Report) -> None:
    """Puts the findings of a check in the place of those known of the same drafts or of the ledger."""
    groups: dict[str, list[Checked]] = defaultdict(list)
    for item in of(report):
        groups[item.target].append(item)
    for target in decisions.targets(report) | set(groups):
        db.execute("delete from checked where target = ?", [target])
        for position, item in enumerate(groups[target]):
            json = item.model_dump_json()
            row = [target, position, item.finding.id, json, digest(json)]
            db.execute("insert into checked values (?, ?, ?, ?, ?)", row)


def starting_with(db: "Database", prefix: str) -> list[Checked]:
    """The findings whose ids begin with `prefix`."""
    # substr and not like: what somebody types is no pattern.
    rows = db.execute(
        "select json, json_sha256 from checked where substr(id, 1, ?) = ? order by target, position",
        [len(prefix), prefix],
    )
    return [parse(Checked, *row) for row in rows]


def _named(finding: Finding, texts: dict[str, str]) -> dict[str, str]:
    names = [span.document for span in (finding.a, finding.b) if span is not None]
    return {name: texts[name] for name in names if name in texts}
