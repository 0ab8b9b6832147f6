"""Origins on labelled pairs of agreeing statements: do both go back to one origin? Precision, recall, F1.

    python benchmarks/origins.py --data DIR [--errors]

The labels (origin_labels.jsonl: document ids, offsets in code points, one origin or not; no text) were made by reading
the news pairs of the development groups. A third of these groups, by the hash of their names, is kept aside: scored
apart, its errors never shown. The baseline joins statements whose sentences are near copies.
"""

import argparse
import hashlib
import json
import pathlib
from collections import Counter, defaultdict

import news_pairs
from rapidfuzz import fuzz

from provenance.extraction.claims import extract
from provenance.matching.results.origins import Sources, origins

LABELS = pathlib.Path(__file__).with_name("origin_labels.jsonl")
COPY = 90


def is_aside(group):
    return hashlib.sha256(b"origins " + group.encode()).digest()[0] % 3 == 0


def claim_at(claims, place):
    """The claim that shares most with a place; the shortest of those that share as much."""
    _, start, end = place
    return max(claims, key=lambda c: (min(end, c.span.end) - max(start, c.span.start), -len(c.span.quote)))


def near_copy(a, b, _):
    return fuzz.token_set_ratio(a.sentence.quote, b.sentence.quote) >= COPY


def ours(a, b, sources):
    return len(set(origins([a, b], sources))) == 1


def line(count):
    precision = count["hit"] / max(1, count["found"])
    recall = count["hit"] / max(1, count["gold"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"P {precision:.2f} R {recall:.2f} F1 {f1:.2f} ({count['all']} pairs, {count['gold']} of one origin)"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    labels = defaultdict(list)
    for text in LABELS.read_text(encoding="utf-8").splitlines():
        label = json.loads(text)
        labels[label["group"]].append(label)
    counts = {(name, aside): Counter() for name in ("provenance", "near copies") for aside in (False, True)}
    for group in news_pairs.load(news_pairs.folder(options.data)):
        if group.id not in labels:
            continue
        held = {d.id: extract(d) for d in group.documents}
        sources = Sources(group.documents, [c for found in held.values() for c in found])
        for label in labels[group.id]:
            a, b = (claim_at(held[label[side][0]], label[side]) for side in ("a", "b"))
            gold = label["one_origin"]
            for name, run in (("provenance", ours), ("near copies", near_copy)):
                found = run(a, b, sources)
                counts[name, is_aside(group.id)].update(all=1, gold=gold, found=found, hit=gold and found)
                if options.errors and run is ours and found != gold and not is_aside(group.id):
                    print("\nmissed" if gold else "\nwrongly joined", group.id, label["a"][0], label["b"][0])
                    for side in (a, b):
                        print("  ", sources.voices(side), side.sentence.quote[:300])
    for (name, aside), count in counts.items():
        print(f"{name}, {'aside' if aside else 'development'}: {line(count)}")


if __name__ == "__main__":
    main()
