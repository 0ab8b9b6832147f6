"""Words and what they report: base forms, predicate families, counted nouns.

All lists are data files in `extraction/data/`, one reviewable line an entry.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, count
from pathlib import Path
from typing import NamedTuple

from provenance import wordlists

DATA = Path(__file__).parent / "data"

_NO_VERBS = frozenset({"people", "dead", "according", "born"})
NOTHING = "NONE"
"""Pseudo-family of expressions that only look like a word of another family: "take place"."""
_GAP, _WIDEST = "..", 4
"""What stands for words between in an expression ("claimed at least 12 lives"), and how many of them there may be."""
_ENDS_GAP = frozenset(
    re.findall("[a-z]+", "and by for from have in into it of on or part place save that they to up with")
)
"""Words that no gap goes over: "took part in family life"."""
_WITH_E = ("sses", "xes", "ches", "shes", "zzes", "oes", "ies")
"""Plurals and verb forms with "-es"; any other ("courses", "stages") has only an "-s" more than its base form."""
_TWICE = re.compile(r"(?<=[aeiou])([bdgmnprt])\1$")
"""The doubled letter of a verb before "-ed" or "-ing": "spotted", "gripping"; "filled" and "passed" keep theirs."""
_LOST_E = re.compile(
    r"(?:[^aeioul]l|[cvzu]|(?<![aeiou])[ai]ng|[rdl]g|(?<![aeiou])[aeiou]g|[nr]s|[aiou]s|(?<![aeiou])[aeiou]d|uad"
    r"|(?<![aeo])[aou]t|(?:[^aeiou]|qu)[aiu]r|(?<![aeiou])[iu]n|(?<![aeiou])[iu]l|(?<![aeiou])[aiu]m"
    r"|(?<![aeiou])[aiou]k|(?<![aeiou])[iou]b|^[^aeiou]*[aiou][^aeiouwxyl])$"
)
"""What "-ed" or "-ing" leave of a verb that ends in "-e": "announc", "receiv", "chang", "provid", "measur"."""
_DOUBLED = re.compile(r"([bdglmnprst])\1$")


@dataclass(frozen=True, slots=True)
class NounClass:
    """What a counted noun stands for: a class in the lattice, and the side it fights on ("A", "B" or "")."""

    name: str
    side: str


class Mention(NamedTuple):
    """A word or expression of a predicate family; `first` and `last` are token indexes, both included."""

    family: str
    first: int
    last: int


def rows(name: str) -> list[list[str]]:
    """The lines of a data file, split at tabs; comments and empty lines left out."""
    return wordlists.rows(DATA / name)


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a data file that is one list."""
    return frozenset(word for row in rows(name) for word in row[0].split())


@cache
def stopwords() -> frozenset[str]:
    """Words that carry no evidence that two statements speak of one thing."""
    return words_of("stopwords.txt")


@cache
def _irregular() -> dict[str, str]:
    return dict(rows("irregular.tsv"))


@cache
def _expressions() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word → (words, family), longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for family, _, _, words in rows("families.tsv"):
        for expression in words.split():
            parts = tuple(expression.split("_"))
            found.setdefault(parts[0], []).append((parts, family))
    return {first: tuple(sorted(options, key=lambda o: -len(o[0]))) for first, options in found.items()}


@cache
def _plain_families() -> dict[str, tuple[str, ...]]:
    """The families of the words that begin no longer expression, which most are."""
    return {
        first: tuple(family for _, family in options if family != NOTHING)
        for first, options in _expressions().items()
        if all(len(parts) == 1 for parts, _ in options)
    }


@cache
def _kinds() -> dict[str, str]:
    return {family: kind for family, kind, *_ in rows("families.tsv")}


@cache
def _labels() -> dict[str, str]:
    return {family: label for family, _, label, _ in rows("families.tsv")}


def label(family: str) -> str:
    """What reports call a family: "deaths", "control of a place"."""
    return _labels()[family]


@cache
def _noun_words() -> dict[str, NounClass]:
    return {
        word: NounClass(name, "" if side == "-" else side)
        for name, _, side, words in rows("nouns.tsv")
        for word in words.split()
    }


@cache
def _parents() -> dict[str, str]:
    return {name: parent for name, parent, *_ in rows("nouns.tsv") if parent != "-"}


@cache
def _known() -> frozenset[str]:
    """Every base form that some list speaks of: what an ending may be taken off to reach."""
    families = {part for options in _expressions().values() for parts, _ in options for part in parts}
    return frozenset(families | set(_noun_words()) | set(_irregular().values()))


