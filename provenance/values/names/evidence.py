"""How much the letters of two spellings speak for one name: log-odds of the best alignment, in bits.

Each pair of letters has a weight, log2 of how much oftener the two stand opposite each other in spellings of one name
than by chance (as in the substitution matrices of Henikoff and Henikoff, 1992); q and k speak for one name nearly as
k and k do, a vowel left out costs little, and a rare letter in common says more than a common one. The table is
letters.tsv, fitted by benchmarks/names_letters.py; the alignment is global (Needleman and Wunsch, 1970).
"""

import re
from functools import cache, lru_cache
from itertools import accumulate

from provenance.values.names.lexicon import lines

_GRAPHEMES = (
    ("tsch", "C"), ("tch", "C"), ("sch", "S"), ("dzh", "j"), ("dz", "j"), ("dj", "j"), ("sh", "S"), ("ch", "C"),
    ("kh", "X"), ("gh", "G"), ("dh", "D"), ("th", "T"), ("ph", "f"), ("zh", "Z"), ("ck", "k"), ("rh", "R"), ("ou", "u"),
    ("oo", "u"), ("ee", "i"), ("ay", "I"), ("ai", "I"), ("ei", "I"), ("ey", "I"), ("aw", "O"), ("au", "O"),
)  # fmt: skip
SYMBOLS = "abcdefghijklmnopqrstuvwxyz0123456789SCXGDTZRHYEIO"
GAP = "-"
"""Stands opposite a letter that the other spelling leaves out."""
_DOUBLES = re.compile(r"(.)\1+")
_FEMININE = re.compile(r"(?<=..)[ae]h?$")
_FINAL = {"h": "H", "t": "Y"}
_INDEX = {symbol: number for number, symbol in enumerate(SYMBOLS)}
LONGEST = 48
"""Letters of a name that are aligned; more add nothing."""
UNHEARD = -2.0
"""Bits: consonants that speak more than this against one name are not written for each other (t and l; not d and t)."""
_STRONG = frozenset(SYMBOLS) - frozenset("aeiouywhjHEIO")
"""All but vowels and what romanisations leave out as freely."""


@lru_cache(maxsize=65536)
def graphemes(letters: str) -> tuple[int, ...]:
    """A folded word as numbers of sounds as written: digraphs one, doubled letters one, final h and t their own."""
    s = letters
    for written, symbol in _GRAPHEMES:
        if written in s:
            s = s.replace(written, symbol)
    s = _FEMININE.sub("E", _DOUBLES.sub(r"\1", s))
    if len(s) > 2 and s[-1] in _FINAL:
        s = s[:-1] + _FINAL[s[-1]]
    return tuple(_INDEX[c] for c in s[:LONGEST] if c in _INDEX)


@cache
def _table() -> tuple[tuple[tuple[float, ...], ...], tuple[float, ...]]:
    """The weights of each pair of symbols, and those of a symbol left out."""
    size = len(SYMBOLS)
    default = {line.split("\t")[0]: float(line.split("\t")[2]) for line in lines("letters.tsv") if line.startswith("*")}
    pairs = [[default["*"]] * size for _ in range(size)]
    gaps = [default["*-"]] * size
    for line in lines("letters.tsv"):
        first, second, bits = line.split("\t")
        if first in _INDEX and second == GAP:
            gaps[_INDEX[first]] = float(bits)
        elif first in _INDEX:
            pairs[_INDEX[first]][_INDEX[second]] = pairs[_INDEX[second]][_INDEX[first]] = float(bits)
    return tuple(map(tuple, pairs)), tuple(gaps)


@lru_cache(maxsize=262144)
def bits(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """The log-odds, in bits, that two spellings are of one name rather than of two; symmetric."""
    pairs, gaps = _table()
    left_out = [gaps[y] for y in b]
    corner, above = 0.0, list(accumulate(left_out))
    for x in a:
        row, gap = pairs[x], gaps[x]
        diagonal, corner = corner, corner + gap
        best = corner
        current: list[float] = []
        push = current.append
        for y, skip, up in zip(b, left_out, above, strict=False):
            best += skip
            through = diagonal + row[y]
            diagonal = up
            up += gap
            if up > best:
                best = up
            if through > best:
                best = through
            push(best)
        above = current
    return above[-1] if above else corner


@lru_cache(maxsize=65536)
def own_bits(a: tuple[int, ...]) -> float:
    """The evidence of a spelling for itself: how telling it is."""
    pairs, _ = _table()
    return sum(pairs[x][x] for x in a)


def changes(a: tuple[int, ...], b: tuple[int, ...]) -> list[tuple[str, str, float]]:
    """What the best alignment of two spellings changes, in order: two letters ("-" for one left out) and their bits."""
    pairs, gaps = _table()
    steps = [[(0.0, "")] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            ways = []
            if i and j:
                ways.append((steps[i - 1][j - 1][0] + pairs[a[i - 1]][b[j - 1]], "both"))
            if i:
                ways.append((steps[i - 1][j][0] + gaps[a[i - 1]], "first"))
            if j:
                ways.append((steps[i][j - 1][0] + gaps[b[j - 1]], "second"))
            steps[i][j] = max(ways, default=(0.0, ""))
    found = []
    i, j = len(a), len(b)
    while i or j:
        way = steps[i][j][1]
        i, j = i - (way != "second"), j - (way != "first")
        if way == "both":
            if a[i] != b[j]:
                found.append((SYMBOLS[a[i]], SYMBOLS[b[j]], pairs[a[i]][b[j]]))
        elif way == "first":
            found.append((SYMBOLS[a[i]], GAP, gaps[a[i]]))
        else:
            found.append((GAP, SYMBOLS[b[j]], gaps[b[j]]))
    return found[::-1]


def unheard(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[str, str] | None:
    """The first change of consonants that two spellings of one name do not show; None where all may be."""
    for first, second, weight in changes(a, b):
        if weight < UNHEARD and (first in _STRONG or second in _STRONG):
            return first, second
    return None
