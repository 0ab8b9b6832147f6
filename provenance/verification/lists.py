"""Words that decide: negators, conditions, opposites, words of which only one can stand in one place."""

from functools import cache
from pathlib import Path

from provenance.extraction.lexicon import base, mentions, opposition

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
        found |= {frozenset((x, y)) for a in left for b in right for x in {a, base(a)} for y in {b, base(b)}}
    return frozenset(pair for pair in found if len(pair) == 2)


@cache
def _exclusive() -> dict[str, dict[str, int]]:
    """Class → word → number of the group of words that mean the same."""
    found: dict[str, dict[str, int]] = {}
    for row in _rows("exclusive.tsv"):
        name, groups = row.split("\t")
        found[name] = {
            form: n for n, group in enumerate(groups.split()) for w in group.split("/") for form in (base(w), w)
        }
    return found


@cache
def exclude(a: str, b: str) -> str:
    """The class of which two base forms are different members ("weekday"); empty where there is none."""
    for name, words in _exclusive().items():
        if a in words and b in words:
            return name if words[a] != words[b] else ""
    return ""


@cache
def are_opposite(a: str, b: str) -> bool:
    """Whether two base forms cannot both be said of one thing: by list, prefix ("agree", "disagree") or family."""
    if a == b:
        return False
    if frozenset((a, b)) in _opposites():
        return True
    short, long = sorted((a, b), key=len)
    if len(short) > 3 and any(long == prefix + short for prefix in _PREFIXES):
        return True
    families = [{m.family for m in mentions([word])} for word in (a, b)]
    return not families[0] & families[1] and any(opposition(x, y) == "strict" for x in families[0] for y in families[1])


@cache
def is_akin(a: str, b: str) -> bool:
    """Whether two base forms report one kind of happening ("kill", "slay")."""
    families = [{m.family for m in mentions([word])} for word in (a, b)]
    return bool(families[0] & families[1])
