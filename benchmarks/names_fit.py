"""Fit the weights of the spelling signals: `python benchmarks/names_fit.py --data DIR` prints a new weights.tsv.

Logistic regression (L2, Newton's method) on five sixths of three labelled sets: name pairs (name_bench), spellings of
one Arab place against spellings of another (geonames), and Arabic names against English spellings (ar2en). The last
sixth, by a hash of the text, is never looked at here. Run names_letters.py first: the evidence of letters is a signal.
Deterministic: the same data give the same weights.
"""

import argparse
import csv
import hashlib
import json
import math
import os
import random
from collections.abc import Iterator
from pathlib import Path

from provenance.values.names.alignment import align
from provenance.values.names.profile import Profile, profile
from provenance.values.names.signals import signals, unlike

ARAB = {"SY", "IQ", "LB", "JO", "EG", "YE", "LY", "SA"}
SIGNALS = (
    "evidence of letters, relative", "the same above one half", "evidence of letters", "skeletons", "classes",
    "matched words of the shorter name", "evidence of matched words", "most alike words",
    "difference of the least alike pair", "words over on both sides", "words over on both sides of a match",
    "words over on one side", "length", "number on one side", "other type words",
)  # fmt: skip
Row = tuple[str, str, bool, float]


def set_aside(text: str) -> bool:
    """Whether `text` belongs to the sixth that no fitting may see: every other of the third that was so before."""
    return hashlib.sha256(text.encode()).digest()[0] % 6 == 0


def name_pairs(data: Path) -> list[tuple[str, str, bool]]:
    with (data / "name_bench" / "cases.csv").open(encoding="utf-8") as file:
        return [(row["name1"], row["name2"], row["is_match"] == "true") for row in csv.DictReader(file)]


def latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻʼ" for c in name)


def places(data: Path) -> dict[int, list[str]]:
    """Arab places with at least two spellings in Latin letters."""
    found = {}
    for line in (data / "geonames" / "places.jsonl").open(encoding="utf-8"):
        place = json.loads(line)
        names = sorted({n for n in [place["name"], *place["alternatenames"]] if latin(n) and len(n) > 3})
        if len(names) >= 2 and place["countrycode"] in ARAB:
            found[place["geonameid"]] = names
    return found


def arabic(data: Path) -> list[tuple[str, str]]:
    lines = (data / "ar2en" / "train.txt").read_text(encoding="utf-8").splitlines()
    return [(a, b) for a, b in (line.split("\t") for line in lines) if len(b) > 3]


def training(data: Path) -> Iterator[Row]:
    """Pairs of the first five sixths with label and weight."""
    for a, b, match in name_pairs(data):
        if not set_aside(a + b):
            yield a, b, match, 8.0
    rng = random.Random(11)
    pools = [names for number, names in places(data).items() if not set_aside(str(number))]
    for names in pools:
        pairs = [tuple(rng.sample(names, 2)) for _ in range(min(6, len(names)))]
        yield from ((a, b, True, 1.0) for a, b in pairs if alike(a, b) > 0.0)
    yield from _strangers(pools, 60000, 0.2, rng)
    words = [pair for pair in arabic(data) if not set_aside(pair[0])]
    sample = rng.sample(words, min(800, len(words)))
    yield from ((a, b, True, 0.5) for a, b in sample if alike(a, b) > 0.0)
    yield from _strangers([list(pair) for pair in sample], 4000, 0.5, rng)


def alike(a: str, b: str) -> float:
    """The evidence of letters, relative; below 0 for other names of one place, which no spelling rule can find."""
    values = spelled(profile(a), profile(b))
    return values[0] if values else -1.0


def spelled(a: Profile, b: Profile) -> tuple[float, ...]:
    """The signals of two names; none for names that are told apart before any signal."""
    return () if not a.tokens or not b.tokens or unlike(a, b) else signals(a, b, align(a, b))


def _strangers(pools: list[list[str]], count: int, weight: float, rng: random.Random) -> Iterator[Row]:
    """Pairs of different names: all that look alike, and one in ten of the rest for ten."""
    for number in range(count):
        ours, theirs = rng.sample(pools, 2)
        a, b = rng.choice(ours), rng.choice(theirs)
        if set(ours) & set(theirs):
            continue
        if alike(a, b) > 0.2:
            yield a, b, False, weight
        elif number % 10 == 0:
            yield a, b, False, 10 * weight


def fit(rows: list[tuple[list[float], bool, float]], ridge: float = 1.0, rounds: int = 12) -> list[float]:
    """Weights of a ridge logistic regression by Newton's method; the first is the constant, which is not shrunk."""
    size = len(rows[0][0])
    weights = [0.0] * size
    for _ in range(rounds):
        gradient = [-ridge * w if i else 0.0 for i, w in enumerate(weights)]
        curvature = [[ridge if i == j and i else 0.0 for j in range(size)] for i in range(size)]
        for values, match, weight in rows:
            logit = sum(map(float.__mul__, weights, values))
            chance = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, logit))))
            error, bend = weight * (match - chance), weight * chance * (1.0 - chance) + 1e-9
            for i, value in enumerate(values):
                if value:
                    gradient[i] += error * value
                    row, scaled = curvature[i], bend * value
                    for j in range(size):
                        row[j] += scaled * values[j]
        weights = [w + step for w, step in zip(weights, _solve(curvature, gradient), strict=True)]
    return weights


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gaussian elimination; the matrix is positive definite."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        for k in range(i + 1, size):
            factor = rows[k][i] / rows[i][i]
            if factor:
                rows[k] = [x - factor * y for x, y in zip(rows[k], rows[i], strict=True)]
    answer = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(rows[i][j] * answer[j] for j in range(i + 1, size))
        answer[i] = (rows[i][size] - rest) / rows[i][i]
    return answer


def data_folder(given: str | None) -> Path:
    """The evaluation data, or a stop with what is missing."""
    folder = given or os.environ.get("PROVENANCE_EVAL_DATA")
    if not folder:
        raise SystemExit("no evaluation data: give --data DIR or set PROVENANCE_EVAL_DATA")
    for needed in ("name_bench/cases.csv", "geonames/places.jsonl", "ar2en/train.txt"):
        if not (Path(folder) / needed).is_file():
            raise SystemExit(f"evaluation data incomplete: {folder} has no {needed}")
    return Path(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder with name_bench, geonames and ar2en")
    data = data_folder(parser.parse_args().data)
    rows = []
    for a, b, match, weight in training(data):
        values = spelled(profile(a), profile(b))
        if values:
            rows.append(([1.0, *values], match, weight))
    print("# weight\tsignal; fitted by benchmarks/names_fit.py, see there")
    for name, weight in zip(("constant", *SIGNALS), fit(rows), strict=True):
        print(f"{weight:.3f}\t{name}")


if __name__ == "__main__":
    main()
