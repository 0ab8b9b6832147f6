"""Numbers that stand in one place of two wordings: "voted 23 to 16" and "voted 23 to 18" are not one statement."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.tagging import tag
from provenance.extraction.tokens import tokenize
from provenance.model import Claim, Quantity, SlotComparison
from provenance.text.quoting import quoted
from provenance.values import quantities

_PIECE = re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['’][^\W\d_]+)*|(?<=\d)[-–](?=\d)")
_SCORE = frozenset("-–")
_RANKS = frozenset(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"]
)
_PLACED = frozenset(
    ["is", "are", "was", "were", "be", "been", "came", "come", "finished", "finish", "lie", "lies", "lay", "stand"]
)
"""Words after which a rank says where somebody stands: "finished third"; "the third goal" names a goal."""
_MOST = 40
"""Numbers of one claim that are looked at: a table without line ends is one claim with thousands."""
_LABELLED = frozenset("NSE")
"""Tags of the words that a number names a thing with: "Room 101", "Flight 370"."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number of a claim with the words next to it, lower case; empty at the ends of the claim."""

    text: str
    before: str
    after: str
    names: bool
    """Whether it tells one thing from its like rather than how many: "Room 101", "12 May"."""
    quantity: Quantity | None
    """What it says as a figure, where it is one."""


def numerals(claim: Claim) -> list[Numeral]:
    """The numbers of a claim in digits, and in words where they are figures, in order of place."""
    quote, start = claim.span.quote, claim.span.start
    held = [q for q in claim.quantities if q.span.start >= start and q.span.end <= claim.span.end]
    figures = [q for q in held if q.noun or q.unit or q.approximation != "between"]  # "3 to 11" may be a score
    pieces = _pieces(quote, start, figures)
    labels = _labels(quote)
    dated = [(t.span.start - start, t.span.end - start) for t in claim.times]
    found = []
    for i, (place, text, figure) in enumerate(pieces):
        before = pieces[i - 1][1].lower() if i else ""
        if figure is not None or text[0].isdigit() or (text in _RANKS and before in _PLACED):
            after = pieces[i + 1][1].lower() if i + 1 < len(pieces) else ""
            names = any(a <= place < b for a, b in dated) or (place in labels and "to" not in (before, after))
            found.append(Numeral(text, before, after, names, figure))
    return found[:_MOST]


def _pieces(quote: str, start: int, figures: Sequence[Quantity]) -> list[tuple[int, str, Quantity | None]]:
    """Words, numbers and figures with their places in the quote; a dash between two numbers reads "to"."""
    spans = [(q.span.start - start, q.span.end - start, q) for q in figures]
    found: list[tuple[int, str, Quantity | None]] = [(a, quote[a:b], q) for a, b, q in spans]
    for m in _PIECE.finditer(quote):
        if not any(a <= m.start() < b for a, b, _ in spans):
            found.append((m.start(), "to" if m.group() in _SCORE else m.group(), None))
    return sorted(found, key=lambda piece: piece[0])


def _labels(quote: str) -> frozenset[int]:
    """Places of the tokens that follow a noun or name."""
    tokens = tokenize(quote)
    tags = tag(tokens)
    return frozenset(tokens[i].start for i in range(1, len(tokens)) if tags[i - 1] in _LABELLED)


def apart(a: Claim, b: Claim) -> tuple[Numeral, Numeral] | None:
    """Two numbers that differ in one place, neither of which the other claim states; swapped ones before others."""
    x, y = numerals(a), numerals(b)
    left, right = _unshared(x, y)
    found = [(n, m) for n in left for m in right if _one_place(n, m) and _differ(n, m)]
    return min(found, key=lambda pair: (not is_swapped(*pair), sorted(n.text for n in pair)), default=None)


def _unshared(x: Sequence[Numeral], y: Sequence[Numeral]) -> tuple[list[Numeral], list[Numeral]]:
    """The numbers of each claim without those that the other states too, each as often: first those in one place."""
    left, right = list(x), list(y)
    for in_place in (True, False):
        for n in list(left):
            twin = next((m for m in right if m.text == n.text and (is_swapped(n, m) or not in_place)), None)
            if twin is not None:
                left.remove(n)
                right.remove(twin)
    return left, right


def is_swapped(x: Numeral, y: Numeral) -> bool:
    """Whether all that differs around two numbers are the numbers."""
    return (x.before, x.after) == (y.before, y.after)


def _one_place(x: Numeral, y: Numeral) -> bool:
    return is_swapped(x, y) or x.before == y.before != "" or x.after == y.after != ""


def _differ(x: Numeral, y: Numeral) -> bool:
    if x.quantity is None or y.quantity is None:
        return x.text != y.text
    return quantities.compare(x.quantity, y.quantity).verdict not in ("same", "compatible")


def slot(x: Numeral, y: Numeral) -> SlotComparison:
    """The comparison of two numbers that differ in one place."""
    reason = f"{quoted(x.text)} and {quoted(y.text)} stand in one place of the two wordings"
    return SlotComparison(slot="quantity", verdict="different", a=x.text, b=y.text, reason=reason)
