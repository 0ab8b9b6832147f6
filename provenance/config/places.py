"""On which line a key of a TOML file stands, for messages; the parser itself does not tell."""

import re

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]#]{1,200}?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*([\w-]{1,100}|"[^"]{1,100}"|'[^']{1,100}')\s*(?:=|\.)""")

Path = tuple[str | int, ...]


def lines(text: str) -> dict[Path, int]:
    """Line, from 1, of each table and of each key at the start of a line; the first one where several stand."""
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = tuple(part.strip().strip("\"'") for part in header[2].split("."))
            found.setdefault(table, number)
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, key[1].strip("\"'")), number)
    return found


def line_of(found: dict[Path, int], path: Path) -> int | None:
    """The line of the longest known beginning of `path`; None where not even its first part is known."""
    return next((found[path[:end]] for end in range(len(path), 0, -1) if path[:end] in found), None)
