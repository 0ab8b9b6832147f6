"""Where the words of a quotation stand in the sources, and in which state: exact, then joined, then like."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel, Levenshtein, Opcodes

from provenance.text.quoting import quoted
from provenance.text.words import differences
from provenance.verification.quotations import pieces, truncation
from provenance.verification.quotations.segments import Segment
from provenance.verification.quotations.texts import Place, Run, Text, Texts

ELLIPSIS, BRACKET = 40, 8
"""Words of the source that an ellipsis or brackets may stand for."""
LEAST_ALIKE = 0.6
"""Share of its words in order from which a passage is that of the quotation, altered."""
LEAST_WITH_FIGURES = 0.5
"""The same where the passage has the figures of the quotation too."""
_SPELT, _LIKE = 4, 0.8
"""Letters of a word, and the share of its letters, from which another is the same in another form or spelling."""
_MOST_STRAY = 3
"""Runs of equal words at each end of a passage that may be there by chance."""
_MOST_PLACES = 50
_NEAR = 4
"""Words by which places of one passage may lie apart and still vote together."""
_DOUBLE = frozenset('"“”«»')
"""Quotation marks that are never apostrophes."""


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
                shown = f"{quoted(' '.join(skipped))} → “[{' '.join(part.inserted)}]”"
                return Place("altered", number, span, (shown,))
        elif lost:
            return Place("truncated", number, span, (f"left out: {quoted(lost)}",))
    whole = chain[0].start == text.sentence(chain[0].start)[0] or len(parts[0].words) > 8
    lost = truncation.behind(text, chain[-1].end, whole=whole, said=said) or truncation.before(
        text, chain[0].start, said=said
    )
    if lost:
        return Place("truncated", number, span, (f"left out: {quoted(lost)}",))
    return Place("verbatim", number, span)


def _alike(words: Sequence[str], texts: Texts) -> Place | None:
    """The passage with most of the words in order, where it has enough of them."""
    best: tuple[float, int, int, int, int] | None = None
    for number, start in _windows(words, texts):
        text = texts.texts[number]
        low, high = max(0, start - len(words) // 2 - 2), min(len(text.words), start + len(words) + len(words) // 2 + 2)
        for first, last in sorted(_passages(words, text, low, high), key=lambda p: (p[1] - p[0], p)):
            score, shared = _likeness(words, text.words[first:last])
            if best is None or score > best[0]:
                best = (score, number, first, last, shared)
    if best is None or best[0] < LEAST_ALIKE:
        return None
    text = texts.texts[best[1]]
    changed = differences(" ".join(words), " ".join(text.words[best[2] : best[3]]))
    return Place("altered", best[1], text.span(best[2], best[3]), changed, len(words) - best[4])


def _likeness(words: Sequence[str], there: Sequence[str]) -> tuple[float, int]:
    """The share of the words that stand in a passage in order, and how many do.

    A passage with every figure of the quotation and half of what else it tells needs fewer: `LEAST_WITH_FIGURES`.
    """
    length = max(len(words), len(there))
    shared = _equal(Levenshtein.opcodes(words, there))
    if not any(_is_figure(word) for word in words):
        return shared / length, shared
    steps = Indel.opcodes(words, there)
    rest = [word for b in steps if b.tag == "delete" for word in words[b.src_start : b.src_end]]
    others = [word for b in steps if b.tag == "insert" for word in there[b.dest_start : b.dest_end]]
    lost = [word for word in rest if not any(_is_spelt_alike(word, other) for other in others)]
    share = (len(words) - len(lost)) / length
    if share < LEAST_WITH_FIGURES or any(_is_figure(word) for word in lost) or 2 * _telling(lost) > _telling(words):
        return shared / length, shared
    return max(share, LEAST_ALIKE), _equal(steps)


def _equal(steps: Opcodes) -> int:
    return sum(b.src_end - b.src_start for b in steps if b.tag == "equal")


def _is_figure(word: str) -> bool:
    return word[0].isdigit()


def _telling(words: Sequence[str]) -> int:
    return sum(pieces.is_telling(word) for word in words if not _is_figure(word))


def _is_spelt_alike(word: str, other: str) -> bool:
    """ "Licenced" and "licensed", "raise" and "raised"; never two figures."""
    return word.isalpha() and min(len(word), len(other)) >= _SPELT and Indel.normalized_similarity(word, other) >= _LIKE


def _passages(words: Sequence[str], text: Text, low: int, high: int) -> set[tuple[int, int]]:
    """The words between `low` and `high` that a quotation may be made from, half-open.

    A few words in common that lie far from the others ("the") make a passage longer than what they add.
    """
    blocks = [b for b in Levenshtein.opcodes(words, text.words[low:high]) if b.tag == "equal"]
    found = set()
    for i in range(min(len(blocks), _MOST_STRAY + 1)):
        for j in range(len(blocks), max(i, len(blocks) - _MOST_STRAY - 1), -1):
            first, last = low + blocks[i].dest_start, low + blocks[j - 1].dest_end
            start = max(text.sentence(first)[0], first - blocks[i].src_start)
            end = min(text.sentence(last - 1)[1], last + len(words) - blocks[j - 1].src_end)
            found.add(_inside_marks(text, (start, first), (last, end)))
    return found


def _inside_marks(text: Text, before: tuple[int, int], behind: tuple[int, int]) -> tuple[int, int]:
    """The passage without the words that a quotation mark parts from those that both sides have.

    Of "We will pay nothing," said Sand, the name is no part of what was said.
    """
    start = next((at for at in range(before[1], before[0], -1) if _parts(text, at)), before[0])
    return start, next((at for at in range(*behind) if _parts(text, at)), behind[1])


def _parts(text: Text, word: int) -> bool:
    """Whether a quotation begins or ends right before a word."""
    return not _DOUBLE.isdisjoint(text.between(word - 1, word))


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
