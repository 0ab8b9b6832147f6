"""Files and folders to documents; what cannot be read is a value, so that one bad file loses nothing."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from provenance.errors import ProvenanceError, UnreadableError, remedy_for
from provenance.model import Document
from provenance.readers import document, sources

_SKIPPED_STEMS = frozenset(("readme",))
_STORES = (".sqlite", ".sqlite-shm", ".sqlite-wal")
"""What a store leaves beside the documents."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, or an error in a sources.yaml."""

    path: str
    error: ProvenanceError
    """One line: place, cause, remedy."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a walk over files and folders gave, in the order of the paths."""

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]


def read_all(paths: Iterable[str | os.PathLike[str]]) -> Reading:
    """The documents of files and, sorted by name, of folders with all folders in them.

    In folders, hidden files, README files, stores and sources.yaml are passed over; a sources.yaml beside a file says
    what is known about it. A file given twice is read once. Files of one name get longer ids. Nothing readable is ever
    lost: errors are returned, not raised.
    """
    unread: list[Unread] = []
    files = _files(paths, unread)
    ids = _ids(files)
    known: dict[Path, sources.Sources] = {}
    documents = []
    for path in files:
        folder = path.parent
        if folder not in known:
            known[folder] = sources.load(folder)
            unread += (Unread(str(folder / sources.FILE_NAME), error) for error in known[folder].errors)
        entry = known[folder].entries.get(path.name, sources.Source())
        try:
            documents.append(_read(path, ids[path], entry))
        except ProvenanceError as error:
            unread.append(Unread(str(path), error))
    return Reading(tuple(documents), tuple(unread))


def _read(path: Path, id: str, entry: sources.Source) -> Document:
    given = {
        "id": id,
        "title": entry.title,
        "publisher": entry.publisher,
        "published": entry.published,
        "url": entry.url,
    }
    read = document.document(document.load(path), path.as_posix(), given, author=entry.author)
    if entry.sha256 is None or entry.sha256 == read.sha256:
        return read
    warning = f"has changed: {sources.FILE_NAME} has sha256 {entry.sha256}, the file has {read.sha256}"
    return read.model_copy(update={"warnings": (*read.warnings, warning)})


def _files(paths: Iterable[str | os.PathLike[str]], unread: list[Unread]) -> list[Path]:
    """Every file once, by the name it was first met under."""
    met: dict[str, Path] = {}
    for given in paths:
        path = Path(given)
        for file in _walk(path, unread) if path.is_dir() else [path]:
            met.setdefault(os.path.realpath(file), file)
    return list(met.values())


def _walk(folder: Path, unread: list[Unread]) -> Iterator[Path]:
    """The files of a folder in sorted order; links that lead out of it are not followed."""
    home = os.path.realpath(folder)

    def failed(error: OSError) -> None:
        place = str(error.filename or folder)
        unread.append(
            Unread(place, UnreadableError(f"cannot be opened: {error.strerror}", place=place, remedy=remedy_for(error)))
        )

    for here, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(here, name)
            if name.startswith(".") or name == sources.FILE_NAME or path.stem.lower() in _SKIPPED_STEMS:
                continue
            if path.suffix.lower() in _STORES:
                continue
            if path.is_symlink() and not os.path.realpath(path).startswith(home + os.sep):
                error = UnreadableError(
                    "is a link that leads out of the folder", place=str(path), remedy="Copy the file"
                )
                unread.append(Unread(str(path), error))
                continue
            yield path


def _ids(files: list[Path]) -> dict[Path, str]:
    """A readable id for each file: its stem; where files share it, as many last parts of the path as it takes."""
    ids: dict[Path, str] = {}
    used: set[str] = set()
    open_files, depth = list(files), 0
    while open_files:
        groups: dict[str, list[Path]] = defaultdict(list)
        for path in open_files:
            groups[_name(path, depth)].append(path)
        deepest = depth > max(len(path.parts) for path in open_files)
        open_files = []
        for name, group in groups.items():
            if deepest:
                group = sorted(group)
                ids.update((path, _free(name, used)) for path in group)
            elif len(group) > 1 or name in used:
                open_files += group
            else:
                ids[group[0]] = name
                used.add(name)
        depth += 1
    return ids


def _free(name: str, used: set[str]) -> str:
    """`name`, with the first number that makes it new; notes it as used."""
    free = next(candidate for number in count(1) if (candidate := f"{name}-{number}") not in used)
    used.add(free)
    return free


def _name(path: Path, depth: int) -> str:
    """The stem for depth 0, then the name, then the name with `depth` - 1 folders before it."""
    if depth == 0:
        return document.readable_id(str(path))
    return document.identifier("-".join(path.parts[-depth:])) or "document"
