"""The decisions of attribution: which words report, who is named as the source, what is reported.

A linear model for each decision: conditional logit over its candidates, "none" among them where that is an answer.
benchmarks/attribution_fit.py fits the weights; data/attribution_model.json.gz holds them.
"""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import compress, count, repeat

from provenance.extraction.attribution import content, features, patterns, rivals
from provenance.extraction.attribution.left import left_edge, left_ends, left_null, left_row, left_starts, start_row
from provenance.extraction.attribution.rivals import Candidate
from provenance.extraction.attribution.view import VERBAL, Cue, Range, Row, View
from provenance.extraction.lexicon import DATA
from provenance.text.closed_classes import WEEKDAYS

MAX_EXTENSION = 7
"""Tokens on each side of its head that a cue may have."""
HOPELESS = -2.7
"""Score below which a word is no candidate for a cue, nor are further values looked at."""
SURE = 1.0
"""Score at first sight of a cue that no rival takes away: who is reported to have reported stays."""
PLAIN = 5.0
"""Lead over "none" that decides at once."""
ALONE = 2.0
"""Added to something being reported before the cue where nothing is after it."""
CLAUSE = 6.0
"""The same where a clause and a comma stand before cue and source, and no verb after them."""
PUNCTUATION_OR_END = frozenset(",.:()-")
NOUGHT = repeat(0.0)
"""What a value without a weight adds; summing in C loops is what makes the finder fast enough."""


@dataclass(slots=True)
class Report:
    """One act of reporting, as token ranges; what is reported may stand on both sides of the cue."""

    cue: Cue
    source: Range | None
    right: Range | None
    left: Range | None


class Model:
    """Weights of every decision by name, and what is added to the score of its candidates against "none"."""

    __slots__ = ("bias", "weights")

    def __init__(self, weights: dict[str, list[dict[object, float]]], bias: dict[str, float]) -> None:
        self.weights = weights
        self.bias = bias

    def score(self, name: str, row: Row) -> float:
        """Sum of the weights of a row's values."""
        return sum(map(dict.get, self.weights[name], row, NOUGHT))

    def likely(self, v: View, i: int, lemma: str) -> float:
        """Score of token `i` as the head of a cue, at first sight; the first values settle most of the hopeless."""
        glance = features.cue_glance(v, i, lemma)
        total = sum(map(dict.get, self.weights["cue"], glance, NOUGHT))
        if total < HOPELESS:
            return total
        rest = self.weights["cue"][len(glance) :]
        return total + sum(map(dict.get, rest, features.cue_look(v, i, lemma, glance), NOUGHT))

    def best(self, name: str, none: Row | None, likelier: float, rows: Iterable[tuple[int, Row]]) -> int:
        """The candidate of the highest score, the first of equals; -1 for "none".

        `likelier` is added to every candidate against "none". Candidates then come nearest first, and one that is far
        more likely than "none" is taken without looking on.
        """
        found = -1
        top = self.score(name + "0", none) - self.bias[name] - likelier if none is not None else float("-inf")
        plain = top + PLAIN if none is not None else float("inf")
        weights = self.weights[name]
        for candidate, row in rows:
            score = sum(map(dict.get, weights, row, NOUGHT))
            if score > top:
                found, top = candidate, score
                if score > plain:
                    break
        return found


def find(v: View, lemmas: dict[str, str], model: Model) -> list[Report]:
    """Every act of reporting, in order of its cue's head."""
    # One decision for the whole text, then the next: the weights of one fit the processor's cache, those of all do not.
    cues = _cues(v, lemmas, model)
    sources = [
        patterns.quoted(v, before, cue) or pick_source(v, cue, model)
        for before, cue in zip([None, *cues], cues, strict=False)
    ]
    spoken = [not patterns.is_no_speaker(v, cue, source) for cue, source in zip(cues, sources, strict=True)]
    cues, sources = list(compress(cues, spoken)), list(compress(sources, spoken))
    rights = [pick_right(v, cue, source, model) for cue, source in zip(cues, sources, strict=True)]
    lefts = [
        pick_left(v, cue, source, 0.0 if right and right[0] < v.sentence(cue.head)[1] else alone(v, cue, source), model)
        for cue, source, right in zip(cues, sources, rights, strict=True)
    ]
    return list(map(Report, cues, sources, rights, lefts))


def alone(v: View, cue: Cue, source: Range | None) -> float:
    """What is added to something being reported before the cue where nothing is after it."""
    a = content.before(cue, source)
    first, last = v.sentence(cue.head)
    clause = v.words[a - 1] == "," and v.verbs[a] > v.verbs[first] and v.senses[cue.head].endswith("communication")
    return CLAUSE if clause and source is not None and v.verbs[last] == v.verbs[cue.head + 1] else ALONE


def candidates(v: View, lemmas: dict[str, str], model: Model) -> list[Candidate]:
    """The tokens that may be the head of a cue, with their scores at first sight."""
    found = []
    for i in compress(count(), map(lemmas.__contains__, v.tokens.lower)):
        lemma = lemmas[v.words[i]]
        score = model.likely(v, i, lemma)
        if (score > HOPELESS or patterns.chained(v, i)) and not _says_nothing(v, i):
            found.append(Candidate(i, lemma, score))
    return found


