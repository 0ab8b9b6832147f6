"""`provenance compare`: two statements, slot by slot."""

import json

import click

from provenance.cli import common, reporting


@click.command("compare")
@click.argument("a")
@click.argument("b")
@click.option("--published-a", metavar="DATE", help="Publication date of A (YYYY-MM-DD); resolves its relative dates.")
@click.option("--published-b", metavar="DATE", help="Publication date of B.")
@click.option("--explain", is_flag=True, help="Show how the score comes about, from the base rate to the verdict.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(a: str, b: str, published_a: str | None, published_b: str | None, explain: bool, format_: str) -> int:
    """Compare two statements, slot by slot.

    \b
    Example:
      provenance compare "About 350 thousand civilians live there" "350,000 civilians live there"

    Side by side they are taken to speak of one matter: another date, place or name in the same slot is a conflict.
    """
    from provenance import pipeline
    from provenance.errors import NothingCheckedError
    from provenance.reports.text import render_comparison

    found = pipeline.compare(a, b, published_a=published_a, published_b=published_b)
    if format_ == "json":
        common.write(json.dumps(found.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n", None)
    elif found.slots:
        common.write(render_comparison(found, a, b, explain=explain, **reporting.terminal()), None)
    if not found.slots:
        raise NothingCheckedError("nothing was compared: A or B holds no factual claim", remedy="Give whole sentences")
    return 0
