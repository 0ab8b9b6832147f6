"""The waterfall of a score, for a terminal: base rate, what each signal does to the score, threshold, verdict."""

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from provenance.model import Waterfall
from provenance.reports.visible import one_line

_WIDTH = 20
"""Columns of the bar that stands for a score of 1."""


def table(waterfall: Waterfall) -> Padding:
    """One line per step, each with the score after it."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column()
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.title = Text(one_line(waterfall.question), "bold")
    grid.title_justify = "left"
    grid.add_row("", Text("of such pairs, before looking", "dim"), _percent(waterfall.base), _bar(waterfall.base))
    for step in waterfall.contributions:
        style = "green" if step.weight > 0 else "red"
        grid.add_row(
            Text(f"{step.weight:+.2f}", style), Text(one_line(step.said)), _percent(step.score), _bar(step.score)
        )
    grid.add_row("", Text("threshold", "dim"), _percent(waterfall.threshold), _bar(waterfall.threshold))
    grid.add_row(Text("=", "bold"), Text(one_line(waterfall.verdict), "bold"), "", "")
    return Padding(grid, (0, 0, 0, 4))


def _percent(share: float) -> Text:
    return Text(f"{share:.0%}" if share >= 0.01 else f"{share:.1%}")


def _bar(share: float) -> Text:
    return Text("▪" * round(share * _WIDTH), "dim")
