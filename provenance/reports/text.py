"""Text for a terminal: what needs a person first, never more than a screen per finding; plain when not in colour."""

from collections.abc import Iterable
from io import StringIO
from unicodedata import bidirectional

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from provenance.model import Comparison, Decision, Report, SlotComparison
from provenance.reports import summary, waterfall
from provenance.reports.gaps import lines as gap_lines
from provenance.reports.gaps import others
from provenance.reports.held import held, told
from provenance.reports.marks import Kind
from provenance.reports.view import Entry, Passage, Section, StatementView, View
from provenance.reports.visible import one_line
from provenance.reports.wording import QUOTATIONS, RELATIONS, VERDICTS, decided, humane, number_of, reach

NAME = "text"

MOST_LINES = 8
"""Lines of a terminal that one passage may take, so that a finding fits a screen."""

SHORT_ID = 8
"""Characters of a finding's id that are shown where it can be decided about: enough to name it."""

MOST_VALUES = 5
"""Values without a claim named for each document and kind; the other formats name all."""

_STYLES: dict[Kind, str] = {
    "context": "dim",
    "plain": "",
    "only": "yellow",
    "agrees": "bold green",
    "differs": "bold red",
}
_RELATION_STYLES = {
    "conflicts": "bold red",
    None: "bold yellow",
    "supersedes": "bold cyan",
    "corroborates": "bold green",
}
_STATE_STYLES = {
    "contradicted": "bold red",
    "unsupported": "bold yellow",
    "partly": "bold cyan",
    "supported": "bold green",
}
_VERDICT_STYLES = {"same": "green", "compatible": "green", "different": "bold red", "unknown": "dim"}


def render(
    report: Report,
    *,
    console: Console | None = None,
    width: int | None = None,
    color: bool = False,
    related: bool = False,
) -> str:
    """The report as lines for a terminal.

    With `console`, its width and colours (NO_COLOR, FORCE_COLOR) count; else `width` columns (80), escape codes only
    with `color`. Pairs that are merely related are counted, and shown with `related`.
    """
    out = console or terminal(width, color)
    with out.capture() as capture:
        _write(out, View(report), related)
    return stripped(capture.get())


def render_comparison(
    comparison: Comparison, a: str, b: str, *, explain: bool = False, width: int | None = None, color: bool = False
) -> str:
    """Two statements and the slots that their relation follows from, for a terminal; with `explain`, the waterfall."""
    out = terminal(width, color)
    with out.capture() as capture:
        style = _RELATION_STYLES.get(comparison.relation, "bold")
        label = RELATIONS[comparison.relation].label.upper()
        out.print(Text.assemble((label, style), (f"  score {comparison.score:.2f}", "dim")))
        out.print(Text(RELATIONS[comparison.relation].meaning))
        for name, words in (("A", a), ("B", b)):
            out.print(Padding(Text.assemble((f"{name}  ", "bold"), one_line(words)), (0, 0, 0, 4)))
        _slots(out, comparison.slots, ())
        if explain and comparison.waterfall is not None:
            out.print()
            out.print(waterfall.table(comparison.waterfall))
    return stripped(capture.get())


def terminal(width: int | None, color: bool) -> Console:
    """A console that writes into memory: `width` columns (80), escape codes only with `color`."""
    return Console(
        file=StringIO(),
        width=width or 80,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        _environ={},
    )


