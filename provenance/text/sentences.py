"""Sentences as spans.

Line by line (headings, datelines and list items are sentences of their own; lines broken by hard wrapping are read as
one), Punkt proposes where sentences start, then named repairs take starts away or add some: military ranks, "a.m.",
numbers after "No.", quotations and brackets kept whole, spaces lost after a full stop.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from provenance import wordlists
from provenance.model import Span, cut
from provenance.readers.dateline import head
from provenance.text import marks, punkt

_FRAMES = Path(__file__).parent / "data" / "quote_frames.txt"
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_END = re.compile(r"[.!?…]")
# The clock time before an entry of a live report: "14:52 Police say", "[2.52pm] Police say".
_STAMP = re.compile(
    r"\s*[\[(]?(?:[01]?\d|2[0-3])(?::[0-5]\d(?:\s?[ap]\.?m\b\.?)?|[.:]?(?:[0-5]\d)?\s?[ap]\.?m\b\.?)"
    r"(?:\s(?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T))?[\])]?\s*[:|–—-]?\s+(?=[“\"‘']?[A-Z])(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[-*•‣⁃–—]\s|\(?\w{1,3}[.)]\s)")
# Lines of hard-wrapped text: shorter ones are headings or lists, longer ones are paragraphs on one line.
_WRAP_MIN, _WRAP_MAX, _WRAP_RAGGED = 40, 120, 30

_WORD_BEFORE = re.compile(r"(?:^|[\s(\[“‘\"'/-])([A-Za-z][A-Za-z.]*)\.[\])”’\"']*\s+$")
# These begin with the characters that they look for, and look behind only then: a search for such is many times faster.
_NOON = re.compile(r"[APap]\.[Mm]\.(?<![A-Za-z.]....)\s+(?=[“\"‘]?([A-Za-z]+))")
_ENUMERATOR = re.compile(r"(?:^|[.!?:;][”’\"')]*\s+)[•‣⁃*–-]?\s*\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]{1,2}\s+$")
_LONGEST_ENUMERATOR = 7
_INLINE_BULLET = re.compile(r"[•‣⁃▪●](?<=\s.)(?=\s?\w)")
_GLUED = re.compile(r"[.!?](?<=[a-z0-9].)”?(?=[“‘]?[A-Z][a-z]+(?:[\s,’'-]|$))")
_GLUED_YEAR = re.compile(r"\s(?:19|20)[0-9][0-9](?=[A-Z][a-z]+\s)")
_ADDRESS = re.compile(r"[@/\\_]|www\.|\.\w+\.")
_DOMAINS = frozenset(("com", "org", "net", "info", "co", "gov", "edu", "tv", "io", "js"))
_LETTERS = re.compile(r"[A-Za-z]+")
_LINKS = frozenset(("al", "bin", "de", "el", "of", "the", "van", "von"))
_AFTER_FRAME = frozenset(("after", "as", "at", "before", "during", "from", "in", "on", "to", "when", "while", "with"))
_CLOSED = "”’\"')]»"
_FRAME_WORDS = 5
_LOOK_BACK = 40
LONGEST = 2000
"""Code points of a sentence; a longer run without an end is a table or a list, and is cut."""


def split(text: str, document: str = "") -> list[Span]:
    """The sentences of `text`: tight, disjoint, in order, in code points; what lies between them is white space.

    None is longer than `LONGEST`.
    """
    return [cut(text, start, end, document) for start, end in ranges(text)]


@lru_cache(maxsize=1)
def ranges(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of `text` stand; kept, because several rooms split one text, one after the other."""
    found: list[tuple[int, int]] = []
    for start, end in _chunks(text):
        chunk = text[start:end]
        at = 0
        for stop in [*_starts(chunk), len(chunk)]:
            piece = chunk[at:stop]
            begin = start + at + len(piece) - len(piece.lstrip())
            size = len(piece.strip())
            found += _pieces(text, begin, begin + size)
            at = stop
    return tuple(found)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence itself or, when it is over-long, tight pieces of it, cut at the last space where there is one."""
    while end - start > LONGEST:
        stop = text.rfind(" ", start + 1, start + LONGEST) + 1 or start + LONGEST
        yield start, start + len(text[start:stop].rstrip())
        start = stop
        while text[start].isspace():  # ends at the latest with the sentence, which is tight
            start += 1
    if end > start:
        yield start, end


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the paragraphs of `text`: its lines that hold words, hard-wrapped ones joined, untrimmed."""
    return list(_chunks(text))


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """Ranges that sentences never cross."""
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        if not match.group().strip():
            continue
        start, end = match.span()
        if block and _blank_between(text, block[-1][1], start):
            yield from _unwrap(text, block)
            block = []
        block.append((start, end))
    yield from _unwrap(text, block)


def _blank_between(text: str, end: int, start: int) -> bool:
    """Whether more than one line end, or a form feed, stands between two lines."""
    gap = text[end:start]
    return gap not in ("\n", "\r\n", "\r", "\u2028")


