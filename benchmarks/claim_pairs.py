"""Two statements side by side, through `compare`: labelled pair sets, and baselines in the same run.

Our own pairs of a passage and a sentence (text_pairs.tsv: relations, what it is a case of, passage, sentence), RTE-3
(three-way labels), FEVER symmetric, ClaimDiff and MSRP. A set that is not in the data folder is left out. Pairs
are split by the hash of their text; a baseline's threshold is the best one on the development part.
"""

import collections
import csv
import hashlib
import json
import math
import pathlib
import re

from rapidfuzz import fuzz

import provenance

THRESHOLDS = range(30, 100, 5)
_NOT = re.compile(r"\b(?:not|no|never|none|denied|without|n't)\b|n't\b", re.I)
_FIGURE = re.compile(r"\d[\d,.]*")


def own(_):
    named = {"conflicts": "conflict", "corroborates": "agree"}
    for line in (pathlib.Path(__file__).parent / "text_pairs.tsv").read_text(encoding="utf-8").splitlines():
        relations, _, a, b = line.split("\t")
        yield a, b, named.get(relations, "neither")


def rte3(root):
    """(text, hypothesis, label); contradiction is to be found."""
    named = {"ENTAILMENT": "agree", "CONTRADICTION": "conflict", "UNKNOWN": "neither"}
    for line in (root / "rte3" / "dev.jsonl").open(encoding="utf-8"):
        p = json.loads(line)
        yield p["text"], p["hypothesis"], named[p["label_3way_it"]]


def fever_symmetric(root):
    for line in (root / "fever_symmetric" / "dev.jsonl").open(encoding="utf-8"):
        p = json.loads(line)
        yield p["evidence"], p["claim"], "conflict" if p["label"] == "REFUTES" else "agree"


def claimdiff(root):
    """Claims of two publishers on one event: where one strengthens the other they agree; no pair is a conflict."""
    for p in json.loads((root / "claimdiff" / "strength-train.json").read_text(encoding="utf-8"))["data"]:
        yield p["claim_a"], p["claim_b"], "agree" if p["relation"] else "neither"


def msrp(root):
    with (root / "msrp" / "train.tsv").open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        for quality, _, _, a, b in rows:
            yield a, b, "agree" if quality == "1" else "neither"


SETS = {"own": own, "rte3": rte3, "fever_symmetric": fever_symmetric, "claimdiff": claimdiff, "msrp": msrp}


def is_aside(a, b):
    return hashlib.sha256((a + b).encode()).digest()[0] % 3 == 0


def answer(relation):
    return {"corroborates": "agree", "conflicts": "conflict", "supersedes": "conflict"}.get(relation, "neither")


def by_likeness(a, b, likeness, threshold):
    """The string baseline: alike pairs agree unless their figures or negations differ."""
    if likeness < threshold:
        return "neither"
    same = set(_FIGURE.findall(a)) == set(_FIGURE.findall(b)) and bool(_NOT.search(a)) == bool(_NOT.search(b))
    return "agree" if same else "conflict"


def tf_idf(pairs):
    """Cosines of TF-IDF vectors, 0 to 100, one a pair; document frequencies are those of the set."""
    bags = [[collections.Counter(re.findall(r"\w+", t.lower())) for t in (a, b)] for a, b, _ in pairs]
    seen = collections.Counter(w for two in bags for bag in two for w in bag)
    idf = {w: math.log(2 * len(bags) / n) for w, n in seen.items()}

    def norm(bag):
        return math.sqrt(sum((n * idf[w]) ** 2 for w, n in bag.items())) or 1.0

    return [100 * sum(n * y[w] * idf[w] ** 2 for w, n in x.items()) / (norm(x) * norm(y)) for x, y in bags]


def scores(told):
    """(precision, recall, F1, flagged) for agree and conflict; `told` holds (answer, label)."""
    out = {}
    for wanted in ("agree", "conflict"):
        flagged = sum(t == wanted for t, _ in told)
        gold = sum(g == wanted for _, g in told)
        right = sum(t == g == wanted for t, g in told)
        precision, recall = right / max(1, flagged), right / max(1, gold)
        out[wanted] = (precision, recall, 2 * precision * recall / max(1e-9, precision + recall), flagged)
    return out


def best_threshold(pairs, likenesses):
    def mean(threshold):
        told = [
            (by_likeness(a, b, x, threshold), g)
            for (a, b, g), x in zip(pairs, likenesses, strict=True)
            if not is_aside(a, b)
        ]
        found = scores(told)
        return found["agree"][2] + found["conflict"][2]

    return max(THRESHOLDS, key=mean)


def systems(pairs):
    """(name, answers) of each system on all pairs."""
    yield "compare", [answer(provenance.compare(a, b).relation) for a, b, _ in pairs]
    ratios = [fuzz.token_set_ratio(a, b) for a, b, _ in pairs]
    for name, likenesses in (("token_set_ratio", ratios), ("TF-IDF cosine", tf_idf(pairs))):
        threshold = best_threshold(pairs, likenesses)
        yield (
            f"{name} {threshold}",
            [by_likeness(a, b, x, threshold) for (a, b, _), x in zip(pairs, likenesses, strict=True)],
        )


def report(root):
    """One line for each set, system and part."""
    for name, read in SETS.items():
        if read is not own and not (root / name).exists():
            continue
        pairs = list(read(root))
        for system, answers in systems(pairs):
            for aside in (False, True):
                told = [(t, g) for t, (a, b, g) in zip(answers, pairs, strict=True) if is_aside(a, b) == aside]
                part = "aside" if aside else "development"
                print(f"{name:16} {system:20} {part:12} {_line(scores(told))}")


def _line(found):
    return "; ".join(
        f"{wanted} P {p:.2f} R {r:.2f} F1 {f1:.2f} of {flagged}" for wanted, (p, r, f1, flagged) in found.items()
    )
