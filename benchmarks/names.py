"""Names: ours beside rapidfuzz, one table: `python benchmarks/names.py --data DIR` (or PROVENANCE_EVAL_DATA).

Columns: F1 at the best threshold on name pairs (name_bench); recall at 0.5 % false matches on spellings of Arab places
(geonames) and on Arabic names against English spellings (ar2en), each in all data and in the sixth that no fitting
sees; pairs a second, all seen once before. "+ ascii" compares names after anyascii and lower case.
"""

import argparse
import random
import time
from collections.abc import Callable
from pathlib import Path

from anyascii import anyascii
from names_fit import arabic, data_folder, name_pairs, places, set_aside
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from provenance.values import names

Scorer = Callable[[str, str], float]
Pair = tuple[str, str]
FALSE_SHARE = 0.005


def folded(scorer: Scorer) -> Scorer:
    """`scorer` on names in ASCII and lower case."""
    return lambda a, b: scorer(str(anyascii(a)).lower(), str(anyascii(b)).lower())


SCORERS: dict[str, Scorer] = {
    "provenance": lambda a, b: names.compare(a, b).score,
    "WRatio": lambda a, b: fuzz.WRatio(a, b) / 100,
    "WRatio + ascii": folded(lambda a, b: fuzz.WRatio(a, b) / 100),
    "token_sort": lambda a, b: fuzz.token_sort_ratio(a, b) / 100,
    "token_sort + ascii": folded(lambda a, b: fuzz.token_sort_ratio(a, b) / 100),
    "Jaro-Winkler": JaroWinkler.similarity,
    "Jaro-Winkler + ascii": folded(JaroWinkler.similarity),
}


def f1(flags: list[tuple[bool, bool]]) -> float:
    """F1 of (said the same, are the same)."""
    hits = sum(said and true for said, true in flags)
    wrong = sum(said != true for said, true in flags)
    return 2 * hits / max(1, 2 * hits + wrong)


def best_f1(scorer: Scorer, rows: list[tuple[str, str, bool]]) -> float:
    scored = [(scorer(a, b), match) for a, b, match in rows]
    return max(f1([(score >= step / 100, match) for score, match in scored]) for step in range(1, 100))


def recall(scorer: Scorer, pools: list[list[str]], seed: int = 7) -> float:
    """Recall of spellings of one thing, one pair from each pool, where one pair of strangers in 200 scores as high."""
    same, strangers = sample(pools, seed)
    false = sorted((scorer(a, b) for a, b in strangers), reverse=True)
    cut = false[int(FALSE_SHARE * len(false))]
    return sum(scorer(a, b) > cut for a, b in same) / len(same)


def sample(pools: list[list[str]], seed: int) -> tuple[list[Pair], list[Pair]]:
    """One pair of spellings from each pool, and twenty times as many pairs of strangers."""
    rng = random.Random(seed)
    same: list[Pair] = [(a, b) for a, b in (rng.sample(pool, 2) for pool in pools)]
    strangers: list[Pair] = []
    while len(strangers) < 20 * len(same):
        ours, theirs = rng.sample(pools, 2)
        pair = rng.choice(ours), rng.choice(theirs)
        if not set(ours) & set(theirs):
            strangers.append(pair)
    return same, strangers


def speed(scorer: Scorer, pairs: list[Pair]) -> float:
    """Pairs a second, every name seen once before."""
    for a, b in pairs:
        scorer(a, b)
    start = time.perf_counter()
    for a, b in pairs:
        scorer(a, b)
    return len(pairs) / (time.perf_counter() - start)


def table(data: Path) -> list[str]:
    rows = name_pairs(data)
    spots = places(data)
    words = random.Random(3).sample(arabic(data), 2000)
    rest = [row for row in rows if set_aside(row[0] + row[1])]
    spots_rest = [pool for number, pool in spots.items() if set_aside(str(number))]
    words_rest = [list(pair) for pair in words if set_aside(pair[0])]
    head = f"{'':22}{'name pairs F1':>18}{'place recall':>18}{'ar2en recall':>18}{'pairs/s':>12}"
    lines = [head, f"{'':22}{'all   set aside':>18}" + f"{'all   set aside':>18}" * 2]
    for title, scorer in SCORERS.items():
        figures = [
            (best_f1(scorer, rows), best_f1(scorer, rest)),
            (recall(scorer, list(spots.values())), recall(scorer, spots_rest)),
            (recall(scorer, [list(pair) for pair in words]), recall(scorer, words_rest)),
        ]
        rate = speed(scorer, [(a, b) for a, b, _ in rows] + sample(list(spots.values()), 1)[1][:5000])
        lines.append(f"{title:22}" + "".join(f"{x:>9.3f}{y:>9.3f}" for x, y in figures) + f"{rate:>12,.0f}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder with name_bench, geonames and ar2en")
    print("\n".join(table(data_folder(parser.parse_args().data))))


if __name__ == "__main__":
    main()
