"""A draft of 1,000 words against a store: the whole command, cold, by size; and what is lost beside a full check.

    python benchmarks/scale_check.py [--size CLAIMS …] [--runs N] [--lost DRAFTS] [--store FILE]

The store holds documents of 30 generated claims of `scale_corpus`, extracted and indexed as `add` does; that takes
some milliseconds per claim. The draft is made of sentences of the corpus. Every run is a new process; told are the
processor's time of the best run, which a busy machine changes less than the clock's, and the clock's beside it.
`--lost` takes so many documents of the first store as drafts, each checked against the other documents as passages
and as a whole: how many statements have backup in the whole store alone. Only events are counted: background of the
corpus backs itself by chance. `--store` takes drafts from a store of your own instead, all statements counted.
"""

import argparse
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import scale_corpus
import scale_store

from provenance import pipeline
from provenance.matching.signed import signed_document
from provenance.scale import passages
from provenance.store import database
from provenance.store.program import digest_of

WORDS = 1000
AT_ONCE = 200
BACKED = ("supported", "partly")


def filled(path, size):
    """A store of `size` generated claims, made in parts, so that memory holds the keys alone."""
    keyed, part = [], []

    def save(store):
        extracted = {d.id: pipeline.extract(d) for d in part}
        store.add(part, [claim for d in part for claim in extracted[d.id]])
        keyed.extend((d.id, digest_of(d), signed_document(d, extracted[d.id]).keys) for d in part if extracted[d.id])
        part.clear()

    with database.open(path, create=True) as store:
        for document in scale_store.documents(size):
            part.append(document)
            if len(part) == AT_ONCE:
                save(store)
        save(store)
        store.index(keyed, anew=True)


def draft(size):
    """Sentences of the corpus, evenly spread, five in a paragraph."""
    made = scale_corpus.make(size)
    chosen, words = [], 0
    for claim in made[11 :: max(1, size // 56)]:
        chosen.append(claim.text)
        words += len(claim.text.split())
        if words >= WORDS:
            break
    return "\n\n".join(" ".join(chosen[n : n + 5]) for n in range(0, len(chosen), 5)) + "\n"


def cold(folder, path, runs):
    """Processor's and clock's seconds of the best run of the command."""
    command = [sys.executable, "-m", "provenance", "check", str(folder / "draft.md"), "--sources", str(path)]
    found = []
    for _ in range(runs):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([*command, "--format", "json", "-o", str(folder / "report.json")], capture_output=True)
        clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock))
    return tuple(map(min, zip(*found, strict=True)))


def lost(path, drafts, counts):
    """Statements with backup in the whole store, and those of them without in the passages; `counts` says which."""
    backed = gone = 0
    with database.open(path, read_only=True) as store:
        whole = passages.everything(store)
        for source in random.Random(2).sample(list(whole.documents), min(drafts, len(whole.documents))):
            own = source.model_copy(update={"id": "draft", "path": None})
            near = passages.near(store, [own])
            states = [
                [
                    s.state
                    for s in pipeline.check(
                        own, [d for d in one.documents if d.id != source.id], known=one.known
                    ).statements
                    if counts(own.text, s.span)
                ]
                for one in (whole, near)
            ]
            for full, narrow in zip(*states, strict=True):
                backed += full in BACKED
                gone += full in BACKED and narrow not in BACKED
    print(f"{drafts} drafts: {gone} of {backed} statements with backup in the whole store lose it", flush=True)


def events(size):
    """Whether a statement of a text tells an event: background is backed by chance."""
    told = {claim.text for claim in scale_corpus.make(size) if claim.event >= 0}

    def counts(text, span):
        start = text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0
        end = text.find("\n\n", span.end)
        return text[start : end if end >= 0 else len(text)].strip() in told

    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--lost", type=int, default=0)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    if options.store is not None:
        lost(options.store, options.lost or 10, lambda text, span: True)
        return
    known = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in options.size:
            path = folder / f"{size}.sqlite"
            filled(path, size)
            (folder / "draft.md").write_text(draft(size), encoding="utf-8")
            used, clock = cold(folder, path, options.runs)
            print(f"{size} claims: {used:.2f} s of the processor, {clock:.2f} s by the clock", flush=True)
            known.append((size, used))
            if options.lost and size == options.size[0]:
                lost(path, options.lost, events(size))
            path.unlink()
    for (size, one), (larger, other) in pairwise(known):
        print(f"{size} to {larger} claims: N^{math.log(other / one) / math.log(larger / size):.2f}")


if __name__ == "__main__":
    main()
