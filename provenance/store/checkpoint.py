"""Checkpoints: the state of a journal in three lines, in the form of C2SP tlog-checkpoint (without a signature).

The lines are the name of the log, the number of its entries, and the root of their Merkle tree in base64.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from typing import Self

from provenance.errors import UsageError

PREFIX = "provenance/journal/"
_REMEDY = "A checkpoint is three lines, as every report made with a store ends in them: name, size, root in base64"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A journal as it was at one moment."""

    origin: str
    size: int
    root: bytes

    def __str__(self) -> str:
        """The three lines, each with its line feed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode('ascii')}\n"

    @classmethod
    def parse(cls, text: str) -> Self:
        """The first checkpoint in a text (a note, a report), whatever stands around it; raises UsageError."""
        lines = [line.strip().strip("`>│").strip() for line in text.splitlines()]
        for at, line in enumerate(lines):
            if line.startswith(PREFIX):
                return cls._of(line, *[*lines[at + 1 : at + 3], "", ""][:2])
        raise UsageError("no checkpoint in this text", remedy=_REMEDY)

    @classmethod
    def _of(cls, origin: str, size: str, root: str) -> Self:
        try:
            digest = base64.b64decode(root, validate=True)
        except (binascii.Error, ValueError):
            digest = b""
        # C2SP: the size in ASCII decimals without leading zeros.
        plain = size.isascii() and size.isdecimal() and (size == "0" or not size.startswith("0"))
        if not plain or len(size) > 18 or len(digest) != hashlib.sha256().digest_size:
            raise UsageError("the checkpoint cannot be read", remedy=_REMEDY)
        return cls(origin, int(size), digest)
