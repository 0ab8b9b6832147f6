"""A checked draft, paragraph by paragraph, each with the statements that stand in its margin."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from provenance.model import Finding, Quotation, SlotComparison, Span, cut
from provenance.reports.fulltext import Segment, fitting, segments
from provenance.reports.marks import Piece, pieces, word_marks
from provenance.reports.view import Source, StatementView, View, is_serious
from provenance.reports.wording import STATES
from provenance.text.quoting import quoted as words

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
"""Lines up to one that is blank; what a reader left blank (front matter, say) is not shown."""
ALIKE = 0.25
"""Share of common words from which a quotation is compared word by word: its passage may be much longer."""
_NEEDS = ("contradicted", "unsupported", "partly")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines, with the statements that begin in it."""

    segments: tuple[Segment, ...]
    """Covered by the numbers of statements; by a negative one where the statement's words differ from its source."""
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class DraftView:
    """One draft."""

    source: Source
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation beside the words of its source, with the words that differ marked."""

    quotation: Quotation
    own: tuple[Piece, ...]
    theirs: tuple[Piece, ...]


def drafts(view: View) -> tuple[DraftView, ...]:
    """The documents that statements stand in, in the order of the report."""
    by_document: dict[str, list[StatementView]] = defaultdict(list)
    for one in view.statements:
        by_document[one.statement.span.document].append(one)
    return tuple(
        DraftView(source, tuple(_paragraphs(source.document.text, by_document[source.document.id])))
        for source in view.sources
        if source.document.id in by_document
    )


def needs(view: View) -> tuple[StatementView, ...]:
    """Statements that somebody must work on, the most serious first; those that only hold a wrong quotation too.

    So do those with backup of which a finding at warning or error is told: another source says otherwise.
    """
    return tuple(
        one
        for one in view.statements_by_need
        if one.statement.state in _NEEDS
        or any(q.state != "verbatim" for q in one.statement.quotations)
        or (one.statement.state == "supported" and any(map(is_serious, one.findings)))
    )


def why(one: StatementView) -> str:
    """The first thing that speaks against a statement, in words."""
    if one.statement.state not in _NEEDS:
        serious = next(filter(is_serious, one.findings), None)
        if serious is None:
            return ""
        differs = next((slot for slot in serious.slots if slot.verdict == "different"), None)
        return ": ".join([serious.message, *([_beside(differs, "there")] if differs else serious.reasons[:1])])
    for slot in one.statement.slots:
        if (slot.verdict == "different" and slot.slot != "quotation") or slot.slot == "modality":
            return _beside(slot)
    if one.unbacked:
        return f"no backup for {one.unbacked}"
    doubt = next((slot for slot in one.statement.slots if slot.slot == "wording" and slot.verdict == "unknown"), None)
    if doubt is not None:
        return doubt.reason if doubt.a == one.statement.span.quote else _beside(doubt)
    return STATES[one.statement.state].meaning.rstrip(".") if not one.statement.quotations else ""


def _beside(slot: SlotComparison, where: str = "in the source") -> str:
    """Both values; the reason where they are alike: "detention" on both sides, and one side denies it."""
    if slot.a and slot.b and slot.a != slot.b:
        return f"{words(slot.a)} here, {words(slot.b)} {where}"
    return slot.reason


def remarks(one: StatementView) -> tuple[Finding, ...]:
    """Findings about the statement that its state does not tell: "the figures do not add up"."""
    return tuple(f for f in one.findings if not f.rule.startswith("PV4"))


def quoted(one: StatementView) -> tuple[Quoted, ...]:
    """The quotations of a statement that are not word for word, each beside the source's words."""
    return tuple(_quoted(quotation) for quotation in one.statement.quotations if quotation.state != "verbatim")


def _quoted(quotation: Quotation) -> Quoted:
    own = quotation.span.quote
    theirs = quotation.passage.quote if quotation.passage else ""
    only_own, only_theirs = (
        [mark for mark in marks if any(c.isalnum() for c in text[mark[0] : mark[1]])]  # punctuation is no change
        for text, marks in zip((own, theirs), word_marks(own, theirs, ALIKE), strict=True)
    )
    return Quoted(
        quotation, pieces(own, (0, len(own)), only_own), pieces(theirs, (0, len(theirs)), only_theirs) if theirs else ()
    )


def _paragraphs(text: str, statements: Sequence[StatementView]) -> list[Paragraph]:
    spans = fitting(text, [(one.number, one.statement.span) for one in statements])
    numbered = {one.number: one for one in statements}
    spans += fitting(text, [(-number, span) for number, _ in spans for span in _differing(numbered[number])])
    ranges = [match.span() for match in _PARAGRAPH.finditer(text)]
    found = []
    for (begin, stop), here in zip(ranges, _by_range(ranges, spans), strict=True):
        words = text[begin:stop]
        clipped = [(n, cut(words, max(s.start, begin) - begin, min(s.end, stop) - begin)) for n, s in here]
        first = {number for number, span in here if number > 0 and span.start >= begin}
        last = {number for number, span in here if number > 0 and span.end <= stop}
        cuts = tuple(
            replace(
                segment,
                opening=tuple(n for n in segment.opening if n in first),
                closing=tuple(n for n in segment.closing if n in last),
            )
            for segment in segments(words, clipped)
        )
        found.append(Paragraph(cuts, tuple(numbered[n] for n in sorted(first))))
    return found


def _by_range(ranges: Sequence[tuple[int, int]], spans: Sequence[tuple[int, Span]]) -> list[list[tuple[int, Span]]]:
    """The spans that overlap each of these ranges, which are disjoint and in order."""
    found: list[list[tuple[int, Span]]] = [[] for _ in ranges]
    ends = [stop for _, stop in ranges]
    for number, span in spans:
        for at in range(bisect_right(ends, span.start), len(ranges)):
            if ranges[at][0] >= span.end:
                break
            found[at].append((number, span))
    return found


def _differing(one: StatementView) -> Iterator[Span]:
    """The words of a statement, or of a quotation in it, that differ from the source."""
    start = one.statement.span.start
    for piece in one.passage.pieces:
        if piece.kind == "differs":
            yield Span(start=start, end=start + len(piece.text), quote=piece.text)
        start += len(piece.text)
