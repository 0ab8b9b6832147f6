"""Earlier figures: "rose to 22 from 14" and "4.8 percent, against 5.1 percent in April" do not back "it is 14"."""

from collections.abc import Iterator

from provenance.model import Quantity
from provenance.text.closed_classes import WEEKDAYS
from provenance.verification.comparison import exactness, lists
from provenance.verification.comparison.compared import Compared, Difference
from provenance.verification.comparison.side import Range, Side

_REASON = "the source gives this as the earlier figure"
_LEADING = frozenset({"from", "against", "versus", "than", "of", "with", "to"})
"""The words right before an earlier figure; the two that need another one before them are below."""
_PAIRED = {"of": frozenset({"instead"}), "than": frozenset({"rather"}), "with": frozenset({"compared"})}
_PAIRED["to"] = _PAIRED["with"]
_BACK = frozenset({"had", "earlier", "previously", "previous", "before", "ago", "last", "formerly", "former", "then"})
"""Words by which a draft tells of an earlier time itself."""
_SMALL = frozenset({"a", "just", "only"})
"""Of what is: "rose to 22 from 14 on Monday"."""


def taken(c: Compared) -> Iterator[Difference]:
    """Figures that the source gives only as what was before, and the draft as what is."""
    before = _earlier(c.source)
    if not before or any(t.word.lower() in _BACK for t in c.draft.tokens):
        return
    for value, where in c.draft.quantities:
        same = [m for m, (q, _) in enumerate(c.source.quantities) if exactness.figures(value, q)[0] == "same"]
        if same and not _lead(c.draft, where) and all(m in before and not _is_bound_alike(c, m) for m in same):
            now = c.source.quantities[before[same[0]]][0]
            yield Difference("quantity", "different", value.text, now.text, _REASON, where)


def _earlier(side: Side) -> dict[int, int]:
    """The numbers of earlier figures of a sentence, each with that of the figure which came after it."""
    found: dict[int, int] = {}
    for n, (value, where) in enumerate(side.quantities):
        lead = _lead(side, where)
        for m in (n - 1, n + 1) if lead else ():
            if 0 <= m < len(side.quantities) and n not in found:
                other, place = side.quantities[m]
                if _is_one_kind(value, other) and (m < n or (lead == "from" and _is_to(side, place))):
                    found[n] = m
    return found


def _lead(side: Side, where: Range) -> str:
    """The word right before a figure that may make it an earlier one; empty for none."""
    at = where[0] - 1
    while at > 0 and side.tokens[at].word.lower() in lists.hedges() | _SMALL:
        at -= 1
    lead = side.tokens[at].word.lower() if at >= 0 else ""
    needed = _PAIRED.get(lead)
    held = lead in _LEADING and (needed is None or (at > 0 and side.tokens[at - 1].word.lower() in needed))
    return lead if held else ""


def _is_one_kind(earlier: Quantity, later: Quantity) -> bool:
    """Whether two figures may be of one thing: the earlier one says of what, like the later one, or nothing."""
    if earlier.change or later.change:
        return False
    return (not earlier.unit or earlier.unit == later.unit) and (not earlier.noun or earlier.noun == later.noun)


def _is_to(side: Side, where: Range) -> bool:
    return where[0] > 0 and side.tokens[where[0] - 1].word.lower() == "to"


def _is_bound_alike(c: Compared, n: int) -> bool:
    """Whether the draft tells of the time, the place or the people of which the source tells the earlier figure."""
    end = c.source.quantities[n][1][1]
    stop = next((j for j in range(end, len(c.source.tokens)) if _is_cut(c.source, j)), len(c.source.tokens))
    following = [where[0] for _, where in c.source.quantities if where[0] >= end]
    dated = {j for _, where in c.source.times for j in range(*where)}
    behind = [j for j in range(end, min([stop, *following])) if j in c.words.used]
    return any(
        c.source.tokens[j].weight > 0 or (j in dated and c.source.tokens[j].base not in WEEKDAYS) for j in behind
    )


def _is_cut(side: Side, j: int) -> bool:
    """Whether a comma or the like stands before a token."""
    between = slice(side.tokens[j - 1].end - side.span.start, side.tokens[j].start - side.span.start)
    return any(mark in side.span.quote[between] for mark in ",;:()")
