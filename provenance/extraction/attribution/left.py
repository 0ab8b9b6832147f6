"""What the attribution model looks at to find what is reported before the cue."""

from provenance.extraction.attribution.content import (
    BREAKS,
    MAX_QUOTATION,
    MAX_SENTENCE,
    PUNCTUATION,
    after,
    before,
    place,
    quoted_before,
)
from provenance.extraction.attribution.view import QUOTES, Cue, Range, Row, View, bucket

REACH = 40
"""Tokens before cue and source in which what is reported may end."""
MAX_STARTS = 80
"""Tokens before its end in which it may begin, but for the head of its sentence or quotation."""


def left_edge(v: View, cue: Cue, source: Range | None) -> int:
    """First token that what is reported before the cue may begin with: of its sentence, or of a quotation it ends."""
    t = v.tokens
    a = before(cue, source)
    edge = max(v.sentence(cue.head)[0], a - MAX_SENTENCE)
    for j in (edge, edge - 1):
        if 0 <= j < a and t.paragraph[j] == t.paragraph[cue.head] and t.quote[j] >= 0:
            opened = t.marks[t.quote[j]].open
            edge = min(edge, opened) if a - opened <= MAX_QUOTATION else edge
    return edge


def left_ends(v: View, cue: Cue, source: Range | None) -> list[int]:
    """Where what is reported before the cue may end (exclusive), nearest first."""
    a = before(cue, source)
    k = v.classes
    low = max(left_edge(v, cue, source) + 1, a - REACH)
    return [q for q in range(a, low - 1, -1) if k[q - 1] not in PUNCTUATION and (q == a or k[q][0] in BREAKS)]


def left_null(v: View, cue: Cue, source: Range | None) -> Row:
    """Nothing is reported before the cue."""
    w, k = v.words, v.classes
    a, b = before(cue, source), after(cue, source)
    quoted = quoted_before(v, cue, source)
    return (
        "",
        cue.lemma,
        w[a - 1],
        min(a - left_edge(v, cue, source), 6),
        (w[b], place(cue, source)),
        k[b] + k[b + 1],
        (k[b], quoted),
        (w[a - 1], w[b]),
        (cue.lemma, quoted),
        k[cue.head] + w[a - 1],
    )


def left_row(v: View, cue: Cue, source: Range | None, q: int) -> Row:
    """What is reported before the cue ends before `q`."""
    w, k = v.words, v.classes
    a = before(cue, source)
    gap = a - q
    near = bucket(gap)
    quote = w[q - 1] in QUOTES
    where = place(cue, source)
    between = " ".join(w[q:a]) if gap <= 2 else "far"
    commas = v.commas[a] - v.commas[q]
    verbs = v.verbs[a] - v.verbs[q]
    return (
        (near, quote),
        (near, cue.lemma),
        between,
        (between, cue.lemma),
        (between, quote, where),
        k[q - 1] + k[q],
        (w[q], quote),
        (near, where, w[q], quote),
        (v.inside[q - 1], v.inside[cue.head]),
        (commas if commas < 3 else 3, quote),
        (verbs if verbs < 3 else 3, quote),
        (between, k[cue.head]),
        (between, k[a], quote),
    )


def left_starts(v: View, edge: int, q: int) -> list[int]:
    """Where what ends before `q` may begin; `edge` comes first."""
    k, w = v.classes, v.words
    first = v.sentence(q - 1)[0]
    found = [edge]
    for p in range(max(edge + 1, q - MAX_STARTS), q):
        joins = p == first or k[p][0] in "qICWD:" or k[p - 1] in PUNCTUATION or w[p - 1] in QUOTES
        if joins and k[p] not in PUNCTUATION:
            found.append(p)
    return found


def start_row(v: View, cue: Cue, edge: int, p: int, q: int) -> Row:
    """What ends before `q` begins with `p`."""
    w, k, t = v.words, v.classes, v.tokens
    first = t.sentences[t.sentence[q - 1]][0]
    closing = w[q - 1] in QUOTES
    own = v.inside[q - 1] and t.marks[t.quote[q - 1]].open == p
    verbs = v.verbs[q] - v.verbs[p]
    earlier = v.verbs[p] - v.verbs[first] if p >= first else -1
    previous = w[p - 1] if p > 0 else ""
    kept = k[p - 1] if p > 0 else ""
    return (
        (p == edge, p == first, own, closing),
        (w[p], closing),
        (previous, closing),
        (previous, w[p]),
        kept + k[p],
        k[p] + k[p + 1],
        (bucket(q - p), p == edge),
        (v.inside[p], v.inside[q - 1], own),
        (verbs if verbs < 3 else 3, p == edge),
        (earlier if earlier < 2 else 2, previous),
        (cue.lemma, p == edge),
        (bucket(p - edge if p > edge else 0), previous),
        (k[cue.head], p == edge),
    )
