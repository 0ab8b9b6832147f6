"""How much of a draft has backup: its figures, dates, names and quotations, by kind."""

from collections.abc import Sequence
from typing import Any

from provenance.extraction.inventory import Values
from provenance.model import Quotation, Span, Statement
from provenance.text.overlaps import Overlaps

_BACKED = ("supported", "partly", "contradicted")
"""States whose passage was found: what no slot speaks against stands in it."""

_COMPARED = ("quantity", "time", "place", "actor")
"""Slots of compared claims that list values of the draft."""


def coverage(values: Values, statements: Sequence[Statement], quotations: Sequence[Quotation]) -> dict[str, Any]:
    """For each kind of value of the draft: how many have backup, and those that have none.

    Shape: {kind: {"backed": int, "unbacked": [{"start", "end", "quote"}]}}. A quotation has backup when it is verbatim,
    a value when it stands in a statement with a passage and no slot names it as different or open.
    """
    verbatim = Overlaps(q.span for q in quotations if q.state == "verbatim")
    places = Overlaps(s.span for s in statements)
    kinds: dict[str, Sequence[Span]] = {
        "figures": [q.span for q in values.quantities],
        "dates": [t.span for t in values.times],
        "names": [n.span for n in values.names],
        "quotations": values.quoted,
    }
    found = {}
    for kind, spans in kinds.items():
        if kind == "quotations":
            open_ = [s for s in spans if not verbatim.with_span(s)]
        else:
            open_ = [s for s in spans if not any(_backs(statements[n], s) for n in places.with_span(s))]
        found[kind] = {"backed": len(spans) - len(open_), "unbacked": [_shown(s) for s in open_]}
    return found


def _backs(statement: Statement, value: Span) -> bool:
    if statement.state not in _BACKED or not _holds(statement.span, value):
        return False
    if any(slot.slot == "measure" for slot in statement.slots):  # from claims, where only what was compared is known
        return statement.state == "supported" or any(
            s.slot in _COMPARED and s.verdict in ("same", "compatible") and value.quote in _listed(s.a)
            for s in statement.slots
        )
    against = [s.a for s in statement.slots if s.verdict in ("different", "unknown") and s.a and s.slot != "quotation"]
    return not any(value.quote in words or words in value.quote for words in against)


def _listed(values: str) -> list[str]:
    """The values of a slot as the draft writes them: "12 March, Tuesday (2024-03-12)" without the day read of one."""
    return [words.partition(" (")[0] for words in (values, *values.split(", "))]


def _holds(statement: Span, value: Span) -> bool:
    return statement.document == value.document and statement.start <= value.start < statement.end


def _shown(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "quote": span.quote}
