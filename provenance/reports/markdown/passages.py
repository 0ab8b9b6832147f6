"""What findings and statements share: passages with their marked words, the table of slots, decisions."""

from collections.abc import Iterable, Iterator

from provenance.model import Decision, SlotComparison
from provenance.reports.markdown.escaping import escape, quoted_start
from provenance.reports.view import Passage
from provenance.reports.wording import VERDICTS, decided, humane, reason


def passage(shown: Passage) -> Iterator[str]:
    """Name and place of a document, and the words under it."""
    name = escape(shown.source.label if shown.source else shown.document)
    imprint = f" · {escape(shown.source.imprint)}" if shown.source and shown.source.imprint else ""
    place = f" · {shown.place}" if shown.source else ""
    yield from (f"**{name}**{imprint}{place}", "", f"> {words(shown)}", "")


def words(shown: Passage) -> str:
    """The words of a passage on one line, those that differ in bold."""
    return quoted_start("".join(_marked(piece.text, piece.kind == "differs") for piece in shown.pieces))


def _marked(text: str, differs: bool) -> str:
    return f"**{escape(text)}**" if differs and text.strip() == text else escape(text)


def slots(compared: Iterable[SlotComparison], a: str = "first", b: str = "second") -> Iterator[str]:
    """A table of the slots that have a value on a side."""
    rows = [
        f"| {escape(humane(slot.slot))} | {escape(slot.a) or '—'} | {escape(slot.b) or '—'} "
        f"| {' '.join(VERDICTS[slot.verdict])} | {escape(reason(slot))} |"
        for slot in compared
        if slot.a or slot.b
    ]
    if rows:
        yield from (f"| | {a} | {b} | | why |", "|---|---|---|---|---|", *rows, "")


def decision(made: Decision | None) -> Iterator[str]:
    """Who decided what and why; and why that no longer holds."""
    if made is not None:
        word = "Decided" if not made.stale else "Was decided"
        yield from (f"**{word}:** {escape(decided(made))}", "")
        if made.stale:
            yield from (f"**Stale:** {escape('; '.join(made.stale))}", "")