def stripped(text: str) -> str:
    """`text` without blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _write(out: Console, view: View, related: bool) -> None:
    if view.sources:
        out.print(_summary(view))
    for notice in view.report.notices:
        out.print(Text.assemble(("! ", "bold yellow"), told(notice)))
    if view.statements:
        _statements(out, view)
    disputed = [fact for fact in view.facts if fact.relation == "conflicts"]
    if disputed:
        _heading(out, "Disputed facts")
        for fact in disputed:
            values = " / ".join(one_line(value) for value in fact.values)
            counted = f"({reach(fact.documents, fact.origins)})"
            line = Text.assemble((one_line(fact.label), "bold"), f": {values}  ", (counted, "dim"))
            out.print(Padding(line, (0, 0, 0, 2)))
    for section in view.sections:
        if related or section.relation not in ("related", "unrelated"):
            _section(out, section, view)
    if not related and (hidden := view.counts["related"] + view.counts["unrelated"]):
        out.print()
        out.print(Text(f"{number_of(hidden, 'related pair')} not shown here.", "dim"))
    _unchecked(out, view)
    _journal(out, view)


def _summary(view: View) -> Text:
    return Text(" · ").join(Text(part.text, _part_style(part)) for part in summary.parts(view))


def _part_style(part: summary.Part) -> str:
    if part.state:
        return _STATE_STYLES.get(part.state, "")
    if part.is_to_notice:
        return _RELATION_STYLES[part.relation]
    return "dim" if part.relation else ""


def _heading(out: Console, title: str) -> None:
    out.print()
    out.print(Rule(Text(title, "bold"), align="left", characters="─", style="dim"))


def _section(out: Console, section: Section, view: View) -> None:
    """The findings, but for those that the statements of a draft have told."""
    entries = [entry for entry in section.entries if entry.finding.id not in view.told]
    if entries:
        _heading(out, f"{section.word.heading} ({len(entries)})")
    for entry in entries:
        out.print()
        _entry(out, entry, view.decisions.get(entry.finding.id), view.report.checkpoint is not None)


def _entry(out: Console, entry: Entry, decision: Decision | None, with_id: bool) -> None:
    finding = entry.finding
    style = _RELATION_STYLES.get(finding.relation, "bold")
    head = Text.assemble(f"{entry.number:>2}  ", (RELATIONS[finding.relation].label.upper(), style))
    score = "" if finding.score is None else f"  score {finding.score:.2f}"
    name = f"  {one_line(finding.id[:SHORT_ID])}" if with_id else ""
    counted = f"  {reach(finding.documents, finding.origins)}" if finding.documents else ""
    head.append(f"  {finding.severity}  {one_line(finding.rule)}{score}{counted}{name}", "dim")
    out.print(head)
    out.print(Padding(Text(one_line(finding.message)), (0, 0, 0, 4)))
    if held(finding):
        out.print(Padding(Text(held(finding), "cyan"), (0, 0, 0, 4)))
    _decision(out, decision)
    for passage in entry.passages:
        _passage(out, passage)
    _slots(out, finding.slots, entry.reasons)


def _decision(out: Console, decision: Decision | None) -> None:
    """What was decided, by whom and why; a stale decision with what has changed."""
    if decision is not None:
        head = Text("decided" if not decision.stale else "was decided", "bold" if not decision.stale else "dim")
        words = f"  {one_line(decided(decision))}"
        out.print(Padding(Text.assemble(head, words), (0, 0, 0, 4)))
        for reason in decision.stale:
            out.print(Padding(Text.assemble(("stale", "bold yellow"), f"  {one_line(reason)}"), (0, 0, 0, 4)))


def _journal(out: Console, view: View) -> None:
    """Decisions about findings that are no more, and the checkpoint."""
    if view.orphans:
        _heading(out, f"Stale decisions ({len(view.orphans)})")
    for decision in view.orphans:
        out.print()
        out.print(Padding(Text.assemble((one_line(decision.message), "bold"), f"  {decision.rule}"), (0, 0, 0, 2)))
        for part in decision.basis:
            out.print(Padding(Text(f"{one_line(view.label(part.document))}: {one_line(part.quote)}"), (0, 0, 0, 4)))
        _decision(out, decision)
    if view.report.checkpoint is not None:
        _heading(out, "Journal of decisions, as of this report")
        for line in view.report.checkpoint.splitlines():
            out.print(Text(f"  {one_line(line)}"), no_wrap=True, overflow="ignore", crop=False)


def _passage(out: Console, passage: Passage) -> None:
    place = Text.assemble("    ", (one_line(passage.source.label if passage.source else passage.document), "bold"))
    if passage.source and passage.source.imprint:
        place.append(f" · {one_line(passage.source.imprint)}")
    place.append(f" · {passage.place}", "dim")
    out.print(place)
    words = Text()
    for piece in passage.pieces:
        words.append(one_line(piece.text), _STYLES[piece.kind])
    lines = words.wrap(out, max(out.width - 8, 20))
    for line in lines[:MOST_LINES]:
        line.rstrip()
        out.print(Text.assemble(("    │ ", "dim"), line), no_wrap=True, overflow="ignore", crop=False)
        if carets := _carets(line):
            out.print(Text.assemble(("    │ ", "dim"), (carets, "red")), no_wrap=True, overflow="ignore", crop=False)
    if len(lines) > MOST_LINES:
        out.print(Text(f"    │ … {number_of(len(lines) - MOST_LINES, 'more line')}", "dim"))


def _carets(line: Text) -> str:
    """Carets under the words that differ; nothing on lines that a terminal may reorder (right to left)."""
    if any(bidirectional(character) in ("R", "AL", "AN") for character in line.plain):
        return ""
    under = ""
    for span in sorted(line.spans):
        if span.style == _STYLES["differs"]:
            under = under.ljust(cell_len(line.plain[: span.start]))
            under += "^" * cell_len(line.plain[span.start : span.end].rstrip())
    return under


def _slots(out: Console, slots: Iterable[SlotComparison], reasons: Iterable[str]) -> None:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column()
    silent = []
    for slot in slots:
        if slot.verdict == "unknown" and not (slot.a and slot.b):
            silent.append(humane(one_line(slot.slot)))
            continue
        sign, word = VERDICTS[slot.verdict]
        line = Text(f"{one_line(slot.a)} {sign} {one_line(slot.b)}" if slot.a or slot.b else "")
        if slot.reason:
            line.append(f"{'  ' if line else ''}{one_line(slot.reason)}", "dim")
        grid.add_row(Text(humane(one_line(slot.slot))), Text(word, _VERDICT_STYLES[slot.verdict]), line)
    if silent:
        grid.add_row(Text("not said", "dim"), "", Text(", ".join(silent), "dim"))
    for reason in reasons:
        grid.add_row(Text("because", "dim"), "", Text(one_line(reason)))
    if grid.row_count:
        out.print(Padding(grid, (0, 0, 0, 4)))


def _statements(out: Console, view: View) -> None:
    _heading(out, f"Statements of the draft ({len(view.statements)})")
    for one in view.statements_by_need:
        if one.statement.state != "not_checkable":
            out.print()
            _statement(out, one, view)


def _statement(out: Console, one: StatementView, view: View) -> None:
    state = one.statement.state
    head = Text.assemble(f"{one.number:>2}  ", (one.word.label.upper(), _STATE_STYLES.get(state, "")))
    for finding in one.findings:
        name = f"  {one_line(finding.id[:SHORT_ID])}" if view.report.checkpoint is not None else ""
        head.append(f"  {finding.severity}  {one_line(finding.rule)}{name}", "dim")
    out.print(head)
    for finding in one.findings:
        if held(finding):
            out.print(Padding(Text(held(finding), "cyan"), (0, 0, 0, 4)))
        _decision(out, view.decisions.get(finding.id))
    _passage(out, one.passage)
    for passage in one.backup[:1]:
        _passage(out, passage)
    if len(one.backup) > 1:
        out.print(Text(f"    and {number_of(len(one.backup) - 1, 'further passage')}", "dim"))
    _slots(out, one.statement.slots, ())
    for quotation in one.statement.quotations:
        words = f"“{one_line(quotation.span.quote)}”: {QUOTATIONS[quotation.state]}"
        details = "; ".join(one_line(difference) for difference in quotation.differences)
        out.print(
            Padding(
                Text.assemble(("quotation  ", "dim"), words, (f"  {details}" if details else "", "dim")), (0, 0, 0, 4)
            )
        )


def _unchecked(out: Console, view: View) -> None:
    lines = [f"{source.label}: {warning}" for source in view.sources for warning in source.document.warnings]
    lines += gap_lines(view, MOST_VALUES)
    lines += [f"{key}: {'; '.join(items) or 'none'}" for key, items in others(view)]
    if lines:
        _heading(out, "Coverage and warnings")
        for line in lines:
            out.print(Padding(Text(one_line(line)), (0, 0, 0, 2)))
