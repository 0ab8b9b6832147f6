"""Words that decide: negators, opposites, words akin."""

from functools import cache
from pathlib import Path

from provenance import wordlists
from provenance.extraction import opposites, thesaurus
from provenance.extraction.attribution.lexicon import senses
from provenance.extraction.lexicon import DATA, base, mentions
from provenance.matching.contrasts.lists import listed as contrast_words
from provenance.verification.lookup.tokens import Token

_DATA = Path(__file__).parents[1] / "data"


@cache
def negators(kind: str) -> frozenset[str]:
    """The words of one kind, "plain", "taking", "hedge" …, with their base forms."""
    return _words("negators.tsv", kind)


@cache
def degrees(kind: str) -> frozenset[str]:
    """The words of one kind, "total", "part", "up", "down", with their base forms."""
    return _words("degrees.tsv", kind)


def _words(name: str, kind: str) -> frozenset[str]:
    return frozenset(form for word in wordlists.by_kind(_DATA / name)[kind] for form in (word, base(word)))


def denies(token: Token) -> bool:
    """Whether a word denies, whatever stands behind it: "not", "nobody"; "non-" only names another kind."""
    return token.base in negators("plain") and token.word.lower() != "non"


@cache
def hedges() -> frozenset[str]:
    """Words that make a number approximate."""
    return negators("hedge") | negators("short")


@cache
def mutual() -> frozenset[str]:
    """Verbs that hold both ways, base forms: who married somebody was married by them."""
    return frozenset(contrast_words("mutual"))


@cache
def number_words() -> frozenset[str]:
    """Numbers as words, in lower case: one that opens a sentence is no name."""
    return frozenset(wordlists.by_kind(DATA / "word_tags.tsv")["number"])


@cache
def falling_short() -> tuple[str, ...]:
    """Words that make a number a little less than it is said to be: "nearly"."""
    return tuple(sorted(negators("short")))


def is_person(word: str) -> bool:
    """Whether a noun tells what somebody is: "treasurer", "chairwoman"."""
    lower = word.lower()
    return senses("n").get(lower) == "n.person" or lower.endswith(("woman", "spokesman", "chairman"))


def are_opposite(a: Token, b: Token) -> bool:
    """Whether two words cannot both be said of one thing: by list, prefix ("agree", "disagree") or family."""
    return a.key != b.key and (_listed(a.base, b.base) or _opposed(a.base, b.base))


def _listed(a: str, b: str) -> bool:
    return opposites.opposed(a, b) or opposites.reversed_(a, b)


@cache
def _families(word: str) -> frozenset[str]:
    return frozenset(m.family for m in mentions([word]))


def _opposed(a: str, b: str) -> bool:
    x, y = _families(a), _families(b)
    return not x & y and any(opposites.opposition(one, other) == "strict" for one in x for other in y)


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Base form → the groups of words that stand for one another which hold it, by number."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(wordlists.lines(_DATA / "alike.txt")):
        for word in line.split():
            found.setdefault(base(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def groups(word: str) -> frozenset[int]:
    """The groups of words that stand for one another which hold a base form, by number."""
    return _groups().get(word, frozenset())


def are_alike(a: Token, b: Token) -> bool:
    """Whether an editor may put one word for the other and nothing else changes: "heard", "learned"."""
    return thesaurus.synonym(a.base) == thesaurus.synonym(b.base) or not groups(a.base).isdisjoint(groups(b.base))


def are_akin(a: Token, b: Token) -> bool:
    """Whether two words report one kind of happening ("kill", "slay") or tell one notion ("pledge", "promise")."""
    return bool(_families(a.base) & _families(b.base) or thesaurus.shared(a.base, b.base)) or are_alike(a, b)
