"""Acronyms and the long forms that the same text gives them."""

import re

from provenance.values.names.lexicon import words

_ACRONYM = r"[A-Z][A-Za-z0-9&.-]{1,9}"
_AFTER = re.compile(rf"\((?:the[ ]|or[ ]|known as[ ])?[\"“‘']?({_ACRONYM})[\"”’']?(?:[;,][^()]{{0,60}})?\)")
_BEFORE = re.compile(rf"\b({_ACRONYM})[ ]\(((?:the[ ])?[A-Z][^()\n]{{5,100}})\)")
_WORD = re.compile(r"[\w'’-]+")
_LONGEST = 12


def acronyms(text: str) -> dict[str, str]:
    """Acronym → its long form as the text gives it: "Syrian Observatory for Human Rights (SOHR)".

    After Schwartz and Hearst (2003), with whole initials: the first letters of the words before the bracket must spell
    the acronym, small words optional. The first definition of an acronym stands.
    """
    found: dict[str, str] = {}
    for match in _AFTER.finditer(text):
        short = match.group(1)
        long = _before(text, match.start(), short)
        if long is not None:
            found.setdefault(short.replace(".", ""), long)
    for match in _BEFORE.finditer(text):
        short, long = match.group(1), match.group(2).strip()
        if _is_short(short) and _spells(_WORD.findall(long), short):
            found.setdefault(short.replace(".", ""), long)
    return found


def _is_short(short: str) -> bool:
    return sum(c.isupper() for c in short) >= 2


def _before(text: str, end: int, short: str) -> str | None:
    """The shortest run of words before `end` whose initials spell `short`."""
    if not _is_short(short):
        return None
    floor = max(0, end - 160)
    pieces = list(_WORD.finditer(text, floor, end))[-_LONGEST:]
    for i in range(len(pieces) - 1, -1, -1):
        run = pieces[i:]
        if any(c in ".!?;\n" for c in text[run[0].end() : end]):
            return None
        if len(run) > 1 and run[0].group()[0].isupper() and _spells([p.group() for p in run], short):
            return text[run[0].start() : end].rstrip()
    return None


def _spells(long: list[str], short: str) -> bool:
    letters = [c.lower() for c in short if c.isalnum()]
    parts = [part for word in long for part in word.replace("’", "-").split("-") if part]
    every = [part[0].lower() for part in parts]
    small = words("particles.txt")
    major = [part[0].lower() for part in parts if part.lower() not in small]
    return letters in (every, major)
