"""Relations on the labelled news pairs: precision, recall and F1 by relation and kind, and the errors themselves.

    python benchmarks/relations.py --data DIR [--errors N] [--relation R] [--baseline] [--pairs] [--reliability]
    python benchmarks/relations.py (--data DIR | --everyday) [--strangers] [--errors N] [--relation R] [--baseline]

The development groups and the groups kept aside are scored apart; errors are printed for development groups only.
Findings are matched to labels by overlapping quotes, or by one overlap and the same figure elsewhere; a group's labels
weigh at most 12. --baseline runs rapidfuzz token_set_ratio and TF-IDF cosine over sentences in the same process,
--everyday takes our own reports on business, courts, sport, disasters and science in place of the news pairs of DIR;
--pairs the pair sets of `claim_pairs` through `compare`; --reliability shows how far scores can be read as shares;
--strangers counts what is told between documents of different groups, where next to nothing should be.
"""

import argparse
import math
import random
import re
from collections import Counter, defaultdict
from itertools import combinations

import claim_pairs
import fit_relations
import news_pairs
from rapidfuzz import fuzz

import provenance
from provenance import matching
from provenance.matching.pairs import between
from provenance.matching.relations import model
from provenance.text import sentences
from provenance.values import quantities

CAP = 12
BASELINE = 55
"""Best threshold of token_set_ratio on the development groups."""
STRANGERS = 40
"""Documents of which each is compared with each of another group."""
TOLD = ("corroborates", "conflicts", "supersedes")
COSINE = 0.2
"""The same of the TF-IDF cosine: best sum of both F1 for number pairs."""
_WORDS = "one two three four five six seven eight nine ten eleven twelve dozens? scores hundreds? thousands?"
_NUMBER = re.compile(rf"\d|\b(?:{_WORDS.replace(' ', '|')})\b", re.I)


def fold(relation):
    return "conflicts" if relation == "supersedes" else relation


class Score:
    def __init__(self):
        self.count = Counter()
        self.pairs = 0
        self.errors = []

    def add(self, group, findings):
        """`findings`: (relation, place, place, is a number finding)."""
        self.pairs += len(group.documents) * (len(group.documents) - 1) // 2
        labels = [x for x in group.labels if x.relation not in ("unrelated", "unsure")]
        weight = min(1.0, CAP / max(1, len(labels)))
        held = [(r, a, b, group.labels_of(a, b)) for r, a, b in findings]
        for label in labels:
            hard = fuzz.token_set_ratio(group.text(label.a), group.text(label.b)) < 60
            hit = any(fold(r) == fold(label.relation) and label in found for r, _, _, found in held)
            for kind in ("all", label.kind, *(["reworded"] if hard else [])):
                self.count["gold", fold(label.relation), kind] += weight
                self.count["found", fold(label.relation), kind] += weight * hit
            if label.update:
                self.count["update"] += any(label in found and fold(r) == "conflicts" for r, _, _, found in held)
                self.count["update told"] += any(label in found and r == "supersedes" for r, _, _, found in held)
            if not hit:
                self.errors.append(
                    ("missed " + fold(label.relation), group.id, group.text(label.a), group.text(label.b), label.why)
                )
        for relation, a, b, found in held:
            relation = fold(relation)
            if relation not in ("conflicts", "corroborates"):
                continue
            told = {fold(x.relation) for x in found}
            if relation == "corroborates" and not told & {"corroborates", "conflicts"} and not _number(group, a, b):
                self.count["other", relation] += 1
                continue
            self.count["flagged", relation] += 1
            if relation not in told and "unsure" not in told:
                self.count["wrong", relation] += 1
                self.errors.append(
                    ("false " + relation, group.id, group.text(a), group.text(b), ",".join(sorted(told)))
                )
        baits = [x for x in group.labels if x.relation == "unrelated"]
        self.count["baits"] += len(baits)
        self.count["taken"] += sum(
            any(_strict(x, a, b) for r, a, b in findings if fold(r) in ("conflicts", "corroborates")) for x in baits
        )

    def line(self):
        out = []
        for relation in ("corroborates", "conflicts"):
            precision = 1 - self.count["wrong", relation] / max(1, self.count["flagged", relation])
            out.append(f"{relation} P {precision:.2f} of {self.count['flagged', relation]}")
            for kind in ("all", "number", "reworded"):
                recall = self.count["found", relation, kind] / max(1e-9, self.count["gold", relation, kind])
                f1 = 2 * precision * recall / max(1e-9, precision + recall)
                out.append(f"{kind} R {recall:.2f} F1 {f1:.2f}")
        false = 100 * self.count["wrong", "conflicts"] / max(1, self.pairs)
        out.append(f"false conflicts/100 {false:.1f}; baits {self.count['taken'] / max(1, self.count['baits']):.2f}")
        out.append(f"updates told {self.count['update told']}/{self.count['update']}")
        out.append(f"other agreements {self.count['other', 'corroborates']}")
        return "; ".join(out)


def _number(group, a, b):
    """Only number pairs are labelled exhaustively: an unlabelled agreement counts where both passages hold a number."""
    return all(_NUMBER.search(group.text(x)) for x in (a, b))


