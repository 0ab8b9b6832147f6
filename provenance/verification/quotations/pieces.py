"""A quotation whose words stand in its sources as a few exact pieces: interrupted, shortened, or spliced."""

from collections.abc import Sequence
from itertools import pairwise

from provenance.extraction.lexicon import base
from provenance.matching.signature.words import weight
from provenance.model import QuotationState
from provenance.text.quoting import quoted
from provenance.verification.quotations import truncation
from provenance.verification.quotations.texts import Place, Run, Text, Texts

ASIDE = 25
"""Words of the source that reporting words within a quotation may take."""
LEAST = 3
"""Words of the shortest piece."""
_MOST_RUNS = 4
_TELLING = 0.3


def find(words: Sequence[str], texts: Texts, said: Sequence[str]) -> Place | None:
    """The quotation as pieces of at least three words each, with the state that follows from how they lie."""
    chain = _halves(words, texts) or _pieces(words, texts)
    if len(chain) < 2 or not (len(chain) == 2 or all(_tells(words[r.at : r.at + r.length]) for r in chain)):
        return None
    return _judge(chain, texts, said)._replace(changed=min(r.length for r in chain))


def _halves(words: Sequence[str], texts: Texts) -> list[Run]:
    """The quotation as its longest beginning and its longest end, where the two make up the whole."""
    first, last = texts.longest(words, 0), texts.last(words)
    if not first or not last:
        return []
    # Where both could hold the words between, the end keeps them: a first word in common is chance.
    length = max(last[0].at, LEAST)
    if length > first[0].length or len(words) - length < LEAST:
        return []
    left = Run(first[0].text, first[0].start, 0, length)
    cut = length - last[0].at
    ends = [Run(r.text, r.start + cut, length, r.length - cut) for r in last]
    return [left, _nearest(ends, left)]


def _pieces(words: Sequence[str], texts: Texts) -> list[Run]:
    """The quotation as its longest beginning, the longest run that goes on from there, and so on."""
    chain: list[Run] = []
    at = 0
    while at < len(words):
        runs = texts.longest(words, at)
        if not runs or runs[0].length < LEAST or len(chain) >= _MOST_RUNS:
            return []
        chain.append(_nearest(runs, chain[-1] if chain else None))
        at += chain[-1].length
    return chain


def _tells(words: Sequence[str]) -> bool:
    """Whether a piece is more than words that stand together anywhere."""
    return len(words) > LEAST or any(is_telling(word) for word in words)


def is_telling(word: str) -> bool:
    """Whether a word says more than the words that stand anywhere."""
    return weight(base(word)) >= _TELLING


def _nearest(runs: Sequence[Run], last: Run | None) -> Run:
    """The run that goes on soonest after the last one."""
    if last is None:
        return runs[0]
    return min(runs, key=lambda r: (r.text != last.text, r.start < last.end, abs(r.start - last.end)))


def _judge(chain: Sequence[Run], texts: Texts, said: Sequence[str]) -> Place:
    text = texts.texts[chain[0].text]
    shown = " / ".join(f"'{texts.texts[r.text].span(r.start, r.end).quote}'" for r in chain)
    first = Place("spliced", chain[0].text, text.span(chain[0].start, chain[0].end), (f"joined from {shown}",))
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
        left_out = (f"left out: {quoted(lost)}",) if lost else ()
        return Place("truncated" if lost else "verbatim", chain[0].text, span, left_out)
    lost = truncation.condition(dropped) or truncation.negation(dropped)
    state: QuotationState = "truncated" if lost and len(dropped) > 1 else "altered"
    return Place(state, chain[0].text, span, (f"left out: {quoted(' '.join(dropped))}",))


def _is_aside(text: Text, end: int, start: int) -> bool:
    """Whether the source closes its quotation at word `end` and opens it again at `start`: ‘"…," she said, "…"’."""
    if not 0 < start - end <= ASIDE:
        return start == end
    return truncation.closes(text, end) and truncation.opens(text, start)
