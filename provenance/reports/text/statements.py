"""The statements of a draft for a terminal: what needs a hand in full, what has backup in two lines each."""

from rich.console import Console
from rich.text import Text

from provenance.model import Quotation
from provenance.model.report import Opposition
from provenance.reports import advice
from provenance.reports.text import passages, slots
from provenance.reports.text.canvas import INDENT, STATES, as_is, cut, heading, indented
from provenance.reports.text.findings import let_stand, name, next_step
from provenance.reports.text.passages import quote
from provenance.reports.view import StatementView, View
from provenance.reports.visible import one_line
from provenance.reports.wording import QUOTATIONS, number_of
from provenance.reports.wording import STATES as WORDS

_OTHERWISE = 3
"""Sources shown that say otherwise than the one that backs a statement."""


def show(out: Console, view: View) -> None:
    """Every statement that can be checked, by state."""
    for state, word in WORDS.items():
        found = [one for one in view.statements if one.statement.state == state]
        if not found or state == "not_checkable":
            continue
        heading(out, f"{word.heading} ({len(found)})")
        brief = [one for one in found if state == "supported" and not one.findings]
        for one in found:
            if one not in brief:
                out.print()
                _full(out, one, view)
        if brief:
            out.print()
        for one in brief:
            _brief(out, one)


def _full(out: Console, one: StatementView, view: View) -> None:
    head = Text.assemble(f"{one.number:>2}  ", (one.word.label.upper(), STATES[one.statement.state]))
    told = advice.told(one, view)
    for finding in told[:1]:
        head.append_text(name(finding))
    out.print(head)
    for finding in told[:1]:
        if not advice.is_of_state(finding, one):
            indented(out, Text(one_line(finding.message)))
        let_stand(out, finding, view)
    role = "nearest" if one.statement.state == "unsupported" else "source"
    passages.show(out, [quote(one.passage, "draft"), *(quote(passage, role) for passage in one.backup[:1])])
    if not one.backup:
        indented(out, Text("no passage of the sources is like it", "dim"))
    elif len(one.backup) > 1:
        indented(out, Text(f"and {number_of(len(one.backup) - 1, 'further passage')}", "dim"))
    shown = [slot for slot in one.statement.slots if slot.slot != "quotation" and slot not in one.open]
    slots.show(out, shown, told={one.statement.span.quote, *(span.quote for span in one.statement.passages)})
    if one.unbacked:
        indented(out, Text(one.unbacked), head=Text("no backup for  ", "dim"))
    for opposition in one.statement.against[:_OTHERWISE]:
        _opposition(out, opposition, view)
    for quotation in one.statement.quotations:
        _quotation(out, quotation)
    for finding in told[1:]:
        indented(out, Text.assemble(("also", "bold"), name(finding), f"  {one_line(finding.message)}"))
        let_stand(out, finding, view)
    next_step(out, advice.of_statement(one, view))


def _brief(out: Console, one: StatementView) -> None:
    """The statement and where its backup stands, a line each."""
    width = out.width - INDENT
    words = one_line(one.statement.span.quote).strip()
    as_is(out, Text(f"{one.number:>2}  {cut(words, width)}"))
    for passage in one.backup[:1]:
        backed = quote(passage)
        place = cut(backed.place, width - 4)
        room = width - len(place) - 4
        said = f" {cut(one_line(passage.span.quote).strip(), room)}" if room >= 20 else ""
        as_is(out, Text.assemble("    ← ", (place, "cyan"), (said, "dim")))


def _opposition(out: Console, one: Opposition, view: View) -> None:
    """A source that says otherwise beside the one that backs."""
    source = view.by_id.get(one.passage.document)
    where = source.where(one.passage).of(source.document.path or source.document.id) if source else ""
    words = cut(one_line(one.passage.quote), 200)
    indented(out, Text.assemble(("but", "bold red"), f"  “{words}”  ", (one_line(where), "cyan")))
    slots.show(out, [slot for slot in one.slots if slot.verdict == "different"])


def _quotation(out: Console, quotation: Quotation) -> None:
    words = f"“{cut(one_line(quotation.span.quote), 120)}”: {QUOTATIONS[quotation.state]}"
    details = "; ".join(one_line(difference) for difference in quotation.differences)
    line = Text.assemble(words, (f"  {details}" if details else "", "dim"))
    indented(out, line, head=Text("quotation  ", "dim"))
