"""What the attribution model looks at to find what is reported after the cue."""

from collections.abc import Iterator

from provenance.extraction.attribution.view import QUOTES, Cue, Range, Row, View, bucket

PUNCTUATION = frozenset({",", ".", ":", "(", ")", "-"})
"""Classes of marks other than quotation marks."""
STARTS = frozenset("qIoW")
"""First letters of classes that may begin what is reported at a distance from the cue."""
BREAKS = frozenset(",.:()-qICWo")
"""First letters of classes before which what is reported may end."""
RIGHT_REACH = 28
MAX_ENDS = 60
MAX_SENTENCE = 400
"""Tokens of a sentence that what is reported may take; longer ones are no prose."""
MAX_QUOTATION = 1500
"""Tokens of a quotation that a cue inside or after it may take as what it reports; keeps the work linear."""


def after(cue: Cue, source: Range | None) -> int:
    """The first token past the cue and a source that follows it."""
    return max(cue.last, source[1]) if source is not None else cue.last


def before(cue: Cue, source: Range | None) -> int:
    """The first token of the cue or of a source before it."""
    return min(cue.first, source[0]) if source is not None else cue.first


def place(cue: Cue, source: Range | None) -> str:
    """Where the source stands: "L", "R" or "-"."""
    if source is None:
        return "-"
    return "L" if source[0] < cue.first else "R"


def quoted_before(v: View, cue: Cue, source: Range | None) -> bool:
    """Whether a quotation ends just before cue and source."""
    a = before(cue, source)
    return v.words[a - 1] in QUOTES or v.words[a - 2] in QUOTES


def opens_quotation(v: View, at: int) -> bool:
    """Whether an outermost quotation begins at token `at`."""
    return at < v.count and v.inside[at] and v.tokens.marks[v.tokens.quote[at]].open == at


def right_starts(v: View, cue: Cue, source: Range | None) -> list[int]:
    """Tokens that may begin what is reported after the cue."""
    end = v.sentence(cue.head)[1]
    k = v.classes
    nearest = {cue.last, after(cue, source)}
    found = []
    for p in range(cue.last, min(end, cue.last + RIGHT_REACH)):
        if source is not None and source[0] <= p < source[1]:
            continue
        if k[p] not in PUNCTUATION and (p in nearest or k[p][0] in STARTS or k[p - 1] in (",", ":")):
            found.append(p)
    if opens_quotation(v, end) and _leads_on(v, after(cue, source), end):
        found.append(end)
    return found


def _leads_on(v: View, behind: int, end: int) -> bool:
    """Whether a sentence that ends before `end` may report the quotation there.

    One of the next paragraph only after a colon, or where nothing follows cue and source: what a paragraph says does
    not hang on the one that happens to follow it.
    """
    gap = v.tokens.paragraph[end] - v.tokens.paragraph[end - 1]
    return gap == 0 or (gap == 1 and (v.words[end - 1] in (":", ",") or behind >= end - 1))


def right_null(v: View, cue: Cue, source: Range | None) -> Row:
    """Nothing is reported after the cue."""
    w, k = v.words, v.classes
    b = after(cue, source)
    end = v.sentence(cue.head)[1]
    where, quoted = place(cue, source), quoted_before(v, cue, source)
    meaning = v.senses[cue.head]
    return (
        "",
        cue.lemma,
        w[b],
        k[b] + k[b + 1],
        min(end - b, 6),
        w[cue.first - 1],
        where,
        (quoted, where),
        cue.lemma + k[b],
        meaning + " " + k[b],
        meaning + " " + w[b],
        (opens_quotation(v, end), w[end - 1], quoted),
    )


