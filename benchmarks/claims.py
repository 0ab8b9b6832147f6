"""Claims of news: python benchmarks/claims.py --data DIR [--articles N]

DIR (or the variable PROVENANCE_EVAL_DATA) holds polnear_train/ and news_pairs/. Shown are

- claim recall: labelled number claims of news_pairs that an extracted claim with a figure overlaps; a duration ("for
  two years") is a figure here, though it is kept as a time. Reported with figures alone too;
- density: claims a sentence, and how many figures, dates, names and quotations stand in a claim;
- polarity and modality on the project's own cases (tests/extraction/cases/stance*.tsv);
- speed of each room and of the whole on N articles joined (60), in MB/s of one core.

A third of the documents of news_pairs, by a digest of their text, is set aside: only its figures are ever looked at.
"""

import argparse
import hashlib
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from provenance.extraction import attribution, inventory, quotations, stance
from provenance.extraction.claims import Extraction, extract, extract_all
from provenance.extraction.coverage import coverage
from provenance.text import sentences
from provenance.values import dates, names, quantities

CASES = Path(__file__).parent.parent / "tests" / "extraction" / "cases"
NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen)", re.IGNORECASE)


def folder(given: str | None) -> Path:
    """The data folder; stops with a message when it lacks one of the two sets."""
    name = given or os.environ.get("PROVENANCE_EVAL_DATA")
    missing = [
        part
        for part in ("polnear_train/text", "news_pairs/pairs.jsonl")
        if not name or not (Path(name) / part).exists()
    ]
    if missing:
        sys.exit(f"{', '.join(missing)} not found in {name!r}: give the folder with --data DIR or PROVENANCE_EVAL_DATA")
    return Path(str(name))


def labelled(news: Path) -> Iterator[tuple[str, str]]:
    """Document and quote of every labelled number claim, once."""
    seen = set()
    for line in (news / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        if pair["kind"] != "number" or pair["relation"] == "unrelated":
            continue
        for side in (pair["a"], pair["b"]):
            key = (side["doc"], side["quote"])
            if key not in seen and NUMBER.search(side["quote"]):
                seen.add(key)
                yield key


def covers(found: Extraction, start: int, end: int, *, durations: bool) -> bool:
    """Whether a claim with a figure overlaps a passage."""
    return any(
        c.span.start < end and start < c.span.end
        for c in found.claims
        if c.quantities or (durations and any(t.kind == "duration" for t in c.times))
    )


def recall(news: Path) -> None:
    lines = (news / "groups.jsonl").read_text(encoding="utf-8").splitlines()
    documents = {d["id"]: d for line in lines for d in json.loads(line)["docs"]}
    aside = {i: int(hashlib.sha256(d["text"].encode()).hexdigest(), 16) % 3 == 0 for i, d in documents.items()}
    extracted = {i: extract_all(d["text"], published=d["date"]) for i, d in documents.items()}
    score: Counter[tuple[bool, str]] = Counter()
    for i, found in extracted.items():
        score[aside[i], "claims"] += len(found.claims)
        score[aside[i], "sentences"] += len(sentences.split(documents[i]["text"]))
        for kind, part in coverage(found).items():
            score[aside[i], kind] += part["found"]
            score[aside[i], kind + " claimed"] += part["claimed"]
    for i, quote in labelled(news):
        start = documents[i]["text"].find(quote)
        score[aside[i], "wanted"] += 1
        score[aside[i], "figures alone"] += covers(extracted[i], start, start + len(quote), durations=False)
        score[aside[i], "hit"] += covers(extracted[i], start, start + len(quote), durations=True)
    for part, title in ((False, "development"), (True, "set aside")):
        wanted = max(1, score[part, "wanted"])
        density = score[part, "claims"] / max(1, score[part, "sentences"])
        alone = score[part, "figures alone"] / wanted
        print(
            f"{title}: claim recall {score[part, 'hit'] / wanted:.3f} of {wanted} (durations left out {alone:.3f})",
            end="",
        )
        print(f", {density:.2f} claims a sentence")
        kinds = ("figures", "dates", "names", "quotations")
        shares = (f"{k} {score[part, k + ' claimed'] / max(1, score[part, k]):.2f}" for k in kinds)
        print(f"  in a claim: {', '.join(shares)}")


def polarity() -> None:
    for name in ("stance.tsv", "stance_unseen.tsv", "stance_unseen_2.tsv"):
        lines = (CASES / name).read_text(encoding="utf-8").splitlines()
        cases = [line.split("\t") for line in lines if line and not line.startswith("#")]
        right = [0, 0]
        for marked, denied, mood in cases:
            text = marked.replace("[[", "").replace("]]", "")
            start = max(0, marked.find("[["))
            end = marked.find("]]") - 2 if "[[" in marked else len(text)
            judged = stance.judge(text, start, end)
            right[0] += judged.polarity == denied
            right[1] += judged.modality == mood
        print(
            f"{name}: polarity {right[0] / len(cases):.3f}, modality {right[1] / len(cases):.3f} of {len(cases)} cases"
        )


def seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def speed(articles: Path, count: int) -> None:
    """Each room alone, so that the parts add up to more than the whole, which keeps what two rooms both need."""
    files = sorted(articles.glob("*.txt"))[:count]
    text = "\n\n".join(file.read_text(encoding="utf-8") for file in files)
    extract(text[:20000])  # word lists and models are loaded once
    held = inventory.find(text, "", None)
    spans = sentences.split(text)
    rooms: dict[str, Callable[[], object]] = {
        "sentences": lambda: sentences.split(text + " "),
        "quantities": lambda: quantities.find(text),
        "dates": lambda: dates.find(text),
        "names": lambda: names.find(text),
        "attribution": lambda: attribution.find(text, "again"),
        "quotations": lambda: quotations.find(text, "again"),
        "values by sentence": lambda: inventory.by_sentence(spans, held),
        "stance, each sentence": lambda: [stance.judge(s.quote, 0, len(s.quote)) for s in spans],
        "whole": lambda: extract(text + "\n"),
    }
    for name, run in rooms.items():
        print(f"  {name:22} {len(text) / 1e6 / max(1e-9, seconds(run)):8.2f} MB/s")


def main() -> None:
    parser = argparse.ArgumentParser(description="Recall, density, polarity and speed of claims.")
    parser.add_argument("--data", help="folder with polnear_train/ and news_pairs/ (or PROVENANCE_EVAL_DATA)")
    parser.add_argument("--articles", type=int, default=60, help="articles that speed is measured on")
    given = parser.parse_args()
    data = folder(given.data)
    recall(data / "news_pairs")
    polarity()
    print(f"speed on {given.articles} articles of polnear_train, one core:")
    speed(data / "polnear_train" / "text", given.articles)


if __name__ == "__main__":
    main()
