"""`provenance extract`: the claims of documents, each with its passage."""

import click

from provenance.cli import common, reporting


@click.command("extract")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", show_default=True)
@click.option("--explain", is_flag=True, help="Show which rule made each decision.")
@reporting.output_option
def command(paths: tuple[str, ...], format_: str, explain: bool, output: str | None) -> int:
    """List the claims of documents, each with its passage.

    \b
    Examples:
      provenance extract article.txt
      provenance extract article.txt --explain
      provenance extract sources/ --format jsonl -o claims.jsonl

    The table shows the line, the claim in the document's words, its figures and times with what they were read as, who
    says so, and whether it is denied, planned or otherwise not plainly asserted. JSON Lines hold everything.
    """
    from provenance.extraction.claims import extract

    common.check_output(output, paths)
    reading = common.read(paths)
    claims = {d.id: extract(d) for d in common.progress(reading.documents, "extracting")}
    if format_ == "jsonl":
        common.write("".join(c.model_dump_json() + "\n" for group in claims.values() for c in group), output, paths)
    else:
        from provenance.cli.files import texts
        from provenance.reports import claims as table
        from provenance.reports.places import Files

        shown = reporting.terminal(output) | {"files": Files(texts=texts(reading.documents))}
        common.write(table.render(reading.documents, claims, explain=explain, **shown), output, paths)
    return common.outcome(
        reading.unread, checked=sum(map(len, claims.values())), what="claim" if claims else "document"
    )
