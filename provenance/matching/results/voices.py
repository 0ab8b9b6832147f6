"""Who a statement goes back to, in all the words that its sentence has for them."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from provenance.matching.signature.cues import phrases
from provenance.matching.signature.namekeys import same_name
from provenance.model import Claim
from provenance.text.closed_classes import DETERMINERS

_LONGEST = 6
"""Words that a speaker's name has at most."""
_WIDTH = 90
"""Code points in which that name is looked for."""
_LINKS = frozenset({"of", "for", "and"})
_WORD = re.compile(r"[\w'’.-]+")
_TOLD = re.compile(r"\btold\s+(?:the\s+)?(?=[A-Z])")
_COUNTED = r"the|a|an|its|his|her|their|it|that|this"
"""What is counted begins so: "put the toll at four", but not "gave way", "is put at four"."""
_EMPTY = frozenset({"of", "for", "in", "and", "based", "state", "run", "official", "news", "agency", "local"})
"""Words of a speaker's name that tell it from no other."""


def voices(claim: Claim) -> tuple[str, ...]:
    """The speakers that a statement goes back to, as written: those whom its sentence cites, else those who say it."""
    speech = claim.attribution
    own = (speech.speaker or "") if speech else ""
    sentence = claim.sentence.quote
    told = [_after(sentence[m.end() : m.end() + _WIDTH]) for m in _citing().finditer(sentence)]
    if not any(told):
        told = [_before(sentence[max(0, m.start() - _WIDTH) : m.start()]) for m in _saying().finditer(sentence)]
    named = own if len(own.split()) <= _LONGEST else ""
    found = [name for name in (named, *told) if name]
    if not any(name[0].isupper() for name in found):  # "a military source told the agency": nobody but the agency
        found += [_after(sentence[m.end() : m.end() + _WIDTH]) for m in _TOLD.finditer(sentence)]
    return tuple(dict.fromkeys(name for name in found if name))


@lru_cache(maxsize=1 << 16)
def same_voice(a: str, b: str) -> bool:
    """Whether two wordings name one speaker: one name, or all the telling words of the shorter stand in the longer."""
    if same_name(a, b):
        return True
    x, y = _telling(a), _telling(b)
    return bool(x and y) and (x <= y or y <= x)


def _telling(name: str) -> frozenset[str]:
    words = (re.sub(r"[^\w]", "", w.casefold()) for w in re.split(r"[\s-]+", re.sub(r"\([^)]*\)", "", name)))
    return frozenset(w for w in words if w and w not in DETERMINERS and w not in _EMPTY)


def _before(text: str) -> str:
    """The speaker whose name ends a text: from its last article on, else its last run of capitalised words."""
    held: list[str] = []
    for match in reversed([*_WORD.finditer(text)][-_LONGEST:]):
        word = match.group()
        if word.lower() in DETERMINERS:
            return " ".join(reversed(held))
        if _ends_name(held, word):
            break
        held.append(word)
    while held and not held[-1][0].isupper():
        held.pop()
    return " ".join(reversed(held))


def _after(text: str) -> str:
    """The speaker whose name begins a text."""
    words = text.split()[: _LONGEST + 1]
    held: list[str] = []
    for word in words[1:] if words and words[0].lower() in DETERMINERS else words:
        if _ends_name(held, word):
            break
        held.append(word.strip(",.;:\"'”“"))
        if word[-1] in ",.;:":
            break
    return " ".join(w for w in held if w)


def _ends_name(held: Sequence[str], word: str) -> bool:
    """Whether a name written in capitals is over at a word."""
    return bool(held) and held[-1][:1].isupper() and not word[:1].isupper() and word not in _LINKS


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases('citing')))})\s+", re.I)


@cache
def _saying() -> re.Pattern[str]:
    counting = rf"(?:{'|'.join(phrases('counting'))})(?=\s+(?:\d|(?:{_COUNTED})\b))"
    return re.compile(rf"\s+(?:{'|'.join(phrases('told'))}|{counting})\b", re.I)
