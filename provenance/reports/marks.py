"""Which words of a passage to mark: the values that were compared, and the words that only one passage has."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import LCSseq

from provenance.model import Claim, SlotComparison, Span

Kind = Literal["context", "plain", "only", "agrees", "differs"]
KINDS: tuple[Kind, ...] = ("context", "plain", "only", "agrees", "differs")
"""Weakest first: where marks overlap, the later one shows."""

MOST_WORDS = 2_000
"""Longer passages get no word diff: its cost grows with the product of both lengths."""
ALIKE = 0.5
"""Share of common words from which a word diff helps; below it, nearly every word would be marked."""

_WORD = re.compile(r"\w+(?:[.,:'’]\w+)*|[^\w\s]")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one mark."""

    text: str
    kind: Kind


def pieces(text: str, quote: tuple[int, int], marks: Iterable[tuple[int, int, Kind]]) -> tuple[Piece, ...]:
    """`text` cut where marks change; outside of `quote` it is context. Offsets count from the start of `text`."""
    painted = bytearray(len(text))
    painted[quote[0] : quote[1]] = bytes([1]) * (quote[1] - quote[0])
    for start, end, kind in sorted(marks, key=lambda mark: KINDS.index(mark[2])):
        painted[start:end] = bytes([KINDS.index(kind)]) * (end - start)
    cuts, position = [], 0
    for code, run in groupby(painted):
        end = position + sum(1 for _ in run)
        cuts.append(Piece(text[position:end], KINDS[code]))
        position = end
    return tuple(cuts)


def slot_marks(
    shown: Span, claim: Claim | None, slots: Iterable[SlotComparison], side: str
) -> Iterator[tuple[int, int, Kind]]:
    """Where the values of `slots` stand in `shown`; `side` is "a" or "b"."""
    for slot in slots:
        if slot.verdict == "unknown" or slot.slot == "quotation":
            continue  # of a quotation, the words that changed are marked
        if slot.verdict == "different" and slot.slot == "attribution":
            continue  # two speakers are no disagreement
        kind: Kind = "differs" if slot.verdict == "different" else "agrees"
        places = _places(shown, claim, slot.slot, getattr(slot, side))
        if kind == "agrees":  # of several values, the ones that the other side names too
            other = getattr(slot, "b" if side == "a" else "a").casefold()
            places = [(start, end) for start, end in places if shown.quote[start:end].casefold() in other] or places
        for start, end in places:
            yield start, end, kind


def _places(shown: Span, claim: Claim | None, slot: str, value: str) -> list[tuple[int, int]]:
    """Literally, or else by the claim's own values of that kind."""
    if not value.strip():
        return []
    literal = re.search(rf"(?<!\w){re.escape(value.strip())}(?!\w)", shown.quote, re.IGNORECASE)
    if literal:
        return [literal.span()]
    spans = [span for span in _values(claim, slot) if shown.contains(span)]
    named = [span for span in spans if _named(span.quote, value)]
    return [(span.start - shown.start, span.end - shown.start) for span in named or spans]


def _values(claim: Claim | None, slot: str) -> list[Span]:
    if claim is None:
        return []
    if slot in ("quantity", "measure"):
        return [quantity.span for quantity in claim.quantities]
    if slot == "time":
        return [time.span for time in claim.times]
    if slot in ("actor", "place", "name", "undergoer"):
        return [name.span for name in claim.names if name.kind == "place" or slot != "place"]
    if slot == "attribution" and claim.attribution and claim.attribution.source:
        return [claim.attribution.source]
    return []


def _named(quote: str, value: str) -> bool:
    """Whether the compared value speaks of this quote: a number in common, or the words themselves."""
    return quote.casefold() in value.casefold() or not set(_NUMBER.findall(quote)).isdisjoint(_NUMBER.findall(value))


def word_marks(a: str, b: str, alike: float = ALIKE) -> tuple[list[tuple[int, int, Kind]], list[tuple[int, int, Kind]]]:
    """The words that only `a` and only `b` have; nothing where the texts are too long or too different to help."""
    words_a, words_b = list(_WORD.finditer(a)), list(_WORD.finditer(b))
    if not words_a or not words_b or max(len(words_a), len(words_b)) > MOST_WORDS:
        return [], []
    keys_a, keys_b = [word.group().casefold() for word in words_a], [word.group().casefold() for word in words_b]
    if LCSseq.normalized_similarity(keys_a, keys_b) < alike:
        return [], []
    only_a: list[tuple[int, int, Kind]] = []
    only_b: list[tuple[int, int, Kind]] = []
    for step in LCSseq.opcodes(keys_a, keys_b):
        if step.tag == "equal":
            continue
        if step.src_end > step.src_start:
            only_a.append((words_a[step.src_start].start(), words_a[step.src_end - 1].end(), "only"))
        if step.dest_end > step.dest_start:
            only_b.append((words_b[step.dest_start].start(), words_b[step.dest_end - 1].end(), "only"))
    return only_a, only_b
