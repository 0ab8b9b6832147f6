"""Names in running text: chains of capitalised words with the small words that link them.

No model: a chain is found by one expression, then parted where the words lists say that it is not one name
("On Monday", "President of the United States", "Syrian" alone).
"""

import re
from typing import NamedTuple

from provenance.model import Name, Span
from provenance.values.names import lexicon
from provenance.values.names.kinds import kind_of

_UPPER = "".join(c for c in map(chr, [*range(0x530), *range(0x1E00, 0x1F00)]) if c.isupper())
_ARTICLE = "(?:" + "|".join(sorted(lexicon.words("articles.txt"), key=len, reverse=True)) + ")"
_ABBREVIATION = "(?:" + "|".join(a.capitalize() for a in lexicon.abbreviations()) + r")\."
_DIRECTION = r"(?:(?:north|south)(?:east|west)?|east|west|central|upper|lower)(?:ern)?"
_INNER = r"(?:[-‐'’&]\w+)*"
_CAPITAL = rf"(?:{_ARTICLE}[-‐–]['‘’]?|[dl]['’])?[{_UPPER}]\w*{_INNER}"
_WORD = rf"(?:{_ABBREVIATION}|(?:[{_UPPER}]\.)+(?:-\w+)?|{_CAPITAL})"
_LINK = (
    r"(?:(?:of|for|on|and)(?:[ \xa0]the)?|&|al|el|bin|ben|ibn|bint|abu|de|del|della|la|der|den|di|da|do|dos|du|van|von)"
)
_GAP = r"[ \xa0]{1,3}"
_CHAIN = re.compile(
    rf"(?<![\w'’@#/])(?:\d+(?:st|nd|rd|th){_GAP}(?=[{_UPPER}]))?(?:{_DIRECTION}[ -])?{_WORD}"
    rf"(?:{_GAP}(?:{_LINK}{_GAP}){{0,2}}{_WORD})*"
)
_PIECE = re.compile(r"[^ \xa0]+")
_ENDS = ".!?:;…\n\r•|"
_OPENERS = " \t\xa0\"'“‘«([*_>—–-"
_POSSESSIVE = re.compile(r"(?:['’]s?|[-‐])$")
_COMPOUND = re.compile(r"[-‐][a-z]\w*$")
_ALSO_NAMES = frozenset(("may", "june", "april", "august"))
_FORMAL = frozenset(("of", "for", "on"))
_BODIES = frozenset(
    ("ministry", "department", "committee", "commission", "office", "agency", "center", "centre", "bureau")
)


class Piece(NamedTuple):
    """One word of a chain."""

    start: int
    end: int
    text: str
    low: str
    """Lower case, without dots and possessive."""
    cut: bool
    """Whether a possessive or the rest of a compound ("-based") was cut off."""


def find(text: str, document: str = "") -> list[Name]:
    """The names in `text`, in order, not overlapping; spans are half-open in code points.

    The kind is given by cue words and word lists only, otherwise "other". Nothing raises.
    """
    found = []
    for match in _CHAIN.finditer(text):
        for start, end in _names(text, match.start(), match.end()):
            quote = text[start:end]
            span = Span.model_construct(document=document, start=start, end=end, quote=quote)
            found.append(Name.model_construct(span=span, text=quote, kind=kind_of(text, start, end)))
    return found


def _names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = _pieces(text, start, end)
    if _opens_sentence(text, start):
        pieces = _without_ordinary(pieces)
    spans = []
    for part in _parts(pieces):
        kept = _trim(part)
        if kept and _is_name(kept):
            spans.append((kept[0].start, kept[-1].end))
    return spans


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    made = []
    for match in _PIECE.finditer(text, start, end):
        word = match.group()
        shown = _POSSESSIVE.sub("", _COMPOUND.sub("", word)) or word
        low = shown.lower().replace(".", "").replace("’", "'")
        made.append(Piece(match.start(), match.start() + len(shown), shown, low, len(shown) < len(word)))
    return made