def right_rows(v: View, cue: Cue, source: Range | None, candidates: list[int]) -> Iterator[tuple[int, Row]]:
    """Each token that may begin what is reported after the cue, with its row."""
    w, k, t = v.words, v.classes, v.tokens
    behind = after(cue, source)
    sentence, paragraph, inside = t.sentence[cue.head], t.paragraph[cue.head], v.inside[cue.head]
    where, quoted = place(cue, source), quoted_before(v, cue, source)
    head, meaning, lemma = k[cue.head], v.senses[cue.head], cue.lemma
    for p in candidates:
        b = behind if p >= behind else cue.last
        gap = p - b
        near = bucket(gap)
        between = " ".join(k[b:p]) if gap <= 3 else "far"
        wp, kp = w[p], k[p]
        quote = wp in QUOTES
        following = (t.sentence[p] > sentence) + 2 * (t.paragraph[p] > paragraph)
        verbs = v.verbs[p] - v.verbs[b]
        commas = v.commas[p] - v.commas[b]
        yield (
            p,
            (
                (near, quote),
                wp,
                k[p - 1] + kp,
                kp + k[p + 1],
                lemma + " " + wp,
                between + " " + kp,
                between + wp,
                (near, head, kp),
                (near, where, quote),
                (v.inside[p], inside, quote),
                (commas if commas < 2 else 2, quote),
                (verbs if verbs < 2 else 2, wp == "that"),
                (w[p - 1], near),
                meaning + kp + between,
                meaning + wp,
                meaning + str(near),
                (following, where, quoted),
                (following, gap == 0, w[p - 1]),
                (following, lemma),
            ),
        )


def limits(v: View, p: int) -> Range:
    """The ends of the sentence and of the quotation that token `p` stands in (0 without a quotation)."""
    end = min(v.sentence(p)[1], p + MAX_SENTENCE)
    q = v.tokens.quote[p]
    if q < 0:
        return end, 0
    pair = v.tokens.marks[q]
    close = min(pair.close + 1, v.count)
    return (end, close) if pair.open == p or close - p <= MAX_QUOTATION else (end, 0)


def right_ends(v: View, p: int) -> list[int]:
    """Where what begins at `p` may end (exclusive): before marks and joining words, with its sentence or quotation."""
    k = v.classes
    end, close = limits(v, p)
    low = max(p + 1, close) if opens_quotation(v, p) else p + 1
    found = [q for q in range(low, min(end, low + MAX_ENDS)) if k[q][0] in BREAKS]
    for q in (end, close):
        if q > p and q not in found:
            found.append(q)
    return found


def end_rows(v: View, cue: Cue, p: int, candidates: list[int]) -> Iterator[tuple[int, Row]]:
    """Each place before which what begins at `p` may end, with its row."""
    w, k, inside = v.words, v.classes, v.inside
    end, close = limits(v, p)
    opener = "q" if w[p] in QUOTES else ("that" if w[p] == "that" else k[p][0])
    comma_before, previous, head = w[cue.first - 1] == ",", w[p - 1], k[cue.head]
    for q in candidates:
        whole, closed = q == end, q == close
        last, mark = ("end", "end") if q >= end else (k[q], w[q])
        commas = v.commas[q] - v.commas[p]
        rest = v.commas[end] - v.commas[q] if end > q else 0
        verbs = v.verbs[q] - v.verbs[p]
        verbs = verbs if verbs < 3 else 3
        state = (inside[p], inside[q - 1], q < v.count and inside[q], closed)
        follows = last + k[q + 1] if q < v.count else ""
        yield (
            q,
            (
                (whole, closed, opener),
                mark + w[q + 1] if follows else "",
                follows + opener if follows else "",
                follows + k[q + 2] if follows else "",
                k[q - 1] + follows if follows else "",
                (state, whole),
                (state, opener, mark),
                (bucket(q - p), whole, opener),
                (bucket(end - q if end > q else 0), whole),
                (mark, verbs),
                (mark, commas if commas < 2 else 2, rest if rest < 2 else 2),
                (head, last, verbs),
                (w[q - 1] in QUOTES, whole, closed),
                (previous, last),
                (mark, comma_before, whole),
                (whole, cue.lemma),
            ),
        )
