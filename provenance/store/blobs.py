"""The keys of a document's claims as bytes of a column, the same on every machine."""

import sys
from array import array
from collections.abc import Sequence

from provenance.matching.blocking.partners import Keys


def packed(keys: Keys) -> bytes:
    """The keys of all claims as bytes, little-endian; a zero, which is no key, ends each claim."""
    return _blob(array("q", [key for held in keys for key in (*held, 0)]))


def unpacked(blob: bytes) -> list[list[int]]:
    """The keys of each claim from their bytes."""
    found: list[list[int]] = [[]]
    for key in _numbers(blob):
        if key:
            found[-1].append(key)
        else:
            found.append([])
    return found[:-1]


def _blob(numbers: "array[int]") -> bytes:
    return (numbers if sys.byteorder == "little" else _swapped(numbers)).tobytes()


def _numbers(blob: bytes) -> "array[int]":
    numbers = array("q", blob)
    return numbers if sys.byteorder == "little" else _swapped(numbers)


def _swapped(numbers: Sequence[int]) -> "array[int]":
    other = array("q", numbers)
    other.byteswap()
    return other
