"""Layers of spelling: what is left of a word when transliterations are no longer told apart.

Each layer merges more than the one before it:

- letters: ASCII, lower case (anyascii);
- skeleton: the habits of romanisation merged (q/k, dh/d, ou/u/o, ei/ay/i, doubled letters, final -ah);
- consonants: the skeleton without its vowels, as Arabic script has it;
- classes: consonants that languages exchange merged too (b/p, d/t, g/j, s/z).
"""

import re
from functools import lru_cache

_DIGRAPHS = (
    ("tsch", "S"), ("tch", "S"), ("sch", "S"), ("dzh", "j"), ("sh", "S"), ("ch", "S"), ("kh", "H"), ("gh", "g"),
    ("dh", "d"), ("th", "t"), ("ph", "f"), ("zh", "j"), ("dz", "j"), ("dj", "j"), ("ck", "k"), ("rh", "r"),
    ("qu", "ku"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_SINGLES = str.maketrans({"q": "k", "c": "k", "x": "ks", "v": "w", "ə": "a"})
_VOWELS = re.compile(r"[aeiouyw]+")
_DOUBLES = re.compile(r"(.)\1+")
_FINAL = re.compile(r"(?<=..)[aei]+h?$")
_TO_CLASSES = str.maketrans("ptjzSHf", "bdgsskb", "h")
_NO_VOWELS = str.maketrans("", "", "aiu")


def vowel_poor(letters: str) -> bool:
    """Whether a word looks like Arabic script spelled letter by letter ("alqwyn"): hardly a vowel but a."""
    if len(letters) < 3 or not letters.isalpha():
        return False
    clear = sum(letters.count(v) for v in "eiou")
    return clear == 0 and letters.count("a") * 3 <= len(letters)


def _vowel(match: re.Match[str]) -> str:
    """A run of vowels as one: back (u, o, w), front (e, i, y) or open (a)."""
    run = match.group()
    if "u" in run or "o" in run or "w" in run:
        return "u"
    return "i" if "e" in run or "i" in run or "y" in run else "a"


@lru_cache(maxsize=65536)
def skeleton(letters: str) -> str:
    """The skeleton of one folded word: spellings of one name mostly share it."""
    s = letters
    if len(s) > 3 and s[-1] == "t" and s[-2] not in "aeiouyw" and vowel_poor(s):
        s = s[:-1]
    s = _SOFT_C.sub("s", s) if "ch" not in s else s
    for written, merged in _DIGRAPHS:
        if written in s:
            s = s.replace(written, merged)
    s = _VOWELS.sub(_vowel, s.translate(_SINGLES))
    s = _DOUBLES.sub(r"\1", s)
    short = _FINAL.sub("", s)
    return short if len(short) > 1 else s


@lru_cache(maxsize=65536)
def consonants(skeleton_: str) -> str:
    """The consonants of a skeleton; a leading vowel stays, as "a"."""
    bare = skeleton_.translate(_NO_VOWELS)
    return bare or skeleton_[:1]


@lru_cache(maxsize=65536)
def classes(consonants_: str) -> str:
    """Consonants with those that languages exchange merged."""
    return _DOUBLES.sub(r"\1", consonants_.translate(_TO_CLASSES)) or consonants_
