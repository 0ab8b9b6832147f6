"""Minimal edits of true sentences and quotations: are the harmful ones caught, and the harmless ones let through?

    python benchmarks/perturb.py --data DIR [--each 200] [--kind digit] [--errors 20] [--seed 1] [--others 2]

One edited sentence at a time is checked against the document that it was taken from and a few others. A third of the
documents is kept aside: its figures are reported, its errors never shown. Beside ours run the other checkers of
benchmarks/perturb_peers.py that are installed: the share of harmful drafts that each objects to, and of harmless ones
that it lets through.
"""

# ruff: noqa: E501 (patterns and word lists are read in one line)

import argparse
import json
import os
import random
import re
import sys
import zlib
from collections import Counter, defaultdict
from glob import escape as glob_escape
from pathlib import Path

import perturb_harmful
import perturb_harmless
import perturb_peers
import perturb_quotes

import provenance

SENTENCE = re.compile(
    r"(?<!Mr\.)(?<!Mrs\.)(?<!Ms\.)(?<!Dr\.)(?<!Sen\.)(?<!Rep\.)(?<!Gov\.)(?<!Gen\.)(?<!St\.)(?<! [A-Z]\.)(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+"
)
GOALS = {
    "digit": 0.97,
    "unit": 0.97,
    "magnitude": 0.97,
    "bound": 0.97,
    "date": 0.97,
    "weekday": 0.97,
    "negation_added": 0.92,
    "negation_dropped": 0.92,
    "opposite": 0.92,
    "name": 0.92,
    "place": 0.92,
    "quote_altered": 0.98,
    "quote_negation": 0.98,
    "quote_truncated": 0.95,
    "quote_spliced": 0.95,
    "quote_speaker": 0.92,
}
TOLD = {"attribution_dropped": "PV405", "doubt_dropped": "PV403"}
"""Kinds that need no contradiction: a finding of this rule, or less than full support, tells the editor."""
STATES = {
    "quote_altered": ("altered",),
    "quote_negation": ("altered", "truncated"),
    "quote_truncated": ("truncated",),
    "quote_spliced": ("spliced",),
    "quote_speaker": ("wrong_speaker",),
}


def documents(root):
    """(id, text, attributions), the attributions as (speaker, start, end)."""
    found = []
    for path in sorted((root / "polnear_train" / "text").iterdir()):
        notes = sorted((root / "polnear_train" / "attributions").glob(glob_escape(path.stem) + "_*.ann"))
        found.append((path.stem, path.read_bytes().decode("utf-8"), [x for note in notes for x in _speech(note)]))
    for line in (root / "news_pairs" / "groups.jsonl").read_text(encoding="utf-8").splitlines():
        found += [("np-" + d["id"], d["text"], []) for d in json.loads(line)["docs"]]
    return found


def _speech(path):
    spans, events = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, after = line.partition("\t")
        rest, *text = after.split("\t")
        if key.startswith("T") and rest:
            kind, *places = rest.replace(";", " ").split()
            spans[key] = (kind, int(places[0]), int(places[-1]), text[0] if text else "")
        elif key.startswith("E"):
            events.append(dict(part.split(":", 1) for part in rest.split() if ":" in part))
    found = []
    for event in events:
        source, content = spans.get(event.get("Source", "")), spans.get(event.get("Content", ""))
        if source and content:
            found.append((source[3], content[1], content[2]))
    return found


def aside(name):
    return zlib.crc32(name.encode()) % 3 == 0


def cases(found, each, seed, wanted):
    """(kind, harmful, document number, draft), at most `each` a kind and half (development, aside)."""
    rng = random.Random(seed)
    order = list(range(len(found)))
    rng.shuffle(order)
    count = Counter()
    edits = [(k, f, True) for k, f in perturb_harmful.HARMFUL.items()] + [
        (k, f, False) for k, f in perturb_harmless.HARMLESS.items()
    ]
    spoken = [(k, f, True) for k, f in perturb_quotes.HARMFUL.items()] + [
        (k, f, False) for k, f in perturb_quotes.HARMLESS.items()
    ]
    for n in order:
        name, text, speech = found[n]
        half = aside(name)
        lines = [
            s
            for s in SENTENCE.split(text)
            if 7 <= len(s.split()) <= 45 and s[-1] in '.!”"' and s[0].isupper() and s.count("“") == s.count("”")
        ]
        rng.shuffle(lines)
        pool = perturb_quotes.quotes(text, speech)
        for kind, edit, harmful in edits + spoken:
            limit = each * (1 if half else 2) // 3
            if (wanted and kind not in wanted) or count[kind, half] >= limit:
                continue
            tried = (
                ((line, edit(line, text, rng)) for line in lines)
                if (kind, edit, harmful) in edits
                else (
                    (q.words, edit(q, rng, pool))
                    for q in (perturb_quotes.unattributed(text) if kind == "quote_truncated" else pool)
                )
            )
            taken = 0
            for true, draft in tried:
                if draft is None or (harmful and draft == true):
                    continue
                count[kind, half] += 1
                taken += 1
                yield kind, harmful, n, draft, true
                if (
                    taken == (12 if kind in ("passive", "quote_ellipsis", "quote_truncated") else 2)
                    or count[kind, half] >= limit
                ):
                    break


