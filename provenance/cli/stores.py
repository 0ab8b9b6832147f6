"""Stores named as sources: the documents of a store that a draft may speak of."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from provenance.cli import keeping

if TYPE_CHECKING:
    from provenance.model import Document, Notice
    from provenance.scale.passages import Sources
    from provenance.verification.lookup.known import Known

_MESSAGE = (
    "checked against the {looked_at:,} of {held:,} documents that share most names, figures or rare words with the"
    " draft; --all-documents takes them all"
)


def split(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Files and folders, and the paths that are databases."""
    stores = [path for path in paths if _is_database(path)]
    return [path for path in paths if path not in stores], stores


def sources(paths: Sequence[str], drafts: "Sequence[Document]", *, whole: bool) -> "list[Sources]":
    """Of each store the documents, or where they are many those that share most with a draft.

    The stores stay open until the command ends.
    """
    if not paths:
        return []
    from provenance.scale import passages
    from provenance.store import database

    context = click.get_current_context()
    opened = [context.with_resource(database.open(path, read_only=True)) for path in paths]
    for store in opened:
        keeping.say_outdated(store)
    return [passages.everything(store) if whole else passages.near(store, drafts) for store in opened]


def known(sources: "Sequence[Sources]") -> "Known":
    """What is known of all of them."""
    from provenance.verification.lookup.known import Known

    return Known(
        extracted={name: one for held in sources for name, one in held.known.extracted.items()},
        claims={name: one for held in sources for name, one in held.known.claims.items()},
        sentences={name: one for held in sources for name, one in held.known.sentences.items()},
    )


def notices(sources: "Sequence[Sources]") -> "list[Notice]":
    """For each store of which not all documents were looked at, how many were."""
    from provenance.model import Notice

    return [
        Notice(kind="scope", message=_MESSAGE.format(looked_at=len(held.documents), held=held.held))
        for held in sources
        if len(held.documents) < held.held
    ]


def _is_database(path: str) -> bool:
    from provenance.readers.registry import DATABASE

    if not Path(path).is_file():
        return False
    with Path(path).open("rb") as file:
        return file.read(len(DATABASE)) == DATABASE
