"""The decisions of attribution: which words report, who is named as the source, what is reported.

A linear model for each decision (conditional logit over its candidates; weights fitted by benchmarks/attribution_fit.py).
"""

import gzip
import json
from dataclasses import dataclass
from functools import cache

from provenance.extraction import attribution_features as f
from provenance.extraction.attribution_features import Cue, Row, View
from provenance.extraction.lexicon import DATA

Weights = list[dict[object, float]]
Range = tuple[int, int]
MAX_EXTENSION = 7


@dataclass(slots=True)
class Report:
    """One act of reporting, as token ranges (half-open)."""

    cue: Cue
    source: Range | None
    right: Range | None
    left: Range | None


class Model:
    """Weights of every decision, by name."""

    __slots__ = ("bias", "weights")

    def __init__(self, weights: dict[str, Weights], bias: dict[str, float]) -> None:
        self.weights = weights
        self.bias = bias

    def score(self, name: str, row: Row) -> float:
        """Sum of the weights of a row's values."""
        total = 0.0
        for weights, value in zip(self.weights[name], row, strict=False):
            if value in weights:
                total += weights[value]
        return total


def find(v: View, lemmas: dict[str, str], model: Model) -> list[Report]:
    """Every act of reporting, in order of its cue's head."""
    found = []
    taken = 0
    floor = -model.bias["cue"]
    for i in range(v.count):
        lemma = lemmas.get(v.words[i])
        if lemma is None or i < taken or model.score("cue", f.cue_row(v, i, lemma)) <= floor:
            continue
        cue = extend(v, Cue(i, i + 1, i, lemma), model, taken)
        taken = cue.last
        found.append(complete(v, cue, model))
    return found


def extend(v: View, cue: Cue, model: Model, floor: int) -> Cue:
    """The cue with the words around its head that belong to it."""
    first, last = v.tokens.sentences[v.tokens.sentence[cue.head]]
    low = max(first, floor, cue.head - MAX_EXTENSION)
    while cue.first > low and model.score("extend", f.extend_row(v, cue, cue.first - 1, "L")) > -model.bias["extend"]:
        cue = cue._replace(first=cue.first - 1)
    high = min(last, cue.head + MAX_EXTENSION)
    while cue.last < high and model.score("extend", f.extend_row(v, cue, cue.last, "R")) > -model.bias["extend"]:
        cue = cue._replace(last=cue.last + 1)
    return cue


def complete(v: View, cue: Cue, model: Model) -> Report:
    """Source and content of a cue."""
    source = pick_source(v, cue, model)
    return Report(cue, source, pick_right(v, cue, source, model), pick_left(v, cue, source, model))


def pick_source(v: View, cue: Cue, model: Model) -> Range | None:
    """The words that name who reports."""
    best, anchor = model.score("source", f.source_null(v, cue)) - model.bias["source"], -1
    for j in f.source_candidates(v, cue):
        score = model.score("source", f.source_row(v, cue, j))
        if score > best:
            best, anchor = score, j
    if anchor < 0:
        return None
    options = f.extents(v, cue, anchor)
    outer = max(options, key=lambda j: model.score("extent", f.extent_row(v, cue, anchor, j)))
    return (outer, anchor + 1) if anchor < cue.first else (anchor, outer + 1)


def pick_right(v: View, cue: Cue, source: Range | None, model: Model) -> Range | None:
    """What is reported after the cue."""
    best, start = model.score("right", f.right_null(v, cue, source)) - model.bias["right"], -1
    for p in f.right_starts(v, cue, source):
        score = model.score("right", f.right_row(v, cue, source, p))
        if score > best:
            best, start = score, p
    if start < 0:
        return None
    end = max(
        f.right_ends(v, cue, source, start), key=lambda q: model.score("end", f.end_row(v, cue, source, start, q))
    )
    return (start, end)


def pick_left(v: View, cue: Cue, source: Range | None, model: Model) -> Range | None:
    """What is reported before the cue."""
    best, end = model.score("left", f.left_null(v, cue, source)) - model.bias["left"], -1
    for q in f.left_ends(v, cue, source):
        score = model.score("left", f.left_end_row(v, cue, source, q))
        if score > best:
            best, end = score, q
    if end < 0:
        return None
    start = max(
        f.left_starts(v, cue, source, end), key=lambda p: model.score("start", f.start_row(v, cue, source, p, end))
    )
    return (start, end)


@cache
def load() -> Model:
    """The shipped model."""
    with gzip.open(DATA / "attribution_model.json.gz", "rt", encoding="utf-8") as file:
        data = json.load(file)
    weights = {
        name: [{_value(value): weight for value, weight in template} for template in templates]
        for name, templates in data["weights"].items()
    }
    return Model(weights, data["bias"])


def _value(value: object) -> object:
    """A feature's value as rows have it: JSON has lists for tuples."""
    return tuple(_value(part) for part in value) if isinstance(value, list) else value
