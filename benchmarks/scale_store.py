"""The index of a store: building it, adding a document of 30 claims, looking a draft of 50 up, bytes per claim.

    python benchmarks/scale_store.py [--size CLAIMS …] [--add N] [--folder DIR] [--index [--lists]]

Documents are put together from the generated claims of `scale_corpus`, 30 each; their keys are those that extraction
and signing give. Extraction is timed apart. Adding is the index alone (posting, lists of neighbours, commit), then
`stored.update` with documents, claims and comparisons for a part of them. With `--index` the keys are read off the
words alone, which is quick enough for a million claims: this measures the index, not extraction. Several sizes, each
in a process of its own, show how the times grow from one to the next (N to which power). Recall stands beside: the
share of true pairs of claims whose partner is among the ten that the index names as most like a claim.
"""

import argparse
import calendar
import gc
import math
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import scale_corpus

import provenance
from provenance import pipeline
from provenance.extraction.tokens import tokenize
from provenance.matching.blocking import keys
from provenance.matching.signature import words
from provenance.matching.signed import signed_document
from provenance.scale import stored
from provenance.store import database
from provenance.store.index import Index
from provenance.store.program import digest_of
from provenance.values import names

CLAIMS = 30
TELLING = 0.45
"""As in `matching.candidates`: lighter words are no keys."""
ASKED = 500
"""Claims with partners that the index is asked for."""
BEST = 10
TIMES = {"thousand": 1000, "million": 1_000_000}
MONTHS = frozenset(calendar.month_name)
WHOLE = 20
"""Documents added with everything: text, claims, comparisons."""
TIMED = ("index", "adding", "looking up")


def documents(size):
    texts = [claim.text for claim in scale_corpus.make(size)]
    for number in range(0, len(texts), CLAIMS):
        text = "\n\n".join(texts[number : number + CLAIMS])
        yield provenance.read(text.encode(), id=f"{number:08}", media_type="text/plain")


def quick_keys(text):
    """Keys much as signing gives them, but read off the words alone: no families, measures or days."""
    tokens = tokenize(text)
    features = set()
    for number, token in enumerate(tokens):
        after = tokens[number + 1].text if number + 1 < len(tokens) else ""
        digits = token.text.replace(",", "")
        weight = words.weight(token.base)
        if digits.replace(".", "", 1).isdecimal():
            features.add(f"n:{(Decimal(digits) * TIMES.get(after, 1)).normalize()}")
        elif token.text[0].isupper() and token.text not in MONTHS and (number or weight == 1):
            features.update(f"name:{part}" for part in names.token_skeletons(token.text))
        elif weight >= TELLING and token.is_word and token.text not in MONTHS and token.text not in TIMES:
            features.add(f"word:{token.base}")
    return tuple(sorted(keys.of_feature(feature) for feature in features))


def index_alone(options, size):
    """Build, add and look up, without extraction, claims or comparisons; the times of these three."""
    made = scale_corpus.make(size + CLAIMS * options.add)
    groups = [made[n : n + CLAIMS] for n in range(0, len(made), CLAIMS)]
    start = time.perf_counter()
    keyed = [[quick_keys(claim.text) for claim in group] for group in groups]
    each = sum(len(keys) for group in keyed for keys in group) / len(made)
    true = partners_in(made[:size])
    print(f"{len(groups)} documents, {len(made)} claims, {each:.1f} keys each: {time.perf_counter() - start:.1f} s")
    del made
    documents = [
        provenance.read(b"A report.", id=f"{number:08}", media_type="text/plain") for number in range(len(groups))
    ]
    first = len(groups) - options.add
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "store.sqlite"
        with database.open(path, create=True) as store:
            store.add(documents)
            store._db.execute("pragma wal_checkpoint(truncate)")
            before, memory = path.stat().st_size, peak()
            rows = ((documents[n].id, "digest", keyed[n]) for n in range(first))
            spent = timed(lambda: store.index(rows, anew=True))
            store._db.execute("pragma wal_checkpoint(truncate)")
            held = (path.stat().st_size - before) / (CLAIMS * first)
            print(
                f"index: {spent:.2f} s, {held:.0f} bytes per claim, {peak() - memory:.0f} MB more than before, "
                f"{peak():.0f} MB of the process with all keys"
            )
            print(f"{recall(store, true, keyed)}", flush=True)
            adding = [
                timed(lambda n=n: store.index([(documents[n].id, "digest", keyed[n])]))
                for n in range(first, len(groups))
            ]
            print(f"adding {CLAIMS} claims to the index: {spread(adding)}")
            asked = [keyed[n] + keyed[n - 1][:20] for n in range(first, len(groups))]
            looking = [timed(lambda k=k: store.partners_of(k, 32)) for k in asked]
            print(f"looking {CLAIMS + 20} claims up: {spread(looking)}", flush=True)
            if options.lists:
                print(f"lists of all documents: {timed(store.pairs):.1f} s, {peak() - memory:.0f} MB more than before")
    return spent, statistics.median(adding), statistics.median(looking)


