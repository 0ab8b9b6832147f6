"""Findings with their places, most severe first: what the formats for machines and tables share."""

import re
from dataclasses import dataclass

from provenance.model import SEVERITIES, Finding, Report
from provenance.reports.advice import advice
from provenance.reports.held import held_or_settled
from provenance.reports.places import Files, Place, Places
from provenance.reports.visible import one_line

_PLACE_FIRST = re.compile(r'^.{1,4000}?: (?=the \w[\w ]{0,40} of claim ")', re.DOTALL)
LONGEST_QUOTE = 300
"""Code points of a passage in a message; the documents hold all of it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A finding and where its passages stand."""

    finding: Finding
    a: Place
    b: Place | None
    record: Place | None
    """Where the ledger's record stands, for a finding about one."""
    held: str
    """Why it does not count: waived, known or settled, by whom; empty where it counts."""


def listing(report: Report, files: Files | None = None) -> list[Item]:
    """Every finding with its places: most severe first, then by place, rule and id."""
    places = Places(report, files)
    decisions = {decision.number: decision for decision in report.decisions}
    items = [
        Item(
            finding,
            places.of(finding.a),
            None if finding.b is None else places.of(finding.b),
            places.of_record(finding.place),
            held_or_settled(finding, [decisions[n] for n in (finding.decision,) if n in decisions]),
        )
        for finding in report.findings
    ]
    return sorted(items, key=_rank)


def _rank(item: Item) -> tuple[int, str, int, int, str, str]:
    region = item.a.region
    severity = SEVERITIES.index(item.finding.severity)
    return severity, item.a.uri, region.start_line, region.start_column, item.finding.rule, item.finding.id


def message(finding: Finding) -> str:
    """What a finding says, without the places that the messages about records tell too; no full stop at the end."""
    text = finding.message
    if finding.place:
        text = _PLACE_FIRST.sub("", text.replace(f" ({finding.place})", "", 1), count=1)
    return one_line(text).strip().rstrip(".")


def headline(finding: Finding) -> str:
    """The message with the reasons that it does not tell yet, and a capital."""
    said = message(finding)
    reasons = [r for r in (one_line(reason).strip() for reason in finding.reasons) if r and r not in said]
    text = f"{said} — {'; '.join(reasons)}" if reasons else said
    return text[:1].upper() + text[1:]


def quoted(words: str) -> str:
    """A passage on one line in quotation marks, its own where it has some, cut where it is long, and a full stop."""
    line = one_line(words).strip()
    if len(line) > LONGEST_QUOTE:
        line = f"{line[:LONGEST_QUOTE]}…"
    marked = line if line[:1] in '"“' and line[-1:] in '"”' else f"“{line}”"
    return marked if line.endswith((".", "!", "?", "…")) else f"{marked}."


def sentence(item: Item) -> str:
    """A finding in a line of plain text: what it says, its passage, the other one with its place, and what to do."""
    other = "" if item.finding.b is None or item.b is None else f" {item.b}: {quoted(item.finding.b.quote)}"
    record = "" if item.record is None else f" Recorded in {item.record}."
    told = advice(item.finding)
    todo = f" What to do: {told}" if told else ""
    return f"{headline(item.finding)}.{own_words(item.finding)}{other}{record}{todo}"


def own_words(finding: Finding) -> str:
    """The first passage, after a space; empty where the message quotes all of it."""
    is_told = one_line(finding.a.quote).strip() in message(finding)
    return "" if is_told else f" {quoted(finding.a.quote)}"
