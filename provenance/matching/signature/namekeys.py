"""Names as keys: with what comparing them needs, whether each is a place, and how wide a one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from provenance.matching.signature import words
from provenance.matching.signature.cues import pattern, phrases
from provenance.matching.signature.places import Containment
from provenance.model import Name, NameMatch
from provenance.text.quoting import quoted
from provenance.values import names

_LOCAL = pattern("local", after=r"(?:\s+the)?(?:\s+[a-z-]+){0,2}\s+$")
_PRINT = pattern("print", after=r"(?:\s+the)?(?:\s+[a-z-]+){0,2}\s+$")
"""Where a thing is published or played, unless a place is known by that name."""
_ORIGIN = re.compile(r"\bfrom\s+(?:the\s+)?$")
"""Where people come from is not where things happen."""
_OWNS = ("'s", "’s")
_AREA = pattern("area", before=r"^\s+")
_WIDE = pattern("wide", before=r"^\s+")
_WIDE_OF = pattern("wide", after=r"\s+of\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name with what comparing it needs."""

    text: str
    parts: tuple[str, ...]
    """Skeletons of its words, titles and type words left out."""
    place: bool
    wide: bool
    """A country, province or region: naming another place inside it is no difference."""


@cache
def _directions() -> frozenset[str]:
    """Skeletons of the words of direction: "eastern X" and "eastern Y" share no name."""
    return frozenset(part for word in phrases("direction") for part in names.token_skeletons(word))


def meet(a: NameKey, b: NameKey, nested: Containment) -> bool:
    """Whether two places share a name or one lies in the other."""
    return bool(set(a.parts) & set(b.parts) - _directions()) or (a.text, b.text) in nested or (b.text, a.text) in nested


def key(name: Name, sentence: str, offset: int) -> NameKey:
    """The key of a name in a sentence that begins at `offset`."""
    start, end = name.span.start - offset, name.span.end - offset
    before = sentence[max(0, start - 40) : start]
    local = _LOCAL.search(before) or _AREA.match(sentence[end : end + 20])
    owner = sentence[end : end + 2] in _OWNS  # "at Harwick Steel's plant": what it owns is the place
    where = local is not None and not owner and not _PRINT.search(before)
    place = name.kind == "place" or (name.kind == "other" and where)
    place = place and not _ORIGIN.search(before)
    named = _WIDE.match(sentence[end : end + 20]) or _WIDE_OF.search(before)
    wide = name.text.lower() in words.countries() or named is not None
    return NameKey(name.text, skeletons(name.text), place, wide)


def place(name: str) -> NameKey:
    """The key of a name that is known to be a place's."""
    return NameKey(name, skeletons(name), True, name.lower() in words.countries())


def parts(keys: Iterable[NameKey]) -> frozenset[str]:
    """The skeletons of all of them."""
    return frozenset(part for key in keys for part in key.parts)


@lru_cache(maxsize=65536)
def skeletons(name: str) -> tuple[str, ...]:
    """The skeletons of the words of a name, remembered."""
    return names.token_skeletons(name)


def merged(a: tuple[NameKey, ...], b: tuple[NameKey, ...]) -> tuple[NameKey, ...]:
    """Those of both, each once."""
    return tuple(dict.fromkeys((*a, *b)))


@lru_cache(maxsize=262144)
def _alike(a: str, b: str) -> NameMatch:
    return names.compare(a, b)


def alike(a: NameKey, b: NameKey) -> NameMatch:
    """Comparison of two names, remembered; the order of the two does not matter."""
    return compared(a.text, b.text)


def shared_names(a: Sequence[NameKey], b: Sequence[NameKey]) -> list[tuple[NameKey, NameKey, str]]:
    """Names of `a` that have a counterpart in `b`, with the rule that says so; each name is used once."""
    if not a or not b:
        return []
    left = list(dict.fromkeys(b))
    pairs = []
    for x in dict.fromkeys(a):
        for y in left:
            if same_name(x.text, y.text):
                pairs.append((x, y, _one_name(x, y, alike(x, y))))
                left.remove(y)
                break
    return pairs


def _one_name(x: NameKey, y: NameKey, match: NameMatch) -> str:
    if x.text == y.text:
        return f"{quoted(x.text)} on both sides"
    return match.reasons[0] if match.reasons else "one name"


def compared(a: str, b: str) -> NameMatch:
    """Comparison of two names as written, remembered."""
    return _alike(*sorted((a, b)))


@lru_cache(maxsize=262144)
def same_name(a: str, b: str) -> bool:
    """Whether two names are one, remembered."""
    return names.are_same(a, b)
