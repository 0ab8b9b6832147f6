"""`provenance search`: did we check this before?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from provenance.cli import common, keeping, reporting

if TYPE_CHECKING:
    from provenance.model import Decision, Document
    from provenance.model.search import Hit
    from provenance.store.database import Store


@click.command("search")
@click.argument("query", nargs=-1, required=True, metavar="QUERY…")
@common.store_option
@click.option("--limit", type=click.IntRange(1, 300), default=10, show_default=True, metavar="N", help="Most results.")
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@reporting.output_option
def command(query: tuple[str, ...], store: str | None, limit: int, format_: str, output: str | None) -> int:
    """Find claims in the store, to see what was checked before.

    \b
    Examples:
      provenance search "about 350 thousand civilians live in the area"
      provenance search evacuation of Qalamoun --limit 3

    A sentence finds claims that say the same, or another thing about the same, in whatever words; a few words find
    claims that speak of these things. Each result shows the passage, its document, and what was decided about it.

    AGREEMENT, CONFLICT and SUPERSEDED say so of the matter that you ask for, RELATED of another side of it; LIKE IT is
    put alike, but perhaps of another place or time; SPEAKS OF IT shares its words, and is all that a few words find.

    Exit codes: 0 also where nothing is found, 3 where the store holds no claim.
    """
    from provenance.errors import NothingCheckedError, UsageError
    from provenance.matching.results import search
    from provenance.store import database
    from provenance.store.search import MOST

    wanted = " ".join(query)
    if not wanted.strip():
        raise UsageError("the query is empty", remedy="Give a sentence, or a few words")
    asked = search.query(wanted)
    with database.open(common.store(store, common.config()), read_only=True) as opened:
        keeping.say_outdated(opened)
        held = opened.candidates(asked.words, asked.values, asked.keys, max(limit, MOST))
        documents = {d.id: d for d in opened.some({claim.span.document for claim in held})}
        if not held and opened.is_empty():
            raise NothingCheckedError("the store holds no claim", remedy="Add documents first: provenance add PATH")
        hits = search.rank(asked, held, {d.id: d.published for d in documents.values()})
        first = hits[: 2 * limit]
        hits = search.in_context(asked, first, {name: opened.one(name) for name in _named(first)})
        hits = hits[:limit]
        decisions = _decided(opened, {hit.claim.id for hit in hits})
    shown = [
        (hit, documents[hit.claim.span.document], [one for one in decisions if hit.claim.id in one.claims])
        for hit in hits
    ]
    render = _json if format_ == "json" else _text
    common.write(render(shown, **(reporting.terminal(output) if format_ == "text" else {})), output)
    if not shown:
        common.say("no claim in the store speaks of this")
    return 0


Shown = tuple["Hit", "Document", "list[Decision]"]


def _named(hits: "Sequence[Hit]") -> list[str]:
    return sorted({hit.claim.span.document for hit in hits})


def _decided(store: "Store", claims: set[str]) -> "list[Decision]":
    """The last decision about each finding that one of these claims is part of, with what has changed since."""
    from provenance.policy.decisions import outdated

    last = {one.finding: one for one in store.decisions()[0] if claims.intersection(one.claims)}
    named = {part.document for decision in last.values() for part in decision.basis}
    texts = {document.id: document.text_sha256 for document in store.some(named)}
    return [decision.model_copy(update={"stale": outdated(decision, texts)}) for decision in last.values()]


def _json(shown: Sequence[Shown]) -> str:
    from provenance.reports.plain import SCHEMA_VERSION, dump, plain

    hits = [
        {
            "relation": hit.relation,
            "score": hit.score,
            "likeness": hit.likeness,
            "claim": hit.claim.id,
            "passage": plain(hit.claim.span),
            "sentence": hit.claim.sentence.quote,
            "document": {name: value for name, value in plain(document).items() if name != "text"},
            "slots": plain(hit.slots),
            "decisions": plain(decisions),
        }
        for hit, document, decisions in shown
    ]
    return dump({"schema_version": SCHEMA_VERSION, "hits": hits}, indent=2) + "\n"


def _text(shown: Sequence[Shown], **options: Any) -> str:
    from provenance.cli.files import texts
    from provenance.reports.hits import render

    return render(shown, files=texts({document.id: document for _, document, _ in shown}.values()), **options)
