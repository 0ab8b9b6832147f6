"""Which program made what is derived in a store: keys and comparisons of another one need not be those of this one."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from provenance.model import Document
from provenance.store.rows import digest

_ROOMS = ("model", "text", "values", "extraction", "matching")
"""The packages whose code and word lists decide what keys a claim has, and what comparing two shows."""
_LENGTH = 16


@cache
def fingerprint() -> str:
    """A digest of the code and word lists that keys and comparisons rest on: 16 hexadecimal digits.

    The same on every machine that has the same program, whatever its version is called.
    """
    hashed = hashlib.sha256()
    for room in _ROOMS:
        for name, file in sorted(_files(resources.files("provenance") / room, room), key=lambda one: one[0]):
            # A checkout may have other ends of lines.
            content = file.read_bytes().replace(b"\r\n", b"\n")
            hashed.update(f"{name}\n{len(content)}\n".encode() + content)
    return hashed.hexdigest()[:_LENGTH]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    """The files of a package by path, but for what Python makes of them."""
    open_ = [(path, folder)]
    while open_:
        place, inside = open_.pop()
        for entry in inside.iterdir():
            name = f"{place}/{entry.name}"
            if entry.is_file():
                yield name, entry
            elif entry.name != "__pycache__":
                open_.append((name, entry))


def digest_of(document: Document) -> str:
    """What the keys and relations of a document rest on: its text by its digest, what is known of it, the program."""
    return digest(f"{fingerprint()}\n{document.model_dump_json(exclude={'path', 'text'})}")
