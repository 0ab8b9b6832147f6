"""Where the words of a quotation stand in the sources, and in which state: exact, then joined, then like."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from provenance.model import QuotationState, Span
from provenance.text.words import differences
from provenance.verification import truncation
from provenance.verification.quoted_words import Segment
from provenance.verification.texts import Run, Text, Texts

ELLIPSIS, BRACKET, ASIDE = 40, 8, 25
"""Words of the source that an ellipsis, brackets, or the reporting words within a quotation may stand for."""
LEAST_ALIKE = 0.6
"""Share of its words in order from which a passage is that of the quotation, altered."""
_LEAST_RUN = 3
_MOST_RUNS = 4
_MOST_PLACES = 50
_NEAR = 4
"""Words by which places of one passage may lie apart and still vote together."""


class Place(NamedTuple):
    """One passage with the state that the quotation is in beside it."""

    state: QuotationState
    text: int
    span: Span
    differences: tuple[str, ...] = ()


def find(parts: Sequence[Segment], texts: Texts, said: Sequence[str]) -> list[Place]:
    """The passages of a quotation: exact ones where there are any, else its pieces, else the most alike passage.

    `said` are the words of the draft around the quotation: a condition told there is not lost.
    """
    exact = [_cut(parts, chain, texts, said) for chain in _chains(parts, texts)]
    if exact:
        return exact
    words = [w for part in parts for w in part.words]
    joined = _joined(words, texts, said, ellipsis=any(p.joint == "ellipsis" for p in parts[1:]))
    alike = _alike(words, texts)
    if joined is not None and not (
        alike and alike.state == "altered" and joined.state == "spliced" and _is_close(alike)
    ):
        return [joined]
    return [alike] if alike else []


def _is_close(place: Place) -> bool:
    return len(place.differences) == 1


def _chains(parts: Sequence[Segment], texts: Texts) -> Iterator[list[Run]]:
    """Every way in which all segments stand one after the other, as far apart as their joints allow."""
    for count, (number, start) in enumerate(texts.runs(parts[0].words)):
        if count >= _MOST_PLACES:
            return
        chain: list[Run] | None = [Run(number, start, 0, len(parts[0].words))]
        for part in parts[1:]:
            chain = _next(chain, part, texts.texts[number]) if chain else None
        if chain:
            yield chain


def _next(chain: list[Run], part: Segment, text: Text) -> list[Run] | None:
    reach = ELLIPSIS if part.joint == "ellipsis" else BRACKET
    after = chain[-1].end
    for start in range(after, min(after + reach + 1, len(text.words) - len(part.words) + 1)):
        if text.words[start : start + len(part.words)] == part.words:
            return [*chain, Run(chain[-1].text, start, chain[-1].at + chain[-1].length, len(part.words))]
    return None


def _cut(parts: Sequence[Segment], chain: Sequence[Run], texts: Texts, said: Sequence[str]) -> Place:
    """An exact place: verbatim, unless a condition or negation was left out before, between or behind."""
    number = chain[0].text
    text = texts.texts[number]
    span = text.span(chain[0].start, chain[-1].end)
    for part, (left, right) in zip(parts[1:], pairwise(chain), strict=False):
        skipped = text.words[left.end : right.start]
        lost = truncation.negation(skipped) or truncation.condition(skipped)
        if part.joint == "bracket":
            if bool(truncation.negation(skipped)) != bool(truncation.negation(part.inserted)):
                shown = f"'{' '.join(skipped)}' → '[{' '.join(part.inserted)}]'"
                return Place("altered", number, span, (shown,))
        elif lost:
            return Place("truncated", number, span, (f"left out: {lost!r}",))
    whole = chain[0].start == text.sentence(chain[0].start)[0] or len(parts[0].words) > 8
    lost = truncation.behind(text, chain[-1].end, whole=whole, said=said) or truncation.before(
        text, chain[0].start, said=said
    )
    if lost:
        return Place("truncated", number, span, (f"left out: {lost!r}",))
    return Place("verbatim", number, span)


def _joined(words: Sequence[str], texts: Texts, said: Sequence[str], *, ellipsis: bool) -> Place | None:
    """The quotation as a few exact pieces: interrupted by its source's reporting words, shortened, or spliced."""
    chain: list[Run] = []
    at = 0
    while at < len(words):
        runs = texts.longest(words, at)
        if not runs or runs[0].length < _LEAST_RUN or len(chain) >= _MOST_RUNS:
            return None
        chain.append(_nearest(runs, chain[-1] if chain else None))
        at += chain[-1].length
    if len(chain) < 2:
        return None
    return _judge(chain, texts, said, ellipsis=ellipsis)


