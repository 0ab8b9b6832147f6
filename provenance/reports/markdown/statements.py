"""Statements of a draft as Markdown: those that need a hand open, the others folded."""

from collections.abc import Iterator, Sequence
from typing import Final

from provenance.model import Finding, StatementState
from provenance.reports import advice
from provenance.reports.held import held
from provenance.reports.markdown.escaping import escape
from provenance.reports.markdown.findings import short
from provenance.reports.markdown.fitting import Part
from provenance.reports.markdown.passages import decision, passage, slots, words
from provenance.reports.view import StatementView, View
from provenance.reports.wording import QUOTATIONS, number_of

_OPEN: Final[frozenset[StatementState]] = frozenset(("contradicted", "unsupported", "partly"))
MOST_BACKUP: Final = 2
"""Passages shown behind a statement; the best ones."""


def parts(view: View) -> Iterator[Part]:
    """Statements that need a hand, then those that are supported; those with nothing to check are left out."""
    ordered = [one for one in view.statements_by_need if one.statement.state != "not_checkable"]
    needy: list[StatementView] = []
    supported: list[StatementView] = []
    for one in ordered:
        (needy if one.statement.state in _OPEN or _told(one, view) else supported).append(one)
    for heading, chosen, is_folded in (("Statements to look at", needy, False), ("Supported", supported, True)):
        if chosen:
            yield Part(f"{heading} ({len(chosen)})", _blocks(chosen, view), len(chosen), "statement", is_folded)


def _told(one: StatementView, view: View) -> list[Finding]:
    """The findings about a statement and about the quotations in it that ask for something."""
    spans = {one.statement.span, *(quotation.span for quotation in one.statement.quotations)}
    return [finding for span in spans for finding in view.about(span) if finding.severity != "info"]


def _blocks(chosen: Sequence[StatementView], view: View) -> Iterator[str]:
    for one in chosen:
        yield "\n".join(_lines(one, view)) + "\n"


def _lines(one: StatementView, view: View) -> Iterator[str]:
    source = one.passage.source
    where = f" · {escape(source.document.path or source.label)}, {one.passage.place}" if source else ""
    yield from (f"### Statement {one.number}: {one.word.label.lower()}{where}", "", f"> {words(one.passage)}", "")
    found = sorted(_told(one, view), key=lambda finding: (finding.rule, finding.id))
    for finding in found:
        kind = f"{finding.severity} · {escape(finding.rule)}"
        yield f"- {kind} · {escape(finding.message)} · finding {escape(short(finding.id))}"
        if held(finding):
            yield f"  - **does not count:** {escape(held(finding))}"
    if one.unbacked:
        yield f"- no backup for {escape(one.unbacked)}"
    for quotation in one.statement.quotations:
        details = "".join(f"; {escape(difference)}" for difference in quotation.differences)
        yield f"- quotation “{escape(quotation.span.quote)}”: {QUOTATIONS[quotation.state]}{details}"
    if found or one.unbacked or one.statement.quotations:
        yield ""
    for finding in found:
        yield from decision(view.decisions.get(finding.id))
    if advised := advice.of_statement(one, view):
        yield from (f"Next: {escape(advised)}", "")
    for shown in one.backup[:MOST_BACKUP]:
        yield from passage(shown)
    if len(one.backup) > MOST_BACKUP:
        yield from (f"and {number_of(len(one.backup) - MOST_BACKUP, 'further passage')}", "")
    for other, shown in one.against:
        yield from (f"**But {'a newer' if other.newer else 'another'} source says otherwise:**", "")
        yield from passage(shown)
    yield from slots(one.statement.slots, "draft", "source")
