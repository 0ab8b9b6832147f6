"""Why a finding is one: each slot's two values and what their comparison gave, what differs first."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from provenance.model import SlotComparison
from provenance.reports.text.canvas import VERDICTS as STYLES
from provenance.reports.text.canvas import cut, indented
from provenance.reports.visible import one_line
from provenance.reports.wording import VERDICTS, humane

_ORDER = ("different", "same", "compatible", "unknown")
_LONGEST = 60
"""Code points of a value or reason shown; the other formats show all of it."""


def show(out: Console, slots: Sequence[SlotComparison], reasons: Iterable[str] = ()) -> None:
    """A line for each slot that both sides speak of, one for those that a side is silent about, one for each reason.

    A doubt of the source that the draft drops has its own line: the silence is what somebody must see.
    """
    rows: list[tuple[Text, Text, Text]] = []
    silent = []
    for slot in sorted(slots, key=lambda slot: _ORDER.index(slot.verdict)):
        if slot.verdict == "unknown" and not (slot.a and slot.b) and slot.slot != "modality":
            silent.append(humane(one_line(slot.slot)))
        else:
            verdict = Text(VERDICTS[slot.verdict][1], STYLES[slot.verdict])
            rows.append((Text(humane(one_line(slot.slot))), verdict, _line(slot)))
    if silent:
        rows.append((Text("not said", "dim"), Text(), Text(", ".join(dict.fromkeys(silent)), "dim")))
    rows += [(Text("because", "dim"), Text(), Text(one_line(reason))) for reason in reasons]
    names, verdicts = (max((cell_len(row[n].plain) for row in rows), default=0) for n in (0, 1))
    for name, verdict, line in rows:
        indented(out, line, head=Text.assemble(_padded(name, names), _padded(verdict, verdicts)))


def _padded(text: Text, width: int) -> Text:
    """`text` in a column; nothing for an empty column."""
    return Text.assemble(text, " " * (width - cell_len(text.plain) + 2)) if width else Text()


def _line(slot: SlotComparison) -> Text:
    """ "2012 ≠ 2013  the same words with another number"; what both sides give alike is said once."""
    a, b, reason = one_line(slot.a).strip(), one_line(slot.b).strip(), one_line(slot.reason).strip()
    if slot.verdict == "same" and a and a.casefold() == b.casefold():
        a, reason = "", "" if reason.startswith("identical") or a.casefold() in reason.casefold() else reason
    elif slot.verdict == "same" and reason.startswith("both "):
        a = b = ""
    values = Text(f" {VERDICTS[slot.verdict][0]} ".join(cut(value, _LONGEST) for value in (a, b) if value))
    if reason:
        values.append(f"{'  ' if values else ''}{cut(reason, 100)}", "dim")
    return values
