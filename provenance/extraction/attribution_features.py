"""What the attribution model looks at: one row of values for each candidate of each decision.

A row is a tuple; the place of a value in it is the feature's template. Fitting and finding build their rows here, so that
they can never differ. Positions are token indexes; ranges are half-open.
"""

from typing import NamedTuple

from provenance.extraction.attribution_tokens import Tokens

Row = tuple[object, ...]

QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'", "«", "»", "„"})
VERBAL = frozenset("VDZGPMX")
"""First letters of the classes of verb forms (see data/attribution_wordclasses.tsv)."""
NEVER_ENDS = frozenset("tICoRn,.:(VDZMX")
"""First letters of classes that never end a source."""
NEVER_BEGINS = frozenset(",.:()ICoRnMXqZ-")
"""First letters of classes that never begin a source."""
REACH = 30
"""Tokens before a cue in which its source is looked for."""
REACH_RIGHT = 16
BUCKET = (0, 1, 2, 3, 4, 5, 6, 6, 8, 8, 8, 11, 11, 11, 11, 15, 15, 15, 15, 15, 20)


class Cue(NamedTuple):
    """A cue's token range, the token that reports, and its base form."""

    first: int
    last: int
    """Past the last token."""
    head: int
    lemma: str


class View:
    """Tokens with their word classes, padded so that neighbours can be looked at without bounds checks."""

    __slots__ = ("classes", "commas", "count", "inside", "objects", "senses", "subjects", "tokens", "verbs", "words")

    def __init__(self, tokens: Tokens, classes: list[str], senses: list[str]) -> None:
        self.tokens = tokens
        self.count = len(tokens)
        pad = ["", "", "", ""]
        self.words = [*tokens.lower, *pad]
        self.classes = [*classes, *pad]
        self.senses = [*senses, *pad]
        self.subjects = _neighbours(classes, -1)
        """For each token the nearest one before it that is no auxiliary or adverb: the subject's last word, by rule."""
        self.objects = _neighbours(classes, 1)
        self.inside = [q >= 0 for q in tokens.quote]
        self.commas = _running([w == "," for w in tokens.lower])
        self.verbs = _running([k[0] in VERBAL for k in classes])


def _neighbours(classes: list[str], step: int) -> list[int]:
    """The nearest token in one direction that carries meaning of its own."""
    count = len(classes)
    found = [0] * count
    for i in range(count) if step < 0 else range(count - 1, -1, -1):
        j = i + step
        inside = 0 <= j < count
        found[i] = found[j] if inside and classes[j][0] in "XMRn" else (j if inside else count)
    return found


def _running(flags: list[bool]) -> list[int]:
    total, sums = 0, [0]
    for flag in flags:
        total += flag
        sums.append(total)
    return sums


def bucket(distance: int) -> int:
    """A distance in tokens, rounded down to a few steps."""
    return BUCKET[distance] if distance < 20 else (20 if distance < 30 else 30)


def cue_row(v: View, i: int, lemma: str) -> Row:
    """Whether token `i` is the head of a cue."""
    w, k, inside = v.words, v.classes, v.inside
    a, b, aa, bb = w[i - 1], w[i + 1], w[i - 2], w[i + 2]
    ka, kb, kaa, kbb = k[i - 1], k[i + 1], k[i - 2], k[i + 2]
    first, last = v.tokens.sentences[v.tokens.sentence[i]]
    that = "that" in w[i + 1 : i + 7]
    quoted = any(inside[first:last])
    state = f"{inside[i]}{a in QUOTES}{b in QUOTES}{quoted}"
    kk = k[i]
    subject, object_ = v.subjects[i], v.objects[i]
    ws, ks, ms = w[subject], k[subject], v.senses[subject]
    ko, mo = k[object_], v.senses[object_]
    m = v.senses[i]
    return (
        "",
        lemma,
        w[i],
        w[i] + " " + b,
        a + " " + w[i],
        a,
        b,
        aa,
        bb,
        ka + kk + kb,
        kaa + ka + kk,
        kk + kb + kbb,
        lemma + " " + ka,
        lemma + " " + kb,
        state,
        lemma + state,
        (kk, that),
        (lemma, that),
        (kk, bucket(i - first)),
        (kk, bucket(last - i)),
        aa + " " + a,
        b + " " + bb,
        kaa + ka + kk + kb + kbb,
        (v.verbs[i] - v.verbs[first], kk),
        (v.verbs[last] - v.verbs[i], kk),
        k[i - 3] + kaa + ka + kk,
        m,
        m + kk + ks,
        m + ms + ks,
        lemma + " " + ks,
        lemma + " " + ms,
        ws + " " + m,
        m + kk + ko,
        m + mo + ko,
        lemma + " " + mo,
        (m, kk, that),
        m + state + kk,
        m + b,
        m + a,
    )


