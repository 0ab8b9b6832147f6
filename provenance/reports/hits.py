"""Results of a search for a terminal: each passage with its place, what it has to do with the query, decisions."""

from collections.abc import Sequence

from rich.padding import Padding
from rich.text import Text

from provenance.model import Decision, Document
from provenance.model.search import Hit
from provenance.reports.places import File
from provenance.reports.text import stripped, terminal
from provenance.reports.visible import one_line
from provenance.reports.wording import RELATIONS, VERDICTS, decided, humane


def render(
    shown: Sequence[tuple[Hit, Document, Sequence[Decision]]], *, width: int | None = None, color: bool = False
) -> str:
    """The results in their order, as lines of `width` columns (80), with escape codes only with `color`."""
    out = terminal(width, color)
    with out.capture() as capture:
        for number, (hit, document, decisions) in enumerate(shown, 1):
            out.print(Text.assemble(f"{number:>2}  ", (_word(hit), "bold"), (_measures(hit), "dim")))
            name = document.title or document.path or document.id
            parts = (name, document.publisher, document.published and document.published.isoformat())
            where = File(document, document.text).where(hit.claim.span)
            place = " · ".join([one_line(part) for part in parts if part] + [str(where)])
            out.print(Padding(Text(place, "dim"), (0, 0, 0, 4)))
            out.print(Padding(Text(f"│ {one_line(hit.claim.sentence.quote)}"), (0, 0, 0, 4)))
            for slot in hit.slots:
                if slot.verdict in ("same", "compatible", "different") and slot.a and slot.b:
                    sign, _ = VERDICTS[slot.verdict]
                    words = f"{humane(slot.slot)}: {one_line(slot.a)} {sign} {one_line(slot.b)}"
                    out.print(Padding(Text(words, "dim"), (0, 0, 0, 4)))
            for decision in decisions:
                stale = f"  (stale: {'; '.join(decision.stale)})" if decision.stale else ""
                out.print(Padding(Text(f"decided  {one_line(decided(decision) + stale)}"), (0, 0, 0, 4)))
            out.print()
    return stripped(capture.get())


def _word(hit: Hit) -> str:
    """What the claim has to do with the query, as a person says it."""
    return {"unrelated": "SPEAKS OF IT"}.get(hit.relation, RELATIONS[hit.relation].label.upper())


def _measures(hit: Hit) -> str:
    score = f"  score {hit.score:.2f}" if hit.relation != "unrelated" else ""
    return f"{score}  likeness {hit.likeness:.2f}"
