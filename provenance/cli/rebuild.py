"""`provenance rebuild`: the index of a store made anew."""

from functools import partial

import click

from provenance.cli import common, keeping


@click.command("rebuild")
@common.store_option
def command(store: str | None) -> int:
    """Make the index of a store anew and compare its documents.

    \b
    Examples:
      provenance rebuild
      provenance rebuild --store newsroom.sqlite

    For stores that many documents were added to at once, and where `provenance review` takes long. All cores work;
    progress is shown. It can be interrupted: run again, it goes on where it was.

    What a review finds does not depend on it, only how fast it answers. The findings of a small store are renewed at
    once, those of a large one by the next `provenance review`.
    """
    from provenance.errors import NothingCheckedError
    from provenance.reports.wording import number_of
    from provenance.scale import stored
    from provenance.store import database

    with database.open(common.store(store, common.config())) as opened:
        documents = opened.documents()
        if not documents:
            raise NothingCheckedError("nothing to do: the store is empty", remedy="Fill it: provenance add PATH")
        pairs = stored.rebuild(opened, documents, opened.claims(), partial(common.progress, what="comparing"))
        keeping.refresh(opened, {document.id for document in documents})
    held, compared = number_of(len(documents), "document"), number_of(pairs, "pair")
    common.say(f"{held} in the index, {compared} compared")
    return 0
