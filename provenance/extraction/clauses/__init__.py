"""A sentence into clauses: stretches that say something with a predicate or a figure of their own.

`partition` decides whether a stretch does so, `words` where one begins.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import compress, count

from provenance.extraction.clauses import words as lists
from provenance.extraction.clauses.partition import parts
from provenance.extraction.sentence import Range, Sentence
from provenance.extraction.tagging import is_function_word
from provenance.extraction.tokens import LOWER
from provenance.text.memo import Memo

_MARKS = frozenset(",;:—–()")
_BREAKS = _MARKS | {"."}
_MAY_OPEN = Memo(lambda word: LOWER[word] in lists.START or word[0].isupper())
"""Whether a word may begin a clause."""
_NO_CLAUSE_AFTER = frozenset("TJI")
_SENTENCE_ENDS = frozenset("NSE#PJRV")
"""Tags of words that a sentence may end with."""


def split(sentence: Sentence, idle: Iterable[int] = ()) -> list[Range]:
    """Clauses of a sentence as half-open token ranges, in order, without marks at their ends.

    `idle` are tokens that only say who speaks; they belong to no clause.
    A new clause begins only where both sides are complete, so that "20 men and 15 women were killed" stays whole and
    "22 were killed and 40 wounded" becomes two.
    """
    clauses: list[Range] = []
    openings = _openings(sentence)
    for region in _regions(sentence, idle):
        found: list[Range] = []
        for segment in _joined(sentence, _segments(sentence, region, openings)):
            if found and not parts(sentence, found[-1], segment, counting=len(found) > 1):
                found[-1] = (found[-1][0], segment[1])
            else:
                found.append(segment)
        clauses += found
    trimmed = (_trim(sentence, clause) for clause in clauses)
    return [clause for clause in trimmed if clause[0] < clause[1]]


def _regions(sentence: Sentence, idle: Iterable[int]) -> Iterator[Range]:
    """The runs of tokens between those that only say who speaks."""
    start = 0
    for i in sorted(idle):
        if i > start:
            yield start, i
        start = i + 1
    if start < len(sentence.tokens):
        yield start, len(sentence.tokens)


def _openings(sentence: Sentence) -> list[int]:
    """The tokens that a clause may begin with at first sight: joining words, capitals, what stands after a mark."""
    words = [token.text for token in sentence.tokens]
    behind = compress(count(1), map(_MARKS.__contains__, words))
    return sorted({*compress(count(), map(_MAY_OPEN.__getitem__, words)), *behind})


def _segments(sentence: Sentence, region: Range, openings: list[int]) -> list[Range]:
    """The region cut at every mark and word where a clause may begin, never inside a value."""
    starts = [region[0]]
    lower, joined = sentence.lower, sentence.joined
    for i in openings[bisect_right(openings, region[0]) :]:
        if i >= region[1]:
            break
        if i in joined or not _may_begin(sentence, i):
            continue
        if i - starts[-1] == 1 and lower[i - 1] in lists.START:
            continue  # "and while": one boundary, not two
        starts.append(i)
    return list(zip(starts, [*starts[1:], region[1]], strict=True))


def _joined(sentence: Sentence, segments: list[Range]) -> Iterator[Range]:
    """Segments, a subject cut off from its verb put together with it: "as the army, and its allies, took the town"."""
    held: Range | None = None
    for segment in segments:
        joined = (held[0], segment[1]) if held is not None else segment
        opens = sentence.lower[joined[0]] in lists.SUBORDINATOR and joined[1] - joined[0] > 1
        if opens and not sentence.has_predicate(joined) and not sentence.has_figure(joined):
            held = joined
        else:
            yield joined
            held = None
    if held is not None:
        yield held


def _may_begin(sentence: Sentence, i: int) -> bool:
    if sentence.tokens[i - 1].text in _MARKS:
        return True
    lower, before = sentence.lower[i], sentence.tags[i - 1]
    if lower == "as":
        return sentence.lower[i - 1] not in lists.AS and sentence.lower[i + 1] not in lists.AS
    if lower in lists.VERBAL:
        return sentence.tags[i] == "G" and before not in _NO_CLAUSE_AFTER
    if lower in lists.RELATIVE:
        return before != "I"  # "in which" begins before its preposition
    if lower == "where":
        return before not in "VXBR"  # "that is where they live"
    return lower in lists.START or _is_glued(sentence, i)


def _is_glued(sentence: Sentence, i: int) -> bool:
    """Whether a sentence may begin at token `i` whose full stop before was lost: "… near Homs The army said"."""
    token = sentence.tokens[i]
    return (
        token.text[0].isupper()
        and sentence.tags[i] != "E"
        and sentence.tags[i - 1] in _SENTENCE_ENDS
        and is_function_word(token.lower)
    )


def _trim(sentence: Sentence, part: Range) -> Range:
    """The clause without marks and joining words at its ends; quotation marks stay with their words."""
    start, end = part
    while start < end and _is_loose_start(sentence, start, end):
        start += 1
    while end > start and _is_loose_end(sentence, start, end - 1):
        end -= 1
    return start, end


def _is_loose_start(sentence: Sentence, i: int, end: int) -> bool:
    token = sentence.tokens[i]
    if token.is_word:
        if token.lower == "that":
            return i + 1 < end and sentence.tags[i + 1] in "THE#SIJ"
        return token.lower in lists.JOINING or token.lower in lists.ADDING
    if sentence.tags[i] == "q":
        return i + 1 >= end or sentence.tokens[i + 1].start > token.end
    return token.text in _BREAKS


def _is_loose_end(sentence: Sentence, start: int, i: int) -> bool:
    token = sentence.tokens[i]
    if token.text == ")":
        return not any(sentence.tokens[j].text == "(" for j in range(start, i))
    if sentence.tags[i] == "q":
        return i == start or token.start > sentence.tokens[i - 1].end
    return token.text in _BREAKS or token.text == "!" or token.lower in lists.JOINING
