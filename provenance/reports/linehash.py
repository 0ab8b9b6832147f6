"""The line hashes by which GitHub code scanning knows a result again when lines move.

As github/codeql-action computes them (src/fingerprints.ts): a polynomial hash, base 37 in 64 bits, over the first 100
UTF-16 units from the start of a line that are no space or tab, line ends as one line feed, U+FFFF behind the last unit
and zeros after it; then a colon and how many lines so far have the same hash.
"""

import re
from array import array
from collections import Counter
from collections.abc import Container

_BLOCK = 100
_BASE = 37
_MASK = (1 << 64) - 1
_END = 0xFFFF
_LINE_END = re.compile(r"\r\n?")


def line_hashes(text: str, wanted: Container[int]) -> dict[int, str]:
    """The hash of each line of a file, counted from 1, that is `wanted`: {1: "271789c17abda88f:1"}."""
    folded = _LINE_END.sub("\n", text).replace(" ", "").replace("\t", "")
    units = array("H", folded.encode("utf-16-le", "surrogatepass"))
    units.append(_END)
    seen: Counter[bytes] = Counter()
    hashes, start = {}, 0
    for number in range(1, len(units) + 1):
        window = units[start : start + _BLOCK]
        key = window.tobytes()
        seen[key] += 1
        if number in wanted:
            hashes[number] = f"{_hash(window):x}:{seen[key]}"
        try:
            start = units.index(10, start) + 1
        except ValueError:
            break
    return hashes


def _hash(window: "array[int]") -> int:
    value = 0
    for unit in window:
        value = (value * _BASE + unit) & _MASK
    return value * pow(_BASE, _BLOCK - len(window), 1 << 64) & _MASK
