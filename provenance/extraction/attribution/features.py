"""What the attribution model looks at to find cues and sources: one row of values for each candidate.

Fitting and finding build their rows here, so that they can never differ.
"""

from collections.abc import Iterator

from provenance.extraction.attribution.view import QUOTES, Cue, Range, Row, View, bucket

NEVER_ENDS = frozenset("tICoRn,.:(VDZMX")
"""First letters of classes that never end a source."""
NEVER_BEGINS = frozenset(",.:()ICoRnMXqZ-")
"""First letters of classes that never begin a source."""
NEVER_OPENS = frozenset("ICXMDZ,.:)-on$s")
"""First letters of classes that a source never begins with."""
NEVER_CLOSES = frozenset("tICXMon,.:(-AWs")
"""First letters of classes that a source never ends with."""
ALONE = frozenset({"H", "W"})
"""Classes of words that are a whole source: "he", "who"."""
NOT_AFTER_SOURCE = frozenset("NSE#t")
"""First letters of classes that never follow the last word of a source at a distance from the cue."""
BEFORE_SOURCE = frozenset(
    {"by", "from", "of", "to", "among", "in", "at", ",", "(", "as", "with", "for", "”", '"', "''"}
)
"""Words that stand before the first word of a source that follows its cue at a distance."""
PHRASE = frozenset("NSJEtTA#")
"""First letters of the classes of a noun phrase."""
_FLAGS = (False, True)
_STATES = [[[[f"{a}{b}{c}{d}" for d in _FLAGS] for c in _FLAGS] for b in _FLAGS] for a in _FLAGS]
REACH = 30
"""Tokens before a cue in which its source is looked for."""
REACH_RIGHT = 16
MAX_SOURCE = 24


def cue_row(v: View, i: int, lemma: str) -> Row:
    """Whether token `i` is the head of a cue."""
    glance = cue_glance(v, i, lemma)
    return (*glance, *cue_look(v, i, lemma, glance))


def cue_glance(v: View, i: int, lemma: str) -> Row:
    """The first values of a cue's row, which settle the hopeless candidates."""
    w, k = v.words, v.classes
    ka, kk, kb = k[i - 1], k[i], k[i + 1]
    return (
        "",
        lemma,
        w[i],
        w[i - 1],
        w[i + 1],
        w[i - 2],
        w[i + 2],
        ka + kk + kb,
        k[i - 2] + ka + kk,
        kk + kb + k[i + 2],
        lemma + " " + kb,
        _state(v, i),
    )


def _state(v: View, i: int) -> str:
    """Whether a token stands inside a quotation, behind a mark, before one, in a sentence with a quotation."""
    first, last = v.sentence(i)
    w = v.words
    return _STATES[v.inside[i]][w[i - 1] in QUOTES][w[i + 1] in QUOTES][v.quoted[last] > v.quoted[first]]


def cue_look(v: View, i: int, lemma: str, glance: Row) -> Row:
    """The other values of a cue's row; `glance` are its first."""
    w, k = v.words, v.classes
    kk, m = k[i], v.senses[i]
    first, last = v.sentence(i)
    that = "that" in w[i + 1 : i + 7]
    state = str(glance[-1])
    subject, object_ = v.subject(i), v.object(i)
    ks, ms = k[subject], v.senses[subject]
    ko, mo = k[object_], v.senses[object_]
    return (
        lemma + state,
        (kk, that),
        (lemma, that),
        (kk, bucket(i - first)),
        (kk, bucket(last - i)),
        (v.verbs[i] - v.verbs[first], kk),
        (v.verbs[last] - v.verbs[i], kk),
        m,
        m + kk + ks,
        m + ms + ks,
        lemma + " " + ks,
        lemma + " " + ms,
        m + kk + ko,
        m + mo + ko,
        lemma + " " + mo,
        (m, kk, that),
        m + state + kk,
        m + w[i + 1],
        lemma + " " + w[i + 1],
        kk + v.joints(max(first, i - 6), i),
    )


def extend_row(v: View, cue: Cue, j: int, side: str) -> Row:
    """Whether token `j` beside the cue so far belongs to it; `side` is "L" or "R"."""
    w, k = v.words, v.classes
    step = -1 if side == "L" else 1
    out, back = j + step, j - step
    n = abs(j - cue.head)
    lemma, head, meaning = cue.lemma, k[cue.head], v.senses[cue.head]
    return (
        side,
        side + w[j],
        side + k[j] + k[back] + k[out],
        side + k[j] + " " + lemma,
        (side, k[j], n if n < 6 else 6),
        side + k[j] + head,
        side + w[out],
        side + k[j] + k[out] + k[out + step],
        (side, w[j], w[out] == "that", w[out] in QUOTES),
        side + meaning + w[j],
        side + meaning + k[j] + k[out],
        side + v.senses[j] + head,
        side + v.senses[j] + lemma,
        side + w[j] + " " + lemma,
    )


