"""`provenance extract`: the claims of documents, each with its passage."""

import click

from provenance.cli import common


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--explain", is_flag=True, help="Show which rule made each decision.")
@click.option("-o", "--output", metavar="FILE", help="Write to FILE instead of standard output.")
def command(paths: tuple[str, ...], format_: str, explain: bool, output: str | None) -> int:
    """List the claims of documents with their values, speaker, polarity and place.

    \b
    Examples:
      provenance extract article.txt
      provenance extract sources/ --format jsonl -o claims.jsonl
    """
    from provenance import pipeline
    from provenance.reports import claims as table

    reading = common.read(paths)
    claims = {d.id: pipeline.extract(d) for d in common.progress(reading.documents, "extracting")}
    if format_ == "jsonl":
        common.write("".join(c.model_dump_json() + "\n" for group in claims.values() for c in group), output, paths)
    else:
        common.write(table.render(reading.documents, claims, explain=explain, **common.terminal(output)), output, paths)
    return common.outcome(reading.unread, checked=sum(map(len, claims.values())), what="claim")
