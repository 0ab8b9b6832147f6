"""Markdown: for a pull request or a wiki, and readable as it stands; nothing in a source can format or mention."""

import re
from collections.abc import Iterable, Iterator

from provenance.model import Decision, Fact, Report, SlotComparison
from provenance.reports import summary
from provenance.reports.gaps import lines as gap_lines
from provenance.reports.gaps import others
from provenance.reports.held import held, told
from provenance.reports.view import Entry, Passage, StatementView, View
from provenance.reports.visible import one_line
from provenance.reports.wording import QUOTATIONS, RELATIONS, VERDICTS, decided, humane, reach

NAME = "markdown"

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#\w])")
# Hosts make links of these in plain words, where a backslash does not help; an invisible break as an entity does.
_LIVE = re.compile(r"@(?=\w)|#(?=\d)|(?<=GH-)(?=\d)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|:(?=[\w+-]{1,40}:)", re.IGNORECASE)
_AT_START = re.compile(r"^(\s*)(#|\+|-|=|\d+(?=[.)]))")
_BREAK = "&#8203;"


def escape(text: str) -> str:
    """`text` on one line as words alone: no markup, HTML, table cell, link, mention, issue number or emoji code."""
    words = _MARKUP.sub(lambda match: "\\" + match.group(), one_line(text))
    return _LIVE.sub(lambda match: match.group() + _BREAK, words)


def render(report: Report) -> str:
    """The report as GitHub-flavoured Markdown."""
    return "\n".join(_lines(View(report))).rstrip("\n") + "\n"


def _lines(view: View) -> Iterator[str]:
    yield from (f"# {summary.title(view)}", "", _summary(view), "")
    if view.report.notices:
        yield from (*(f"- {escape(told(notice))}" for notice in view.report.notices), "")
    if view.statements:
        yield from _statements(view)
    for section in view.sections:
        yield from (f"## {section.word.heading} ({len(section.entries)})", "", section.word.meaning, "")
        for entry in section.entries:
            yield from _entry(entry, view.decisions.get(entry.finding.id))
    if view.facts:
        yield from ("## Facts", "", "| Fact | | Values | Documents | Origins |", "|---|---|---|---:|---:|")
        yield from (_fact(fact) for fact in view.facts)
        yield ""
    yield from _documents(view)
    yield from _unchecked(view)
    yield from _journal(view)


def _summary(view: View) -> str:
    parts = summary.parts(view)
    return " · ".join(f"**{p.text}**" if p.relation or p.state or p.is_to_notice else p.text for p in parts)


def _decision(decision: Decision | None) -> Iterator[str]:
    if decision is not None:
        word = "Decided" if not decision.stale else "Was decided"
        yield from (f"**{word}:** {escape(decided(decision))}", "")
        if decision.stale:
            yield from (f"**Stale:** {escape('; '.join(decision.stale))}", "")


def _journal(view: View) -> Iterator[str]:
    if view.orphans:
        yield from (f"## Stale decisions ({len(view.orphans)})", "")
    for decision in view.orphans:
        yield from (f"### {escape(decision.message)}", "")
        for part in decision.basis:
            yield from (f"**{escape(view.label(part.document))}**", "", f"> {_quoted_start(escape(part.quote))}", "")
        yield from _decision(decision)
    if view.report.checkpoint is not None:
        lines = [one_line(line) for line in view.report.checkpoint.splitlines()]
        yield from ("## Journal of decisions, as of this report", "", "```", *lines, "```", "")