def judge(kind, harmful, report):
    """Whether a harmful edit was caught (and, of quotations, with the exact state), or whether a harmless one passed, and how."""
    states = [s.state for s in report.statements]
    quoted = [q.state for s in report.statements for q in s.quotations]
    bad = "contradicted" in states or any(q not in ("verbatim", "not_found") for q in quoted)
    if kind.startswith("quote_"):
        bad = any(q != "verbatim" for q in quoted)
        good = bool(quoted) and not bad
        return (bad, any(q in STATES.get(kind, ()) for q in quoted)) if harmful else (good, bad)
    checked = [s for s in states if s != "not_checkable"]
    if kind in TOLD:
        caught = any(s != "supported" for s in checked) or any(f.rule == TOLD[kind] for f in report.findings)
        return caught, caught
    return (bad, bad) if harmful else (bool(checked) and all(s == "supported" for s in checked), bad)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=os.environ.get("PROVENANCE_EVAL_DATA"))
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--kind", action="append")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--others", type=int, default=2)
    options = parser.parse_args()
    if not options.data or not (Path(options.data) / "polnear_train").is_dir():
        sys.exit("perturb: --data DIR (or PROVENANCE_EVAL_DATA) with polnear_train and news_pairs is needed")
    peers = perturb_peers.installed()
    missing = sorted(perturb_peers.PEERS.keys() - peers.keys())
    if missing:
        print(f"not installed: {', '.join(missing)}")
    tally, crashed = measured(documents(Path(options.data)), options, peers)
    print(f"{'kind':20} {'half':6} {'n':>4}  caught/supported  exact/wrongly  goal  {'  '.join(peers)}")
    for (kind, half), row in sorted(tally.items(), key=lambda item: (not item[1]["harmful"], item[0])):
        n = row["n"]
        print(
            f"{kind:20} {half:6} {n:4}  {row['first'] / n:10.3f}  {row['second'] / n:15.3f}  {GOALS.get(kind, ''):>8}  "
            + "  ".join(f"{row[name] / n:{len(name)}.2f}" for name in peers)
        )
    for name, times in sorted(crashed.items()):
        print(f"{name} raised on {times} drafts")


def measured(found, options, peers):
    """What became of each kind in each half, and how often each peer raised; prints the errors that are asked for."""
    rng = random.Random(options.seed + 1)
    tally, shown, crashed = defaultdict(Counter), Counter(), Counter()
    read = {}
    for kind, harmful, n, draft, true in cases(found, options.each, options.seed, options.kind):
        others = [i for i in rng.sample(range(len(found)), options.others) if i != n]
        for i in (n, *others):
            if i not in read:
                read[i] = provenance.read(found[i][1].encode(), id=found[i][0], media_type="text/plain")
        report = provenance.check(draft, [read[n], *(read[i] for i in others)])
        first, second = judge(kind, harmful, report)
        half = "aside" if aside(found[n][0]) else "dev"
        row = tally[kind, half]
        row["n"] += 1
        row["first"] += first
        row["second"] += second
        row["harmful"] = harmful
        texts = [found[n][1], *(found[i][1] for i in others)]
        for name, peer in peers.items():
            try:
                row[name] += peer(draft, texts) == harmful
            except Exception:  # a peer's own fault: told below, and no answer is a wrong one
                crashed[name] += 1
        wrong = not first or (harmful and not second) or (not harmful and second)
        if wrong and half == "dev" and shown[kind] < options.errors:
            shown[kind] += 1
            show(kind, true, draft, report)
    return tally, crashed


def show(kind, true, draft, report):
    """One error: the true words, the draft's, and what was said of them."""
    print(f"--- {kind}\n  true:  {true}\n  draft: {draft}")
    for s in report.statements:
        slots = [(x.slot, x.verdict, x.a, x.b) for x in s.slots if x.a or x.b][:5]
        best = s.passages[0].quote[:120] if s.passages else ""
        quoted = [(q.state, q.speaker, q.differences) for q in s.quotations]
        print(f"  {s.state}: {s.span.quote[:60]!r} <- {best!r} {slots} {quoted}")


if __name__ == "__main__":
    main()
