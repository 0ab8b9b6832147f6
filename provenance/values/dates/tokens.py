"""Text to tokens: offsets and one class code for each."""

import re
from typing import NamedTuple

from provenance.values.dates.grammar import CODES
from provenance.values.dates.numbers import FRACTIONS

_TOKEN = re.compile(
    r"[AaPp]\.[Mm]\.?|[Qq][1-4]\b|[^\W\d_]+"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9-])|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9/])|[0-9]/[1-9](?![0-9/])|[½¼¾]|[0-9]{1,2}:[0-9]{2}(?![0-9:])"
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+\.[0-9]+|[0-9]+(?:st|nd|rd|th|s)\b|[0-9]+"
    r"|\n[ \t\r]*\n|['’‘]s\b|['’][0-9]0s\b|[^\s\w]|\S"
)
_PLACE = {shape[1:]: code for shape, code in CODES.items() if shape.startswith("\0")}
SMALL_WORD, CAPITAL_WORD, OTHER, BREAK = _PLACE["x"], _PLACE["X"], _PLACE["P"], _PLACE["BREAK"]


class Tokens(NamedTuple):
    """Parallel lists, one entry per token; `codes` is one character per token."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    codes: str


def tokenize(text: str) -> Tokens:
    """Tokens of `text`, white space left out, in one pass; a paragraph end stands before the first and after the last."""
    starts, ends, words, codes = [0], [0], ["\n"], [BREAK]
    known = CODES.get
    for match in _TOKEN.finditer(text):
        word = match.group()
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        words.append(word)
        codes.append(known(word) or _shape(word))
    starts.append(len(text))
    ends.append(len(text))
    words.append("\n")
    codes.append(BREAK)
    return Tokens(starts, ends, words, "".join(codes))


def _shape(word: str) -> str:
    first = word[0]
    if "0" <= first <= "9":
        return _PLACE[_number_shape(word)]
    if first in FRACTIONS:
        return _PLACE["FRAC"]
    if first.isalpha():
        if len(word) > 2 and word[1] == ".":
            return CODES["pm"] if first in "Pp" else CODES["am"]
        return CAPITAL_WORD if first.isupper() else SMALL_WORD
    if first == "\n":
        return BREAK
    if word[1:2].isdigit():
        return _PLACE["LONGDECADE"]
    return _PLACE["OPEN"] if first in "([" else _PLACE["CLOSE"] if first in ")]" else OTHER


def _number_shape(word: str) -> str:
    if word.isdigit():
        return _integer_shape(word)
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


_CENTURIES = ("14", "15", "16", "17", "18", "19", "20")


def _integer_shape(word: str) -> str:
    if len(word) == 4 and word[:2] in _CENTURIES:
        return "YEAR"
    if len(word) > 2 or (word[0] == "0" and len(word) == 1):
        return "INT"
    number = int(word)
    return "D12" if 0 < number <= 12 else "D24" if 0 < number <= 24 else "D31" if 0 < number <= 31 else "INT"
