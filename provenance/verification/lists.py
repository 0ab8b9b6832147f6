"""Words that decide: negators, conditions, opposites, words of which only one can stand in one place."""

from collections import defaultdict
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
def _opposites() -> dict[str, set[str]]:
    """Word → its opposites."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in _rows("opposites.tsv"):
        left, right = (
            {form for word in side.split() for form in (stem(word), stem(base(word)))} for side in row.split("|")
        )
        for a in left:
            found[a] |= right - {a}
        for b in right:
            found[b] |= left - {b}
    return dict(found)


@cache
def _exclusive() -> dict[str, dict[str, int]]:
    """Word → the classes of which it is a member, in order, each with the number of its group: words of one meaning."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for row in _rows("exclusive.tsv"):
        name, groups = row.split("\t")
        for n, group in enumerate(groups.split()):
            for word in group.split("/"):
                for form in (stem(base(word)), stem(word)):
                    found[form][name] = n
    return dict(found)


def exclude(a: str, b: str) -> str:
    """The class of which two base forms are different members ("weekday"); empty where there is none."""
    mine, theirs = _exclusive().get(a, {}), _exclusive().get(b, {})
    shared = next((name for name in mine if name in theirs), "")
    return shared if shared and mine[shared] != theirs[shared] else ""


def are_opposite(a: Token, b: Token) -> bool:
    """Whether two words cannot both be said of one thing: by list, prefix ("agree", "disagree") or family."""
    return a.key != b.key and (_listed(a.key, b.key) or _opposed(a.base, b.base))


def _listed(a: str, b: str) -> bool:
    if b in _opposites().get(a, ()):
        return True
    short, long = sorted((a, b), key=len)
    return len(short) > 3 and long.endswith(short) and long.removesuffix(short) in _PREFIXES


@cache
def _families(word: str) -> frozenset[str]:
    return frozenset(m.family for m in mentions([word]))


def _opposed(a: str, b: str) -> bool:
    x, y = _families(a), _families(b)
    return not x & y and any(opposition(one, other) == "strict" for one in x for other in y)


def are_akin(a: Token, b: Token) -> bool:
    """Whether two words report one kind of happening ("kill", "slay")."""
    return bool(_families(a.base) & _families(b.base))
