"""Which word of one name is which word of the other, and how alike they are."""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel, JaroWinkler

from provenance.values.names import lexicon
from provenance.values.names.profile import Profile, Token
from provenance.values.names.spelling import classes, vowel_poor

MATCHED = 0.72
"""Words at least this alike are taken for one word."""
_ratio = Indel.normalized_similarity
_jaro = JaroWinkler.similarity


class Alignment(NamedTuple):
    """How the words of two names pair up; weights are those of the words."""

    matched: float
    """Weight of the pairs times their similarity."""
    left_over: float
    """Weight without a partner in the first name."""
    right_over: float
    """Weight without a partner in the second name."""
    weakest: float
    """Similarity of the least alike pair; 1 without any pair."""
    conflict: tuple[str, str] | None
    """Two given names or two places that are known to be different."""


@lru_cache(maxsize=262144)
def likeness(a: Token, b: Token) -> float:
    """How alike two words are, 0 to 1; -1 for words known to be different."""
    x, y = a.letters, b.letters
    if x == y:
        return 1.0
    if known_apart(x, y):
        return -1.0
    if _known_same(x, y):
        return 0.97
    if a.skeleton == b.skeleton:
        return 0.95
    if len(x) == 1 or len(y) == 1:
        return 0.75 if x[0] == y[0] else 0.0
    if x.isdigit() or y.isdigit():
        return 0.0
    if vowel_poor(x) or vowel_poor(y):
        return max(
            0.93 * _ratio(a.consonants, b.consonants), 0.9 * _ratio(classes(a.consonants), classes(b.consonants))
        )
    alike = 0.5 * _jaro(x, y) + 0.5 * _ratio(a.skeleton, b.skeleton)
    if a.consonants == b.consonants and len(a.consonants) > 1:
        alike = max(alike, 0.8 + 0.03 * min(4, len(a.consonants)))
    return alike


def known_apart(x: str, y: str) -> bool:
    """Whether two folded words are known given names, or known places, that are not one."""
    given = lexicon.given_names()
    if x in given and y in given:
        return given[x].isdisjoint(given[y])
    places = lexicon.token_places()
    return x in places and y in places and places[x] != places[y]


def _known_same(x: str, y: str) -> bool:
    given = lexicon.given_names()
    if x in given and y in given:
        return not given[x].isdisjoint(given[y])
    places = lexicon.token_places()
    return x in places and y in places and places[x] == places[y]


def align(a: Profile, b: Profile) -> Alignment:
    """The greedy best pairing of words, most alike first."""
    pairs = sorted(
        ((-likeness(s, t), i, j) for i, s in enumerate(a.tokens) for j, t in enumerate(b.tokens)),
    )
    left = dict(enumerate(a.tokens))
    right = dict(enumerate(b.tokens))
    matched, weakest = 0.0, 1.0
    for minus, i, j in pairs:
        if -minus < MATCHED:
            break
        if i in left and j in right:
            weight = (left.pop(i).weight + right.pop(j).weight) / 2
            matched -= minus * weight
            weakest = min(weakest, -minus)
    return Alignment(
        matched,
        sum(t.weight for t in left.values()),
        sum(t.weight for t in right.values()),
        weakest,
        _conflict(left, right),
    )


def _conflict(left: dict[int, Token], right: dict[int, Token]) -> tuple[str, str] | None:
    for s in left.values():
        for t in right.values():
            if likeness(s, t) < 0:
                return s.letters, t.letters
    return None