def _says_nothing(v: View, i: int) -> bool:
    return patterns.nameless(v, i) or patterns.acts(v, i) or patterns.labels(v, i)


def _cues(v: View, lemmas: dict[str, str], model: Model) -> list[Cue]:
    likely = candidates(v, lemmas, model)
    least = -model.bias["again"]
    cues: list[Cue] = []
    taken = 0
    for (head, lemma, score), row in zip(likely, rivals.rows(v, likely, SURE), strict=True):
        sure = score > SURE or patterns.chained(v, head)
        if head >= taken and (sure or score + model.score("again", row) > least):
            cues.append(extend(v, Cue(head, head + 1, head, lemma), model, taken))
            taken = cues[-1].last
    return cues


def extend(v: View, cue: Cue, model: Model, floor: int) -> Cue:
    """The cue with the words around its head that belong to it."""
    begin, end, head, lemma = cue
    low, high = v.sentence(head)
    none = -model.bias["extend"]
    low = max(low, floor, head - MAX_EXTENSION)
    for i in range(head - 1, low - 1, -1):
        if v.words[i] == "as" or v.words[i] in patterns.NAMELESS:
            low = i + (v.words[i] != "as")
            break
    while begin > low and model.score("extend", features.extend_row(v, cue, begin - 1, "L")) > none:
        begin -= 1
    high = min(high, head + MAX_EXTENSION)
    while end < high and not _counts(v, end) and model.score("extend", features.extend_row(v, cue, end, "R")) > none:
        end += 1
    return Cue(begin, end, head, lemma)


def _counts(v: View, i: int) -> bool:
    """Whether a figure begins at a token, with "about" before it: it belongs to what is reported."""
    return v.words[i + (v.words[i] in ("about", "around"))][:1].isdigit()


def pick_source(v: View, cue: Cue, model: Model) -> Range | None:
    """The words that name who reports."""
    certain = patterns.certain(v, cue)
    if certain is not None:
        return certain
    behind = patterns.inverted(v, cue)
    if behind is not None:
        outer = model.best("extent", None, 0.0, features.extent_rows(v, cue, behind[0]))
        return behind[0], max(behind[1], outer + 1)
    candidates = features.source_candidates(v, cue)
    none = features.source_null(v, cue)
    anchor = model.best("source", none, 0.0, features.source_rows(v, cue, candidates))
    if anchor < 0:
        return None
    outer = model.best("extent", None, 0.0, features.extent_rows(v, cue, anchor))
    return patterns.whole(v, cue, features.span_of(cue, anchor, outer))


def pick_right(v: View, cue: Cue, source: Range | None, model: Model) -> Range | None:
    """What is reported after the cue."""
    candidates = content.right_starts(v, cue, source)
    none = content.right_null(v, cue, source)
    start = patterns.told(v, cue, source)
    if start < 0:
        start = model.best("right", none, 0.0, content.right_rows(v, cue, source, candidates))
    if start < 0:
        start = patterns.told_on(v, cue, source)
    if start < 0:
        return None
    if v.words[start] in WEEKDAYS and start == cue.last:
        # "said Sunday the road was cut": when it was said, unless the day is what the sentence goes on about.
        if start + 1 >= v.count or v.classes[start + 1][0] in PUNCTUATION_OR_END:
            return None
        start += v.classes[start + 1][0] not in VERBAL
    ends = content.end_rows(v, cue, start, content.right_ends(v, start))
    return (start, model.best("end", None, 0.0, ends))


def pick_left(v: View, cue: Cue, source: Range | None, likelier: float, model: Model) -> Range | None:
    """What is reported before the cue; `likelier` is added to the score of something being there."""
    candidates = left_ends(v, cue, source)
    none = left_null(v, cue, source)
    end = model.best("left", none, likelier, ((q, left_row(v, cue, source, q)) for q in candidates))
    if end < 0:
        return None
    edge = left_edge(v, cue, source)
    starts = ((p, start_row(v, cue, edge, p, end)) for p in left_starts(v, edge, end))
    return (model.best("start", None, 0.0, starts), end)


@cache
def load() -> Model:
    """The shipped model."""
    data = json.loads(gzip.decompress((DATA / "attribution_model.json.gz").read_bytes()))
    # Equal weights are one object: what the finder touches stays small.
    kept: dict[float, float] = {}
    weights = {
        name: [
            dict(zip(_values(values), map(kept.setdefault, found, found), strict=True)) for values, found in templates
        ]
        for name, templates in data["weights"].items()
    }
    return Model(weights, data["bias"])


def _values(values: list[object]) -> list[object]:
    """A template's values as rows have them: JSON has lists for tuples."""
    if list not in set(map(type, values)):
        return values
    return [tuple(_values(value)) if isinstance(value, list) else value for value in values]