def _unwrap(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a block without blank lines, those joined that were broken to fit a width."""
    widths = [end - start for start, end in block[:-1]]
    widest = max(widths, default=0)
    if not (_WRAP_MIN <= widest <= _WRAP_MAX and any(_runs_on(text, *two) for two in pairwise(block))):
        yield from block
        return
    start, end = block[0]
    for line in block[1:]:
        full = end - max(start, text.rfind("\n", start, end)) >= widest - _WRAP_RAGGED
        if full and not _BULLET.match(text, line[0], line[1]):
            end = line[1]
        else:
            yield start, end
            start, end = line
    yield start, end


def _runs_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether a line plainly goes on: no mark at its end, a small letter after it."""
    tail = text[line[0] : line[1]].rstrip()[-1:]
    return text[following[0]].islower() and (tail.isalnum() or tail in ",-")


def _starts(chunk: str) -> list[int]:
    """Where the sentences of a chunk start after its first, repaired."""
    found: list[int] = []
    if _END.search(chunk, 0, len(chunk.rstrip()) - 1):  # one at the very end parts nothing
        found += (at for at in punkt.starts(chunk) if not _joins(chunk, at))
        found += _after_noon(chunk)
    found += _glued(chunk)
    dateline = head(chunk)
    if dateline is not None:
        found = [dateline.end(), *(at for at in found if at > dateline.end())]
    stamp = _STAMP.match(chunk)
    if stamp is not None and chunk[stamp.end() :].lstrip("“\"‘'")[0].isupper():
        found.append(stamp.end())
    found += (match.start() for match in _INLINE_BULLET.finditer(chunk))
    if not found:
        return found
    return _outside(sorted(set(found)), marks.pairs(chunk))


def _outside(found: list[int], pairs: list[tuple[int, int]]) -> list[int]:
    """The starts that lie in no quotation or bracket."""
    covered: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if covered and start < covered[-1][1]:
            covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
        else:
            covered.append((start, end))
    opened = [start for start, _ in covered]
    kept = []
    for at in found:
        nearest = bisect_left(opened, at) - 1
        if nearest < 0 or at >= covered[nearest][1]:
            kept.append(at)
    return kept


def _joins(chunk: str, at: int) -> bool:
    """Whether a proposed start goes on with the sentence before it."""
    before = chunk[max(0, at - _LOOK_BACK) : at]
    first = chunk[at]
    word = _WORD_BEFORE.search(before)
    kind = punkt.abbreviations().get(word.group(1).lower()) if word else None
    if kind == "number":
        return first.isdigit() or first == "#"
    if kind == "title" and first.isupper():
        return _first_word(chunk, at) not in punkt.starters()
    last = before.rstrip()
    goes_on = first.islower() and not chunk[at + 1 : at + 2].isupper()  # but "iPhone"
    if first in ",;:" or (goes_on and word is not None and (kind is not None or "." in word.group(1))):
        return True
    if (len(last.rpartition(" ")[2]) <= _LONGEST_ENUMERATOR and _ENUMERATOR.search(before)) or (
        goes_on and last[-1:] in "!?"
    ):
        return True
    if last[-1:] in _CLOSED and before[-1:].isspace():
        return goes_on or (last.rstrip(_CLOSED)[-1:] in "!?" and _is_frame(chunk, at))
    return first in "”»)]" or (first in "\"'’" and not chunk[at + 1 : at + 2].isalnum())


def _is_frame(chunk: str, at: int) -> bool:
    """Whether what follows a quotation is its speaker and verb alone: “…?” Haddad asked."""
    words = chunk[at : at + 80].split()
    for word, following in zip(words[:_FRAME_WORDS], [*words[1:], ""], strict=False):
        bare = word.rstrip(",.:")
        if bare in _frame_verbs():
            return bare != word or following in _AFTER_FRAME
        if not (bare[:1].isupper() or bare.partition("-")[0] in _LINKS) or word[-1] in ".:":
            return False
    return False


def _after_noon(chunk: str) -> Iterator[int]:
    """Starts after "a.m." and "p.m." that Punkt takes for abbreviations: before a word that starts sentences."""
    return (match.end() for match in _NOON.finditer(chunk) if match.group(1) in punkt.starters())


def _glued(chunk: str) -> Iterator[int]:
    """Starts whose space before was lost: "families.Others", "since 2013Get"."""
    yield from (match.end() for match in _GLUED_YEAR.finditer(chunk))
    for match in _GLUED.finditer(chunk):
        stop, at = match.start(), match.end()
        head = chunk[max(0, stop - _LOOK_BACK) : stop].split()
        tail = chunk[at : at + _LOOK_BACK].split(maxsplit=1)[0]
        last = head[-1].lstrip("(“‘\"'[")
        if _ADDRESS.search(f"{last}.{tail.rstrip('.')}") or _first_word(tail, 0).lower() in _DOMAINS:
            continue
        enumerator = last[0].isdigit() and len(head) == 1
        if len(last) > 1 and last.lower() not in punkt.abbreviations() and not enumerator:
            yield at


def _first_word(text: str, at: int) -> str:
    """The first run of letters at or right after an opening mark at `at`."""
    match = _LETTERS.search(text, at, at + _LOOK_BACK)
    return match.group() if match else ""


@cache
def _frame_verbs() -> frozenset[str]:
    return frozenset(wordlists.lines(_FRAMES))