@cache
def _thesaurus() -> frozenset[str]:
    """The single words of the thesaurus: reached where no other list knows the word."""
    listed = (part for _, words in rows("thesaurus.tsv") for part in words.replace("=", " ").split())
    return frozenset(word for word in listed if word.isalpha() and word.islower())


def _candidates(word: str) -> list[str]:
    """Base forms that the endings of `word` allow, likeliest first."""
    found: list[str] = []
    if word[-1] not in "sdgr":  # what the endings end with
        return found
    for ending, endings in (("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",))):
        if word.endswith(ending):
            found += [word[: -len(ending)] + new for new in endings]
    for ending in ("ed", "ing", "er", "ers", "ings"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            found += [stem, stem + "e", _DOUBLED.sub(r"\1", stem)]
    return found


def is_irregular(word: str) -> bool:
    """Whether the list of irregular forms has a word in lower case: its base form may begin otherwise."""
    return word in _irregular()


@lru_cache(maxsize=65536)
def base(word: str) -> str:
    """The base form of a word: "killed" → "kill", "civilians" → "civilian".

    Known words are reached exactly; others lose a plural or verb ending, so that forms of one word mostly meet.
    """
    lower = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    irregular = _irregular().get(lower)
    if irregular is not None:
        return irregular
    if len(lower) < 4:
        return lower
    candidates = _candidates(lower)
    for known in (_known(), _thesaurus()):
        if lower in known:
            return lower
        for candidate in candidates:
            if candidate in known:
                return candidate
    if lower.endswith("ss") or not candidates:
        return lower
    likeliest = _restored(lower, candidates[0])
    return likeliest if len(likeliest) >= 3 else lower


def _restored(word: str, stem: str) -> str:
    """The likeliest base form of a word that no list knows, of which an ending left `stem`."""
    if word.endswith("es") and not word.endswith(_WITH_E):
        return word[:-1]
    if word.endswith(("ed", "ing")):
        return f"{stem}e" if _LOST_E.search(stem) else _TWICE.sub(r"\1", stem)
    return stem


def is_past(word: str) -> bool:
    """Whether a word looks like a past form or participle, by its ending or the list of irregular forms."""
    lower = word.lower()
    if lower in _irregular():
        return not lower.endswith(("s", "ing", "men", "children")) and lower not in _NO_VERBS
    return lower.endswith("ed") and len(lower) > 4


def mentions(bases: Sequence[str]) -> list[Mention]:
    """The family words among base forms, left to right, longest expression first; an ambiguous word gives several."""
    found: list[Mention] = []
    expressions, plain = _expressions(), _plain_families()
    after = 0
    for i in compress(count(), map(expressions.__contains__, bases)):
        if i < after:
            continue
        families = plain.get(bases[i])
        if families is not None:
            found += [Mention(family, i, i) for family in families]
            continue
        options = [(end, f) for parts, f in expressions[bases[i]] if (end := _end(bases, i, parts)) > i]
        if not options:
            continue
        after = max(end for end, _ in options)
        found += [Mention(f, i, end - 1) for end, f in options if end == after and f != NOTHING]
    return found


def _end(bases: Sequence[str], start: int, parts: tuple[str, ...]) -> int:
    """The token after an expression that begins at token `start` with its first word; `start` if it does not follow."""
    if len(parts) == 1:
        return start + 1
    at = start
    for k, part in enumerate(parts):
        if part == _GAP:
            stop = next((j for j in range(at, min(at + _WIDEST + 1, len(bases))) if bases[j] == parts[k + 1]), start)
            if stop == start or not _ENDS_GAP.isdisjoint(bases[at:stop]):
                return start
            at = stop
        elif at < len(bases) and bases[at] == part:
            at += 1
        else:
            return start
    return at


def kind(family: str) -> str:
    """ "outcome", "state", "event" or "act"; see the families file."""
    return _kinds()[family]


@cache
def _implications() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for family, implied in rows("implications.tsv"):
        found[family] = (*found.get(family, ()), implied)
    return found


@lru_cache(maxsize=4096)
def implied(families: frozenset[str]) -> frozenset[str]:
    """The families themselves and those they imply, one step: who rules a place is present in it."""
    return families | {other for family in families for other in _implications().get(family, ())}


def noun_class(noun: str) -> NounClass | None:
    """Class of a counted noun or of the last word of a noun phrase; None when no list knows it."""
    words = noun.split()
    return _noun_words().get(base(words[-1])) if words else None


def ancestors(name: str) -> tuple[str, ...]:
    """`name` and every wider class, narrowest first."""
    chain = [name]
    while (parent := _parents().get(chain[-1])) is not None:
        chain.append(parent)
    return tuple(chain)
