"""A quotation taken apart: its words, and where an ellipsis or brackets say that others stand in the source."""

import re
from dataclasses import dataclass
from typing import Literal

from provenance.text.fold import fold
from provenance.verification.lookup.tokens import lowered

_JOINT = re.compile(r"\[[^\[\]]{0,200}\](?![^\W_])|\(?(?:\.\s?){3,4}\)?|…")
Joint = Literal["ellipsis", "bracket"]


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that must stand in a row, and what joins them to the segment before."""

    words: list[str]
    joint: Joint
    inserted: list[str]
    """The words in brackets before them."""


def segments(quote: str) -> list[Segment]:
    """The runs of words of a quotation; "[T]he" is "the", "[sic]" is nothing."""
    folded = fold(quote).text
    found: list[Segment] = []
    at, joint, inserted = 0, "ellipsis", ""
    for match in [*_JOINT.finditer(folded), None]:
        end = match.start() if match else len(folded)
        words = plain(folded[at:end])
        if words:
            found.append(Segment(words, joint, plain(inserted)))  # type: ignore[arg-type]
        if match:
            joint = "bracket" if match.group().startswith("[") else "ellipsis"
            inserted, at = match.group() if joint == "bracket" else "", match.end()
    return found


def plain(text: str) -> list[str]:
    """Words in lower case, as the sources are read."""
    return lowered(text)