def extend_row(v: View, cue: Cue, j: int, side: str) -> Row:
    """Whether token `j` beside the cue so far belongs to it."""
    w, k = v.words, v.classes
    step = -1 if side == "L" else 1
    out, back = j + step, j - step
    n = abs(j - cue.head)
    return (
        side,
        side + w[j],
        side + w[j] + " " + w[back],
        side + w[j] + " " + w[out],
        side + k[j] + k[back] + k[out],
        side + k[j] + " " + cue.lemma,
        side + w[j] + " " + cue.lemma,
        (side, k[j], n if n < 6 else 6),
        side + k[out] + " " + cue.lemma,
        side + k[j] + k[cue.head],
        side + w[out],
        side + w[out] + " " + w[out + step],
        side + k[j] + k[out] + k[out + step] if out + step >= 0 else None,
        (side, w[j], w[out] == "that", w[out] in QUOTES),
        side + v.senses[cue.head] + w[j],
        side + v.senses[cue.head] + k[j] + k[out],
        side + v.senses[j] + k[cue.head],
        side + v.senses[j] + cue.lemma,
    )


def source_null(v: View, cue: Cue) -> Row:
    """No source is named."""
    w, k = v.words, v.classes
    a, b = cue.first, cue.last
    none: list[object] = [None] * 20
    return (
        *none,
        "0",
        "0" + cue.lemma,
        "0" + k[cue.head],
        "0" + k[a - 1],
        "0" + w[b],
        "0" + w[a],
        "0" + w[a - 1] + k[cue.head],
    )


def source_row(v: View, cue: Cue, j: int) -> Row:
    """Token `j` ends the source (left of the cue) or begins it (right of it)."""
    w, k = v.words, v.classes
    if j < cue.first:
        side, low, high, gap = "L", j + 1, cue.first, cue.first - 1 - j
    else:
        side, low, high, gap = "R", cue.last, j, j - cue.last
    commas = min(v.commas[high] - v.commas[low], 3)
    verbs = min(v.verbs[high] - v.verbs[low], 3)
    near = f"{side}{bucket(gap)}"
    between = " ".join(k[low:high]) if gap <= 4 else "far"
    same = v.inside[j] == v.inside[cue.head]
    head = k[cue.head]
    return (
        near,
        side + w[j],
        side + k[j] + k[j + 1],
        side + w[j + 1],
        side + k[j - 1] + k[j],
        side + w[j - 1],
        side + between,
        side + between + k[j],
        side + between + cue.lemma,
        near + head,
        near + cue.lemma,
        near + k[j],
        side + cue.lemma + k[j],
        side + head + k[j],
        (side, commas, verbs, same),
        (side, verbs, head),
        (side, v.tokens.quote[j] == v.tokens.quote[cue.head], k[j]),
        side + w[cue.last] + head,
        side + k[j - 1] + k[j] + k[j + 1],
        side + w[j + 1] + k[j],
        side + v.senses[j] + k[j],
        side + v.senses[j] + v.senses[cue.head],
        near + v.senses[j],
        near + v.senses[cue.head] + k[j],
        (side, v.subjects[cue.first] == j, k[j]),
        (side, v.subjects[cue.first] == j, v.senses[j], head),
    )


def source_candidates(v: View, cue: Cue) -> list[int]:
    """Tokens that may end (left) or begin (right) the source."""
    k = v.classes
    first, last = v.tokens.sentences[v.tokens.sentence[cue.head]]
    left = [j for j in range(cue.first - 1, max(first, cue.first - REACH) - 1, -1) if k[j][0] not in NEVER_ENDS]
    right = [j for j in range(cue.last, min(last, cue.last + REACH_RIGHT)) if k[j][0] not in NEVER_BEGINS]
    return left + right


