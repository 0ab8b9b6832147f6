"""Quantities: `python benchmarks/quantities.py --data DIR` prints quality and speed of our finder beside other tools.

DIR (or PROVENANCE_EVAL_DATA) holds quantity_models/, quantulum3/ and recognizers_text/. Quality is the F1 of values, as
multisets per sentence, a range being the pair of its ends. Three sets label one kind alone (PercentModel,
CurrencyModel, DimensionModel): there only what a tool itself calls a share, money or a measure counts, if it tells.
Development and set-aside sentences (a sixth, by a hash of the text: half of the third that nobody looked at before) are
shown apart. Each other tool is optional.
The gold sets count durations and bare "one" differently from each other and from us; compare within a row.
"""

import argparse
import hashlib
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from provenance.values import quantities
from provenance.values.quantities import lexicon

Value = tuple[float, ...]
Sentences = list[tuple[str, Counter[Value]]]
Finder = Callable[[str, str], list[Value]]
"""The values of a text that are of one kind, or of all kinds where it is empty; for tools that tell no kinds, all."""
KINDS = {"PercentModel": "share", "CurrencyModel": "money", "DimensionModel": "measure"}


def rounded(*numbers: object) -> Value:
    return tuple(round(float(str(number)), 4) for number in numbers)


def models(data: Path) -> Iterator[tuple[str, Sentences]]:
    for path in sorted((data / "quantity_models").glob("*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))
        yield path.stem, [(row["text"], Counter(model_value(q["value"]) for q in row["quantities"])) for row in rows]


def model_value(value: object) -> Value:
    text = str(value).replace(",", "")
    try:
        return rounded(text)
    except ValueError:
        return rounded(*(part for part in text.split("-") if part))


def quantulum(data: Path) -> Iterator[tuple[str, Sentences]]:
    rows = json.loads((data / "quantulum3/en_US/tests/quantities.json").read_text(encoding="utf-8"))
    yield (
        "quantulum3 tests",
        [(row["req"], Counter(quantulum_value(r["value"], r.get("uncertainty")) for r in row["res"])) for row in rows],
    )


def quantulum_value(value: float, uncertainty: float | None) -> Value:
    return rounded(value - uncertainty, value + uncertainty) if uncertainty else rounded(value)


def recognizers(data: Path) -> Iterator[tuple[str, Sentences]]:
    specs = data / "recognizers_text" / "Specs"
    for name in (
        "Number/English/NumberModel",
        "Number/English/PercentModel",
        "NumberWithUnit/English/CurrencyModel",
        "NumberWithUnit/English/DimensionModel",
    ):
        rows = json.loads((specs / f"{name}.json").read_text(encoding="utf-8-sig"))
        sentences = []
        for row in rows:
            values = [(result.get("Resolution") or {}).get("value") for result in row["Results"]]
            if all(value and value != "null" for value in values):
                sentences.append((row["Input"], Counter(rounded(value.rstrip("%")) for value in values)))
        yield name.rsplit("/", 1)[1], sentences


def our_kind(unit: str) -> str:
    if unit in ("", "fraction", "ratio"):
        return ""
    plain = unit.split("/")[0]
    share = lexicon.factors()[plain].kind in ("share", "points") if plain in lexicon.factors() else False
    return "share" if share else "money" if plain in lexicon.currencies() else "measure"


def ours(text: str, kind: str) -> list[Value]:
    found = []
    for q in quantities.find(text):
        if kind and our_kind(q.unit) != kind:
            continue
        ends = [number for number in ((q.value,) if q.value is not None else (q.low, q.high)) if number is not None]
        found.append(rounded(*ends))
    return found


def with_quantulum() -> Finder:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its stored model needs one version of scikit-learn

    def find(text: str, kind: str) -> list[Value]:
        parsed = [q for q in parser.parse(text) if not kind or kind_of(q.unit) == kind]
        return [quantulum_value(q.value, q.uncertainty) for q in parsed]

    def kind_of(unit: Any) -> str:
        if unit.name == "percentage":
            return "share"
        return {"currency": "money", "dimensionless": ""}.get(unit.entity.name, "measure")

    return find


def with_recognizers() -> Finder:
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_currency, recognize_dimension

    models = {"share": recognize_percentage, "money": recognize_currency, "measure": recognize_dimension}

    def find(text: str, kind: str) -> list[Value]:
        results = models.get(kind, recognize_number)(text, "en-us")
        values = [(result.resolution or {}).get("value") for result in results]
        return [rounded(value.rstrip("%")) for value in values if value]

    return find


def with_text2num() -> Finder:
    from text_to_num import alpha2digit

    def find(text: str, kind: str) -> list[Value]:
        found = []
        for word in alpha2digit(text, "en").split():
            try:
                found.append(rounded(word.strip(".,;:!?()").replace(",", "")))
            except ValueError:
                continue
        return found

    return find


TOOLS: dict[str, Callable[[], Finder]] = {
    "provenance": lambda: ours,
    "quantulum3": with_quantulum,
    "recognizers": with_recognizers,
    "text2num": with_text2num,
}


def aside(text: str) -> bool:
    """Whether nobody looks at the errors of `text`: one sentence in six (of the third that was so, every other)."""
    return int(hashlib.sha1(text.encode()).hexdigest(), 16) % 6 == 0


def score(find: Finder, sentences: Sentences, kind: str) -> tuple[float, float]:
    """F1 of the development part and of the part set aside."""
    hits, sizes = [0, 0], [0, 0]
    for text, gold in sentences:
        part = aside(text)
        try:
            found = Counter(find(text, kind))
        except Exception:  # another tool's crash counts as nothing found
            found = Counter()
        hits[part] += (found & gold).total()
        sizes[part] += found.total() + gold.total()
    return tuple(200 * hit / size if size else 0.0 for hit, size in zip(hits, sizes, strict=True))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=os.environ.get("PROVENANCE_EVAL_DATA"))
    parser.add_argument("--tools", default=",".join(TOOLS), help="comma-separated, of: " + ", ".join(TOOLS))
    options = parser.parse_args()
    if options.data is None:
        print("No data: give --data DIR or set PROVENANCE_EVAL_DATA.")
        return 2
    data = Path(options.data)
    missing = [name for name in ("quantity_models", "quantulum3", "recognizers_text") if not (data / name).is_dir()]
    if missing:
        print(f"{data} lacks {', '.join(missing)}: nothing measured.")
        return 2
    sets = dict([*models(data), *quantulum(data), *recognizers(data)])
    print("value F1, development / set aside, per set; MB/s over all its sentences")
    for name in options.tools.split(","):
        try:
            find = TOOLS[name]()
        except ImportError as error:
            print(f"\n{name}: not installed ({error.name})")
            continue
        report(name, find, sets)
    return 0


def report(name: str, find: Finder, sets: dict[str, Sentences]) -> None:
    print(f"\n{name}")
    find("one warm-up of 2 km", "")
    size, clock = 0, time.process_time()
    for label, sentences in sets.items():
        development, kept = score(find, sentences, KINDS.get(label, ""))
        size += sum(len(text.encode()) for text, _ in sentences)
        print(f"  {label:24} {development:5.1f} / {kept:5.1f}   {len(sentences):4} sentences")
    print(f"  {'speed':24} {size / 1e6 / (time.process_time() - clock):.2f} MB/s")


if __name__ == "__main__":
    sys.exit(main())