def _nearest(runs: Sequence[Run], last: Run | None) -> Run:
    """The run that goes on soonest after the last one."""
    if last is None:
        return runs[0]
    return min(runs, key=lambda r: (r.text != last.text, r.start < last.end, abs(r.start - last.end)))


def _judge(chain: Sequence[Run], texts: Texts, said: Sequence[str], *, ellipsis: bool) -> Place:
    text = texts.texts[chain[0].text]
    pieces = " / ".join(f"'{texts.texts[r.text].span(r.start, r.end).quote}'" for r in chain)
    first = Place("spliced", chain[0].text, text.span(chain[0].start, chain[0].end), (f"joined from {pieces}",))
    if any(left.text != right.text or right.start < left.end for left, right in pairwise(chain)):
        return first
    span = text.span(chain[0].start, chain[-1].end)
    dropped: list[str] = []
    for left, right in pairwise(chain):
        if _is_aside(text, left.end, right.start):
            continue
        if text.sentence(left.end - 1) != text.sentence(right.start):
            return first
        dropped += text.words[left.end : right.start]
    if not dropped:
        lost = truncation.behind(text, chain[-1].end, whole=True, said=said)
        return Place("truncated" if lost else "verbatim", chain[0].text, span, (f"left out: {lost!r}",) if lost else ())
    lost = truncation.condition(dropped) or truncation.negation(dropped)
    state: QuotationState = "truncated" if lost and len(dropped) > 1 else "altered"
    return Place(state, chain[0].text, span, (f"left out: {' '.join(dropped)!r}",))


def _is_aside(text: Text, end: int, start: int) -> bool:
    """Whether the source closes its quotation at word `end` and opens it again at `start`: ‘"…," she said, "…"’."""
    if not 0 < start - end <= ASIDE:
        return start == end
    return truncation.closes(text, end) and truncation.opens(text, start)


def _alike(words: Sequence[str], texts: Texts) -> Place | None:
    """The passage with most of the words in order, where it has enough of them."""
    best: tuple[float, int, int, int] | None = None
    for number, start in _windows(words, texts):
        text = texts.texts[number]
        low, high = max(0, start - len(words) // 2 - 2), min(len(text.words), start + len(words) + len(words) // 2 + 2)
        blocks = [b for b in Levenshtein.opcodes(words, text.words[low:high]) if b.tag == "equal"]
        if not blocks:
            continue
        shared = sum(b.src_end - b.src_start for b in blocks)
        first = max(0, low + blocks[0].dest_start - blocks[0].src_start)
        last = min(len(text.words), low + blocks[-1].dest_end + len(words) - blocks[-1].src_end)
        score = shared / max(len(words), last - first)
        if best is None or score > best[0]:
            best = (score, number, first, last)
    if best is None or best[0] < LEAST_ALIKE:
        return None
    text = texts.texts[best[1]]
    changed = differences(" ".join(words), " ".join(text.words[best[2] : best[3]]))
    return Place("altered", best[1], text.span(best[2], best[3]), changed)


def _windows(words: Sequence[str], texts: Texts) -> list[tuple[int, int]]:
    """Where the quotation may begin: the places that most of its rarer words vote for."""
    votes: dict[tuple[int, int], float] = defaultdict(float)
    ranked = sorted(range(len(words)), key=lambda i: len(texts.places(words[i])))[: max(8, len(words) // 2)]
    for i in ranked:
        found = texts.places(words[i])
        for number, at in found[:2000]:
            slot = (at - i) // _NEAR
            for near in (slot, slot + 1):
                votes[number, near] += 1 / (1 + len(found)) ** 0.5
    best = sorted(votes, key=lambda v: (-round(votes[v], 6), v))[:6]
    return [(number, slot * _NEAR) for number, slot in best]