def _strict(label, a, b):
    over = news_pairs.over
    return any(over(a, x) and over(b, y) for x, y in ((label.a, label.b), (label.b, label.a)))


def ours(group):
    report = provenance.review(group.documents)
    return [
        (f.relation, (f.a.document, f.a.start, f.a.end), (f.b.document, f.b.start, f.b.end))
        for f in report.findings
        if f.b is not None and f.a.document != f.b.document
    ]


def baseline(alike):
    """Sentences that `alike` joins: corroborating with equal figures as strings, conflicting with others."""

    def run(group):
        held = [
            (d.id, s, {q.text for q in quantities.find(s.quote)})
            for d in group.documents
            for s in sentences.split(d.text)
        ]
        joined = alike([s.quote for _, s, _ in held])
        found = []
        for i, (da, a, fa) in enumerate(held):
            for j, (db, b, fb) in enumerate(held[i + 1 :], i + 1):
                if da != db and joined(i, j):
                    relation = "corroborates" if fa & fb or not (fa and fb) else "conflicts"
                    found.append((relation, (da, a.start, a.end), (db, b.start, b.end)))
        return found

    return run


def by_ratio(texts):
    return lambda i, j: fuzz.token_set_ratio(texts[i], texts[j], score_cutoff=BASELINE) >= BASELINE


def by_cosine(texts):
    bags = [Counter(re.findall(r"\w+", t.lower())) for t in texts]
    seen = Counter(w for bag in bags for w in bag)
    weighed = [{w: n * math.log(1 + len(bags) / seen[w]) for w, n in bag.items()} for bag in bags]
    norms = [math.sqrt(sum(v * v for v in bag.values())) or 1.0 for bag in weighed]

    def joined(i, j):
        x, y = weighed[i], weighed[j]
        return sum(v * y.get(w, 0.0) for w, v in x.items()) >= COSINE * norms[i] * norms[j]

    return joined


def reliability(groups):
    """Share of labelled or judged pairs that are one, by the score that the model gives them.

    Happenings of the groups kept aside were not judged: what is known of them is what the labels cover.
    """
    held = {False: defaultdict(list), True: defaultdict(list)}
    for group in groups:
        for question, seen, good, known in fit_relations.rows(group):
            if not known:
                continue  # nobody has said whether it is one
            score = model.probability(question, seen)
            held[news_pairs.is_aside(group.id)][question, min(9, int(score * 10))].append((score, good))
    for aside, bins in held.items():
        for (question, tenth), found in sorted(bins.items()):
            scores, right = (sum(values) / len(found) for values in zip(*found, strict=True))
            part = "aside" if aside else "development"
            print(f"{part:12} {question:9} {tenth / 10:.1f}+ mean {scores:.2f} confirmed {right:.2f} of {len(found)}")


def strangers(groups):
    """Prints the findings for 100 pairs of documents of different groups, each part apart."""
    for aside in (False, True):
        home = {d.id: g.id for g in groups if news_pairs.is_aside(g.id) == aside for d in g.documents}
        documents = [d for g in groups for d in g.documents if d.id in home]
        drawn = random.Random(3).sample(documents, min(STRANGERS, len(documents)))
        signed = matching.signed_documents(drawn, [c for d in drawn for c in provenance.extract(d)])
        pairs = [(a, b) for a, b in combinations(sorted(signed), 2) if home[a] != home[b] and _far(drawn, a, b)]
        told = Counter(m.relation for a, b in pairs for m in between(signed[a], signed[b]))
        shares = ", ".join(f"{relation} {100 * told[relation] / len(pairs):.1f}" for relation in TOLD)
        print(f"strangers, {'aside' if aside else 'development'}: {len(pairs)} pairs, in 100 of them {shares}")


def _far(documents, a, b):
    """Whether two reports were published long enough after one another; our own ones always tell of other things."""
    x, y = (d.published for name in (a, b) for d in documents if d.id == name)
    return abs((x - y).days) >= fit_relations.LONG_AGO if x and y else True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data")
    parser.add_argument("--everyday", action="store_true")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--relation", default="")
    parser.add_argument("--baseline", action="store_true")
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--reliability", action="store_true")
    parser.add_argument("--strangers", action="store_true")
    options = parser.parse_args()
    groups = list(news_pairs.everyday() if options.everyday else news_pairs.load(news_pairs.folder(options.data)))
    for name, run in (("provenance", ours), *(BASELINES if options.baseline else [])):
        parts = {False: Score(), True: Score()}
        for group in groups:
            parts[news_pairs.is_aside(group.id)].add(group, run(group))
        print(f"{name}, development: {parts[False].line()}")
        print(f"{name}, aside:       {parts[True].line()}")
        shown = [e for e in parts[False].errors if options.relation in e[0]][: options.errors]
        for kind, group, a, b, why in shown if run is ours else []:
            print(f"\n{kind} | {group} | {why}\n  A: {a[:260]}\n  B: {b[:260]}")
    if options.reliability:
        reliability(groups)
    if options.strangers:
        strangers(groups)
    if options.pairs:
        claim_pairs.report(news_pairs.folder(options.data).parent)


BASELINES = [("token_set_ratio", baseline(by_ratio)), ("TF-IDF cosine", baseline(by_cosine))]

if __name__ == "__main__":
    main()
