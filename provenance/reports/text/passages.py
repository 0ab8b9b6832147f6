"""Passages for a terminal: who says so, where, and the words, with carets under those that differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from unicodedata import bidirectional

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from provenance.reports.marks import Piece
from provenance.reports.text.canvas import INDENT, MARKS, as_is, cut
from provenance.reports.view import Passage
from provenance.reports.visible import one_line
from provenance.reports.wording import number_of

MOST_LINES = 5
"""Lines of a terminal that the words of one passage may take, so that a finding fits a screen."""
SIDE_BY_SIDE = 110
"""Columns from which two passages stand beside each other."""
_BETWEEN = 3
_RIGHT_TO_LEFT = ("R", "AL", "AN")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words to show, with who says them and where they stand."""

    role: str
    """What they are to the reader: "draft", "source", "recorded"; empty where there is nothing to tell apart."""
    name: str
    speaker: str
    place: str
    """As `Where.of`."""
    pieces: tuple[Piece, ...]


def quote(passage: Passage, role: str = "") -> Quote:
    """A passage of a document; of a draft the reader knows what it is called."""
    source, speaker = passage.source, ""
    if source is None:
        return Quote(role, one_line(passage.document), "", passage.place, passage.pieces)
    path = one_line(source.document.path or source.document.id)
    place = passage.where.of(path) if passage.where and not passage.is_recorded else f"{path} ({passage.place})"
    if passage.claim and passage.claim.attribution:
        speaker = one_line(passage.claim.attribution.speaker or "")
    name = "" if role == "draft" else one_line(source.imprint or source.document.title or "")
    return Quote(role, name, speaker, place, passage.pieces)


def show(out: Console, quotes: Sequence[Quote]) -> None:
    """The passages of one finding: two of them side by side where the terminal is wide, else one under the other."""
    beside = len(quotes) == 2 and out.width >= SIDE_BY_SIDE and not any(map(_is_reordered, quotes))
    width = out.width - INDENT
    if beside:
        width = (width - _BETWEEN) // 2
    heads = [_head(one, width) for one in quotes]
    if beside:  # so that both begin on the same line
        heads = [[*head, *[Text()] * (max(map(len, heads)) - len(head))] for head in heads]
    blocks = [[*head, *_words(out, one, width)] for head, one in zip(heads, quotes, strict=True)]
    if not beside:
        for line in (line for block in blocks for line in block):
            as_is(out, Text.assemble(" " * INDENT, line))
        return
    for left, right in zip_longest(*blocks, fillvalue=Text()):
        gap = " " * (width - cell_len(left.plain) + _BETWEEN)
        as_is(out, Text.assemble(" " * INDENT, left, gap, right))


def _words(out: Console, one: Quote, width: int) -> list[Text]:
    """The words of a passage in lines, none wider than `width`; nothing where there are none."""
    words = Text()
    for piece in one.pieces:
        words.append(one_line(piece.text), MARKS[piece.kind])
    lines = list(words.wrap(out, max(width - 4, 16))) if words else []
    first, last = _window(lines)
    shown = [Text(f"│ … {number_of(first, 'line')} before", "dim")] if first else []
    for line in lines[first:last]:
        line.rstrip()
        shown.append(Text.assemble(("│ ", "dim"), line))
        if under := _carets(line):
            shown.append(Text.assemble(("│ ", "dim"), (under, "red")))
    if last < len(lines):
        shown.append(Text(f"│ … {number_of(len(lines) - last, 'more line')}", "dim"))
    return shown


def _head(one: Quote, width: int) -> list[Text]:
    """Role, name, speaker and place: on one line where they fit, else the place on a line of its own."""
    speaker = cut(one.speaker, 40)
    said = f"attributed to {speaker}" if speaker and speaker.casefold() not in one.name.casefold() else ""
    role = f"{one.role}  " if one.role else ""
    parts = [(one.name, "" if role else "bold"), (said, "italic"), (one.place, "cyan")]
    line = _joined(role, parts)
    if cell_len(line.plain) <= width:
        return [line]
    place = one.place if len(one.place) <= width else "…" + one.place[1 - width :]
    first = _joined(role, parts[:2])
    first.truncate(width, overflow="ellipsis")
    return [first, Text(place, "cyan")] if first else [Text(place, "cyan")]


def _joined(role: str, parts: Sequence[tuple[str, str]]) -> Text:
    line = Text.assemble((role, "bold"))  # bold of its own, not as the style of the line
    for text, style in parts:
        if text:
            line.append("" if line.plain == role else " · ", "dim")
            line.append(text, style)
    return line


def _window(lines: Sequence[Text]) -> tuple[int, int]:
    """Which lines to show: those around the first mark, or else around the quoted words."""
    if len(lines) <= MOST_LINES:
        return 0, len(lines)
    telling = next(
        (n for style in ("differs", "agrees", "only") for n, line in enumerate(lines) if _has(line, MARKS[style])),
        next((n for n, line in enumerate(lines) if not _is_context(line)), 0),
    )
    first = min(max(0, telling - 1), len(lines) - MOST_LINES)
    return first, first + MOST_LINES


def _has(line: Text, style: str) -> bool:
    return any(span.style == style for span in line.spans)


def _is_context(line: Text) -> bool:
    return len(line.spans) == 1 and line.spans[0].style == MARKS["context"] and line.spans[0].end >= len(line.plain)


def _carets(line: Text) -> str:
    """Carets under the words that differ; nothing on lines that a terminal may reorder (right to left)."""
    if _reordered(line.plain):
        return ""
    under = ""
    for span in sorted(line.spans):
        if span.style == MARKS["differs"]:
            under = under.ljust(cell_len(line.plain[: span.start]))
            under += "^" * cell_len(line.plain[span.start : span.end].rstrip())
    return under


def _is_reordered(one: Quote) -> bool:
    return any(_reordered(piece.text) for piece in one.pieces)


def _reordered(text: str) -> bool:
    return any(bidirectional(character) in _RIGHT_TO_LEFT for character in text)
