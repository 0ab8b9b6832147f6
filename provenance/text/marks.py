"""Quotation marks and brackets of one paragraph, paired."""

import re

# Two apostrophes or accents are a double mark of old wire and newspaper archives.
_MARK = re.compile(r"''|``|[“”„«»\"‘’'()\[\]]")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "(": ")", "[": "]"}
_CLOSERS = "”»)]"
_SINGLE_OPEN, _SINGLE_CLOSE = ("‘", "'"), ("’", "'")
_STRAIGHT = frozenset(("''", "``", '"', "'", "‘", "’"))


def pairs(paragraph: str) -> list[tuple[int, int]]:
    """Half-open ranges from an opening mark past its closing mark, in order of their end; they may nest or overlap.

    A mark that stays open (a quotation that goes on in the next paragraph, a lost closing mark) gives none: a second
    opening mark of the same kind drops the first.
    """
    found: list[tuple[int, int]] = []
    opened: dict[str, int] = {}
    for match in _MARK.finditer(paragraph):
        at, mark = match.start(), match.group()
        if mark in _STRAIGHT:
            _straight(paragraph, match, opened, found)
        elif mark in _CLOSERS or (mark == "“" and "„" in opened):
            _close(at, mark, opened, found)
        else:
            opened[mark] = at
    return found


def _close(at: int, mark: str, opened: dict[str, int], found: list[tuple[int, int]]) -> None:
    """Close the nearest kind of opening mark that `mark` can close."""
    for opener, closers in _PAIRS.items():
        if mark in closers and opener in opened:
            found.append((opened.pop(opener), at + 1))
            return


def _straight(text: str, match: re.Match[str], opened: dict[str, int], found: list[tuple[int, int]]) -> None:
    """Pair marks that do not say whether they open; single ones may be apostrophes, so they need a word's edge."""
    (at, end), mark = match.span(), match.group()
    before, after = text[at - 1 : at] if at else "", text[end : end + 1]
    opens = (not before or before.isspace() or before in "([“‘\"'—–-") and bool(after) and not after.isspace()
    kind = "'" if mark in (*_SINGLE_OPEN, *_SINGLE_CLOSE) else '"'
    if opens and (kind == '"' or mark in _SINGLE_OPEN):
        opened[kind] = at
    elif kind in opened and (kind == '"' or (mark in _SINGLE_CLOSE and not after.isalnum())):
        found.append((opened.pop(kind), end))
