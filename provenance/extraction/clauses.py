"""A sentence into clauses: stretches that say something with a predicate or a figure of their own."""

from collections.abc import Sequence
from functools import cache

from provenance.extraction.lexicon import mentions, rows
from provenance.extraction.tokens import Token

Range = tuple[int, int]
"""Half-open range of token indexes, or of code points where said so."""

_MARKS = frozenset(",;:—–()")


@cache
def words(kind: str) -> frozenset[str]:
    """One list of the clause words ("start", "aux", "be", "determiner", "preposition")."""
    return frozenset(word for name, line in rows("clause_words.tsv") if name == kind for word in line.split())


def split(tokens: Sequence[Token], values: Sequence[Range], figures: Sequence[Range]) -> list[Range]:
    """Clauses of a sentence as half-open token ranges, in order.

    `values` and `figures` are code-point ranges in the sentence: no clause ends inside a value, and a figure makes
    a clause as a predicate does. A new clause begins only where both sides are complete, so that "20 men and 15 women
    were killed" stays whole and "22 were killed and 40 wounded" becomes two.
    """
    segments = _segments(tokens, values)
    clauses: list[Range] = []
    for segment in segments:
        if clauses and not _parts(tokens, clauses[-1], segment, figures):
            clauses[-1] = (clauses[-1][0], segment[1])
        else:
            clauses.append(segment)
    return clauses


def _segments(tokens: Sequence[Token], values: Sequence[Range]) -> list[Range]:
    inside = {i for i, t in enumerate(tokens) if any(start < t.start < end for start, end in values)}
    starts = [0]
    for i, token in enumerate(tokens):
        after_mark = i > 0 and tokens[i - 1].text in _MARKS
        if i > starts[-1] and i not in inside and (after_mark or token.text.lower() in words("start")):
            if i - starts[-1] == 1 and tokens[i - 1].text.lower() in words("start"):
                continue  # ", and while": one boundary, not three
            starts.append(i)
    return list(zip(starts, [*starts[1:], len(tokens)], strict=True))


def _parts(tokens: Sequence[Token], left: Range, right: Range, figures: Sequence[Range]) -> bool:
    """Whether `right` begins a clause of its own after `left`."""
    left_figure, right_figure = _has_figure(tokens, left, figures), _has_figure(tokens, right, figures)
    left_predicate, right_predicate = has_predicate(tokens, left), has_predicate(tokens, right)
    if right_figure and left_figure:
        return left_predicate or _family(tokens, left)
    if right_figure or left_figure:
        return left_predicate and (right_predicate or _family(tokens, right))
    return left_predicate and right_predicate


def _has_figure(tokens: Sequence[Token], part: Range, figures: Sequence[Range]) -> bool:
    start, end = tokens[part[0]].start, tokens[part[1] - 1].end
    return any(start <= low < end for low, _ in figures)


def _family(tokens: Sequence[Token], part: Range) -> bool:
    return bool(mentions([t.base for t in tokens[part[0] : part[1]]]))


def has_predicate(tokens: Sequence[Token], part: Range) -> bool:
    """Whether the stretch holds a finite verb, as far as endings and lists tell."""
    return any(is_verb(tokens, i) for i in range(*part))


def is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether token `i` looks like a finite verb or participle: an auxiliary, or a changed form not after a determiner."""
    lower = tokens[i].text.lower()
    if lower in words("aux"):
        return True
    if i > 0 and tokens[i - 1].text.lower() in (words("determiner") | words("preposition")):
        return False
    return len(lower) > 3 and lower != tokens[i].base and (lower.endswith("ed") or not lower.endswith(("s", "ing")))
