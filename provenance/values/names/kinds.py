"""What kind of thing a name names, by cue words and word lists only."""

import re

from provenance.model import NameKind
from provenance.values.names import lexicon

_WORD = re.compile(r"\w+")
_NEXT = re.compile(r"[ \xa0]([a-z]+)")
_SITES = (
    "area city countryside district governorate neighborhood neighbourhood pocket province region suburb town village"
)
_PLACE_AFTER = frozenset(_SITES.split())
_PLACE_BEFORE = re.compile(rf"(?:{'|'.join(_SITES.split())})s? of $")
_PERSONAL = frozenset(("bin", "ibn", "bint", "abu", "umm", "abdul", "abd"))


def kind_of(text: str, start: int, end: int) -> NameKind:
    """The kind of the name at `text[start:end]`: person, group, place or, where no cue stands, other."""
    name = text[start:end]
    known = lexicon.entities().get(lexicon.alias_key(name))
    if known is not None:
        return known[0]  # type: ignore[return-value]
    words = [w.lower() for w in _WORD.findall(name)]
    if not words:
        return "other"
    cue = _cue(words)
    if cue == "group":
        return "group"
    if _is_person(words):
        return "person"
    if cue is not None:
        return cue
    if words[0] in lexicon.poles() or _place_beside(text, start, end):
        return "place"
    return "other"


def _cue(words: list[str]) -> NameKind | None:
    types = lexicon.type_words()
    for word in (words[-1], words[0], *words[1:-1]):
        if word in types:
            return types[word]  # type: ignore[return-value]
    return None


def _is_person(words: list[str]) -> bool:
    if len(words) < 2:
        return False
    return (
        words[0] in lexicon.words("titles.txt")
        or words[0] in lexicon.given_names()
        or not _PERSONAL.isdisjoint(words[:-1])
    )


def _place_beside(text: str, start: int, end: int) -> bool:
    after = _NEXT.match(text, end)
    if after is not None and after.group(1) in _PLACE_AFTER:
        return True
    return _PLACE_BEFORE.search(text[max(0, start - 24) : start]) is not None