def partners_in(made):
    """The claims that tell one event, for some of the claims with such partners, by number."""
    events = defaultdict(list)
    for number, claim in enumerate(made):
        if claim.event >= 0:
            events[claim.event].append(number)
    held = {n: {m for m in group if m != n} for group in events.values() if len(group) > 1 for n in group}
    return {n: held[n] for n in random.Random(5).sample(sorted(held), min(ASKED, len(held)))}


def recall(store, true, keyed):
    """Recall among ten of claims by the index, and the time of one look-up."""
    hits, start = 0, time.perf_counter()
    index = Index(store._db)
    for number, others in true.items():
        document, claim = divmod(number, CLAIMS)
        [like] = index.like([keyed[document][claim]], BEST + 1)
        hits += len(others & {int(name) * CLAIMS + place for name, place in like})
    spent = 1000 * (time.perf_counter() - start) / len(true)
    share = hits / sum(map(len, true.values()))
    return f"recall@{BEST} of {len(true)} claims: {share:.3f}, {spent:.1f} ms each"


def growth(options):
    """`index_alone` for each size, and the powers of the size by which its times grow."""
    known = []
    for size in options.size:
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            known.append((size, pool.apply(index_alone, (options, size))))
    for (size, times), (larger, later) in pairwise(known):
        powers = [math.log(b / a) / math.log(larger / size) for a, b in zip(times, later, strict=True)]
        shown = ", ".join(f"{what} N^{power:.2f}" for what, power in zip(TIMED, powers, strict=True))
        print(f"{size} to {larger} claims: {shown}")


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def spread(times):
    times = sorted(times)
    return f"p50 {1000 * statistics.median(times):.0f} ms, p95 {1000 * times[int(0.95 * (len(times) - 1))]:.0f} ms"


def timed(run):
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main():
    gc.set_threshold(500_000)  # as the commands do
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, nargs="+", default=[20_000], help="several only with --index")
    parser.add_argument("--add", type=int, default=100)
    parser.add_argument("--folder")
    parser.add_argument("--index", action="store_true", help="the index alone, keys read off the words")
    parser.add_argument("--lists", action="store_true", help="with --index: the lists of all documents, too")
    options = parser.parse_args()
    if options.index:
        growth(options)
        return
    made = list(documents(options.size[0] + CLAIMS * (options.add + WHOLE)))
    start = time.perf_counter()
    extracted = {d.id: pipeline.extract(d) for d in made}
    between = time.perf_counter()
    made = [d for d in made if extracted[d.id]]
    signed = {d.id: signed_document(d, extracted[d.id]) for d in made}
    keyed = {name: one.keys for name, one in signed.items()}
    claims = sum(map(len, extracted.values()))
    signing = time.perf_counter() - between
    print(f"{len(made)} documents, {claims} claims: extraction {between - start:.1f} s, keys {signing:.1f} s")
    first, one_by_one, whole = made[: -options.add - WHOLE], made[-options.add - WHOLE : -WHOLE], made[-WHOLE:]
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        path = Path(folder) / "store.sqlite"
        with database.open(path, create=True) as store:
            spent = timed(lambda: store.add(first, [c for d in first for c in extracted[d.id]]))
            store._db.execute("pragma wal_checkpoint(truncate)")
            before = path.stat().st_size
            print(f"documents and claims into the store: {spent:.1f} s")
            spent = timed(lambda: store.save_signed({d.id: signed[d.id] for d in first}))
            store._db.execute("pragma wal_checkpoint(truncate)")
            kept_signed = path.stat().st_size - before
            print(f"signatures: {spent:.1f} s")
            before += kept_signed
            spent = timed(lambda: store.index([(d.id, d.sha256, keyed[d.id]) for d in first], anew=True))
            store._db.execute("pragma wal_checkpoint(truncate)")
            held = sum(len(extracted[d.id]) for d in first)
            more = (path.stat().st_size - before) / held
            text = sum(len(d.text.encode()) for d in first) / held
            kept = (before - kept_signed) / held - text
            print(
                f"index: {spent:.1f} s; bytes per claim: {text:.0f} text, {kept:.0f} claims and words,"
                f" {kept_signed / held:.0f} signatures, {more:.0f} index"
            )
            store.add([*one_by_one, *whole], [c for d in (*one_by_one, *whole) for c in extracted[d.id]])
            adding = [timed(lambda d=d: store.index([(d.id, d.sha256, keyed[d.id])])) for d in one_by_one]
            print(f"adding {CLAIMS} claims to the index: {spread(adding)}")
            asked = [keyed[d.id] + keyed[e.id][:20] for d, e in pairwise(one_by_one)]
            looking = [timed(lambda k=k: store.partners_of(k, 32)) for k in asked]
            print(f"looking {CLAIMS + 20} claims up: {spread(looking)}")
            for name, digest in [(d.id, digest_of(d)) for d in first]:
                store._db.execute("update indexed set digest = ? where document = ?", [digest, name])
            pairs = store.pairs()
            store.save_compared([(pair, 0) for pair in pairs], store.indexed())
            compared = [timed(lambda d=d: stored.update(store, [d.id])) for d in whole]
            print(f"adding {CLAIMS} claims, compared and committed: {spread(compared)}")


if __name__ == "__main__":
    main()