def extent_row(v: View, cue: Cue, anchor: int, j: int) -> Row:
    """Token `j` is the outermost token of the source that is anchored at `anchor`."""
    w, k = v.words, v.classes
    if anchor < cue.first:
        side, low, high, out = "L", j, anchor + 1, j - 1
        beyond = j - 2
    else:
        side, low, high, out = "R", anchor, j + 1, j + 1
        beyond = j + 2
    size = bucket(high - low)
    return (
        f"{side}{size}",
        side + w[j],
        side + w[out],
        side + k[j] + k[out],
        side + k[j] + k[out] + k[beyond],
        side + k[j] + w[out],
        side + w[out] + " " + w[beyond],
        f"{side}{size}{k[anchor]}",
        side + k[j] + k[j - 1 if side == "R" else j + 1],
        (side, min(v.commas[high] - v.commas[low], 3), k[out], w[out]),
        (side, min(v.verbs[high] - v.verbs[low], 2)),
        (side, out < v.tokens.sentences[v.tokens.sentence[anchor]][0]),
        (side, v.inside[j] == v.inside[anchor]),
        side + " ".join(k[low:high]) if high - low <= 4 else None,
        f"{side}{size}{k[cue.head]}",
        side + k[j] + k[out] + k[anchor],
        f"{side}{size}{w[out]}",
    )


def right_null(v: View, cue: Cue, source: tuple[int, int] | None) -> Row:
    """Nothing is reported after the cue."""
    w, k = v.words, v.classes
    b = _after(cue, source)
    none: list[object] = [None] * 26
    end = v.tokens.sentences[v.tokens.sentence[cue.head]][1]
    return (
        *none,
        "0",
        "0" + cue.lemma,
        "0" + w[b],
        "0" + k[b] + k[b + 1],
        "0" + w[b] + " " + w[b + 1],
        (end - b if end - b < 6 else 6),
        "0" + w[cue.first - 1],
        _place(cue, source),
        ("0", b >= 2 and _quoted_before(v, cue, source), _place(cue, source)),
        "0" + cue.lemma + k[b],
        ("0", v.words[cue.last], v.words[b]),
        "0" + v.senses[cue.head] + k[b],
        "0" + v.senses[cue.head] + w[b],
        ("0", _opens_quotation(v, end), w[end - 1], _quoted_before(v, cue, source)),
    )


def _after(cue: Cue, source: tuple[int, int] | None) -> int:
    return max(cue.last, source[1]) if source is not None else cue.last


def _before(cue: Cue, source: tuple[int, int] | None) -> int:
    return min(cue.first, source[0]) if source is not None else cue.first


def _place(cue: Cue, source: tuple[int, int] | None) -> str:
    if source is None:
        return "none"
    return "left" if source[0] < cue.first else "right"


def _quoted_before(v: View, cue: Cue, source: tuple[int, int] | None) -> bool:
    a = _before(cue, source)
    return v.words[a - 1] in QUOTES or v.words[a - 2] in QUOTES


def right_starts(v: View, cue: Cue, source: tuple[int, int] | None) -> list[int]:
    """Tokens that may begin what is reported after the cue."""
    end = v.tokens.sentences[v.tokens.sentence[cue.head]][1]
    k = v.classes
    found = []
    for p in range(cue.last, min(end, cue.last + 28)):
        if source is not None and source[0] <= p < source[1]:
            continue
        if k[p] not in PUNCTUATION:
            found.append(p)
    if _opens_quotation(v, end) and v.tokens.paragraph[end] - v.tokens.paragraph[end - 1] <= 1:
        found.append(end)
    return found


def _opens_quotation(v: View, at: int) -> bool:
    """Whether a quotation begins at token `at`."""
    quote = v.tokens.quote
    return at < v.count and quote[at] >= 0 and v.tokens.marks[quote[at]].open == at


PUNCTUATION = frozenset({",", ".", ":", "(", ")", "-"})


