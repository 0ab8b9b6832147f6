"""What the parts of the text report share: the console that writes into memory, styles, headings, indented lines."""

from io import StringIO
from typing import Final

from rich.cells import cell_len
from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from provenance.model import Relation, StatementState, Verdict
from provenance.reports.marks import Kind

INDENT: Final = 4
"""Columns before everything that belongs to a finding; its number stands in them."""
SHORT_ID: Final = 8
"""Digits of a finding's id that are shown: enough for a waiver or a decision."""

MARKS: Final[dict[Kind, str]] = {
    "context": "dim",
    "plain": "",
    "only": "yellow",
    "agrees": "bold green",
    "differs": "bold red",
}
RELATIONS: Final[dict[Relation | None, str]] = {
    "conflicts": "bold red",
    None: "bold yellow",
    "supersedes": "bold cyan",
    "corroborates": "bold green",
    "related": "bold",
    "unrelated": "bold",
}
STATES: Final[dict[StatementState, str]] = {
    "contradicted": "bold red",
    "unsupported": "bold yellow",
    "partly": "bold cyan",
    "supported": "bold green",
    "not_checkable": "",
}
VERDICTS: Final[dict[Verdict, str]] = {
    "same": "green",
    "compatible": "green",
    "different": "bold red",
    "unknown": "dim",
}


def terminal(width: int | None, color: bool) -> Console:
    """A console that writes into memory: `width` columns (80), escape codes only with `color`."""
    return Console(
        file=StringIO(),
        width=width or 80,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        _environ={},
    )


def stripped(text: str) -> str:
    """`text` without blanks at the ends of lines."""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def heading(out: Console, title: str) -> None:
    """A line across the screen with a title in it, after an empty line."""
    out.print()
    out.print(Rule(Text(title, "bold"), align="left", characters="─", style="dim"))


def indented(out: Console, text: Text, by: int = INDENT, head: Text | None = None) -> None:
    """Lines of a finding, wrapped inside their indent; with `head` before the first and as much room before the others.

    Laid out here, because a table of the library for each finding takes most of the time of a long report.
    """
    first = head or Text()
    room = by + cell_len(first.plain)
    for number, line in enumerate(text.wrap(out, max(out.width - room, 16)) or [Text()]):
        line.rstrip()
        as_is(out, Text.assemble(" " * by, first, line) if number == 0 else Text.assemble(" " * room, line))


def as_is(out: Console, text: Text) -> None:
    """A line that is laid out already."""
    out.print(text, no_wrap=True, overflow="ignore", crop=False)


def cut(text: str, most: int) -> str:
    """`text` in at most `most` code points, with an ellipsis where it was longer."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
