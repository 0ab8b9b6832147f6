"""Stable 64-bit keys of claims: the same numbers on every machine and engine.

A key names one typed feature of a claim: a name's skeleton, a number, a day, a measure, a family or a telling word. Its
worth is a function of the feature alone, never of the documents at hand, and stands in the key's low byte: whoever
holds a key knows what sharing it is worth.
"""

import hashlib
from collections.abc import Iterable
from datetime import timedelta
from functools import cache, lru_cache

from provenance.matching.blocking.candidates import keys
from provenance.matching.signature import words
from provenance.matching.signature.signatures import Signature
from provenance.values import names

_SCALE = 10
"""Worths are integers, so that sums are the same in every order and on every engine."""
_WORTH = {"d": 2.0, "month": 0.8, "m": 0.5, "clash": 0.5, "family": 0.8, "kind": 0.6, "side": 0.6}
MOST_WORTH = 20
"""What a name, a telling number or a day is worth."""
_NAME, _COUNTRY, _NUMBER, _ROUND = 2.0, 0.5, 2.0, 0.7
_LONGEST, _MONTH = 3, 31
"""Days of a time beyond which its single days say little: "in 2015"."""


def hashed(signature: Signature) -> tuple[int, ...]:
    """The keys of a claim, ascending: 55 bits of a hash above 8 bits of worth, so that all are positive and fit SQLite.

    They hold all that `candidates.keys` compares by, the names of the whole sentence, which may name the source, and
    the days that the claim speaks of, said or inherited.
    """
    features = (*keys(signature), *_named(signature), *_days(signature))
    return tuple(sorted({of_feature(feature) for feature in features}))


def worth(key: int) -> int:
    """What sharing a key is worth, in tenths of what a rare word is."""
    return key & 0xFF


def _named(signature: Signature) -> Iterable[str]:
    return (f"name:{part}" for name in signature.names for part in name.parts)


def _days(signature: Signature) -> Iterable[str]:
    for first, end in signature.days:
        if (end - first).days <= _LONGEST:
            for number in range((end - first).days):
                yield f"d:{first + timedelta(days=number)}"
        if (end - first).days <= _MONTH:
            yield f"month:{first.year}-{first.month}"


@lru_cache(maxsize=1 << 18)
def of_feature(feature: str) -> int:
    """The key of a typed feature, such as "name:" and a skeleton, "n:" and a number, "word:" and a base form."""
    digest = hashlib.blake2b(feature.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 9 << 8 | round(_SCALE * _worth(feature))


def _worth(feature: str) -> float:
    kind, _, value = feature.partition(":")
    if kind == "name":
        return _COUNTRY if value in _countries() else _NAME
    if kind == "n":
        return _NUMBER if len(value.partition("E")[0].strip("0.")) > 1 else _ROUND
    return words.weight(value) if kind == "word" else _WORTH[kind]


@cache
def _countries() -> frozenset[str]:
    """Skeletons of the words of countries' names: half of all news names one."""
    return frozenset(part for country in words.countries() for part in names.token_skeletons(country))
