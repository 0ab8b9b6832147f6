"""Claims as a list for a terminal: each passage with its line, values, speaker, polarity and modality."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from provenance.model import Claim, Document, Report, Span
from provenance.reports.text import stripped, terminal
from provenance.reports.view import Source, View
from provenance.reports.visible import one_line
from provenance.reports.wording import number_of


def render(
    documents: Sequence[Document],
    claims: Mapping[str, Sequence[Claim]],
    *,
    explain: bool = False,
    width: int | None = None,
    color: bool = False,
) -> str:
    """The claims of each document (by its id), in the order given; with `explain`, the rule behind each decision."""
    out = terminal(width, color)
    total = sum(map(len, claims.values()))
    with out.capture() as capture:
        out.print(Text(f"{number_of(len(documents), 'document')} · {number_of(total, 'claim')}"))
        for source in View(Report.model_construct(documents=tuple(documents))).sources:
            found = claims.get(source.document.id, ())
            out.print()
            title = f"{one_line(source.label)} ({len(found)})"
            out.print(Rule(Text(title, "bold"), align="left", characters="─", style="dim"))
            for claim in found:
                _claim(out, source, claim, explain)
    return stripped(capture.get())


def _claim(out: Console, source: Source, claim: Claim, explain: bool) -> None:
    out.print()
    line = f"line {source.line(claim.span.start)}"
    out.print(Padding(Text.assemble((f"{line}  ", "dim"), one_line(claim.span.quote)), (0, 0, 0, 2)))
    details = _details(claim)
    if details:
        out.print(Padding(Text(" · ".join(details), "dim"), (0, 0, 0, 6)))
    for reason in claim.reasons if explain else ():
        out.print(Padding(Text(f"because {one_line(reason)}", "dim"), (0, 0, 0, 6)))


def _values(claim: Claim) -> list[Span]:
    return [*(quantity.span for quantity in claim.quantities), *(time.span for time in claim.times)]


def _details(claim: Claim) -> list[str]:
    details = [", ".join(claim.types).replace("_", " ")]
    details += [one_line(span.quote) for span in _values(claim)]
    if claim.attribution and claim.attribution.speaker:
        details.append(f"said by {one_line(claim.attribution.speaker)}")
    details += [word for word in (claim.polarity, claim.modality) if word not in ("affirmed", "asserted")]
    return [detail for detail in details if detail]
