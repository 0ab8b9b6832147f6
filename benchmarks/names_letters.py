"""Fit the letter table: `python benchmarks/names_letters.py --data DIR` prints a new letters.tsv.

Spellings of one place in countries that write Arabic script (geonames), five sixths by a hash of the place number, are
aligned letter by letter with the table at hand; the counts of letters opposite each other give the next table. A few
rounds from a plain table settle. Pairs that the table finds no evidence for are left out of the next one: they are
other names of the place, not spellings. Regularities only: nothing of a name itself is kept.
"""

import argparse
import json
import math
import random
from collections import Counter
from pathlib import Path

from names_fit import data_folder, latin, set_aside

from provenance.values.names.evidence import GAP, SYMBOLS, graphemes
from provenance.values.names.profile import profile

COUNTRIES = {"SY", "IQ", "LB", "JO", "EG", "YE", "LY", "SA", "MA", "DZ", "TN", "PS", "SD", "AE", "IR", "SO", "AF", "PK"}
CYRILLIC = {"RU", "UA", "BY", "KZ", "AM", "GE", "AZ", "TR", "IL"}
"""Countries whose places are written by other habits (j for y, v for w); one place in six, to weigh less."""
LEAST = -4.0
"""Evidence of letters that were (nearly) never seen opposite each other."""
Table = dict[tuple[str, str], float]


def spellings(data: Path) -> list[tuple[str, str]]:
    """Pairs of spellings of one place, as strings of symbols."""
    rng = random.Random(5)
    pairs = []
    for line in (data / "geonames" / "places.jsonl").open(encoding="utf-8"):
        place = json.loads(line)
        country, number = place["countrycode"], place["geonameid"]
        if not (country in COUNTRIES or (country in CYRILLIC and number % 6 == 0)) or set_aside(str(number)):
            continue
        names = sorted({n for n in [place["name"], *place["alternatenames"]] if latin(n) and len(n) > 3})
        for _ in range(min(6, len(names) - 1)):
            pairs.append(
                tuple("".join(SYMBOLS[i] for i in graphemes(profile(n).letters)) for n in rng.sample(names, 2))
            )
    return [(a, b) for a, b in pairs if a and b]


def align(a: str, b: str, table: Table) -> tuple[float, list[tuple[str, str]]]:
    """The best global alignment: its evidence and its pairs of symbols."""
    best = {(0, 0): (0.0, "")}
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            ways = []
            if i and j:
                ways.append((best[i - 1, j - 1][0] + table[a[i - 1], b[j - 1]], "both"))
            if i:
                ways.append((best[i - 1, j][0] + table[a[i - 1], GAP], "left"))
            if j:
                ways.append((best[i, j - 1][0] + table[b[j - 1], GAP], "right"))
            if ways:
                best[i, j] = max(ways)
    pairs, i, j = [], len(a), len(b)
    while i or j:
        way = best[i, j][1]
        if way == "both":
            i, j = i - 1, j - 1
            pairs.append((a[i], b[j]))
        elif way == "left":
            i -= 1
            pairs.append((a[i], GAP))
        else:
            j -= 1
            pairs.append((b[j], GAP))
    return best[len(a), len(b)][0], pairs


def plain() -> Table:
    """The first table: a letter speaks for itself, a vowel a little for another vowel."""
    vowels = "aeiouwy"
    table = {(x, y): 0.5 if x in vowels and y in vowels else -2.0 for x in SYMBOLS for y in SYMBOLS}
    return table | {(x, x): 2.5 for x in SYMBOLS} | {(x, GAP): -1.0 if x in vowels else -2.0 for x in SYMBOLS}


def count(pairs: list[tuple[str, str]], table: Table) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for a, b in pairs:
        evidence, aligned = align(a, b, table)
        if evidence > 0:
            found.update((x, y) if y == GAP else (min(x, y), max(x, y)) for x, y in aligned)
    return found


def log_odds(counts: Counter[tuple[str, str]], single: Counter[str], smooth: float = 2.0) -> Table:
    """Table of log2 odds: seen together in spellings of one name, over chance."""
    total, letters = sum(counts.values()), sum(single.values())
    share = {x: (single[x] + 1.0) / (letters + len(SYMBOLS)) for x in SYMBOLS}
    gapped = sum(n for (_, y), n in counts.items() if y == GAP) / total
    table: Table = {}
    for x in SYMBOLS:
        for y in SYMBOLS:
            chance = share[x] * share[y] * (1 if x == y else 2)
            seen = (counts[min(x, y), max(x, y)] + smooth * 8 * chance) / (total + smooth * 8)
            table[x, y] = max(LEAST, math.log2(seen / chance))
        seen = (counts[x, GAP] + smooth * gapped * share[x]) / total
        table[x, GAP] = max(LEAST, math.log2(seen / share[x]))
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", help="folder with geonames")
    pairs = spellings(data_folder(parser.parse_args().data))
    single = Counter(c for pair in pairs for name in pair for c in name)
    table = plain()
    for _ in range(5):
        table = log_odds(count(pairs, table), single)
    print("# letter\tletter (- for none)\tbits of evidence for one name; fitted by benchmarks/names_letters.py")
    print(f"*\t*\t{LEAST}\n*-\t-\t{LEAST}")
    for (x, y), value in sorted(table.items()):
        if (y == GAP or x <= y) and round(value, 1) > LEAST:
            print(f"{x}\t{y}\t{value:.1f}")


if __name__ == "__main__":
    main()
