"""Words that decide: negators, conditions, opposites, words of which only one can stand in one place."""

from functools import cache
from pathlib import Path

from provenance.extraction.lexicon import base, mentions, opposition
from provenance.verification.tokens import Token, stem

_DATA = Path(__file__).parent / "data"
_PREFIXES = ("un", "dis", "in", "im", "il", "ir", "non", "mis", "anti")


def _rows(name: str) -> list[str]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def negators(kind: str) -> frozenset[str]:
    """The words of one kind: "plain", "taking" or "condition"."""
    rows = (row.split("\t") for row in _rows("negators.tsv"))
    return frozenset(
        form for name, words in rows if name == kind for word in words.split() for form in (word, base(word))
    )


@cache
def hedges() -> frozenset[str]:
    """Words that make a number approximate."""
    return negators("hedge")


@cache
def _opposites() -> frozenset[frozenset[str]]:
    found = set()
    for row in _rows("opposites.tsv"):
        left, right = (side.split() for side in row.split("|"))
        found |= {
            frozenset((x, y))
            for a in left
            for b in right
            for x in (stem(a), stem(base(a)))
            for y in (stem(b), stem(base(b)))
        }
    return frozenset(pair for pair in found if len(pair) == 2)


@cache
def _exclusive() -> dict[str, dict[str, int]]:
    """Class → word → number of the group of words that mean the same."""
    found: dict[str, dict[str, int]] = {}
    for row in _rows("exclusive.tsv"):
        name, groups = row.split("\t")
        found[name] = {
            form: n
            for n, group in enumerate(groups.split())
            for w in group.split("/")
            for form in (stem(base(w)), stem(w))
        }
    return found


@cache
def exclude(a: str, b: str) -> str:
    """The class of which two base forms are different members ("weekday"); empty where there is none."""
    for name, words in _exclusive().items():
        if a in words and b in words:
            return name if words[a] != words[b] else ""
    return ""


def are_opposite(a: Token, b: Token) -> bool:
    """Whether two words cannot both be said of one thing: by list, prefix ("agree", "disagree") or family."""
    return a.key != b.key and (_listed(a.key, b.key) or _opposed(a.base, b.base))


@cache
def _listed(a: str, b: str) -> bool:
    if frozenset((a, b)) in _opposites():
        return True
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in _PREFIXES)


@cache
def _families(word: str) -> frozenset[str]:
    return frozenset(m.family for m in mentions([word]))


def _opposed(a: str, b: str) -> bool:
    x, y = _families(a), _families(b)
    return not x & y and any(opposition(one, other) == "strict" for one in x for other in y)


def are_akin(a: Token, b: Token) -> bool:
    """Whether two words report one kind of happening ("kill", "slay")."""
    return bool(_families(a.base) & _families(b.base))
