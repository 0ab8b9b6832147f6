"""Fit the attribution model on PolNeAR: python benchmarks/attribution_fit.py --data DIR [--part dev|all] [-o FILE].

Conditional logit for each decision, L2, by L-BFGS (needs numpy and scipy). `--part dev` (the default) leaves the third
that is kept aside out; `--part all` uses every article; `--folds` leaves one fold of the development articles out too.
"""

import gzip
import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import scipy.sparse as sparse
from polnear import Article, Range, articles, folder
from scipy.optimize import minimize

from provenance.extraction.attribution import content, features, viewed
from provenance.extraction.attribution import lexicon as attribution_lexicon
from provenance.extraction.attribution import model as attribution_model
from provenance.extraction.attribution import rivals as attribution_rivals
from provenance.extraction.attribution.left import left_edge, left_ends, left_null, left_row, left_starts, start_row
from provenance.extraction.attribution.tokens import Tokens
from provenance.extraction.attribution.view import QUOTES, Cue, View

L2 = {"cue": 6.0, "again": 20.0, "extend": 2.0, "source": 2.0, "extent": 1.5, "right": 2.0, "end": 3.0}
L2 |= {"left": 1.5, "start": 1.5}
MIN_COUNT = {"cue": 3, "again": 5, "extend": 3, "source": 3, "extent": 3, "right": 3, "end": 3, "left": 2, "start": 2}
BIAS = {"again": 0.65, "extend": 0.2, "source": -0.4, "right": 0.0, "left": 0.0}
SMALLEST = 0.1
"""Weights nearer to nought are left out: without them the scores stay, and a third less is looked up."""
JOIN = 3
"""Pieces of one content with at most so many tokens between them are one."""
NONE = 100
"""Template number of the first value of "none"."""
PARTS = 3
"""Parts of the articles for the second look at cues: each is scored by a fit to the others."""
Group = tuple[list[tuple[int, tuple[object, ...]]], int]
"""Candidates (first template number, row) and which of them is right."""


