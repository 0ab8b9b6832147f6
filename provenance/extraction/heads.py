"""What stands before the first words: the mark of a list; of a text that lost its line breaks, date line and credit."""

import re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,7}\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = rf"(?:\d{{1,2}} {_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}})"
_SAID = r"(?:(?:date of publication|published|posted|updated|last updated|last modified)(?: on| at)?:? )?"
_HEAD = re.compile(
    rf"(?:{_SAID}(?:{_WEEKDAY},? )?{_DATE}(?:,? \d{{1,2}}:\d{{2}}(?: (?:gmt|utc))?)?[,:]? (?=\d|[^\W\d_])"
    r"|\((?:afp|ap|reuters|getty)[ \w/]{0,30}\) )",
    re.I,
)
_MARK = re.compile(r"[-*•‣⁃–—]\s+(?=\S)")
_OPENS = re.compile(r"\d|[^\W\d_]")


def length(sentence: str) -> int:
    """How many code points of a sentence are such a head; 0 where the words after it go on in small letters."""
    mark = _MARK.match(sentence)
    begin = mark.end() if mark else 0
    found = _HEAD.match(sentence, begin)
    if found is None:
        return begin
    first = _OPENS.search(sentence, found.end())
    return found.end() if first is not None and not first.group().islower() else begin