def _opens_sentence(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and start - at < 8 and text[at] in _OPENERS:
        at -= 1
    return at < 0 or text[at] in _ENDS or (text[at] in "\"'“‘«”’»" and start - at > 1)


def _without_ordinary(pieces: list[Piece]) -> list[Piece]:
    """Without the ordinary words that have their capital from the sentence only."""
    ordinary = lexicon.words("ordinary.txt")
    first = pieces[0]
    if first.low in ordinary or (len(pieces) == 1 and _looks_ordinary(first)):
        return pieces[1:]
    return pieces


def _looks_ordinary(piece: Piece) -> bool:
    low = piece.low
    if not low.endswith(("ing", "ly", "tion", "tions", "ness", "ment", "ments")) or len(low) < 6:
        return False
    return low not in lexicon.token_places() and low not in lexicon.given_names()


def _parts(pieces: list[Piece]) -> list[list[Piece]]:
    """The chain parted where it is more than one name, or no name."""
    parts: list[list[Piece]] = [[]]
    for i, piece in enumerate(pieces):
        current = parts[-1]
        if _drops(piece, current, pieces[i + 1 :]):
            parts.append([])
            continue
        if current and _starts_anew(piece, current, pieces[i + 1 :]):
            parts.append([])
        parts[-1].append(piece)
    return parts


def _drops(piece: Piece, current: list[Piece], after: list[Piece]) -> bool:
    """Whether the word is no part of a name: a weekday or month, or an "of", "for", "on", "and" that links no name."""
    low = piece.low
    if low in lexicon.words("calendar.txt"):
        return not (low in _ALSO_NAMES and current)
    if low in ("and", "&"):
        return not _joins(current, after)
    return low in _FORMAL and not _heads(current)


def _starts_anew(piece: Piece, current: list[Piece], after: list[Piece]) -> bool:
    """Whether a new name begins: after a possessive or a compound, or at a title after a place."""
    last = current[-1]
    if last.cut and last.low not in lexicon.words("owners.txt"):
        return True
    if not after or piece.low not in lexicon.words("titles.txt") or last.low in lexicon.words("titles.txt"):
        return False
    return piece.text.endswith(".") or last.low in lexicon.token_places() or last.text in lexicon.nationalities()


def _heads(pieces: list[Piece]) -> bool:
    """Whether "of" may go on: the words before say what kind of thing is named."""
    return any(p.low in lexicon.type_words() or p.low in lexicon.words("heads.txt") for p in pieces)


def _joins(before: list[Piece], after: list[Piece]) -> bool:
    """Whether "and" stands inside a name: "Ministry of Health and Population", "Johnson & Johnson"."""
    if not before or not after:
        return False
    if len(before) > 2 and any(p.low in _FORMAL for p in before) and any(p.low in _BODIES for p in before):
        low = after[0].low
        return low not in lexicon.words("titles.txt") and low not in lexicon.token_places()
    return False


def _trim(pieces: list[Piece]) -> list[Piece]:
    """Without "The" and nationality before a title at the front, and without links at either end."""
    start, end = 0, len(pieces)
    links = lexicon.words("particles.txt")
    while start < end and (pieces[start].low in ("the", "a", "an") or pieces[start].text in links):
        start += 1
    while end > start and pieces[end - 1].text in links:
        end -= 1
    titles = lexicon.words("titles.txt")
    while end - start > 1 and pieces[start].text in lexicon.nationalities() and pieces[start + 1].low in titles:
        start += 1
    return pieces[start:end]


def _is_name(pieces: list[Piece]) -> bool:
    nationalities = lexicon.nationalities()
    if all(p.text in nationalities or p.low in lexicon.poles() for p in pieces):
        return False
    if len(pieces) == 1:
        return _is_single(pieces[0])
    return any(p.text[:1].isupper() or "-" in p.text for p in pieces)


def _is_single(piece: Piece) -> bool:
    low = piece.low
    if len(low) < 2 or low in lexicon.words("titles.txt") or low in lexicon.poles():
        return False
    return not (low in ("i'm", "i've", "i'd", "i'll", "the", "am", "pm") or low.isdigit())
