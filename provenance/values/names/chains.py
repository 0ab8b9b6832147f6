"""A chain of capitalised words taken apart into names: what the word lists say is not one name is parted or dropped."""

import re
from functools import lru_cache
from typing import NamedTuple

from provenance.text.closed_classes import ARTICLES
from provenance.values.names import lexicon

_PIECE = re.compile(r"[^ \xa0]+")
_POSSESSIVE = re.compile(r"(?:['’]s?|[-‐])$")
_COMPOUND = re.compile(r"[-‐][a-z]\w*$")
_PARTY = re.compile(r"[DRI]-[A-Z]\w*")
_ALSO_NAMES = frozenset(("may", "june", "april", "august"))
_FORMAL = frozenset(("of", "for", "on"))
_BODIES = frozenset(("ministry", "department", "committee", "commission", "office", "agency", "center", "centre"))
_ON = _BODIES | {"subcommittee", "council", "conference", "panel", "institute", "summit"}


class Piece(NamedTuple):
    """One word of a chain; offsets are those in the chain."""

    start: int
    end: int
    text: str
    low: str
    """Lower case, without dots and possessive."""
    cut: bool
    """Whether a possessive or the rest of a compound ("-based") was cut off."""

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital."""
        return self.text[0].isupper()


@lru_cache(maxsize=32768)
def part(chain: str, opens: bool) -> tuple[tuple[int, int], ...]:
    """The names in a chain of capitalised words, as half-open offsets in it; `opens` where it begins a sentence."""
    pieces = _pieces(chain)
    if opens and _ordinary(pieces):
        pieces = pieces[1:]
    spans = []
    for run in _runs(pieces):
        kept = _trim(run)
        if kept and _is_name(kept):
            spans.append((kept[0].start, kept[-1].end))
    return tuple(spans)


def _pieces(chain: str) -> list[Piece]:
    made = []
    for match in _PIECE.finditer(chain):
        word = match.group()
        shown = _POSSESSIVE.sub("", _COMPOUND.sub("", word)) or word
        low = shown.lower().replace(".", "").replace("’", "'")
        made.append(Piece(match.start(), match.start() + len(shown), shown, low, len(shown) < len(word)))
    return made


def _ordinary(pieces: list[Piece]) -> bool:
    """Whether the first word has its capital from the sentence only."""
    first = pieces[0]
    if first.low in lexicon.words("ordinary.txt"):
        return not (first.text.isupper() and len(first.text) < 4)
    return len(pieces) == 1 and _derived(first.low)


def _derived(low: str) -> bool:
    """Whether an ending stands on an ordinary word ("shelling", "hurriedly")."""
    ordinary = lexicon.words("ordinary.txt")
    for ending in ("ing", "ed", "ly"):
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > 3:
            return not ordinary.isdisjoint((stem, stem + "e", stem[:-1], stem[:-1] + "y"))
    return False


def _runs(pieces: list[Piece]) -> list[list[Piece]]:
    """The chain parted where it is more than one name, or no name."""
    runs: list[list[Piece]] = [[]]
    for i, piece in enumerate(pieces):
        if _drops(piece, runs[-1], pieces[i + 1 :]):
            runs.append([])
            continue
        if runs[-1] and _starts_anew(piece, runs[-1], pieces[i + 1 :]):
            runs.append([])
        runs[-1].append(piece)
    return runs


def _drops(piece: Piece, current: list[Piece], after: list[Piece]) -> bool:
    """Whether the word is no part of a name: a weekday, a headline's "Why", an "of" that links no name."""
    low = piece.low
    if low in lexicon.calendar():
        named = bool(current) and (
            low in _ALSO_NAMES or (current[-1].capital and current[-1].low in lexicon.words("ordinary.txt"))
        )
        return piece.capital and not named
    if low in ("and", "&"):
        return not _joins(current, after)
    if low in _FORMAL and not piece.capital:
        return not _heads(current, low)
    return _stop(piece) and low != "the"


def _stop(piece: Piece) -> bool:
    """Whether the word is a closed-class word with a capital, or an ordinary word in capitals ("ABSTRACT")."""
    if not piece.capital or (piece.text.isupper() and 1 < len(piece.text) < 4) or "." in piece.text:
        return _PARTY.fullmatch(piece.text) is not None
    if piece.low in lexicon.words("functions.txt"):
        return len(piece.text) > 1 or piece.low == "i"
    return piece.text.isupper() and len(piece.text) > 4 and piece.low in lexicon.words("ordinary.txt")


def _heads(pieces: list[Piece], link: str) -> bool:
    """Whether the link may go on: the words before say what kind of thing is named."""
    if link == "on":
        return any(p.low in _ON for p in pieces)
    return any(p.low in lexicon.type_words() or p.low in lexicon.words("heads.txt") for p in pieces)


def _joins(before: list[Piece], after: list[Piece]) -> bool:
    """Whether "and" stands inside a name: "Ministry of Health and Population"."""
    if not after or not any(p.low in _BODIES for p in before) or not any(p.low in _FORMAL for p in before):
        return False
    return after[0].low not in lexicon.words("titles.txt") and after[0].low not in lexicon.token_places()


def _starts_anew(piece: Piece, current: list[Piece], after: list[Piece]) -> bool:
    """Whether a new name begins: after a possessive or a compound, or at a title after a place."""
    last = current[-1]
    if last.cut and last.low not in lexicon.words("owners.txt"):
        return True
    if not after or piece.low not in lexicon.words("titles.txt") or last.low in lexicon.words("titles.txt"):
        return False
    return piece.text.endswith(".") or last.low in lexicon.token_places() or last.text in lexicon.nationalities()


def _trim(pieces: list[Piece]) -> list[Piece]:
    """Without "The" and nationality before a title at the front, and without links at either end."""
    start, end = 0, len(pieces)
    while start < end and (pieces[start].low in ARTICLES or _is_link(pieces[start])):
        start += 1
    while end > start and (_is_link(pieces[end - 1]) or pieces[end - 1].low == "the"):
        end -= 1
    titles = lexicon.words("titles.txt")
    while end - start > 1 and pieces[start].text in lexicon.nationalities() and pieces[start + 1].low in titles:
        start += 1
    return pieces[start:end]


def _is_link(piece: Piece) -> bool:
    return not piece.capital and (piece.low in lexicon.words("particles.txt") or piece.low in ("on", "the", "&"))


def _is_name(pieces: list[Piece]) -> bool:
    nationalities = lexicon.nationalities()
    if all(p.text in nationalities or p.low in lexicon.poles() for p in pieces):
        return False
    if len(pieces) == 1:
        low = pieces[0].low
        return len(low) > 1 and not low.isdigit() and low not in lexicon.words("titles.txt")
    return any(p.capital or "-" in p.text for p in pieces)
