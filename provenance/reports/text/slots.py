"""Why a finding is one: each slot's two values and what their comparison gave, what differs first."""

from collections.abc import Collection, Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from provenance.model import SlotComparison
from provenance.reports.text.canvas import VERDICTS as STYLES
from provenance.reports.text.canvas import cut, indented
from provenance.reports.visible import one_line
from provenance.reports.wording import VERDICTS, humane
from provenance.text.quoting import unpaired

_ORDER = ("different", "same", "compatible", "unknown")
_LONGEST = 60
"""Code points of a value shown; the other formats show all of it."""
_WHOLE = 100
"""Code points of a reason shown."""


def show(
    out: Console, slots: Sequence[SlotComparison], reasons: Iterable[str] = (), told: Collection[str] = ()
) -> None:
    """A line for each slot that both sides speak of, one for those that a side is silent about, one for each reason.

    A doubt of the source that the draft drops has its own line: the silence is what somebody must see. Of a slot that
    is given twice the first tells it; values that are `told` already, as whole passages, are not told again.
    """
    rows: list[tuple[Text, Text, Text]] = []
    silent, seen = [], set()
    for slot in sorted(slots, key=lambda slot: _ORDER.index(slot.verdict)):
        called = humane(one_line(slot.slot))
        if slot.verdict == "unknown" and not (slot.a and slot.b) and slot.slot != "modality":
            silent.append(called)
        elif slot.a or slot.b or slot.slot not in seen:
            verdict = Text(VERDICTS[slot.verdict][1], STYLES[slot.verdict])
            rows.append((Text(called), verdict, _line(slot, told)))
            seen.add(slot.slot)
    unsaid = [called for called in dict.fromkeys(silent) if called not in {row[0].plain for row in rows}]
    if unsaid:
        rows.append((Text("not said", "dim"), Text(), Text(", ".join(unsaid), "dim")))
    rows += [(Text("because", "dim"), Text(), Text(one_line(reason))) for reason in reasons]
    names, verdicts = (max((cell_len(row[n].plain) for row in rows), default=0) for n in (0, 1))
    for name, verdict, line in rows:
        indented(out, line, head=Text.assemble(_padded(name, names), _padded(verdict, verdicts)))


def _padded(text: Text, width: int) -> Text:
    """`text` in a column; nothing for an empty column."""
    return Text.assemble(text, " " * (width - cell_len(text.plain) + 2)) if width else Text()


def _line(slot: SlotComparison, told: Collection[str]) -> Text:
    """ "2012 ≠ 2013  the same words with another number"; what both sides give alike is said once."""
    a, b = ("" if value in told else one_line(value).strip() for value in (slot.a, slot.b))
    reason = one_line(unpaired(slot.reason, slot.a, slot.b)).strip()
    if slot.verdict in ("compatible", "unknown") and a.casefold() == b.casefold():
        b = ""
    if slot.verdict == "same" and a and a.casefold() == b.casefold():
        a, reason = "", "" if reason.startswith("identical") or a.casefold() in slot.reason.casefold() else reason
    elif (slot.verdict == "same" and reason.startswith("both ")) or (slot.verdict == "different" and a == b and reason):
        a = b = ""
    values = Text(f" {VERDICTS[slot.verdict][0]} ".join(cut(value, _LONGEST) for value in (a, b) if value))
    if reason:
        values.append(f"{'  ' if values else ''}{cut(reason, _WHOLE)}", "dim")
    return values
