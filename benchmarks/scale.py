"""Which claims speak of one thing, among thousands: time, recall and memory beside other tools.

    python benchmarks/scale.py [--size N …] [--queries Q] [--only METHOD …]

Every claim of the generated corpus (`scale_corpus`) is a document of its own. recall@10 is the share of true ordered
pairs whose partner is among the ten best of the claim; it is measured on Q claims that have partners, and times of
queries are extrapolated from them to all N, which the column "of" shows. Slots are compared for the ten best of a part
of them. Times are of the processor, so that other work beside it changes little; of cdist half of it, for its two
workers. Peak memory is that of a forked process beyond what it starts with. Tools that are not installed are named.
"""

import argparse
import gc
import math
import multiprocessing
import os
import random
import re
import resource
import sqlite3
import time
from collections import defaultdict
from importlib.util import find_spec

import scale_corpus

import provenance
from provenance.matching import pairs
from provenance.matching.blocking import partners
from provenance.matching.signed import signed_document

BEST = 10
DF_BUDGET = 1000
"""Rows read for one query of SQLite's full-text index, rarest words first."""


class Corpus:
    def __init__(self, size, queries):
        made = scale_corpus.make(size)
        self.texts = [c.text for c in made]
        self.size = len(made)
        events = defaultdict(list)
        for number, claim in enumerate(made):
            if claim.event >= 0:
                events[claim.event].append(number)
        self.true = {n: {m for m in group if m != n} for group in events.values() if len(group) > 1 for n in group}
        self.queries = sorted(random.Random(5).sample(sorted(self.true), min(queries, len(self.true))))
        self.signed, self.keyed = {}, {}

    def recall(self, found, most=BEST):
        hits = sum(len(self.true[n] & set(best[:most])) for n, best in found.items())
        return hits / max(1, sum(len(self.true[n]) for n in found))

    def sign(self, *, kept):
        """Keys of all; what slots are compared by is kept of those with partners, where `kept`."""
        for number, text in enumerate(self.texts):
            document = provenance.read(text.encode(), id=f"{number:07}", media_type="text/plain")
            claims = provenance.extract(document)
            if claims:
                signed = signed_document(document, claims)
                self.keyed[number] = signed.keys
                if kept and number in self.true:
                    self.signed[number] = signed


def timed(run):
    """What `run` gives, and the seconds of the processor, all threads together: others may be using it, too."""
    start = time.process_time()
    found = run()
    return found, time.process_time() - start


def ours(corpus):
    """Candidates by keys: index of all, queries, no slots."""
    shared, built = timed(lambda: partners.Shared(partners.posted(corpus.keyed.items())))
    orders = {n: partners.order(f"{n:07}", keys) for n, keys in corpus.keyed.items()}

    def look_up():
        return {
            n: partners.best(partners.scores(n, corpus.keyed.get(n, []), shared), partners.PARTNERS, orders)
            for n in corpus.queries
        }

    found, asked = timed(look_up)
    return found, built, asked, f"{corpus.recall(found, partners.PARTNERS):.3f} among the {partners.PARTNERS} compared"


