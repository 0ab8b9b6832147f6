"""The index of a store: building it, adding a document of 30 claims, looking a draft of 50 up, bytes per claim.

    python benchmarks/scale_store.py [--size CLAIMS] [--add N] [--folder DIR]

Documents are put together from the generated claims of `scale_corpus`, 30 each; their keys are those that extraction
and signing give. Extraction is timed apart. Adding is the index alone (posting, lists of neighbours, commit), then
`stored.update` with documents, claims and comparisons for a part of them.
"""

import argparse
import statistics
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import scale_corpus

import provenance
from provenance import pipeline
from provenance.matching.pairs import signed_document
from provenance.scale import stored
from provenance.store import database

CLAIMS = 30
WHOLE = 20
"""Documents added with everything: text, claims, comparisons."""


def documents(size):
    texts = [claim.text for claim in scale_corpus.make(size)]
    for number in range(0, len(texts), CLAIMS):
        text = "\n\n".join(texts[number : number + CLAIMS])
        yield provenance.read(text.encode(), id=f"{number:08}", media_type="text/plain")


def spread(times):
    times = sorted(times)
    return f"p50 {1000 * statistics.median(times):.0f} ms, p95 {1000 * times[int(0.95 * (len(times) - 1))]:.0f} ms"


def timed(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--add", type=int, default=100)
    parser.add_argument("--folder")
    options = parser.parse_args()
    made = list(documents(options.size + CLAIMS * (options.add + WHOLE)))
    start = time.perf_counter()
    extracted = {d.id: pipeline.extract(d) for d in made}
    between = time.perf_counter()
    made = [d for d in made if extracted[d.id]]
    keys = {d.id: signed_document(d, extracted[d.id]).keys for d in made}
    claims = sum(map(len, extracted.values()))
    signing = time.perf_counter() - between
    print(f"{len(made)} documents, {claims} claims: extraction {between - start:.1f} s, keys {signing:.1f} s")
    first, one_by_one, whole = made[: -options.add - WHOLE], made[-options.add - WHOLE : -WHOLE], made[-WHOLE:]
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "store.sqlite"
        with database.open(path, create=True) as store:
            spent = timed(lambda: store.add(first, [c for d in first for c in extracted[d.id]]))
            before = path.stat().st_size
            print(f"documents and claims into the store: {spent:.1f} s")
            spent = timed(lambda: store.index([(d.id, d.sha256, keys[d.id]) for d in first], anew=True))
            store._db.execute("pragma wal_checkpoint(truncate)")
            held = sum(len(extracted[d.id]) for d in first)
            more = (path.stat().st_size - before) / held
            print(f"index: {spent:.1f} s, {more:.0f} bytes per claim beside {before / held:.0f} of texts and claims")
            store.add([*one_by_one, *whole], [c for d in (*one_by_one, *whole) for c in extracted[d.id]])
            adding = [timed(lambda d=d: store.index([(d.id, d.sha256, keys[d.id])])) for d in one_by_one]
            print(f"adding {CLAIMS} claims to the index: {spread(adding)}")
            asked = [keys[d.id] + keys[e.id][:20] for d, e in pairwise(one_by_one)]
            looking = [timed(lambda k=k: store.like(k, 32)) for k in asked]
            print(f"looking {CLAIMS + 20} claims up: {spread(looking)}")
            for name, digest in [(d.id, stored.digest_of(d)) for d in first]:
                store._db.execute("update indexed set digest = ? where document = ?", [digest, name])
            pairs = store.pairs()
            store.save_compared([(pair, 0) for pair in pairs])
            compared = [timed(lambda d=d: stored.update(store, [d.id])) for d in whole]
            print(f"adding {CLAIMS} claims, compared and committed: {spread(compared)}")


if __name__ == "__main__":
    main()
