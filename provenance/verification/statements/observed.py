"""What is to be told of a statement: its state, the speaker that it drops, the sources that say otherwise."""

from collections.abc import Sequence

from provenance.model import Observation, Opposition, SlotComparison, Statement
from provenance.text.quoting import quoted, unpaired

_OPEN = frozenset({"quantity", "time", "name", "wording"})
"""Slots whose words need backup of their own."""


def observe(statement: Statement) -> list[Observation]:
    """What is to be said of one statement; nothing where a source backs it and none says otherwise."""
    return [*_verdict(statement), *_unattributed(statement), *_disputed(statement)]


def _verdict(statement: Statement) -> list[Observation]:
    told = {
        "contradicted": ("contradicted", "a source says otherwise"),
        "partly": ("partly_supported", "only a part of the statement has backup"),
        "unsupported": ("unsupported", "no source backs this statement"),
        "not_checkable": ("not_checkable", "nothing here can be checked"),
    }.get(statement.state)
    if told is None:
        return []
    kind, message = told
    if statement.state in ("unsupported", "not_checkable"):
        return [Observation(kind=kind, message=message, a=statement.span)]  # type: ignore[arg-type]
    passage = statement.passages[0] if statement.passages else None
    reasons = (
        [s for s in statement.slots if s.verdict == "different"]
        or [s for s in statement.slots if s.slot == "modality"]
        or [s for s in statement.slots if s.verdict == "unknown" and s.slot in _OPEN and s.a]
        or [s for s in statement.slots if s.verdict != "unknown" or s.a]
    )
    return [
        Observation(
            kind=kind,  # type: ignore[arg-type]
            message=message,
            reasons=_reasons(statement, reasons),
            a=statement.span,
            b=passage,
            slots=statement.slots,
        )
    ]


def _unattributed(statement: Statement) -> list[Observation]:
    """What the draft states as a fact and its only backup as somebody's words."""
    slot = next((s for s in statement.slots if s.slot == "attribution" and s.b and not s.a), None)
    if slot is None or statement.state not in ("supported", "partly"):
        return []
    message = f"the source gives this as the words of {slot.b}"
    return [
        Observation(
            kind="attribution_dropped",
            message=message,
            reasons=("the draft states it as a fact",),
            a=statement.span,
            b=statement.passages[0],
        )
    ]


def _disputed(statement: Statement) -> list[Observation]:
    return [
        Observation(
            kind="sources_disagree",
            message=f"one source backs this statement, {_many(other)} otherwise",
            reasons=_reasons(statement, [s for s in other.slots if s.verdict == "different"] or other.slots),
            a=statement.span,
            b=other.passage,
            slots=other.slots,
        )
        for other in statement.against
    ]


def _many(against: Opposition) -> str:
    """ "another says", "a newer one and 2 others say"."""
    first = "a newer one" if against.newer else "another"
    if not against.others:
        return f"{first} says"
    more = len(against.others)
    if against.newer:
        return f"{first} and {more} {'other' if more == 1 else 'others'} say"
    return f"{more + 1} others say"


def _reasons(statement: Statement, slots: Sequence[SlotComparison]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_told(statement, slot) for slot in slots))


def _told(statement: Statement, slot: SlotComparison) -> str:
    """ "quantity: “17” here, “19” in the source: two exact values that differ"."""
    if slot.verdict == "unknown" and slot.slot in _OPEN and slot.a and not slot.b:
        return f"no backup for {quoted(slot.a)}"
    sides = [f"{quoted(slot.a)} here"] if slot.a else []
    sides += [f"{quoted(slot.b)} in the source"] if slot.b else []
    if slot.slot == "quotation" or slot.a == statement.span.quote:
        sides = []  # the finding quotes them already
    return ": ".join(part for part in (slot.slot, ", ".join(sides), unpaired(slot.reason, slot.a, slot.b)) if part)
