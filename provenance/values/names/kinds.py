"""What kind of thing a name names, by cue words and word lists only."""

import re
from functools import lru_cache

from provenance.model import NameKind
from provenance.values.names import lexicon

_WORD = re.compile(r"\w+")
_NEXT = re.compile(r"[ \xa0]([a-z]+)")
_SITES = (
    "area city countryside district governorate neighborhood neighbourhood pocket province region suburb town village"
)
_PLACE_AFTER = frozenset(_SITES.split())
_PLACE_BEFORE = re.compile(rf"(?:{'|'.join(_SITES.split())})s? of $")
_KUNYA = frozenset(("abu", "umm", "abdul", "abd"))
_LINEAGE = frozenset(("bin", "ibn", "bint"))


def kind_of(name: str, text: str, start: int, end: int) -> NameKind:
    """The kind of the name at `text[start:end]`: person, group, place or, where no cue stands, other."""
    kind = _own_kind(name)
    return "place" if kind == "other" and _place_beside(text, start, end) else kind


@lru_cache(maxsize=32768)
def _own_kind(name: str) -> NameKind:
    """The kind that the words of the name itself tell."""
    known = lexicon.entities().get(lexicon.alias_key(name))
    if known is not None:
        return known[0]
    words = [w.lower() for w in _WORD.findall(name)]
    if not words:
        return "other"
    types = lexicon.type_words()
    if types.get(words[-1]) == "group" and words[0] not in _KUNYA:
        return "group"
    if _is_person(words):
        return "person"
    for word in (words[-1], *words[:-1]):
        if word in types:
            return types[word]
    return "place" if words[0] in lexicon.poles() else "other"


def _is_person(words: list[str]) -> bool:
    if len(words) < 2:
        return False
    titles = lexicon.words("titles.txt")
    if words[0] in lexicon.type_words() and words[0] != "martyr" and titles.isdisjoint(words[1:-1]):
        return False
    return (
        not titles.isdisjoint(words[:-1])
        or words[0] in lexicon.given_names()
        or words[0] in _KUNYA
        or not _LINEAGE.isdisjoint(words[:-1])
    )


def _place_beside(text: str, start: int, end: int) -> bool:
    after = _NEXT.match(text, end)
    if after is not None and after.group(1) in _PLACE_AFTER:
        return True
    return _PLACE_BEFORE.search(text, max(0, start - 24), start) is not None