class Gatherer:
    """The decisions of annotated articles, as groups of candidates."""

    def __init__(self) -> None:
        self.groups: dict[str, list[Group]] = defaultdict(list)
        self.lemmas = attribution_lexicon.cues()
        self.missed: Counter[str] = Counter()
        self.read: list[tuple[View, set[int]]] = []
        """Each article with the heads of its annotated cues."""
        self.upto: list[int] = [0]
        """Number of groups of cues up to and with each article."""

    def gather(self, found: list[Article]) -> None:
        views = [viewed(article.text) for article in found]
        prior = self._prior(found, views)
        for article, v in zip(found, views, strict=True):
            self._article(article, v, prior)

    def _prior(self, found: list[Article], views: list[View]) -> dict[str, float]:
        """How often a word is a cue of its own: the head of a longer cue is the word with the highest share."""
        alone: Counter[str] = Counter()
        total: Counter[str] = Counter()
        for article, v in zip(found, views, strict=True):
            total.update(w for w in v.tokens.lower if w in self.lemmas)
            for relation in article.relations:
                words = [
                    w
                    for r in relation["Cue"]
                    for w in v.tokens.lower[slice(*tokens_of(v.tokens, r))]
                    if w in self.lemmas
                ]
                if len(words) == 1:
                    alone[words[0]] += 1
        return {word: (alone[word] + 0.1) / (total[word] + 2) for word in total}

    def _article(self, article: Article, v: View, prior: dict[str, float]) -> None:
        t = v.tokens
        inside = {i for r in article.spans["Cue"] for i in range(*tokens_of(t, r))}
        heads = {}
        for relation in article.relations:
            pieces = [tokens_of(t, r) for r in relation["Cue"]]
            candidates = [i for piece in pieces for i in range(*piece) if t.lower[i] in self.lemmas]
            if not candidates:
                self.missed["cue"] += 1
                continue
            head = max(candidates, key=lambda i: (prior[t.lower[i]], -i))
            heads.setdefault(head, (next(p for p in pieces if p[0] <= head < p[1]), relation))
        for i, word in enumerate(t.lower):
            if word in self.lemmas and (i in heads or i not in inside):
                row = features.cue_row(v, i, self.lemmas[word])
                self.groups["cue"].append(([(0, ()), (0, row)], int(i in heads)))
        self.read.append((v, set(heads)))
        self.upto.append(len(self.groups["cue"]))
        for head, (piece, relation) in heads.items():
            cue = self._extend(v, head, piece)
            source = self._source(v, cue, [tokens_of(t, r) for r in relation["Source"]])
            pieces = [p for r in relation["Content"] if (p := tokens_of(t, r))[1] > p[0]]
            self._right(v, cue, source, [p for p in pieces if p[0] >= cue.last])
            self._left(v, cue, source, [p for p in pieces if p[1] <= cue.first])

    def _extend(self, v: View, head: int, piece: Range) -> Cue:
        cue = Cue(head, head + 1, head, self.lemmas[v.words[head]])
        first, last = v.sentence(head)
        while cue.first > first and head - cue.first < attribution_model.MAX_EXTENSION:
            right = int(cue.first - 1 >= piece[0])
            self.groups["extend"].append(([(0, ()), (0, features.extend_row(v, cue, cue.first - 1, "L"))], right))
            if not right:
                break
            cue = cue._replace(first=cue.first - 1)
        while cue.last < last and cue.last - head < attribution_model.MAX_EXTENSION:
            right = int(cue.last < piece[1])
            self.groups["extend"].append(([(0, ()), (0, features.extend_row(v, cue, cue.last, "R"))], right))
            if not right:
                break
            cue = cue._replace(last=cue.last + 1)
        return cue

    def _source(self, v: View, cue: Cue, pieces: list[Range]) -> Range | None:
        candidates = features.source_candidates(v, cue)
        rows = [
            (NONE, features.source_null(v, cue)),
            *((0, row) for _, row in features.source_rows(v, cue, candidates)),
        ]
        if not pieces:
            self.groups["source"].append((rows, 0))
            return None
        source = max(pieces, key=lambda p: p[1] - p[0])
        left = source[0] < cue.first
        anchor = source[1] - 1 if left else source[0]
        if anchor not in candidates:
            self.missed["source"] += 1
            first, last = v.sentence(cue.head)
            apart = source[1] <= cue.first or source[0] >= cue.last
            return source if apart and source[0] >= first and source[1] <= last else None
        self.groups["source"].append((rows, 1 + candidates.index(anchor)))
        options = features.extents(v, cue, anchor)
        outer = source[0] if left else source[1] - 1
        if outer in options:
            rows = [(0, row) for _, row in features.extent_rows(v, cue, anchor)]
            self.groups["extent"].append((rows, options.index(outer)))
        return source

    def _right(self, v: View, cue: Cue, source: Range | None, pieces: list[Range]) -> None:
        starts = content.right_starts(v, cue, source)
        rows = [
            (NONE, content.right_null(v, cue, source)),
            *((0, row) for _, row in content.right_rows(v, cue, source, starts)),
        ]
        end = v.sentence(cue.head)[1]
        pieces = [p for p in pieces if p[0] < end or (p[0] == end and end in starts)]
        if not pieces:
            self.groups["right"].append((rows, 0))
            return
        start, last = pieces[0]
        if start not in starts:
            self.missed["right"] += 1
            return
        self.groups["right"].append((rows, 1 + starts.index(start)))
        for piece in pieces[1:]:
            if piece[0] - last <= JOIN:
                last = piece[1]
        ends = content.right_ends(v, start)
        nearest = min(range(len(ends)), key=lambda i: abs(ends[i] - last))
        self.groups["end"].append(([(0, row) for _, row in content.end_rows(v, cue, start, ends)], nearest))

    def _left(self, v: View, cue: Cue, source: Range | None, pieces: list[Range]) -> None:
        ends = left_ends(v, cue, source)
        rows = [(NONE, left_null(v, cue, source)), *((0, left_row(v, cue, source, q)) for q in ends)]
        if not pieces:
            self.groups["left"].append((rows, 0))
            return
        first, last = pieces[-1]
        for piece in pieces[-2::-1]:
            if first - piece[1] <= JOIN:
                first = piece[0]
        nearest = min(range(len(ends)), key=lambda i: abs(ends[i] - last), default=-1)
        if nearest < 0 or abs(ends[nearest] - last) > 1:
            self.missed["left"] += 1
            return
        self.groups["left"].append((rows, 1 + nearest))
        edge = left_edge(v, cue, source)
        starts = left_starts(v, edge, ends[nearest])
        begin = min(range(len(starts)), key=lambda i: abs(starts[i] - first))
        self.groups["start"].append(([(0, start_row(v, cue, edge, p, ends[nearest])) for p in starts], begin))


def tokens_of(t: Tokens, where: Range) -> Range:
    """The tokens that a character range overlaps, marks at its ends left out unless they are quotation marks."""
    touched = range(int(np.searchsorted(t.ends, where[0], "right")), int(np.searchsorted(t.starts, where[1], "left")))
    kept = [i for i in touched if t.shape[i] != "p" or t.words[i] in QUOTES or t.words[i] in "$:%)"]
    return (kept[0], kept[-1] + 1) if kept else (touched.start, touched.start)


