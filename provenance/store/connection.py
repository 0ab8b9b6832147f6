"""Opening the store's file, and telling in one line what is wrong with it."""

import os
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from provenance.errors import StoreError
from provenance.store import migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

T = TypeVar("T")
BUSY_SECONDS = 10.0
"""How long SQLite itself waits for another writer; after that, and where it does not wait at all, we try again."""
PATIENCE = 60.0
"""Seconds until a writer gives up."""
_PAUSE = 0.05
_BESIDE = ("-wal", "-shm")
"""Files that SQLite keeps beside one in WAL mode; it gives them the permissions of that one."""
_ANY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_REMEDIES = (
    ("readonly", "It, or its folder, cannot be written to"),
    ("is full", "Make room on the disk"),
    ("unable to open", "Check the path and the permissions"),
    ("disk I/O", "Make room on the disk, and check that the disk is sound"),
    ("not a database", "Restore it from a copy, or name another store"),
)


def connect(path: Path, *, create: bool, read_only: bool) -> "Database":
    """The open database, with its schema up to date; raises StoreError."""
    _check_place(path, create=create, read_only=read_only)
    with guard(path):
        return patiently(lambda: _prepared(path, create=create, read_only=read_only))


def patiently(action: Callable[[], T]) -> T:
    """What `action` returns, tried again while another program holds the file; StoreError when that takes too long."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return action()
        except sqlite3.OperationalError as error:
            if not _is_busy(error):
                raise
            if time.monotonic() > end:
                message = f"another program has been writing to it for {PATIENCE:.0f} seconds"
                raise StoreError(message, remedy="Try again when it has ended") from error
        time.sleep(_PAUSE)


def _is_busy(error: sqlite3.Error) -> bool:
    # The extended codes hold the plain one in their lowest byte.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY


def _prepared(path: Path, *, create: bool, read_only: bool) -> "Database":
    db = _open(path, create=create, read_only=read_only)
    try:
        _prepare(db, path, create=create, read_only=read_only)
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def guard(path: Path) -> Iterator[None]:
    """Turns what SQLite complains about into a StoreError, and names the file in every other one that names no place.

    A statement that is wrong in itself is a defect of this program, and stays what it is.
    """
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except StoreError as error:
        raise StoreError(error.message, place=error.place or str(path), remedy=error.remedy) from error.__cause__
    except UnicodeDecodeError as error:
        # What SQLite complains about can quote damaged bytes, too.
        raise StoreError("cannot be used: it is damaged", place=str(path), remedy="Restore it from a copy") from error
    except sqlite3.Error as error:
        message = "another program is writing to it" if _is_busy(error) else str(error)
        remedy = next((text for word, text in _REMEDIES if word in message), "Restore it from a copy")
        raise StoreError(f"cannot be used: {message}", place=str(path), remedy=remedy) from error


def _check_place(path: Path, *, create: bool, read_only: bool) -> None:
    if path.is_dir():
        raise StoreError("is a folder", place=str(path), remedy="Name a file")
    if not path.exists() and (read_only or not create):
        raise StoreError("no such store", place=str(path), remedy=f"Make one: `provenance init {path}`")
    if not path.parent.is_dir():
        raise StoreError("its folder does not exist", place=str(path), remedy="Make the folder first")
    if not read_only and not is_writable(path):
        copy = "Copy it to where it can be (provenance export)" if path.exists() else "Choose another place"
        remedy = f"{copy}, or change the permissions"
        raise StoreError("it, or its folder, cannot be written to", place=str(path), remedy=remedy)
    if not read_only and path.exists():
        _heal(path)


def is_writable(path: Path) -> bool:
    """Whether a store could be written to, or made, at this place: SQLite needs the folder, too.

    What is marked as read-only stays as it is, even where the system would let us write.
    """
    return _is_open(path.parent) and (not path.exists() or _is_open(path))


def _is_open(path: Path) -> bool:
    return os.access(path, os.W_OK) and path.stat().st_mode & _ANY_WRITES != 0


def _heal(path: Path) -> None:
    """Makes writable again what was left beside a store while it was read-only; raises StoreError."""
    for beside in (Path(f"{path}{ending}") for ending in _BESIDE):
        if not beside.exists() or _is_open(beside):
            continue
        try:
            beside.chmod(stat.S_IMODE(path.stat().st_mode))
        except OSError as error:
            message = f"{beside.name} beside it cannot be written to"
            remedy = f"Make it writable, or remove it when nobody uses the store: {beside}"
            raise StoreError(message, place=str(path), remedy=remedy) from error


def _open(path: Path, *, create: bool, read_only: bool) -> "Database":
    # Not at the top: the program starts without it where no store is used.
    from sqlite_utils import Database

    uri = f"file:{quote(str(path.absolute()))}?mode={'rwc' if create else 'rw'}"
    if read_only:
        # A file in WAL mode needs its -shm beside it even for reading. Beside a file that cannot be written to none can
        # be made, or it would stay there, itself read-only, and keep others from writing once that is allowed.
        still = not is_writable(path) and not _has_pages(Path(f"{path}-wal"))
        uri = f"file:{quote(str(path.absolute()))}?{'immutable=1' if still else 'mode=ro'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)
    return Database(connection, execute_plugins=False)


def _has_pages(log: Path) -> bool:
    return log.exists() and log.stat().st_size > 0


def _prepare(db: "Database", path: Path, *, create: bool, read_only: bool) -> None:
    found = migrations.version(db)
    if found < 0 or (found == 0 and not create):
        raise StoreError("is not a store of provenance", place=str(path), remedy="Name another file")
    if found > migrations.VERSION:
        message = f"has version {found}, this program knows versions up to {migrations.VERSION}"
        raise StoreError(message, place=str(path), remedy="Update the program")
    db.execute("pragma foreign_keys = on")
    if read_only:
        if found < migrations.VERSION:
            raise StoreError(
                f"has the old version {found}", place=str(path), remedy="Bring it up to date: `provenance rebuild`"
            )
        return
    db.execute("pragma journal_mode = wal")
    # With NORMAL, a power loss takes back what was acknowledged.
    db.execute("pragma synchronous = full")
    if found < migrations.VERSION:
        with transaction(db):
            migrations.migrate(db)
        if found:
            _shrink(db)


def _shrink(db: "Database") -> None:
    """Gives back the room of what a migration dropped; left undone where others use the file or the disk is full."""
    with suppress(sqlite3.OperationalError):
        db.execute("vacuum")


@contextmanager
def transaction(db: "Database") -> Iterator[None]:
    """All or nothing; the write lock is taken at once, so that what is read inside stays true until the end."""
    patiently(lambda: db.execute("begin immediate"))
    try:
        yield
    except BaseException:
        db.conn.rollback()
        raise
    db.conn.commit()


@contextmanager
def reading(db: "Database") -> Iterator[None]:
    """All that is read inside is of one moment, whatever others write."""
    db.execute("begin")
    try:
        yield
    finally:
        db.conn.rollback()