def _entry(entry: Entry, decision: Decision | None) -> Iterator[str]:
    finding = entry.finding
    yield from (f"### {entry.number}. {escape(finding.message)}", "")
    score = "" if finding.score is None else f" · score {finding.score:.2f}"
    kind = f"{RELATIONS[finding.relation].label} · {finding.severity} · {escape(finding.rule)}"
    counted = f" · {reach(finding.documents, finding.origins)}" if finding.documents else ""
    yield from (f"{kind}{score}{counted} · finding {escape(finding.id)}", "")
    if held(finding):
        yield from (f"**Does not count:** {escape(held(finding))}", "")
    yield from _decision(decision)
    for passage in entry.passages:
        yield from _passage(passage)
    yield from _slots(finding.slots)
    if entry.reasons:
        yield from (*(f"- {escape(reason)}" for reason in entry.reasons), "")


def _passage(passage: Passage) -> Iterator[str]:
    name = escape(passage.source.label if passage.source else passage.document)
    imprint = f" · {escape(passage.source.imprint)}" if passage.source and passage.source.imprint else ""
    place = f" · {passage.place}" if passage.source else ""
    yield from (f"**{name}**{imprint}{place}", "")
    words = "".join(_marked(piece.text, piece.kind == "differs") for piece in passage.pieces)
    yield from (f"> {_quoted_start(words)}", "")


def _marked(text: str, differs: bool) -> str:
    return f"**{escape(text)}**" if differs and text.strip() == text else escape(text)


def _quoted_start(words: str) -> str:
    """The start of a line made of escaped pieces."""
    match = _AT_START.match(words)
    if match is None:
        return words
    place = match.end() if match.group(2).isdigit() else match.start(2)
    return words[:place] + "\\" + words[place:]


def _slots(slots: Iterable[SlotComparison]) -> Iterator[str]:
    rows = [
        f"| {escape(humane(slot.slot))} | {escape(slot.a) or '—'} | {escape(slot.b) or '—'} "
        f"| {' '.join(VERDICTS[slot.verdict])} | {escape(slot.reason)} |"
        for slot in slots
    ]
    if rows:
        yield from ("| | first | second | | why |", "|---|---|---|---|---|", *rows, "")


def _statements(view: View) -> Iterator[str]:
    yield from (f"## Statements of the draft ({len(view.statements)})", "")
    for one in view.statements_by_need:
        if one.statement.state != "not_checkable":
            yield from _statement(one)
            for finding in one.findings:
                yield from _decision(view.decisions.get(finding.id))


def _statement(one: StatementView) -> Iterator[str]:
    yield from (f"### Statement {one.number}: {one.word.label.lower()}", "")
    yield from _passage(one.passage)
    if one.backup:
        yield from ("Backup:", "")
    for passage in one.backup:
        yield from _passage(passage)
    yield from _slots(one.statement.slots)
    for quotation in one.statement.quotations:
        details = "".join(f"; {escape(difference)}" for difference in quotation.differences)
        yield f"- quotation “{escape(quotation.span.quote)}”: {QUOTATIONS[quotation.state]}{details}"
    if one.statement.quotations:
        yield ""


def _fact(fact: Fact) -> str:
    values = " / ".join(escape(value) for value in fact.values)
    label = RELATIONS[fact.relation].label
    return f"| {escape(fact.label)} | {label} | {values} | {len(fact.documents)} | {len(fact.origins)} |"


def _documents(view: View) -> Iterator[str]:
    if not view.sources:
        return
    yield from ("## Documents", "")
    for source in view.sources:
        imprint = f", {escape(source.imprint)}" if source.imprint else ""
        link = f", <{source.link}>" if source.link and not set(source.link) & set("<>`|\\") else ""
        yield f"{source.number}. {escape(source.label)}{imprint}{link}, SHA-256 `{source.document.sha256[:16]}`"
    yield ""


def _unchecked(view: View) -> Iterator[str]:
    lines = [
        f"- {escape(source.label)}: {escape(warning)}"
        for source in view.sources
        for warning in source.document.warnings
    ]
    lines += [f"- {escape(line)}" for line in gap_lines(view)]
    lines += [f"- {escape(key)}: {escape('; '.join(items) or 'none')}" for key, items in others(view)]
    if lines:
        yield from ("## Coverage and warnings", "", *lines, "")