def right_row(v: View, cue: Cue, source: tuple[int, int] | None, p: int) -> Row:
    """Token `p` begins what is reported."""
    w, k = v.words, v.classes
    b = _after(cue, source) if p >= _after(cue, source) else cue.last
    gap = p - b
    near = bucket(gap)
    between = " ".join(k[b:p]) if gap <= 3 else "far"
    quote = w[p] in QUOTES
    t = v.tokens
    following = (t.sentence[p] > t.sentence[cue.head]) + 2 * (t.paragraph[p] > t.paragraph[cue.head])
    place = _place(cue, source)
    return (
        (near, quote),
        w[p],
        w[p - 1] + " " + w[p],
        k[p - 1] + k[p],
        k[p] + k[p + 1],
        w[p] + " " + w[p + 1],
        f"{cue.lemma} {w[p]}",
        f"{cue.lemma} {near}",
        between + " " + k[p],
        between + " " + cue.lemma,
        between + w[p],
        (near, k[cue.head], k[p]),
        (near, place, quote),
        (v.inside[p], v.inside[cue.head], quote),
        (min(v.commas[p] - v.commas[b], 2), quote),
        (min(v.verbs[p] - v.verbs[b], 2), w[p] == "that"),
        (w[p - 1], near),
        f"{cue.lemma} {w[p - 1]}",
        (near, w[cue.last - 1]),
        (near, k[p], w[b]),
        v.senses[cue.head] + k[p] + between,
        v.senses[cue.head] + w[p],
        v.senses[cue.head] + str(near),
        (following, place, _quoted_before(v, cue, source)),
        (following, gap == 0, w[p - 1]),
        (following, cue.lemma),
    )


def limits(v: View, p: int, head: int) -> tuple[int, int]:
    """How far what begins at `p` may go: the end of its quotation if `p` opens one, else the end of the sentence.

    Returns both the end of the sentence and the end of the quotation (0 without one), as token indexes.
    """
    t = v.tokens
    end = t.sentences[t.sentence[p]][1]
    q = t.quote[p]
    if q < 0:
        return end, 0
    close = t.marks[q].close + 1
    return end, min(close, v.count)


MAX_ENDS = 60


def right_ends(v: View, cue: Cue, source: tuple[int, int] | None, p: int) -> list[int]:
    """Where what begins at `p` may end (exclusive)."""
    k = v.classes
    end, close = limits(v, p, cue.head)
    stop = max(end, close)
    found = [q for q in range(p + 1, min(end, p + MAX_ENDS)) if k[q][0] in BREAKS]
    if end - p < 4 * MAX_ENDS:
        found.append(end)
    if close > p and close not in found:
        found.append(close)
    if stop not in found:
        found.append(stop)
    return found


BREAKS = frozenset(",.:()-qICWoRG")


def end_row(v: View, cue: Cue, source: tuple[int, int] | None, p: int, q: int) -> Row:
    """What begins at `p` ends before `q`."""
    w, k = v.words, v.classes
    end, close = limits(v, p, cue.head)
    opener = "q" if w[p] in QUOTES else ("that" if w[p] == "that" else k[p][0])
    last = "end" if q >= end else k[q]
    whole = q == end
    closed = q == close
    left = end - q
    commas = v.commas[q] - v.commas[p]
    rest_commas = v.commas[end] - v.commas[q] if end > q else 0
    dash = w[q] if last != "end" else "end"
    verbs = min(v.verbs[q] - v.verbs[p], 3)
    state = (v.inside[p], v.inside[q - 1], q < v.count and v.inside[q], closed)
    return (
        (whole, closed, opener),
        (whole, cue.lemma),
        dash + w[q + 1],
        last + k[q + 1] + opener,
        last + k[q + 1] + k[q + 2],
        k[q - 1] + last + k[q + 1],
        (dash, opener),
        (state, whole),
        (state, opener, dash),
        (bucket(q - p), whole, opener),
        (bucket(max(left, 0)), whole),
        (dash, verbs),
        (verbs, whole, opener),
        (dash, min(commas, 2), min(rest_commas, 2)),
        (cue.lemma, dash),
        (k[cue.head], whole, opener),
        (k[cue.head], last, verbs),
        (w[q - 1] in QUOTES, whole, closed),
        (w[p - 1], last),
        (dash, w[q + 1], opener),
        (dash, v.words[cue.first - 1] == ",", whole),
    )


def left_edge(v: View, cue: Cue, source: tuple[int, int] | None) -> int:
    """First token that what is reported before the cue may begin with."""
    t = v.tokens
    edge = t.sentences[t.sentence[cue.head]][0]
    a = _before(cue, source)
    if a - 1 >= 0:
        for j in (edge, edge - 1):
            if 0 <= j < a and t.paragraph[j] == t.paragraph[a] and t.quote[j] >= 0:
                edge = min(edge, t.marks[t.quote[j]].open)
    return edge


def left_ends(v: View, cue: Cue, source: tuple[int, int] | None) -> list[int]:
    """Where what is reported before the cue may end (exclusive)."""
    a = _before(cue, source)
    k = v.classes
    edge = left_edge(v, cue, source)
    low = max(edge + 1, a - 40)
    return [q for q in range(a, low - 1, -1) if k[q - 1] not in PUNCTUATION and (q == a or k[q][0] in BREAKS)]


