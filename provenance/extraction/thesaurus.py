"""Words that news use for one another, and the notions that they tell of: "villager" and "resident" live in one place.

All are in the data file `thesaurus.tsv`, one reviewable line a notion.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from provenance.extraction.lexicon import Mention, base, rows

FILE = "thesaurus.tsv"


@cache
def _synonyms() -> dict[str, str]:
    groups = [part.split("=") for _, words in rows(FILE) for part in words.split() if "=" in part]
    return {base(word): base(group[0]) for group in groups for word in group}


def synonym(word: str) -> str:
    """The base form that stands for a group of words of one meaning; the base form itself when no list knows it."""
    return _synonyms().get(word, word)


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Notions of each word or expression, base forms joined with "_", and of each family."""
    found: dict[str, dict[str, None]] = {}
    for notion, words in rows(FILE):
        for word in words.replace("=", " ").split():
            key = word if word.isupper() else "_".join(map(base, word.split("_")))
            found.setdefault(key, {})[notion] = None
    return {key: tuple(notions) for key, notions in found.items()}


def of(word: str) -> tuple[str, ...]:
    """The notions of a base form, of an expression or of a family."""
    return _listed().get(word, ())


def shared(a: str, b: str) -> str | None:
    """The first notion that two base forms, or families, have in common; None when there is none."""
    listed = _listed()
    return next((notion for notion in listed.get(a, ()) if notion in listed.get(b, ())), None)


@cache
def _expressions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the expressions that begin with it, longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in _listed():
        parts = tuple(key.split("_"))
        if len(parts) > 1:
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(options, key=lambda o: (-len(o), o))) for first, options in found.items()}


def notions(bases: Sequence[str], found: Sequence[Mention]) -> Iterator[tuple[str, int, int]]:
    """The notions of base forms and of the families found among them; first and last token index, both included."""
    listed, expressions = _listed(), _expressions()
    for i, word in enumerate(bases):
        for notion in listed.get(word, ()):
            yield notion, i, i
        for parts in expressions.get(word, ()):
            if tuple(bases[i : i + len(parts)]) == parts:
                for notion in listed["_".join(parts)]:
                    yield notion, i, i + len(parts) - 1
                break
    for mention in found:
        for notion in listed.get(mention.family, ()):
            yield notion, mention.first, mention.last
