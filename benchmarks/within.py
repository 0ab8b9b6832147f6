"""Conflicts inside one document: false alarms on real articles, and slips planted in them that are found.

    python benchmarks/within.py --data DIR [--limit N] [--show]

Real articles hardly ever contradict themselves, so nearly everything told of them as they are is a false alarm. A slip
is planted where two sentences of an article give one exact count of people: the second one is made another number.
Articles of the groups kept aside are scored apart and never shown.
"""

import argparse
import pathlib

import news_pairs

import provenance
from provenance import matching
from provenance.extraction.claims import extract

RULES = {"PV207", "PV305"}


def told(document):
    return [f for f in provenance.review([document]).findings if f.rule in RULES]


def slip(document):
    """The document with the second of two equal counts changed, or None where it has none."""
    seen = set()
    for s in next(iter(matching.signatures([document], extract(document))), []):
        for f in s.figures:
            q = f.quantity
            key = (q.value, f.noun_class, f.measures)
            plain = q.approximation == "exact" and q.value is not None and f.noun_class and f.scope == "total"
            if plain and f.measures and any(k == key and order < s.order for k, order in seen):
                text = document.text[: q.span.start] + str(2 * int(q.value) + 1) + document.text[q.span.end :]
                return provenance.read(
                    text.encode(), id=document.id, published=document.published, media_type="text/plain"
                )
            seen.add((key, s.order))
    return None


def score(name, documents, show):
    alarms = [(d, f) for d in documents for f in told(d)]
    planted = [(d, changed) for d in documents if (changed := slip(d)) is not None]
    found = sum(any(f.rule == "PV305" for f in told(changed)) for _, changed in planted)
    per = 100 * len(alarms) / max(1, len(documents))
    print(f"{name}: {len(documents)} documents, {len(alarms)} told ({per:.1f} per 100); slips {found}/{len(planted)}")
    for document, f in alarms if show else []:
        print(f"\n{f.rule} {document.id}: {f.message}\n  {f.a.quote[:200]}\n  {f.b.quote[:200] if f.b else ''}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data")
    parser.add_argument("--limit", type=int, default=100, help="articles of the second collection")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    root = news_pairs.folder(options.data)
    groups = news_pairs.load(root)
    for aside in (False, True):
        documents = [d for g in groups if news_pairs.is_aside(g.id) == aside for d in g.documents]
        score("news pairs, aside" if aside else "news pairs, development", documents, options.show and not aside)
    texts = sorted((pathlib.Path(root).parent / "polnear_train" / "text").glob("*.txt"))[: options.limit]
    articles = [provenance.read(p.read_bytes(), id=p.name, media_type="text/plain") for p in texts]
    score("PolNeAR", articles, options.show)


if __name__ == "__main__":
    main()
