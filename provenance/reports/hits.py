"""Results of a search for a terminal: each passage with its place, what it has to do with the query, decisions."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from provenance.model import Decision, Document
from provenance.model.search import Hit
from provenance.reports.places import File
from provenance.reports.text.canvas import INDENT, indented, stripped, terminal
from provenance.reports.visible import one_line
from provenance.reports.wording import RELATIONS, VERDICTS, decided, humane

Shown = tuple[Hit, Document, Sequence[Decision]]
_KEPT = ("plain", "pdf", "docx")
"""Readers whose lines, pages and paragraphs are those of the file."""


def render(
    shown: Sequence[Shown], *, files: Mapping[str, str] | None = None, width: int | None = None, color: bool = False
) -> str:
    """The results in their order, as lines of `width` columns (80), with escape codes only with `color`.

    `files` holds the own text of files, by path, where documents differ from it. A sentence is shown once, with what
    its first claim has to do with the query and what was decided about any.
    """
    out = terminal(width, color)
    with out.capture() as capture:
        for number, (hit, document, decisions) in enumerate(_once(shown), 1):
            out.print(Text.assemble(f"{number:>2}  ", (_word(hit), "bold"), (_measures(hit), "dim")))
            name = document.title or document.path or document.id
            parts = (name, document.publisher, document.published and document.published.isoformat())
            place = " · ".join([one_line(part) for part in parts if part] + [_where(hit, document, files or {})])
            indented(out, Text(place, "dim"))
            for line in Text(one_line(hit.claim.sentence.quote)).wrap(out, out.width - INDENT - 2):
                line.rstrip()
                indented(out, Text.assemble("│ ", line))
            for slot in hit.slots:
                if (slot.verdict != "unknown" or slot.slot == "place") and slot.a and slot.b:
                    sign, _ = VERDICTS[slot.verdict]
                    words = f"{humane(slot.slot)}: {one_line(slot.a)} {sign} {one_line(slot.b)}"
                    indented(out, Text(words, "dim"))
            for decision in decisions:
                stale = f"  (stale: {'; '.join(decision.stale)})" if decision.stale else ""
                indented(out, Text(f"decided  {one_line(decided(decision) + stale)}"))
            out.print()
    return stripped(capture.get())


def _once(shown: Sequence[Shown]) -> list[Shown]:
    """The results with those of one sentence put together."""
    found: dict[tuple[str, int], Shown] = {}
    for hit, document, decisions in shown:
        key = document.id, hit.claim.sentence.start
        first, _, held = found.get(key, (hit, document, []))
        found[key] = first, document, [*held, *(one for one in decisions if one not in held)]
    return list(found.values())


def _where(hit: Hit, document: Document, files: Mapping[str, str]) -> str:
    """Line, page or paragraph; of a file that is not at hand as it was, the line of its text."""
    own = files.get(document.path or "")
    where = File(document, own or document.text).where(hit.claim.span)
    return str(where) if own is not None or document.reader in _KEPT else f"{where} of its text"


def _word(hit: Hit) -> str:
    """What the claim has to do with the query, as a person says it."""
    if hit.relation == "unrelated":
        return "SPEAKS OF IT"
    placed = {slot.verdict for slot in hit.slots if slot.slot in ("place", "time")}
    if hit.relation == "related" and placed.isdisjoint(("same", "compatible")):
        return "LIKE IT"
    return RELATIONS[hit.relation].label.upper()


def _measures(hit: Hit) -> str:
    return f"  score {hit.score:.2f}" if hit.relation != "unrelated" else f"  likeness {hit.likeness:.2f}"