def fit_again(gatherer: Gatherer) -> list[dict[object, float]]:
    """Weights of the second look at cues, from what a fit to other articles thinks of each article's words at first."""
    groups: list[Group] = []
    given: list[float] = []
    cues, upto = gatherer.groups["cue"], gatherer.upto
    for part in range(PARTS):
        others = [g for n in range(len(gatherer.read)) if n % PARTS != part for g in cues[upto[n] : upto[n + 1]]]
        model = attribution_model.Model({"cue": fit(others, L2["cue"], MIN_COUNT["cue"])}, BIAS)
        for v, heads in gatherer.read[part::PARTS]:
            likely = attribution_model.candidates(v, gatherer.lemmas, model)
            for candidate, row in zip(likely, attribution_rivals.rows(v, likely), strict=True):
                groups.append(([(0, ()), (0, row)], int(candidate.head in heads)))
                given += [0.0, candidate.score]
    return fit(groups, L2["again"], MIN_COUNT["again"], given)


def fit(groups: list[Group], l2: float, min_count: int, given: list[float] | None = None) -> list[dict[object, float]]:
    """Weights by template: those that maximise the penalised likelihood of the right candidates.

    `given` is what each candidate scores already.
    """
    counts: Counter[tuple[int, object]] = Counter()
    for rows, _ in groups:
        counts.update({(first + k, value) for first, row in rows for k, value in enumerate(row)})
    ids = {feature: i for i, feature in enumerate(f for f, n in counts.items() if n >= min_count)}
    columns, pointers, begins, right = [], [0], [], []
    for rows, answer in groups:
        begins.append(len(pointers) - 1)
        right.append(len(pointers) - 1 + answer)
        for first, row in rows:
            columns += [ids[key] for k, value in enumerate(row) if (key := (first + k, value)) in ids]
            pointers.append(len(columns))
    matrix = sparse.csr_matrix((np.ones(len(columns)), columns, pointers), shape=(len(pointers) - 1, len(ids)))
    weights = maximise(matrix, np.array(begins), np.array(right), l2, np.array(given) if given else 0.0)
    templates: list[dict[object, float]] = [{} for _ in range(max((k for k, _ in ids), default=0) + 1)]
    for (template, value), i in ids.items():
        weight = round(float(weights[i]), 2)
        if abs(weight) >= SMALLEST:
            templates[template][value] = weight
    return templates


def maximise(
    matrix: sparse.csr_matrix, begins: np.ndarray, right: np.ndarray, l2: float, given: np.ndarray | float
) -> np.ndarray:
    """The weights of a conditional logit with groups of rows beginning at `begins` and the rows `right` chosen."""
    transposed = matrix.T.tocsr()
    group = np.repeat(np.arange(len(begins)), np.diff([*begins, matrix.shape[0]]))
    chosen = np.zeros(matrix.shape[0])
    chosen[right] = 1

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights + given
        scores -= np.maximum.reduceat(scores, begins)[group]
        powers = np.exp(scores)
        totals = np.add.reduceat(powers, begins)
        value = -(scores[right] - np.log(totals)).sum() + 0.5 * l2 * (weights @ weights)
        return value, transposed @ (powers / totals[group] - chosen) + l2 * weights

    return minimize(
        loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 120, "maxcor": 6}
    ).x


def train(found: list[Article]) -> dict[str, list[dict[object, float]]]:
    """Weights of every decision; those of "none" under the decision's name and "0"."""
    gatherer = Gatherer()
    gatherer.gather(found)
    print({name: len(groups) for name, groups in gatherer.groups.items()}, dict(gatherer.missed), file=sys.stderr)
    weights = {}
    for name, groups in gatherer.groups.items():
        began = time.perf_counter()
        templates = fit(groups, L2[name], MIN_COUNT[name])
        print(f"{name}: {sum(map(len, templates))} weights, {time.perf_counter() - began:.0f} s", file=sys.stderr)
        if len(templates) > NONE:
            weights[name + "0"] = templates[NONE:]
            templates = templates[:NONE]
        while not templates[-1]:
            templates.pop()
        weights[name] = templates
    weights["again"] = fit_again(gatherer)
    return weights


def _columns(template: dict[object, float]) -> tuple[list[object], list[float]]:
    """The values of a template in a fixed order, and their weights."""
    rows = sorted(template.items(), key=repr)
    return [value for value, _ in rows], [weight for _, weight in rows]


def ship(weights: dict[str, list[dict[object, float]]], path: Path) -> None:
    """Write the model; the same weights give the same bytes."""
    columns = {name: [_columns(t) for t in templates] for name, templates in sorted(weights.items())}
    text = json.dumps({"bias": BIAS, "weights": columns}, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def main(arguments: list[str]) -> None:
    found = list(articles(folder(arguments)))
    if "--part" not in arguments or "all" not in arguments:
        found = [a for a in found if not a.aside]
    if "--folds" in arguments:
        found = [a for a in found if a.fold != 0]
    output = arguments[arguments.index("-o") + 1] if "-o" in arguments else None
    default = Path(attribution_model.__file__).parents[1] / "data" / "attribution_model.json.gz"
    ship(train(found), Path(output) if output else default)


if __name__ == "__main__":
    main(sys.argv[1:])
