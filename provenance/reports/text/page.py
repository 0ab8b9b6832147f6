"""The text report as a whole: counts, notices, statements, findings, what was not checked, the journal."""

from rich.console import Console
from rich.text import Text

from provenance.model import Comparison, Report
from provenance.reports import summary, waterfall
from provenance.reports.held import held, told
from provenance.reports.places import Files
from provenance.reports.text import coverage, findings, slots, statements
from provenance.reports.text.canvas import RELATIONS as STYLES
from provenance.reports.text.canvas import STATES, as_is, cut, heading, indented, stripped, terminal
from provenance.reports.view import View
from provenance.reports.visible import one_line
from provenance.reports.wording import RELATIONS, number_of, reach

_MOST_NOTICES = 8
"""Notices shown; the other formats hold all."""
_MOST_FACTS = 20


def render(
    report: Report,
    *,
    console: Console | None = None,
    width: int | None = None,
    color: bool = False,
    related: bool = False,
    files: Files | None = None,
) -> str:
    """The report as lines for a terminal.

    With `console`, its width and colours (NO_COLOR, FORCE_COLOR) count; else `width` columns (80), escape codes only
    with `color`. Pairs that are merely related are counted, and shown with `related`.
    """
    out = console or terminal(width, color)
    with out.capture() as capture:
        _write(out, View(report, files), related)
    return stripped(capture.get())


def render_comparison(
    comparison: Comparison, a: str, b: str, *, explain: bool = False, width: int | None = None, color: bool = False
) -> str:
    """Two statements and the slots that their relation follows from, for a terminal; with `explain`, the waterfall."""
    out = terminal(width, color)
    with out.capture() as capture:
        word = RELATIONS[comparison.relation]
        label = (word.label.upper(), STYLES[comparison.relation])
        out.print(Text.assemble(label, (f"  score {comparison.score:.2f}", "dim")))
        out.print(Text(word.meaning))
        for name, words in (("A", a), ("B", b)):
            indented(out, Text.assemble((f"{name}  ", "bold"), one_line(words)))
        slots.show(out, comparison.slots)
        if explain and comparison.waterfall is not None:
            out.print()
            out.print(waterfall.table(comparison.waterfall))
    return stripped(capture.get())


def _write(out: Console, view: View, related: bool) -> None:
    if view.sources or not view.report.notices:
        out.print(_summary(view))
    _notices(out, view)
    statements.show(out, view)
    _disputed(out, view)
    for section in view.sections:
        if related or section.relation not in ("related", "unrelated"):
            findings.section(out, section, view)
    if not related and (hidden := view.counts["related"] + view.counts["unrelated"]):
        out.print()
        out.print(Text(f"{number_of(hidden, 'related pair')} not shown here.", "dim"))
    coverage.show(out, view)
    _journal(out, view)
    _help(out, view)


def _summary(view: View) -> Text:
    return Text(" · ").join(Text(part.text, _style(part)) for part in summary.parts(view))


def _style(part: summary.Part) -> str:
    if part.state:
        return STATES[part.state]
    if part.is_to_notice:
        return STYLES[part.relation]
    return "dim" if part.relation else ""


def _notices(out: Console, view: View) -> None:
    notices = view.report.notices
    for notice in notices[:_MOST_NOTICES]:
        out.print(Text.assemble(("! ", "bold yellow"), told(notice)))
    if len(notices) > _MOST_NOTICES:
        out.print(Text(f"! … and {len(notices) - _MOST_NOTICES:,} more like these", "bold yellow"))


def _disputed(out: Console, view: View) -> None:
    """Facts with more than one value, each on a line: what the conflicts are about."""
    disputed = [fact for fact in view.facts if fact.relation == "conflicts"]
    if disputed:
        heading(out, f"Disputed facts ({len(disputed)})")
    for fact in disputed[:_MOST_FACTS]:
        label = one_line(fact.label)
        values = [one_line(value) for value in fact.values]
        said = "" if all(value in label for value in values) else f": {' / '.join(values)}"
        counted = f"({reach(fact.documents, fact.origins)})"
        indented(out, Text.assemble((label, "bold"), f"{said}  ", (counted, "dim")), by=2)
    if len(disputed) > _MOST_FACTS:
        indented(out, Text(f"… and {len(disputed) - _MOST_FACTS:,} more", "dim"), by=2)


def _journal(out: Console, view: View) -> None:
    """Decisions about findings that are no more, and the checkpoint."""
    if view.orphans:
        heading(out, f"Stale decisions ({len(view.orphans)})")
    for decision in view.orphans:
        out.print()
        indented(out, Text.assemble((one_line(decision.message), "bold"), f"  {decision.rule}"), by=2)
        for part in decision.basis:
            indented(out, Text(f"{one_line(view.label(part.document))}: {cut(one_line(part.quote), 300)}"))
        findings.decision(out, decision)
    if view.report.checkpoint is not None:
        heading(out, "Journal of decisions, as of this report")
        for line in view.report.checkpoint.splitlines():
            as_is(out, Text(f"  {one_line(line)}"))


def _help(out: Console, view: View) -> None:
    """How to read on, where something is to be done."""
    open_ = [f for f in view.report.findings if f.severity in ("error", "warning") and not held(f)]
    if open_:
        out.print()
        first = one_line(open_[0].rule)
        out.print(
            Text(f"`provenance explain {first}` says what a rule means; the 8 digits behind it name a finding.", "dim")
        )
