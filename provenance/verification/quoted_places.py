"""Where the words of a quotation stand in the sources, and in which state: exact, then joined, then like."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from provenance.text.words import differences
from provenance.verification import pieces, truncation
from provenance.verification.quoted_words import Segment
from provenance.verification.texts import Place, Run, Text, Texts

ELLIPSIS, BRACKET = 40, 8
"""Words of the source that an ellipsis or brackets may stand for."""
LEAST_ALIKE = 0.6
"""Share of its words in order from which a passage is that of the quotation, altered."""
_MOST_PLACES = 50
_NEAR = 4
"""Words by which places of one passage may lie apart and still vote together."""


def find(parts: Sequence[Segment], texts: Texts, said: Sequence[str]) -> list[Place]:
    """The passages of a quotation: exact ones where there are any, else its pieces, else the most alike passage.

    `said` are the words of the draft around the quotation: a condition told there is not lost.
    """
    words = [w for part in parts for w in (*part.inserted, *part.words)]
    exact = [_cut(parts, chain, texts, said) for chain in _chains(parts, texts)]
    # The source may have the same brackets.
    exact = exact or [_cut(parts, [Run(n, at, 0, len(words))], texts, said) for n, at in texts.runs(words)]
    if exact:
        return exact
    joined = pieces.find(words, texts, said)
    alike = _alike(words, texts)
    if joined is not None and not (alike and joined.state == "spliced" and _is_slight(alike, joined)):
        return [joined]
    return [alike] if alike else []


def _is_slight(alike: Place, joined: Place) -> bool:
    """Whether one changed word explains better what would else be joined from a very short piece."""
    return alike.changed <= 1 and joined.changed <= pieces.LEAST


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


def _alike(words: Sequence[str], texts: Texts) -> Place | None:
    """The passage with most of the words in order, where it has enough of them."""
    best: tuple[float, int, int, int, int] | None = None
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
            best = (score, number, first, last, shared)
    if best is None or best[0] < LEAST_ALIKE:
        return None
    text = texts.texts[best[1]]
    changed = differences(" ".join(words), " ".join(text.words[best[2] : best[3]]))
    return Place("altered", best[1], text.span(best[2], best[3]), changed, len(words) - best[4])


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