def slots(corpus):
    """The same, and each of the ten best compared slot by slot."""
    found, built, asked, _ = ours(corpus)
    part = corpus.queries[: max(1, len(corpus.queries) // 4)]
    compared = [(n, m) for n in part for m in found[n][:BEST] if n in corpus.signed and m in corpus.signed]
    _, spent = timed(lambda: [pairs.between(corpus.signed[min(p)], corpus.signed[max(p)]) for p in compared])
    # A pair is compared once, whichever of the two claims found it.
    return found, built, asked + spent * len(corpus.queries) / len(part) / 2, f"{len(compared)} pairs compared"


def cdist(corpus):
    """rapidfuzz cdist, token_set_ratio, two workers."""
    from rapidfuzz import fuzz, process

    part = corpus.queries[:100]
    texts = [corpus.texts[n] for n in part]
    rows, spent = timed(lambda: process.cdist(texts, corpus.texts, scorer=fuzz.token_set_ratio, workers=2))
    found = {
        n: [m for m in row.argsort()[::-1][: BEST + 1].tolist() if m != n] for n, row in zip(part, rows, strict=True)
    }
    return found, 0.0, spent / 2 * len(corpus.queries) / len(part), f"{len(part)} rows; half the time of two workers"


def minhash(corpus):
    """datasketch MinHash LSH, 32 bands of 4, words."""
    from datasketch import MinHash, MinHashLSH

    def build():
        lsh = MinHashLSH(num_perm=128, params=(32, 4))
        made = list(
            MinHash.bulk([[w.encode() for w in re.findall(r"\w+", t.lower())] for t in corpus.texts], num_perm=128)
        )
        for number, one in enumerate(made):
            lsh.insert(number, one)
        return lsh, made

    (lsh, made), built = timed(build)

    def look_up():
        found = {}
        for n in corpus.queries:
            near = sorted((m for m in lsh.query(made[n]) if m != n), key=lambda m: -made[n].jaccard(made[m]))
            found[n] = near[:BEST]
        return found

    return *reversed_(timed(look_up), built), ""


def reversed_(found_and_time, built):
    return found_and_time[0], built, found_and_time[1]


def bm25(corpus):
    """bm25s, stemmed."""
    import bm25s
    import Stemmer

    stemmer = Stemmer.Stemmer("english")

    def build():
        index = bm25s.BM25()
        index.index(bm25s.tokenize(corpus.texts, stemmer=stemmer, show_progress=False), show_progress=False)
        return index

    index, built = timed(build)

    def look_up():
        asked = bm25s.tokenize([corpus.texts[n] for n in corpus.queries], stemmer=stemmer, show_progress=False)
        ids, _ = index.retrieve(asked, k=BEST + 1, show_progress=False)
        return {n: [m for m in row.tolist() if m != n] for n, row in zip(corpus.queries, ids, strict=True)}

    return *reversed_(timed(look_up), built), ""


def full_text(corpus):
    """SQLite FTS5, rarest words within a budget, bm25."""
    db = sqlite3.connect(":memory:")

    def build():
        db.execute("create virtual table claims using fts5(text, tokenize='porter unicode61')")
        db.executemany("insert into claims(rowid, text) values (?, ?)", enumerate(corpus.texts))
        db.execute("create virtual table words using fts5vocab(claims, 'row')")
        return dict(db.execute("select term, doc from words"))

    df, built = timed(build)
    stem = sqlite3.connect(":memory:")
    stem.execute("create virtual table one using fts5(text, tokenize='porter unicode61')")
    stem.execute("create virtual table terms using fts5vocab(one, 'row')")

    def look_up():
        found = {}
        for n in corpus.queries:
            stem.execute("delete from one")
            stem.execute("insert into one values (?)", [corpus.texts[n]])
            rare, spent = [], 0
            for term in sorted((t for (t,) in stem.execute("select term from terms")), key=lambda t: df.get(t, 0)):
                spent += df.get(term, 0)
                if rare and spent > DF_BUDGET:
                    break
                rare.append(f'"{term}"')
            query = "select rowid from claims where claims match ? order by bm25(claims) limit ?"
            rows = db.execute(query, [" OR ".join(rare), BEST + 1])
            found[n] = [m for (m,) in rows if m != n]
        return found

    return *reversed_(timed(look_up), built), ""


def duckdb_(corpus):
    """DuckDB, a join on the same keys, all claims at once."""
    import duckdb

    db = duckdb.connect()
    db.execute("set threads = 2")
    rows = [(n, key, key & 255) for n, claims in corpus.keyed.items() for key in {k for keys in claims for k in keys}]

    def build():
        import numpy

        table = numpy.array(rows, dtype=numpy.int64)  # DuckDB finds it by its name
        columns = {"claim": table[:, 0], "key": table[:, 1], "worth": table[:, 2]}  # noqa: F841
        db.execute("create table keys as select claim, key, worth from columns")

    _, built = timed(build)

    def look_up():
        answer = db.execute(
            f"""with df as (select key from keys group by key having count(*) between 2 and {partners.COMMON}),
            k as (select keys.* from keys join df using (key)),
            s as (select a.claim as one, b.claim as other, sum(a.worth) as score from k a join k b
                  on a.key = b.key and a.claim != b.claim group by all)
            select one, other from s
            qualify row_number() over (partition by one order by score desc, other) <= {BEST}"""
        ).fetchall()
        found = {n: [] for n in corpus.queries}
        for one, other in answer:
            if one in found:
                found[one].append(other)
        return found

    found, spent = timed(look_up)
    return found, built + spent, 0.0, "all claims, not sampled"


def splink_(corpus):
    """splink on DuckDB, trained, blocked on rare keys."""
    import pandas
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    df = defaultdict(int)
    bags = {n: sorted({k for keys in claims for k in keys}) for n, claims in corpus.keyed.items()}
    for bag in bags.values():
        for key in bag:
            df[key] += 1
    table = pandas.DataFrame(
        {
            "unique_id": list(bags),
            "text": [corpus.texts[n] for n in bags],
            "keys": list(bags.values()),
            "rare": [[k for k in bag if 1 < df[k] <= 60] for bag in bags.values()],
        }
    )
    comparisons = [cl.ArrayIntersectAtSizes("keys", [5, 4, 3, 2]), cl.JaccardAtThresholds("text", [0.8, 0.6])]
    rule = block_on("rare", arrays_to_explode=["rare"])
    settings = SettingsCreator("dedupe_only", comparisons=comparisons, blocking_rules_to_generate_predictions=[rule])

    def run():
        linker = Linker(DuckDBAPI().register(table), settings, log_level="ERROR")
        linker.training.estimate_u_using_random_sampling(max_pairs=1e5)
        linker.training.estimate_parameters_using_expectation_maximisation(block_on("substr(text, 1, 12)"))
        return linker.inference.predict().as_pandas_dataframe()

    answer, spent = timed(run)
    found = {n: [] for n in corpus.queries}
    for one, other, _ in sorted(
        zip(answer["unique_id_l"], answer["unique_id_r"], answer["match_weight"], strict=True), key=lambda r: -r[2]
    ):
        for a, b in ((one, other), (other, one)):
            if a in found:
                found[a].append(b)
    return found, spent, 0.0, "all claims, not sampled"


METHODS = {
    "provenance keys": (ours, "rapidfuzz"),
    "provenance keys+slots": (slots, "rapidfuzz"),
    "rapidfuzz cdist": (cdist, "numpy"),
    "datasketch LSH": (minhash, "datasketch"),
    "bm25s": (bm25, "bm25s"),
    "SQLite FTS5 rare words": (full_text, "sqlite3"),
    "DuckDB, same keys": (duckdb_, "duckdb"),
    "splink": (splink_, "splink"),
}


def apart(method, corpus):
    """A method in a forked process: found, build and query time, note, peak memory in MB."""

    def run(pipe):
        before = resident()
        try:
            found, built, asked, note = method(corpus)
            pipe.send((corpus.recall(found), built, asked, note, peak() - before))
        except Exception as error:  # a tool that fails is a row of the table, not the end of it
            pipe.send(f"{type(error).__name__}: {str(error)[:90]}")

    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=run, args=(there,))
    process.start()
    answer = here.recv()
    process.join()
    return answer


def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def peak():
    return max(resident(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3)


def table(size, queries, only):
    corpus = Corpus(size, queries)
    _, signing = timed(lambda: corpus.sign(kept=not only or "provenance keys+slots" in only))
    print(f"\n{corpus.size} claims, {len(corpus.true)} with partners, {len(corpus.queries)} asked for")
    print(f"extraction, signatures and keys: {signing:.1f} s, {1e6 * signing / corpus.size:.0f} us per claim")
    print(f"{'method':24}{'build s':>9}{'query us':>10}{'all s':>9}{'recall@10':>11}{'peak MB':>9}  note")
    times = {}
    for name, (method, needs) in METHODS.items():
        if only and name not in only:
            continue
        if find_spec(needs) is None:
            print(f"{name:24}{'not installed':>19}")
            continue
        answer = apart(method, corpus)
        if isinstance(answer, str):
            print(f"{name:24} {answer}")
            continue
        recall, built, asked, note, memory = answer
        each = asked / len(corpus.queries)
        times[name] = built + each * corpus.size + (signing if name.startswith("provenance") else 0)
        cells = f"{built:9.2f}{1e6 * each:10.0f}{times[name]:9.1f}{recall:11.3f}{memory:9.0f}"
        print(f"{name:24}{cells}  {note}", flush=True)
    if "rapidfuzz cdist" in times and "provenance keys+slots" in times:
        ratio = times["rapidfuzz cdist"] / times["provenance keys+slots"]
        print(f"all pairs with extraction and slots: {ratio:.0f} times faster than rapidfuzz cdist")
    return times


def main():
    gc.set_threshold(500_000)  # as the commands do
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, nargs="+", default=[2000, 20000])
    parser.add_argument("--queries", type=int, default=1000)
    parser.add_argument("--only", nargs="*", choices=METHODS)
    options = parser.parse_args()
    found = {size: table(size, options.queries, options.only) for size in options.size}
    sizes = sorted(found)
    for name in METHODS:
        held = [(size, found[size][name]) for size in sizes if name in found[size]]
        if len(held) > 1:
            (a, s), (b, t) = held[0], held[-1]
            print(f"{name:24} grows with N^{math.log(t / s) / math.log(b / a):.2f} from {a} to {b}")


if __name__ == "__main__":
    main()
