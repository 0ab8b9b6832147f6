"""The page: what needs a person first, the rest folded, cut where a comment could hold no more."""

from collections.abc import Iterator
from typing import Final

from provenance.model import Decision, Fact, Report
from provenance.reports import summary
from provenance.reports.gaps import lines as gap_lines
from provenance.reports.gaps import others
from provenance.reports.held import told
from provenance.reports.markdown import findings, statements
from provenance.reports.markdown.escaping import escape, quoted_start
from provenance.reports.markdown.fitting import Part, fitted
from provenance.reports.markdown.passages import decision
from provenance.reports.places import Files
from provenance.reports.view import View
from provenance.reports.visible import one_line
from provenance.reports.wording import RELATIONS

_MANY_FACTS = 20
"""A longer table is folded."""
LIMIT: Final = 65_536
"""Characters that a comment on GitHub may have."""


def render(report: Report, *, limit: int = LIMIT, files: Files | None = None) -> str:
    """The report as GitHub-flavoured Markdown of at most `limit` code points; its end counts what was left out."""
    view = View(report, files)
    top = "\n".join(_top(view)) + "\n"
    return fitted(top, [*statements.parts(view), *findings.parts(view), *_rest(view)], limit)


def _top(view: View) -> Iterator[str]:
    yield from (f"# {summary.title(view)}", "", _summary(view), "")
    if view.report.notices:
        yield from (*(f"- {escape(told(notice))}" for notice in view.report.notices), "")


def _summary(view: View) -> str:
    parts = summary.parts(view)
    return " · ".join(f"**{p.text}**" if p.relation or p.state or p.is_to_notice else p.text for p in parts)


def _rest(view: View) -> Iterator[Part]:
    if view.facts:
        table = "| Fact | | Values | Documents | Origins |\n|---|---|---|---:|---:|\n"
        blocks = [table, *(f"{_fact(fact)}\n" for fact in view.facts), "\n"]
        yield Part(f"Facts ({len(view.facts)})", blocks, len(blocks), "", len(view.facts) > _MANY_FACTS)
    yield from _lists("Documents", list(_documents(view)))
    yield from _lists("Coverage and warnings", list(_unchecked(view)))
    if view.orphans:
        stale = ("\n".join(_orphan(one, view)) + "\n" for one in view.orphans)
        yield Part(f"Stale decisions ({len(view.orphans)})", stale, len(view.orphans), "stale decision")
    if view.report.checkpoint is not None:
        lines = [one_line(line) for line in view.report.checkpoint.splitlines()]
        yield Part("Journal of decisions, as of this report", ["\n".join(["```", *lines, "```", "", ""])], 1, "", True)


def _lists(heading: str, lines: list[str]) -> Iterator[Part]:
    if lines:
        yield Part(heading, [*(f"{line}\n" for line in lines), "\n"], len(lines) + 1, "", True)


def _fact(fact: Fact) -> str:
    values = " / ".join(escape(value) for value in fact.values)
    label = RELATIONS[fact.relation].label
    return f"| {escape(fact.label)} | {label} | {values} | {len(fact.documents)} | {len(fact.origins)} |"


def _documents(view: View) -> Iterator[str]:
    for source in view.sources:
        imprint = f", {escape(source.imprint)}" if source.imprint else ""
        link = f", <{source.link}>" if source.link and not set(source.link) & set("<>`|\\") else ""
        yield f"{source.number}. {escape(source.label)}{imprint}{link}, SHA-256 `{source.document.sha256[:16]}`"


def _unchecked(view: View) -> Iterator[str]:
    for source in view.sources:
        for warning in source.document.warnings:
            yield f"- {escape(source.label)}: {escape(warning)}"
    yield from (f"- {escape(line)}" for line in gap_lines(view))
    yield from (f"- {escape(key)}: {escape('; '.join(items) or 'none')}" for key, items in others(view))


def _orphan(made: Decision, view: View) -> Iterator[str]:
    yield from (f"### {escape(made.message)}", "")
    for part in made.basis:
        yield from (f"**{escape(view.label(part.document))}**", "", f"> {quoted_start(escape(part.quote))}", "")
    yield from decision(made)
