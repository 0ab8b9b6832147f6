"""Text to tokens: offsets and one class code for each."""

import re
from itertools import accumulate
from typing import NamedTuple

from provenance.text.memo import Memo
from provenance.values.dates.grammar import CODES
from provenance.values.dates.numbers import FRACTIONS

# A dash before a space ends a phrase, but for texts that set every mark apart: "a two - month truce".
_TOKEN = re.compile(
    r"(\n[ \t\r]*\n|(?=\S)(?:[A-Za-z]{2,}+(?![^\x00-\x7f])|[^\W\d_]{2,}|[AaPp]\.[Mm]\.?|[QqHh][1-4]\b|[^\W\d_]"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])|[0-9]{4}/[0-9]{2}/[0-9]{2}(?![0-9/])"
    r"|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?!\.?[0-9])|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9/])"
    r"|[0-9]/[1-9](?![0-9/])|[½¼¾]|[0-9]{1,2}:[0-9]{2}(?![0-9:])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9]+|[0-9]+(?:st|nd|rd|th|s)\b|[0-9]+"
    r"|-{2,}|[-–][ \t](?!(?:year|month|week|day|hour|minute|old)\b)"
    r"|['’‘]s\b|['’‘][0-9]0s\b|['’‘][0-9]{2}\b|\S))"
)
_PLACE = {shape[1:]: code for shape, code in CODES.items() if shape.startswith("\0")}
SMALL_WORD, CAPITAL_WORD, OTHER, BREAK = _PLACE["x"], _PLACE["X"], _PLACE["P"], _PLACE["BREAK"]


class Tokens(NamedTuple):
    """The words of a text with one code for each; a paragraph end stands before the first and after the last."""

    words: list[str]
    codes: str
    ends: list[int]
    """Where each piece of the text ends, pieces being white space and words by turns."""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points of tokens[first:last]."""
        return self.ends[2 * first - 2], self.ends[2 * last - 3]


def tokenize(text: str) -> Tokens:
    """Tokens of `text`, white space left out, in one pass."""
    pieces = _TOKEN.split(text)
    words = ["\n", *pieces[1::2], "\n"]
    return Tokens(words, "".join(map(_CODE_OF.__getitem__, words)), list(accumulate(map(len, pieces))))


def _shape(word: str) -> str:
    first = word[0]
    if "0" <= first <= "9":
        return _PLACE[_number_shape(word)]
    if word in FRACTIONS:
        return _PLACE["FRAC"]
    if first.isalpha():
        if len(word) > 2 and word[1] == ".":
            return CODES["pm"] if first in "Pp" else CODES["am"]
        return CAPITAL_WORD if first.isupper() else SMALL_WORD
    if first == "\n":  # also the marks at both ends of a text
        return BREAK
    if word[1:2].isdigit():
        return _PLACE["LONGDECADE" if word.endswith("s") else "SHORTYEAR"]
    return _PLACE["OPEN"] if first in "([" else _PLACE["CLOSE"] if first in ")]" else OTHER


def _number_shape(word: str) -> str:
    if word.isdigit():
        return _integer_shape(word)
    if word.count("/") == 2 and len(word) == 10 and word[4] == "/":
        return "ISO"
    if word.count(".") == 2:
        return "DOTTED"
    if len(word) == 3 and word[1] == "/":
        return "FRAC"
    for mark, shape in ((":", "CLOCK"), ("/", "SLASH"), ("-", "ISO"), (",", "INT"), (".", "DEC")):
        if mark in word:
            return shape
    if word[-1] != "s" or word.endswith("st"):
        return "ORDNUM"
    whole = word[:-1]
    if whole[-1] != "0" or (len(whole) != 2 and whole[:-2] not in _CENTURIES):
        return "P"
    return "LONGDECADE" if len(whole) == 4 else "DECADE"


_CENTURIES = ("10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20")


def _integer_shape(word: str) -> str:
    if len(word) == 4 and word[:2] in _CENTURIES:
        return "YEAR"
    if len(word) > 2 or (word[0] == "0" and len(word) == 1):
        return "INT"
    number = int(word)
    return "D12" if 0 < number <= 12 else "D24" if 0 < number <= 24 else "D31" if 0 < number <= 31 else "INT"


_CODE_OF = Memo(_shape, CODES)
