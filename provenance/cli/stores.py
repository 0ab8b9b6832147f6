"""Stores named as sources: the documents of a store that a draft may speak of."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.model import Document

_MAGIC = b"SQLite format 3\0"


def split(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Files and folders, and the paths that are databases."""
    stores = [path for path in paths if _is_database(path)]
    return [path for path in paths if path not in stores], stores


def documents(stores: Sequence[str], drafts: "Sequence[Document]", *, whole: bool) -> "list[Document]":
    """The documents of the stores, or of large ones those that share most with each draft, by id in each store."""
    if not stores:
        return []
    from provenance.scale import stored
    from provenance.store import database

    found: list[Document] = []
    for path in stores:
        with database.open(path, read_only=True) as store:
            found += store.documents() if whole else stored.partners_of(store, drafts)
    return found


def _is_database(path: str) -> bool:
    if not Path(path).is_file():
        return False
    with Path(path).open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC
