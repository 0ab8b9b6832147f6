"""Opening the store's file, and telling in one line what is wrong with it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from provenance.errors import StoreError
from provenance.store import migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

BUSY_SECONDS = 10.0
"""How long a writer waits for another one."""
_REMEDIES = (
    ("locked", "Another program is writing to it; try again."),
    ("readonly", "It, or its folder, cannot be written to."),
    ("full", "Make room on the disk."),
    ("unable to open", "Check the path and the permissions."),
)


def connect(path: Path, *, create: bool, read_only: bool) -> "Database":
    """The open database, with its schema up to date; raises StoreError."""
    _check_place(path, create=create, read_only=read_only)
    with guard(path):
        db = _open(path, create=create, read_only=read_only)
        try:
            _prepare(db, path, create=create, read_only=read_only)
        except BaseException:
            db.close()
            raise
    return db


@contextmanager
def guard(path: Path) -> Iterator[None]:
    """Turns what SQLite complains about into a StoreError, and names the file in every other one.

    A statement that is wrong in itself is a defect of this program, and stays what it is.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except StoreError as error:
        raise StoreError(error.message, place=str(path), remedy=error.remedy) from error.__cause__
    except sqlite3.Error as error:
        message = str(error)
        remedy = next((text for word, text in _REMEDIES if word in message), "Restore it from a copy.")
        raise StoreError(f"cannot be used: {message}", place=str(path), remedy=remedy) from error


def _check_place(path: Path, *, create: bool, read_only: bool) -> None:
    if path.is_dir():
        raise StoreError("is a folder", place=str(path), remedy="Name a file.")
    if not path.exists() and (read_only or not create):
        raise StoreError("no such store", place=str(path), remedy='Make one with "provenance init".')
    if not path.parent.is_dir():
        raise StoreError("its folder does not exist", place=str(path), remedy="Make the folder first.")


def _open(path: Path, *, create: bool, read_only: bool) -> "Database":
    # Not at the top: the program starts without it where no store is used.
    from sqlite_utils import Database

    uri = f"file:{quote(str(path.absolute()))}?mode={'rwc' if create else 'rw'}"
    if read_only:
        # A file in WAL mode needs its -shm beside it even for reading; where none can be made, nobody can write either.
        still = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
        uri = f"file:{quote(str(path.absolute()))}?{'immutable=1' if still else 'mode=ro'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)
    return Database(connection, execute_plugins=False)


def _prepare(db: "Database", path: Path, *, create: bool, read_only: bool) -> None:
    found = migrations.version(db)
    if found < 0 or (found == 0 and not create):
        raise StoreError("is not a store of provenance", place=str(path), remedy="Name another file.")
    if found > migrations.VERSION:
        message = f"has version {found}, this program knows versions up to {migrations.VERSION}"
        raise StoreError(message, place=str(path), remedy="Update the program.")
    db.execute("pragma foreign_keys = on")
    if read_only:
        if found < migrations.VERSION:
            raise StoreError(f"has the old version {found}", place=str(path), remedy="Open it for writing once.")
        return
    db.execute("pragma journal_mode = wal")
    # With NORMAL, a power loss takes back what was acknowledged.
    db.execute("pragma synchronous = full")
    if found < migrations.VERSION:
        with transaction(db):
            migrations.migrate(db)


@contextmanager
def transaction(db: "Database") -> Iterator[None]:
    """All or nothing; the write lock is taken at once, so that what is read inside stays true until the end."""
    db.execute("begin immediate")
    try:
        yield
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()
