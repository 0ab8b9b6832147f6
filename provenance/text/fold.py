"""Text folded for comparing, with a map back to the code points it came from.

Every character is folded by itself (compatibility decomposition after Unicode Annex 15, typographic quotes, dashes and
ellipses to ASCII, zero-width characters and soft hyphens to nothing); then runs of white space, and of dashes, become
one. Superscripts, fractions and circled digits stay, since "10²" is not 102.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

# ASCII words with single spaces or hyphens between them: most of a text, copied as it is.
_PLAIN = re.compile(r"[!-,.-~]+(?:[ -][!-,.-~]+)*")
_MARKS = {
    "'": "‘’‚‛′ʼ＇´ʹ",
    '"': "“”„‟″«»＂ˮ",
    "-": "‐‑‒–—―−⁃﹘﹣－⸺⸻",
}
_TABLE = {mark: plain for plain, marks in _MARKS.items() for mark in marks}
_RUNS = " -"
_KEPT = ("<super>", "<sub>", "<fraction>", "<circle>")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; character i of `text` comes from the half-open range `offsets[i]` to `ends[i]` of the original."""

    text: str
    offsets: "array[int]"
    ends: "array[int]"

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The original's half-open range behind `text[start:end]`; an empty range where nothing is asked for."""
        if start >= end:
            at = self.offsets[start] if start < len(self.offsets) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.offsets[start], self.ends[end - 1]


def fold(text: str, *, case: bool = False) -> Folded:
    """`text` folded, with `case` also in lower case; folding a folded text changes nothing, and the map is monotone."""
    parts: list[str] = []
    offsets, ends = array("L"), array("L")
    at = 0
    for plain in _PLAIN.finditer(text):
        start, end = plain.span()
        _odd(text, at, start, case, parts, offsets, ends)
        parts.append(plain.group().lower() if case else plain.group())
        offsets.extend(range(start, end))
        ends.extend(range(start + 1, end + 1))
        at = end
    _odd(text, at, len(text), case, parts, offsets, ends)
    return Folded("".join(parts), offsets, ends)


def _odd(
    text: str, start: int, end: int, case: bool, parts: list[str], offsets: "array[int]", ends: "array[int]"
) -> None:
    """Fold `text[start:end]` character by character onto the end of the three lists."""
    last = parts[-1][-1] if parts else ""
    for at in range(start, end):
        for character in _character(text[at], case):
            if character == last and character in _RUNS:
                ends[-1] = at + 1
                continue
            parts.append(character)
            offsets.append(at)
            ends.append(at + 1)
            last = character


@lru_cache(maxsize=65536)
def _character(character: str, case: bool) -> str:
    """What one character folds to; folded again until nothing changes, so that the whole is idempotent."""
    folded = "".join(_step(part, case) for part in character)
    while folded != (again := "".join(_step(part, case) for part in folded)):
        folded = again
    return folded


def _step(character: str, case: bool) -> str:
    if character in _TABLE:
        return _TABLE[character]
    if _INVISIBLE.match(character):
        return ""
    if character.isspace():
        return " "
    if unicodedata.decomposition(character).startswith(_KEPT):
        return character
    decomposed = unicodedata.normalize("NFKD", character)
    return decomposed.casefold() if case else decomposed