def source_candidates(v: View, cue: Cue) -> list[int]:
    """Tokens that may end the source (left of the cue, nearest first) or begin it (right of the cue)."""
    k, w = v.classes, v.words
    first, last = v.sentence(cue.head)
    near = cue.first - 1
    found = [
        j
        for j in range(near, max(first, cue.first - REACH) - 1, -1)
        if k[j][0] not in NEVER_ENDS and (j == near or k[j + 1][0] not in NOT_AFTER_SOURCE)
    ]
    found += [
        j
        for j in range(cue.last, min(last, cue.last + REACH_RIGHT))
        if k[j][0] not in NEVER_BEGINS and (j == cue.last or w[j - 1] in BEFORE_SOURCE)
    ]
    return found


def source_null(v: View, cue: Cue) -> Row:
    """No source is named."""
    w, k = v.words, v.classes
    a, b, head = cue.first, cue.last, k[cue.head]
    return ("", v.senses[cue.head], cue.lemma, head, k[a - 1], w[b], w[a], w[a - 1] + head)


def source_rows(v: View, cue: Cue, candidates: list[int]) -> Iterator[tuple[int, Row]]:
    """Each token that may end the source (left of the cue) or begin it (right of it), with its row."""
    w, k = v.words, v.classes
    head, meaning = k[cue.head], v.senses[cue.head]
    subject = v.subject(cue.first)
    first, comma = v.sentence(cue.head)[0], w[cue.first - 1] == ","
    for j in candidates:
        side, low, high = ("L", j + 1, cue.first) if j < cue.first else ("R", cue.last, j)
        gap = high - low
        commas = v.commas[high] - v.commas[low]
        verbs = v.verbs[high] - v.verbs[low]
        commas = commas if commas < 3 else 3
        verbs = verbs if verbs < 3 else 3
        near = f"{side}{bucket(gap)}"
        between = side + v.joints(low, high)
        kj, ka, kb, mj = k[j], k[j - 1], k[j + 1], v.senses[j]
        nearest = subject == j
        yield (
            j,
            (
                near,
                side + w[j],
                side + kj + kb,
                side + w[j + 1],
                side + ka + kj,
                side + w[j - 1],
                between,
                near + kj,
                side + head + kj,
                (side, commas, verbs, v.inside[j] == v.inside[cue.head]),
                side + ka + kj + kb,
                side + mj + kj,
                side + mj + meaning,
                near + meaning + kj,
                (side, nearest, kj),
                (side, nearest, mj, head),
                near + cue.lemma,
                between + " " + kj,
                between + " " + head,
                (side, kj, kb[:1], comma),
                (side, v.joints(first, j + 1), comma, head),
            ),
        )


def extents(v: View, cue: Cue, anchor: int) -> list[int]:
    """Tokens that may be the outermost of the source anchored at `anchor`, nearest first."""
    first, last = v.sentence(cue.head)
    k = v.classes
    if k[anchor] in ALONE:
        return [anchor]
    if anchor < cue.first:
        near = range(anchor, max(first, anchor - MAX_SOURCE) - 1, -1)
        return [j for j in near if j == anchor or k[j][0] not in NEVER_OPENS]
    near = range(anchor, min(last, anchor + MAX_SOURCE))
    return [j for j in near if j == anchor or k[j][0] not in NEVER_CLOSES]


def extent_rows(v: View, cue: Cue, anchor: int) -> Iterator[tuple[int, Row]]:
    """Each token that may be the outermost of the source that is anchored at `anchor`, with its row."""
    w, k = v.words, v.classes
    first, last = v.sentence(anchor)
    left = anchor < cue.first
    side, step = ("L", -1) if left else ("R", 1)
    ka, head, inside = k[anchor], k[cue.head], v.inside[anchor]
    for j in extents(v, cue, anchor):
        low, high = (j, anchor + 1) if left else (anchor, j + 1)
        out, beyond = j + step, j + step + step
        size = f"{side}{bucket(high - low)}"
        kj, ko, wo = k[j], k[out], w[out]
        commas = v.commas[high] - v.commas[low]
        verbs = v.verbs[high] - v.verbs[low]
        joint = side + kj + ko
        within = side + v.joints(low, high) + " "
        yield (
            j,
            (
                size,
                side + w[j],
                side + wo,
                joint,
                side + wo + " " + w[beyond],
                size + ka,
                side + kj + k[j - step],
                (side, commas if commas < 3 else 3, ko, wo),
                (side, verbs if verbs < 2 else 2),
                (side, out < first or out >= last),
                (side, v.inside[j] == inside),
                size + head,
                size + wo,
                joint + k[beyond],
                within,
                within + ko + head,
                within + wo,
            ),
        )


def span_of(cue: Cue, anchor: int, outer: int) -> Range:
    """The source between its anchor and its outermost token."""
    return (outer, anchor + 1) if anchor < cue.first else (anchor, outer + 1)
