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
_AROUND = str.maketrans(dict.fromkeys("`>│\"',<", " "))
"""What formats put around the lines."""
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
        """The first checkpoint in a text: a note, or a report of any format; raises UsageError."""
        # In JSON a line feed is two characters.
        words = text.replace("\\n", "\n").translate(_AROUND).split()
        at = next((i for i, word in enumerate(words) if word.startswith(PREFIX)), None)
        if at is None:
            raise UsageError("no checkpoint in this text", remedy=_REMEDY)
        return cls._of(*[*words[at : at + 3], "", ""][:3])

    @classmethod
    def _of(cls, origin: str, size: str, root: str) -> Self:
        try:
            digest = base64.b64decode(root, validate=True)
        except (binascii.Error, ValueError):
            digest = b""
        # What an attacker wrote is shown when it differs: no character of it may steer a terminal.
        named = origin.isascii() and origin.isprintable()
        # C2SP: the size in ASCII decimals without leading zeros.
        plain = size.isascii() and size.isdecimal() and (size == "0" or not size.startswith("0"))
        if not named or not plain or len(size) > 18 or len(digest) != hashlib.sha256().digest_size:
            raise UsageError("the checkpoint cannot be read", remedy=_REMEDY)
        return cls(origin, int(size), digest)
