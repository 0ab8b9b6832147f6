"""Claims as a table for a terminal: where, the passage, its values, who says so, how it is meant."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from provenance.model import Claim, Document, Report
from provenance.reports.places import Files
from provenance.reports.text import stripped, terminal
from provenance.reports.values import values
from provenance.reports.view import Source, View
from provenance.reports.visible import one_line
from provenance.reports.wording import number_of

_NARROWEST = 60
"""Columns of a terminal that a table with all columns needs; with fewer, values and speaker stand below the claim."""


def render(
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    *,
    explain: bool = False,
    width: int | None = None,
    color: bool = False,
    files: Files | None = None,
) -> str:
    """The claims of each document (by its id), in the order given; with `explain`, the rule behind each decision."""
    out = terminal(width, color)
    total = sum(map(len, claims.values()))
    with out.capture() as capture:
        out.print(Text(f"{number_of(len(documents), 'document')} · {number_of(total, 'claim')}"))
        for source in View(Report.model_construct(documents=tuple(documents)), files).sources:
            _document(out, source, claims.get(source.document.id, ()), explain)
    return stripped(capture.get()).rstrip("\n") + "\n"


def _document(out: Console, source: Source, found: Sequence[Claim], explain: bool) -> None:
    out.print()
    title = f"{one_line(source.label)} ({len(found)})"
    out.print(Rule(Text(title, "bold"), align="left", characters="─", style="dim"))
    if not found:
        return
    is_wide = out.width >= _NARROWEST
    table = Table(box=None, padding=(0, 2, 1, 0), expand=True, header_style="dim", pad_edge=False)
    table.add_column(source.where(found[0].span).unit, no_wrap=True, justify="right", style="dim")
    table.add_column("claim", ratio=11)
    if is_wide:
        table.add_column("values", ratio=6)
        table.add_column("who and how", ratio=5)
    for claim in found:
        line, cells = f"{source.where(claim.span).number}", (_lines(values(claim)), _lines(_who_and_how(claim)))
        passage = Text(one_line(claim.span.quote))
        for part in () if is_wide else cells:
            passage.append(f"\n{part}" if part else "", "dim")
        for reason in claim.reasons if explain else ():
            passage.append(f"\nbecause {one_line(reason)}", "dim")
        table.add_row(line, passage, *(cells if is_wide else ()))
    out.print(table)


def _lines(items: Sequence[str]) -> Text:
    return Text("\n".join(items))


def _who_and_how(claim: Claim) -> list[str]:
    """The speaker, and what is not plainly asserted: "denied", "planned"."""
    speaker = claim.attribution.speaker if claim.attribution else None
    how = [word for word in (claim.polarity, claim.modality) if word not in ("affirmed", "asserted")]
    return [*([one_line(speaker)] if speaker else []), *([", ".join(how)] if how else [])]
