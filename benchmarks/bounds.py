"""Figures with their bound or change, on sentences labelled by hand: `python benchmarks/bounds.py --data DIR`

bound_labels.tsv names sentences (drawn at random from news_pairs, polnear_train, quantity_models and timebank; by
file and code points, no text) and what each figure says: its value and `=`, `~` (about), `<`, `>` (bounds), `up` or
`down` (the amount of a change). Every batch was labelled before our finder ran on it. Lengths of time count as
figures, vague counts ("dozens") are left out on both sides. Prints F1 of the value alone and of value and bound
together; --errors shows the sentences that differ.
"""

import argparse
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dates import read

from provenance.model import Quantity
from provenance.values import dates, quantities
from provenance.values.quantities import bounds, lexicon
from provenance.values.quantities.tokens import Tokens

LABELS = Path(__file__).with_name("bound_labels.tsv")
SIGNS = {"about": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
REFERENCE = date(2016, 6, 1)

Figure = tuple[str, str]


class Sentence(NamedTuple):
    batch: str
    kind: str
    text: str
    gold: Counter[Figure]
    open: set[str]


def written(*numbers: object) -> str:
    return "-".join(f"{round(float(str(number)), 4):g}" if number is not None else "" for number in numbers)


def texts(data: Path) -> dict[tuple[str, str], str]:
    """Every text that a label can name, by set and id."""
    found = {
        ("polnear_train", path.name): path.read_text(encoding="utf-8")
        for path in (data / "polnear_train" / "text").glob("*.txt")
    }
    for line in (data / "news_pairs" / "groups.jsonl").read_text(encoding="utf-8").splitlines():
        found.update({("news_pairs", each["id"]): each["text"] for each in json.loads(line)["docs"]})
    for path in data.glob("timebank/**/TimeBank/*.tml"):
        found["timebank", path.name] = read(path).text
    for path in (data / "quantity_models").glob("*.json"):
        rows = json.loads(path.read_text(encoding="utf-8"))
        found.update({("quantity_models", f"{path.stem}:{place}"): row["text"] for place, row in enumerate(rows)})
    return found


def labelled(data: Path) -> Iterator[Sentence]:
    known = texts(data)
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        batch, kind, name, start, end, labels = line.split("\t")
        gold: Counter[Figure] = Counter()
        open_ = set()
        for label in filter(None, (part.strip() for part in labels.split(";"))):
            if label.startswith("?"):
                open_.add(written(*label[1:].split("-")))
            else:
                value, sign = label.split()
                gold[written(*value.split("-")), sign] += 1
        yield Sentence(batch, kind, known[kind, name][int(start) : int(end)], gold, open_)


def sign(quantity: Quantity) -> str:
    return quantity.change or SIGNS.get(quantity.approximation, "=")


def found(text: str) -> Counter[Figure]:
    """Our figures; lengths of time as dates.find reads them, their bound from the words before the number."""
    figures: Counter[Figure] = Counter()
    hits = quantities.find(text)
    for hit in hits:
        if hit.value is not None:
            figures[written(hit.value), sign(hit)] += 1
        elif hit.approximation == "between":
            figures[written(hit.low, hit.high), "="] += 1
    for time in dates.find(text, reference=REFERENCE):
        apart = all(time.span.end <= hit.span.start or hit.span.end <= time.span.start for hit in hits)
        number = time.value.strip("PTYMWDHS") if time.kind == "duration" and time.value else ""
        if apart and number.replace(".", "", 1).isdecimal():
            figures[written(number), sign_of_length(text, time.span.start, time.span.end)] += 1
    return figures


def sign_of_length(text: str, start: int, end: int) -> str:
    """The sign that the words before the number of a length of time give it."""
    tokens = Tokens(text, 0, len(text))
    for index, word in enumerate(tokens.lower):
        if start <= tokens.starts[index] < end and (word[0].isdecimal() or word in lexicon.COUNTS):
            bound = bounds.before(tokens, index)
            return "=" if bound is None else SIGNS.get(bound.approximation, "=")
    return "="


def values(figures: Counter[Figure]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for (value, _), times in figures.items():
        counted[value] += times
    return counted


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("PROVENANCE_EVAL_DATA"))
    parser.add_argument("--errors", metavar="BATCH", help="print the sentences of this batch that differ")
    options = parser.parse_args()
    if options.data is None or not Path(options.data).is_dir():
        print("No data: give --data DIR or set PROVENANCE_EVAL_DATA.", file=sys.stderr)
        return 2
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in labelled(Path(options.data)):
        hits = Counter({figure: n for figure, n in found(sentence.text).items() if figure[0] not in sentence.open})
        for part in (f"batch {sentence.batch}", f"batch {sentence.batch}, {sentence.kind}"):
            totals[part]["sentences"] += 1
            totals[part]["gold"] += sentence.gold.total()
            totals[part]["found"] += hits.total()
            totals[part]["value"] += (values(hits) & values(sentence.gold)).total()
            totals[part]["both"] += (hits & sentence.gold).total()
        if options.errors == sentence.batch and hits != sentence.gold:
            print(sentence.text, f"\n   missed {dict(sentence.gold - hits)}, too many {dict(hits - sentence.gold)}")
    print(f"{'':28} sentences  gold  found  value F1  value and bound F1")
    for part, total in sorted(totals.items()):
        size = max(1, total["gold"] + total["found"])
        value, both = 200 * total["value"] / size, 200 * total["both"] / size
        print(f"{part:28} {total['sentences']:9} {total['gold']:5} {total['found']:6} {value:9.1f} {both:19.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
