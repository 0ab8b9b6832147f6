"""What was not checked, for a terminal: a line for each document, summed up where there are many."""

from collections import defaultdict
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from provenance.reports.gaps import Gap, gaps, others
from provenance.reports.text.canvas import cut, heading, indented
from provenance.reports.view import View
from provenance.reports.visible import one_line
from provenance.reports.wording import number_of

MOST_DOCUMENTS = 6
"""Documents named one by one; the other formats name all."""
MOST_VALUES = 4
"""Values named for each document."""
_LONGEST = 40


def show(out: Console, view: View) -> None:
    """Warnings of the readers, and the figures, dates, names and quotations that stand in no claim."""
    warned = [f"{source.label}: {warning}" for source in view.sources for warning in source.document.warnings]
    lines = [*_some(warned), *_missed(view)]
    lines += [f"{key}: {'; '.join(items) or 'none'}" for key, items in others(view)]
    if lines:
        heading(out, "What was not checked")
        for line in lines:
            indented(out, Text(one_line(line)), by=2)


def _missed(view: View) -> list[str]:
    counted = gaps(view)
    if not counted:
        return []
    by_document: dict[str, list[Gap]] = defaultdict(list)
    for gap in counted:
        if gap.claimed < gap.found:
            by_document[gap.document].append(gap)
    if not by_document:
        return ["nothing: every figure, date, name and quotation found stands in a claim"]
    lines = [f"{view.label(document)}: {_in_none(missed)}" for document, missed in by_document.items()]
    if len(lines) <= MOST_DOCUMENTS:
        return lines
    every = [gap for missed in by_document.values() for gap in missed]
    head = f"in {number_of(len(by_document), 'document')}: {_counts(every)} in no claim; the other formats name them"
    return [head, *_some(lines)]


def _in_none(missed: list[Gap]) -> str:
    """ "7 of 47 names in no claim: “VOA” (line 3) and 6 more"."""
    values = [
        f"“{cut(one_line(words), _LONGEST)}”" + (f" ({where})" if where else "")
        for gap in missed
        for where, words in gap.unclaimed
    ]
    more = f" and {len(values) - MOST_VALUES:,} more" if len(values) > MOST_VALUES else ""
    return f"{_counts(missed)} in no claim: {', '.join(values[:MOST_VALUES])}{more}"


def _counts(missed: Iterable[Gap]) -> str:
    """ "1 of 7 dates, 12 of 47 names"."""
    found: dict[str, list[int]] = {}
    for gap in missed:
        counts = found.setdefault(gap.kind, [0, 0])
        counts[0] += gap.found - gap.claimed
        counts[1] += gap.found
    return ", ".join(f"{absent:,} of {total:,} {kind}" for kind, (absent, total) in found.items())


def _some(lines: list[str]) -> list[str]:
    more = len(lines) - MOST_DOCUMENTS
    return lines if more <= 0 else [*lines[:MOST_DOCUMENTS], f"… and {more:,} more"]
