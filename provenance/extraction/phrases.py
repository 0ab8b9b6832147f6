"""Noun phrases around a token, as far as tags tell."""

from provenance.extraction.clauses import words as lists
from provenance.extraction.sentence import Range, Sentence

_HEADS = frozenset("NSE#H")
_INSIDE = frozenset("NSE#HTJPGq")
"""Tags inside a noun phrase."""
_ENDS = frozenset("NSE#HP")


def before(sentence: Sentence, end: int, low: int = 0) -> Range:
    """The noun phrase that ends before token `end`, not beyond token `low`; empty (end, end) when there is none.

    Phrases after a preposition belong to it only where they follow "of": of "rebels in the valley" it is "rebels".
    """
    while end > low and (sentence.tags[end - 1] in "Rnq" or end - 1 in sentence.timed):
        end -= 1
    start = _chunk_start(sentence, end, low)
    while start - 1 > low and sentence.tags[start - 1] == "I" and sentence.tags[start - 2] in _HEADS and start < end:
        further = _chunk_start(sentence, start - 1, low)
        if further == start - 1:
            break
        if sentence.lower[start - 1] != "of":
            end = start - 1
        start = further
    if start - 2 > low and sentence.tags[start - 2 : start] == "PI":  # "the army, backed by militias, took …"
        return before(sentence, start - 2, low)
    return start, end


def after(sentence: Sentence, start: int, high: int) -> Range:
    """The noun phrase that begins at token `start`, not beyond token `high`; (start, start) when there is none."""
    end = start
    while end < high and _goes_on(sentence, start, end, high):
        end += 1
    while end > start and sentence.tags[end - 1] not in _ENDS:
        end -= 1
    return (start, end) if any(t in _HEADS for t in sentence.tags[start:end]) else (start, start)


def text(sentence: Sentence, source: str, part: Range) -> str:
    """The words of a phrase as they stand in the sentence's text `source`, possessive endings left out."""
    start, end = part
    found = source[sentence.tokens[start].start : sentence.tokens[end - 1].end] if start < end else ""
    return found.removesuffix("'s").removesuffix("’s").strip('"“”')


def _chunk_start(sentence: Sentence, end: int, low: int) -> int:
    """Where the words of one noun phrase before token `end` begin: up to its article, without prepositions."""
    start = end
    tags = sentence.tags
    while start > low:
        tag = tags[start - 1]
        if start - 1 in sentence.timed:
            break
        if tag in "TH" and start < end and tags[start] in "TH":
            break
        if tag not in _INSIDE and not _joins(sentence, start - 1, end, low) and not _measures(sentence, start - 1, end):
            break
        start -= 1
    while start < end and tags[start] in "Cq":
        start += 1
    return start


def _joins(sentence: Sentence, i: int, end: int, low: int) -> bool:
    """Whether token `i` is an "and" between two nouns."""
    return (
        sentence.tags[i] == "C"
        and low < i < end - 1
        and sentence.tags[i - 1] in _HEADS
        and sentence.tags[i + 1] in _INSIDE
    )


def _measures(sentence: Sentence, i: int, end: int) -> bool:
    """Whether token `i` belongs to a number after it: "more than 20", "at least 5"."""
    return sentence.lower[i] in lists.MEASURE and "#" in sentence.tags[i + 1 : min(i + 4, end)]


def _goes_on(sentence: Sentence, start: int, i: int, high: int) -> bool:
    tag = sentence.tags[i]
    if i in sentence.timed:
        return False
    if tag in "TH" and i > start and sentence.tags[i - 1] in "NSEH":
        return False
    if tag in _INSIDE or sentence.lower[i] == "of":
        return True
    return _joins(sentence, i, high, start - 1) or _measures(sentence, i, high)