def left_null(v: View, cue: Cue, source: tuple[int, int] | None) -> Row:
    """Nothing is reported before the cue."""
    w, k = v.words, v.classes
    a = _before(cue, source)
    edge = left_edge(v, cue, source)
    b = _after(cue, source)
    none: list[object] = [None] * 14
    return (
        *none,
        "0",
        "0" + cue.lemma,
        "0" + w[a - 1],
        "0" + w[a - 2] + " " + w[a - 1],
        ("0", min(a - edge, 6)),
        ("0", w[b], _place(cue, source)),
        "0" + k[b] + k[b + 1],
        "0" + w[b] + " " + w[b + 1],
        ("0", k[b], _quoted_before(v, cue, source)),
        ("0", w[a - 1], w[b]),
        "0" + cue.lemma + w[a - 1],
        ("0", cue.lemma, _quoted_before(v, cue, source)),
        "0" + k[cue.head] + w[a - 1],
    )


def left_end_row(v: View, cue: Cue, source: tuple[int, int] | None, q: int) -> Row:
    """What is reported before the cue ends before `q`."""
    w, k = v.words, v.classes
    a = _before(cue, source)
    gap = a - q
    near = bucket(gap)
    quote = w[q - 1] in QUOTES
    place = _place(cue, source)
    between = " ".join(w[q:a]) if gap <= 2 else "far"
    return (
        (near, quote),
        (near, cue.lemma),
        between,
        (between, cue.lemma),
        (between, quote, place),
        k[q - 1] + k[q],
        (w[q], quote),
        (w[q - 1], near),
        (near, place, w[q], quote),
        (v.inside[q - 1], v.inside[cue.head]),
        (min(v.commas[a] - v.commas[q], 3), quote),
        (min(v.verbs[a] - v.verbs[q], 3), quote),
        (between, k[cue.head]),
        (between, k[a], quote),
    )


def left_starts(v: View, cue: Cue, source: tuple[int, int] | None, q: int) -> list[int]:
    """Where what ends before `q` may begin."""
    k, w = v.classes, v.words
    edge = left_edge(v, cue, source)
    first = v.tokens.sentences[v.tokens.sentence[q - 1]][0]
    found = [edge]
    low = max(edge, q - 80)
    for p in range(low, q):
        if (
            p != edge
            and (p == first or k[p][0] in "qICWD:" or k[p - 1] in PUNCTUATION or w[p - 1] in QUOTES)
            and k[p] not in PUNCTUATION
        ):
            found.append(p)
    return found


def start_row(v: View, cue: Cue, source: tuple[int, int] | None, p: int, q: int) -> Row:
    """What ends before `q` begins with `p`."""
    w, k = v.words, v.classes
    t = v.tokens
    edge = left_edge(v, cue, source)
    first = t.sentences[t.sentence[q - 1]][0]
    closing = "q" if w[q - 1] in QUOTES else "w"
    own = t.quote[q - 1] >= 0 and t.marks[t.quote[q - 1]].open == p
    place = ("edge" if p == edge else "", "first" if p == first else "", own)
    before = w[p - 1] if p > 0 else ""
    return (
        (place, closing),
        (w[p], closing),
        (before, closing),
        (before, w[p]),
        k[p - 1] + k[p],
        k[p] + k[p + 1],
        (bucket(q - p), place[0]),
        (v.inside[p], v.inside[q - 1], own),
        (min(v.verbs[q] - v.verbs[p], 3), place[0]),
        (min(v.verbs[p] - v.verbs[max(first, 0)], 2) if p >= first else -1, before),
        (cue.lemma, place[0]),
        (before, w[p], k[p + 1]),
        (bucket(max(p - edge, 0)), before),
        (k[cue.head], place[0]),
    )


MAX_SOURCE = 24


def extents(v: View, cue: Cue, anchor: int) -> list[int]:
    """Tokens that may be the outermost of the source anchored at `anchor`, nearest first."""
    first, last = v.tokens.sentences[v.tokens.sentence[cue.head]]
    if anchor < cue.first:
        return list(range(anchor, max(first, anchor - MAX_SOURCE) - 1, -1))
    return list(range(anchor, min(last, anchor + MAX_SOURCE)))
