"""Names in running text: chains of capitalised words with the small words that link them.

No model: a chain is found by one expression; `chains.part` takes it apart, `kinds.kind_of` says what it names.
"""

import re

from provenance.model import Name, Span
from provenance.readers import dateline
from provenance.values.names import lexicon
from provenance.values.names.chains import part
from provenance.values.names.kinds import kind_of

_UPPER = "".join(c for c in map(chr, [*range(0x530), *range(0x1E00, 0x1F00)]) if c.isupper())
_ARTICLE = "(?:" + "|".join(sorted(lexicon.words("articles.txt"), key=len, reverse=True)) + ")"
_ABBREVIATION = "(?:" + "|".join(a.capitalize() for a in (*lexicon.abbreviations(), "st", "mt", "ft")) + r")\."
_DIRECTION = r"(?:(?:north|south)(?:east|west)?|east|west|central|upper|lower)(?:ern)?"
_CAPITAL = rf"(?:{_ARTICLE}[-‐–]['‘’]?|[dl]['’])?[ei]?[{_UPPER}]\w*(?:[-‐'’&]\w+){{0,6}}"
_WORD = rf"(?:{_ABBREVIATION}|(?:[{_UPPER}]\.)+(?:-\w+)?|{_CAPITAL})"
_FORMAL = r"(?:of|for|on|and)(?:[ \xa0]the)?"
_LINK = rf"(?:{_FORMAL}|&|al|el|bin|ben|ibn|bint|abu|de|del|della|la|der|den|di|da|do|dos|du|van|von)"
_GAP = r"[ \xa0]{1,3}"
_LONGEST = 24
"""Words that one chain takes after its first: no name is longer, and time stays linear in the text."""
# What a chain may begin with, told at a glance: most words are small and begin none.
_BEGINS = rf"(?=[{_UPPER}\d]|[ei][{_UPPER}]|[a-z]++[-‐–'’]|{_DIRECTION}[ -])"
_CHAIN = re.compile(
    rf"(?<![\w'’@#/]){_BEGINS}(?:\d+(?:st|nd|rd|th){_GAP}(?=[{_UPPER}]))?(?:{_DIRECTION}[ -])?{_WORD}"
    rf"(?:{_GAP}(?:{_LINK}{_GAP}){{0,2}}{_WORD}){{0,{_LONGEST}}}"
)
_ENDS = frozenset(".!?:;…\n\r•|")
_QUOTES = frozenset('"“«‘')
_DASHES = frozenset("—–-")
_OPENERS = frozenset(" \t\xa0\"'“”‘«([*_>—–-")


def find(text: str, document: str = "") -> list[Name]:
    """The names in `text`, in order, not overlapping; spans are half-open in code points.

    The kind is given by cue words and word lists only, otherwise "other". Nothing raises.
    """
    found = []
    for match in _CHAIN.finditer(text):
        base = match.start()
        for start, end in part(match.group(), _opens_sentence(text, base)):
            quote = text[base + start : base + end]
            kind = kind_of(quote, text, base + start, base + end)
            span = Span.made(document=document, start=base + start, end=base + end, quote=quote)
            found.append(Name.made(span=span, text=quote, kind=kind))
    return found


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a capital at `start` may come from the sentence alone: at its beginning or that of a quotation.

    Looks back over the gap between two words only, so that all looks together take no longer than the text.
    """
    at = start - 1
    if at >= 0 and text[at] in _QUOTES:
        return True
    dash = False
    while at >= 0 and text[at] in _OPENERS:
        dash = dash or text[at] in _DASHES
        at -= 1
    return at < 0 or text[at] in _ENDS or (dash and _ends_dateline(text, start))


def _ends_dateline(text: str, start: int) -> bool:
    begin = max(text.rfind(end, max(0, start - dateline.LONGEST), start) for end in "\n\r") + 1
    return dateline.is_dateline(text[begin:start].strip(" \t\xa0\"'“‘«"))
