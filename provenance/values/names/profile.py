"""A name taken apart once, so that comparing it with many others is cheap."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii

from provenance.values.names import lexicon
from provenance.values.names.evidence import graphemes, own_bits
from provenance.values.names.spelling import classes, consonants, skeleton, vowel_poor

_CAMEL = re.compile(r"(?<=[a-z\u00df-\u00ff])(?=[A-Z\u00c0-\u00de][a-z\u00df-\u00ff])")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_MARKS = re.compile(r"['`´\"ʻʼʿʾ]+")
_PARTS = re.compile(r"[a-z0-9%]+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?")
_GLUED_ARTICLE = re.compile(r"al[b-df-hj-np-tv-z]{2}[^eiou]*$")
_INSIDE = re.compile(r"(?<=[a-z])[0-9](?=[a-z])")
_LOOKS_LIKE = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g"}
_SERVANT = re.compile(r"abd[aeiou]l(?=...)")
_SERVANTS = frozenset(("abd", "abdul", "abdel", "abdal", "abdol", "abdoul"))
MAX_NAME = 400
"""Code points of a name that are looked at; the rest of a longer one is not a name."""


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
    consonants: str
    classes: str
    skeletons: tuple[str, ...]
    """Skeletons of the tokens that tell the name apart, sorted."""
    words: frozenset[str]
    """Skeletons and initials of all words."""
    weight: float
    numbers: frozenset[int]
    poles: frozenset[tuple[str, str]]
    entity: tuple[str, str] | None
    initials: str
    acronym: str
    vowel_poor: bool
    graphemes: tuple[int, ...]
    core: tuple[int, ...]
    """Graphemes of the words that tell the name apart; the same object as `graphemes` where all do."""
    own_bits: float
    """Evidence of the spelling for itself."""
    bodies: frozenset[str]
    """Senses of the type words of groups: a bank, a government."""
    types: frozenset[str]
    """Senses of the type words."""


def fold(name: str) -> list[str]:
    """The words of `name`: ASCII, lower case, glued words parted, dotted capitals joined, quotes dropped."""
    text = _CAMEL.sub(" ", name[:MAX_NAME])
    text = str(anyascii(text)).lower()
    text = _DOTTED.sub(lambda m: m.group().replace(".", "") + " ", text)
    words = _PARTS.findall(_MARKS.sub("", text))
    short = lexicon.abbreviations_of_words()
    return [short.get(word, word) if word.isalpha() else _INSIDE.sub(_letter, word) for word in words]


def _letter(match: re.Match[str]) -> str:
    """The letter that a digit between letters stands for ("Sech1n")."""
    return _LOOKS_LIKE.get(match.group(), match.group())


def _without_articles(words: list[str]) -> list[str]:
    kept: list[str] = []
    last = len(words) - 1
    for i, word in enumerate(words):
        if i < last and _is_article(word, words[i + 1]):
            continue
        if _GLUED_ARTICLE.match(word):
            word = word[2:]
        elif kept and kept[-1] in _SERVANTS:
            kept.pop()
            word = "abdullah" if word in ("allah", "ullah") else "abdul" + word
        kept.append(_SERVANT.sub("abdul", word) if word.startswith("abd") else word)
    return kept


def _is_article(word: str, following: str) -> bool:
    """ "al" before anything; "ad", "ash" and the like only where the next word begins with the same sound."""
    if word not in lexicon.words("articles.txt"):
        return False
    return word[1:] == "l" or following.startswith(word[1:])


def _strip_forms(words: list[str]) -> list[str]:
    """Without legal forms at either end ("Siemens AG", "OOO Romashka")."""
    again = True
    while again:
        again = False
        for form in lexicon.legal_forms():
            n = len(form)
            if len(words) > n and tuple(words[-n:]) == form:
                words, again = words[:-n], True
            elif len(words) > n and tuple(words[:n]) == form:
                words, again = words[n:], True
    return words


def _strip_titles(words: list[str]) -> list[str]:
    titles = lexicon.words("titles.txt")
    start = 0
    while start < len(words) - 1 and words[start] in titles:
        start += 1
    return words[start:]


def _numbers(words: list[str]) -> tuple[frozenset[int], list[str]]:
    """The numbers among the words, and the words that are left (each number as one token of digits)."""
    found: list[int] = []
    left: list[str] = []
    cardinals = lexicon.cardinals()
    tens = 0
    for i, word in enumerate(words):
        match = _ORDINAL.fullmatch(word)
        value = int(match.group(1)[:12]) if match else (cardinals.get(word) if i or len(word) > 3 else None)
        if value is None:
            left.append(word)
            tens = 0
        elif tens and value < 10:
            found[-1] = tens + value
            left[-1] = str(found[-1])
            tens = 0
        else:
            found.append(value)
            left.append(str(value))
            tens = value if value in range(20, 100, 10) else 0
    return frozenset(found), left


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


@lru_cache(maxsize=65536)
def profile(name: str) -> Profile:
    """The profile of a name as written. Nothing raises; a name without letters has no tokens."""
    plain = _without_articles(fold(name))
    numbers, words = _numbers(_strip_titles(_strip_forms(plain)))
    tokens = _tokens(words)
    core = [t for t in tokens if t.weight >= 0.4] or list(tokens)
    bare = name.strip().replace(".", "")
    cons = "".join(t.consonants for t in tokens)
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
        consonants=cons,
        classes=classes(cons),
        skeletons=tuple(sorted(t.skeleton for t in core)),
        words=frozenset(t.skeleton for t in tokens) | {t.letters[0] for t in tokens if len(t.letters) == 1},
        weight=sum(t.weight for t in tokens),
        numbers=numbers,
        poles=frozenset(poles[w] for w in plain if w in poles),
        entity=lexicon.entities().get(lexicon.alias_key(name.strip())),
        initials="".join(w[0] for w in plain if w not in lexicon.words("particles.txt")),
        acronym=bare.lower() if 2 <= len(bare) <= 7 and bare.isupper() else "",
        graphemes=sounds,
        core=graphemes("".join(telling)) if 0 < len(telling) < len(tokens) else sounds,
        own_bits=own_bits(sounds),
        vowel_poor=any(vowel_poor(t.letters) for t in tokens),
        bodies=frozenset(s for t in tokens if kinds.get(t.letters) == "group" for s in senses.get(t.letters, ())),
        types=frozenset(s for t in tokens for s in senses.get(t.letters, ())),
    )
