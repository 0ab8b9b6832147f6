"""What was found in a document and ended up in no claim, from a report's coverage."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from provenance.model import Span
from provenance.reports.places import Where
from provenance.reports.view import Source, View
from provenance.reports.wording import humane, items_of


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of value in one document: how many there are, how many stand in a claim, and the others."""

    source: Source | None
    document: str
    kind: str
    found: int
    claimed: int
    unclaimed: tuple[tuple[Where | None, str], ...]
    """Place and words of each value that no claim holds."""


@dataclass(frozen=True, slots=True)
class Backing:
    """One kind of value of a draft: how many there are, how many have backup, and the others."""

    source: Source | None
    document: str
    kind: str
    found: int
    backed: int
    unbacked: tuple[tuple[Where | None, str], ...]
    """Place and words of each value without backup."""


def backing(view: View) -> list[Backing]:
    """Of each draft, the coverage that says "backed" and "unbacked" too."""
    return [
        Backing(source, document, humane(kind), counts["found"], counts["backed"], _places(source, counts["unbacked"]))
        for document, kinds in view.report.coverage.items()
        if _is_counted(kinds)
        for source in (view.by_id.get(document),)
        for kind, counts in kinds.items()
        if counts["found"] and {"backed", "unbacked"} <= counts.keys()
    ]


def gaps(view: View) -> list[Gap]:
    """Coverage of the form {document: {kind: {"found", "claimed", "unclaimed": [{"start", "quote"}]}}}."""
    return [
        gap
        for document, kinds in view.report.coverage.items()
        if _is_counted(kinds)
        for gap in _of_document(view.by_id.get(document), document, kinds)
    ]


def others(view: View) -> list[tuple[str, list[str]]]:
    """Coverage of any other form, as headings with lines."""
    return items_of({key: value for key, value in view.report.coverage.items() if not _is_counted(value)})


def said(gap: Gap, most: int | None = None) -> str:
    """A gap in a sentence: "2 of 3 figures stand in a claim; in none: “11 million” (line 4)"; at most `most` values."""
    line = f"{gap.claimed:,} of {gap.found:,} {gap.kind} stand in a claim"
    shown = gap.unclaimed if most is None else gap.unclaimed[:most]
    if not shown:
        return line
    values = ", ".join(f"“{quote}”" + (f" ({where})" if where else "") for where, quote in shown)
    more = f" and {len(gap.unclaimed) - len(shown):,} more" if len(shown) < len(gap.unclaimed) else ""
    return f"{line}; in none: {values}{more}"


def lines(view: View, most: int | None = None) -> list[str]:
    """One line for each kind of value that some claim misses; a single line where none does."""
    counted = gaps(view)
    missed = [f"{view.label(gap.document)}: {said(gap, most)}" for gap in counted if gap.claimed < gap.found]
    return missed or (["every figure, date, name and quotation found stands in a claim"] if counted else [])


def _is_counted(value: Any) -> bool:
    return (
        isinstance(value, Mapping)
        and bool(value)
        and all(
            isinstance(kind, Mapping) and {"found", "claimed", "unclaimed"} <= kind.keys() for kind in value.values()
        )
    )


def _of_document(source: Source | None, document: str, kinds: Mapping[str, Any]) -> Iterator[Gap]:
    for kind, counts in kinds.items():
        if counts["found"]:
            unclaimed = _places(source, counts["unclaimed"])
            yield Gap(source, document, humane(kind), counts["found"], counts["claimed"], unclaimed)


def _places(source: Source | None, spans: Iterable[Mapping[str, Any]]) -> tuple[tuple[Where | None, str], ...]:
    return tuple((source.where(Span.model_construct(**span)) if source else None, span["quote"]) for span in spans)
