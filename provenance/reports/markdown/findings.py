"""Findings as Markdown."""

from collections.abc import Iterator, Sequence

from provenance.model import Decision, Severity
from provenance.reports.advice import advice
from provenance.reports.held import held
from provenance.reports.listing import message
from provenance.reports.markdown.escaping import escape
from provenance.reports.markdown.fitting import Part
from provenance.reports.markdown.passages import decision, passage, slots
from provenance.reports.view import Entry, View
from provenance.reports.wording import RELATIONS, reach

_FOLDED: frozenset[Severity] = frozenset(("info",))
"""Findings that ask nobody to do anything."""


def parts(view: View) -> Iterator[Part]:
    """The findings that no statement of a draft tells, by relation."""
    for section in view.sections:
        entries = [entry for entry in section.entries if entry.finding.id not in view.told]
        if entries:
            is_folded = all(entry.finding.severity in _FOLDED for entry in entries)
            heading = f"{section.word.heading} ({len(entries)})"
            blocks = _blocks(entries, view)
            yield Part(heading, blocks, len(entries), "finding", is_folded)


def _blocks(entries: Sequence[Entry], view: View) -> Iterator[str]:
    for entry in entries:
        yield "\n".join(_lines(entry, view.decisions.get(entry.finding.id))) + "\n"


def _lines(entry: Entry, made: Decision | None) -> Iterator[str]:
    finding = entry.finding
    yield from (f"### {entry.number}. {escape(message(finding))}", "")
    score = "" if finding.score is None else f" · score {finding.score:.2f}"
    kind = f"{RELATIONS[finding.relation].label} · {finding.severity} · {escape(finding.rule)}"
    counted = f" · {reach(finding.documents, finding.origins)}" if finding.documents else ""
    yield from (f"{kind}{score}{counted} · finding {escape(short(finding.id))}", "")
    if held(finding):
        yield from (f"**Does not count:** {escape(held(finding))}", "")
    yield from decision(made)
    for shown in entry.passages:
        yield from passage(shown)
    if advised := advice(finding):
        yield from (f"Next: {escape(advised)}", "")
    yield from slots(finding.slots)
    if entry.reasons:
        yield from (*(f"- {escape(reason)}" for reason in entry.reasons), "")


def short(id_: str) -> str:
    """As much of a finding's id as names it."""
    return id_[:12]
