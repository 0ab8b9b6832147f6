"""Findings for a terminal: what it is, the passages, why, and what to do next; none longer than a screen."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from textwrap import shorten

from rich.console import Console
from rich.text import Text

from provenance.model import Decision, Finding
from provenance.policy import rules
from provenance.reports.advice import advice
from provenance.reports.held import held
from provenance.reports.marks import Kind, Piece, pieces, word_marks
from provenance.reports.text import passages, slots
from provenance.reports.text.canvas import RELATIONS as STYLES
from provenance.reports.text.canvas import SHORT_ID, heading, indented
from provenance.reports.text.passages import Quote, quote
from provenance.reports.view import Entry, Section, View
from provenance.reports.visible import one_line
from provenance.reports.wording import RELATIONS, decided, number_of, reach

_FEW = 10
"""Agreements that are all shown at length."""
_SHORT = 72
_SURE = 0.6
"""Score below which an agreement is weak."""


def section(out: Console, found: Section, view: View) -> None:
    """The findings of one relation, but for those that the statements of a draft have told."""
    entries = [entry for entry in found.entries if entry.finding.id not in view.told]
    if entries:
        heading(out, f"{found.word.heading} ({len(entries)})")
    brief = _repeating(entries, view) if found.relation == "corroborates" and len(entries) > _FEW else set()
    for entry in (entry for entry in entries if entry.number not in brief):
        out.print()
        _entry(out, entry, view)
    if brief:
        out.print()
        more = number_of(len(brief), "more agreement")
        out.print(Text(f"{more}: of facts told above, of one origin, or weak", "bold"))
    for entry in (entry for entry in entries if entry.number in brief):
        _brief(out, entry)


def _repeating(entries: Sequence[Entry], view: View) -> set[int]:
    """The numbers of agreements that add little: of a fact that an earlier one tells, of one origin, or weak."""
    facts: dict[str, set[str]] = defaultdict(set)
    for fact in view.facts:
        for claim in fact.claims:
            facts[claim].add(fact.id)
    told: set[str] = set()
    found = set()
    for entry in entries:
        finding = entry.finding
        of = min(set.intersection(*(facts[claim] for claim in finding.claims)), default=finding.id)
        if of in told or len(finding.origins) < 2 or (finding.score or 0.0) < _SURE:
            found.add(entry.number)
        else:
            told.add(of)
    return found


def _brief(out: Console, entry: Entry) -> None:
    """One agreement in short: what one passage says, and where both stand."""
    finding = entry.finding
    places = " = ".join(quote(passage).place for passage in entry.passages)
    said = shorten(one_line(finding.a.quote), _SHORT, placeholder="…")
    tail = f"  {places}  score {finding.score or 0.0:.2f}  {one_line(finding.id[:SHORT_ID])}"
    indented(out, Text.assemble(said, (tail, "dim")), by=0, head=Text(f"{entry.number:>2}  "))


def name(finding: Finding) -> Text:
    """Severity, rule, score, reach and id, on the line of the label: what one looks up, waives or decides by."""
    score = "" if finding.score is None else f"  score {finding.score:.2f}"
    counted = f"  {reach(finding.documents, finding.origins)}" if finding.documents else ""
    id_ = one_line(finding.id[:SHORT_ID])
    return Text(f"  {finding.severity}  {one_line(finding.rule)}{score}{counted}  {id_}", "dim")


def let_stand(out: Console, finding: Finding, view: View) -> None:
    """Why it does not count, and what was decided about it."""
    if held(finding):
        indented(out, Text(held(finding), "cyan"))
    decision(out, view.decisions.get(finding.id))


def decision(out: Console, made: Decision | None) -> None:
    """What was decided, by whom and why; a stale decision with what has changed."""
    if made is None:
        return
    head = Text("was decided" if made.stale else "decided", "dim" if made.stale else "bold")
    indented(out, Text.assemble(head, f"  {one_line(decided(made))}"))
    for reason in made.stale:
        indented(out, Text.assemble(("stale", "bold yellow"), f"  {one_line(reason)}"))


def next_step(out: Console, advice: str) -> None:
    """What to do about it, where somebody should."""
    if advice:
        indented(out, Text(advice), head=Text("next  ", "dim"))


def _entry(out: Console, entry: Entry, view: View) -> None:
    finding = entry.finding
    head = Text.assemble(f"{entry.number:>2}  ", (_label(finding), STYLES[finding.relation]), name(finding))
    out.print(head)
    if not (finding.place and finding.slots):
        indented(out, Text(one_line(finding.message)))
    let_stand(out, finding, view)
    if finding.place and finding.slots:
        _of_record(out, entry)
    else:
        passages.show(out, [quote(passage) for passage in entry.passages])
        slots.show(out, finding.slots, entry.reasons)
    next_step(out, advice(finding))


def _label(finding: Finding) -> str:
    """The relation, or what the rule is called."""
    rule = rules.rule(finding.rule)
    if finding.relation is None and rule is not None:
        return rule.name.replace("-", " ").upper()
    return RELATIONS[finding.relation].label.upper()


def _of_record(out: Console, entry: Entry) -> None:
    """What a claim of the ledger says, and its source today."""
    finding, passage = entry.finding, entry.passages[0]
    claim = one_line(f'claim "{finding.claims[0]}"') if finding.claims else ""
    recorded = Quote("recorded", claim, "", one_line(finding.place), ())
    source = quote(passage, "source")
    edited = next((slot for slot in finding.slots if slot.slot == "passage" and slot.a and slot.b), None)
    if edited is not None:
        only_a, only_b = word_marks(edited.a, edited.b)
        recorded = replace(recorded, pieces=_marked(edited.a, only_a))
        source = replace(source, pieces=_marked(edited.b, only_b))
    passages.show(out, (recorded, source))
    slots.show(out, () if edited else finding.slots, finding.reasons if edited else ())


def _marked(text: str, only: list[tuple[int, int, Kind]]) -> tuple[Piece, ...]:
    return pieces(text, (0, len(text)), [(start, end, "differs") for start, end, _ in only])
