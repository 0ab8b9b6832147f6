"""A copy of the store while others go on writing to it."""

import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from provenance.errors import StoreError, UsageError

if TYPE_CHECKING:
    from sqlite_utils import Database

_PAGES = 1_000
"""Copied at a time; between them, others may write."""


def copy(db: "Database", target: Path) -> None:
    """Writes the whole store, as it is at one moment, to a new file; raises UsageError where that cannot be."""
    if target.exists():
        raise UsageError("there is a file already", place=str(target), remedy="Choose another name")
    if not target.parent.is_dir():
        raise UsageError("its folder does not exist", place=str(target), remedy="Make the folder first")
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        try:
            _copy(db.conn, part)
            _rename(part, target)
        finally:
            part.unlink(missing_ok=True)
        _sync(target.parent)
    except (OSError, sqlite3.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"cannot be written: {reason}", place=str(target), remedy="Choose another place") from None


def _copy(source: sqlite3.Connection, part: Path) -> None:
    copied = sqlite3.connect(part)
    try:
        source.backup(copied, pages=_PAGES)
        found = copied.execute("pragma quick_check").fetchone()[0]
    finally:
        copied.close()
    if found != "ok":
        raise StoreError(f"is damaged: {found}", remedy="Run `provenance fsck`")
    with part.open("rb") as stream:
        os.fsync(stream.fileno())


def _rename(part: Path, target: Path) -> None:
    try:
        # Fails where somebody else was faster, instead of writing over their file.
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        part.rename(target)


def _sync(folder: Path) -> None:
    """A new name is on the disk when its folder is; Windows sees to that itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
