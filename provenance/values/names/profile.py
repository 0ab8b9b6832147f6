"""A name taken apart once, so that comparing it with many others is cheap."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from provenance.model import NameKind
from provenance.values.names import lexicon
from provenance.values.names.evidence import graphemes, own_bits
from provenance.values.names.spelling import classes, consonants, skeleton, vowel_poor
from provenance.values.names.words import fold, numbered, without_articles, without_forms, without_titles

_CLUSTER = re.compile(r"[^aeiou]{3}|^[^aeiou]{2}$")


class Token(NamedTuple):
    """One word of a name in its layers of spelling."""

    letters: str
    skeleton: str
    consonants: str
    weight: float
    bits: float
    """Evidence of the word for itself: how telling it is."""


class Profile(NamedTuple):
    """What the rules of comparison look at."""

    written: str
    folded: str
    """Letters and digits of all words, without articles, in order."""
    tokens: tuple[Token, ...]
    letters: str
    skeleton: str
    classes: str
    skeletons: tuple[str, ...]
    """Skeletons of the tokens that tell the name apart, sorted."""
    words: frozenset[str]
    """Skeletons and initials of all words."""
    weight: float
    numbers: frozenset[int]
    poles: frozenset[tuple[str, str]]
    entity: tuple[NameKind, str] | None
    initials: frozenset[str]
    """The first letters of the words, with and without legal forms."""
    acronym: str
    unvowelled: bool
    """Whether a word is written hardly with a vowel ("alqwyn")."""
    graphemes: tuple[int, ...]
    core: tuple[int, ...]
    """Graphemes of the words that tell the name apart; the same object as `graphemes` where all do."""
    own_bits: float
    """Evidence of the spelling for itself."""
    bodies: frozenset[str]
    """Senses of the type words of groups: a bank, a government."""
    sites: frozenset[str]
    """Senses of the type words of places: a province, a lake."""
    types: frozenset[str]
    """Senses of the type words."""
    titled: bool
    """Whether a title of persons stands before the name."""
    given: bool
    """Whether it begins with a given name and has no type word: a person's, as far as the words tell."""


@cache
def _vowelless_types() -> frozenset[str]:
    """Consonants of the type words of places, for names spelled without vowels ("mrkz", "qryt")."""
    found = (consonants(skeleton(word)) for word, kind in lexicon.type_words().items() if kind == "place")
    return frozenset(c for c in found if len(c) > 1)


def _weight(word: str) -> float:
    if word in lexicon.type_words() or (vowel_poor(word) and consonants(skeleton(word)) in _vowelless_types()):
        return 0.3
    if word in lexicon.poles() or word.isdigit():
        return 0.5
    return 0.4 if len(word) == 1 else 1.0


def _tokens(words: list[str]) -> tuple[Token, ...]:
    particles = lexicon.words("particles.txt")
    kept = [w for i, w in enumerate(words) if w not in particles or (i == 0 and w == "ben")] or words
    kept = list(dict.fromkeys(kept))
    made = []
    for word in kept:
        skel = skeleton(word)
        made.append(Token(word, skel, consonants(skel), _weight(word), own_bits(graphemes(word))))
    if made and max(t.weight for t in made) < 1.0:
        made = [t._replace(weight=1.0 if len(t.letters) > 1 else 0.4) for t in made]
    return tuple(made)


def _is_given(tokens: tuple[Token, ...]) -> bool:
    named = len(tokens) > 1 and tokens[0].letters in lexicon.given_names()
    return named and all(t.letters not in lexicon.type_words() for t in tokens)


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in lexicon.words("particles.txt"))


@lru_cache(maxsize=65536)
def profile(name: str) -> Profile:
    """The profile of a name as written. Nothing raises; a name without letters has no tokens."""
    plain = without_articles(fold(name))
    bare_words = without_forms(plain)
    untitled = without_titles(bare_words)
    titles = bare_words[: len(bare_words) - len(untitled)]
    numbers, words = numbered(untitled)
    tokens = _tokens(words)
    core = [t for t in tokens if t.weight >= 0.4] or list(tokens)
    bare = name.strip().replace(".", "")
    poles = lexicon.poles()
    telling = [t.letters for t in tokens if t.weight > 0.5]
    kinds, senses = lexicon.type_words(), lexicon.type_senses()
    sounds = graphemes("".join(t.letters for t in tokens))
    return Profile(
        written=name,
        folded="".join(plain),
        tokens=tokens,
        letters="".join(t.letters for t in tokens),
        skeleton="".join(t.skeleton for t in tokens),
        classes=classes("".join(t.consonants for t in tokens)),
        skeletons=tuple(sorted(t.skeleton for t in core)),
        words=frozenset(t.skeleton for t in tokens) | {t.letters[0] for t in tokens if len(t.letters) == 1},
        weight=sum(t.weight for t in tokens),
        numbers=numbers,
        poles=frozenset(poles[w] for w in plain if w in poles),
        entity=lexicon.entities().get(lexicon.alias_key(name.strip())),
        initials=frozenset((_initials(plain), _initials(bare_words))),
        acronym=bare.lower() if 2 <= len(bare) <= 7 and bare.isupper() else "",
        graphemes=sounds,
        core=graphemes("".join(telling)) if 0 < len(telling) < len(tokens) else sounds,
        own_bits=own_bits(sounds),
        unvowelled=any(vowel_poor(t.letters) and _CLUSTER.search(t.letters) for t in tokens),
        bodies=frozenset(s for t in tokens if kinds.get(t.letters) == "group" for s in senses.get(t.letters, ())),
        sites=frozenset(s for t in tokens if kinds.get(t.letters) == "place" for s in senses.get(t.letters, ())),
        types=frozenset(s for t in tokens for s in senses.get(t.letters, ())),
        titled=not lexicon.personal_titles().isdisjoint(titles),
        given=not titles and _is_given(tokens),
    )
