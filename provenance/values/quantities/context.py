"""Numbers that are not quantities: dates, times, ids, scores, years, pronouns."""

from provenance.values.quantities import lexicon
from provenance.values.quantities.number import DASHES, Number
from provenance.values.quantities.tokens import Tokens

_TIMES = lexicon.cues("time follows")
_RESOLUTION = lexicon.cues("resolution follows")
_VOTES = lexicon.cues("score follows")
_CONTESTS = lexicon.cues("contest before")
_BEFORE_MAY = lexicon.cues("before may")
_ORDINALS = lexicon.cues("ordinal end")
_ORDINAL_WORDS = lexicon.cues("ordinal")
_PRONOUN_BEFORE = lexicon.cues("pronoun before")
_IDIOMS = lexicon.cues("one idiom")
_IN_YEAR = lexicon.cues("before year")
_PEOPLE = lexicon.cues("people")
"""Nouns that no year stands before: "1904 villagers" are counted."""

LONGEST_MODEL = 4
"""Digits that the number of a make may have ("Calda 2000")."""
LONGEST_MAKE = 3
"""Words that the name before it may have."""

# What a number may follow without a space: brackets, quotes, signs.
_OPENERS = frozenset("([{<>≤≥~≈+±,\"“”‘'’«»„|…*")


def skip(tokens: Tokens, index: int) -> int:
    """The token after what starts at `index` and holds no quantity; `index` itself where nothing of the kind starts."""
    word = tokens.words[index]
    if not word[0].isdecimal():
        return _ordinal_words(tokens, index)
    if (tokens.joined(index) and _glued(tokens, index)) or is_model(tokens, index):
        return index + 1
    end = _telephone(tokens, index)
    if end != index:
        return end
    end = _chain(tokens, index)
    if end != index:
        return end
    if tokens.word(index + 1) in DASHES and tokens.low(index + 2) in ("of", "for") and tokens.word(index + 3) in DASHES:
        return index + 5  # "11-of-19 shooting"
    follows = tokens.low(index + 1)
    if tokens.joined(index + 1) and (follows in _ORDINALS or (follows in ("'", "’") and tokens.low(index + 2) == "s")):
        return index + 2
    lines = follows == ("k" if len(word) == 1 else "p") and tokens.joined(index + 1)
    if lines and tokens.low(index + 2) in _RESOLUTION:
        return index + 2  # "4K video", "1080p footage"
    code = len(word) > 1 and word[0] == "0" and word.isdecimal() and not behind_point(tokens, index)
    if follows in _TIMES or code:
        return index + 1
    if follows in DASHES and tokens.word(index + 2).isdecimal() and tokens.low(index + 3) in _TIMES:
        return index + 3
    return _date(tokens, index)


def _glued(tokens: Tokens, index: int) -> bool:
    """Whether a literal is the tail of a name or id ("F-16", "A380", "#12", "’90", "2:30")."""
    before = tokens.word(index - 1)
    if before in lexicon.currency_symbols() and before != ".":
        return False
    if behind_point(tokens, index):
        return False
    if before not in DASHES:
        return before not in _OPENERS or (before in "'’‘" and len(tokens.words[index]) == 2)
    if not tokens.joined(index - 1):
        return False
    for at in range(index - 2, max(-1, index - 8), -1):  # "MH17", "F-16", "scp2-173"
        word = tokens.words[at]
        if (
            word[-1].isalpha()
            and tokens.lower[at] not in lexicon.COUNTS
            and tokens.lower[at] not in ("mid", "under", "over")
        ):
            return True
        if not tokens.joined(at):
            return False
    return False


def is_model(tokens: Tokens, index: int) -> bool:
    """Whether the literal at token `index` numbers a make of things counted before: the 2 of "12 Leopard 2 tanks"."""
    if not (len(tokens.words[index]) <= LONGEST_MODEL and tokens.words[index].isdecimal()):
        return False
    if not (tokens.low(index + 1).isalpha() and tokens.word(index + 1).islower()):
        return False
    at = index - 1
    while at > index - 1 - LONGEST_MAKE and tokens.word(at).isalpha() and not tokens.word(at).islower():
        at -= 1
    counted = tokens.word(at)[:1].isdecimal() or tokens.low(at) in lexicon.SCALES
    dated = _year(tokens.word(at)) or _month(tokens.word(at + 1)) or tokens.low(at + 1) in _TIMES
    return at < index - 1 and counted and not dated


def behind_point(tokens: Tokens, index: int) -> bool:
    """Whether a decimal point opens the number at token `index` (".315"); a full stop follows a word."""
    point = tokens.word(index - 1) == "." and tokens.joined(index) and not tokens.joined(index - 1)
    return point and tokens.words[index].isdecimal()


def _telephone(tokens: Tokens, index: int) -> int:
    """Past "020 7946 0958" or the digits of "+44 20 7946 0958"."""
    word = tokens.words[index]
    country = tokens.word(index - 1) == "+" and tokens.joined(index)
    if not country and not (word[0] == "0" and word.isdecimal() and len(word) > 1):
        return index
    end = index + 1
    while tokens.word(end).isdecimal() and tokens.text[tokens.ends[end - 1] : tokens.starts[end]] == " ":
        end += 1
    return end if end > index + 1 + country else index


def _chain(tokens: Tokens, index: int) -> int:
    """Past literals glued by ":" or "/", by two or more hyphens, or as a year range or falling score."""
    marks = []
    at = index
    while (
        tokens.joined(at + 1)
        and tokens.joined(at + 2)
        and tokens.word(at + 2)[0].isdecimal()
        and tokens.word(at + 1) in "-–—:/."
    ):
        marks.append(tokens.word(at + 1))
        at += 2
    if not marks:
        return index
    if len(marks) > 1 or marks[0] in ":.":
        return at + 1
    if marks[0] == "/":
        return index if _is_fraction(tokens, index) else at + 1
    return at + 1 if _is_no_range(tokens, index) else index


def _is_fraction(tokens: Tokens, index: int) -> bool:
    """Whether "1/2" from token `index` on is a part of one, not a date or a pair ("9/11", "24/7")."""
    over, under = tokens.words[index], tokens.words[index + 2]
    if not (over.isdecimal() and under.isdecimal() and len(over) < 3 and len(under) < 6 and int(over) < int(under)):
        return False
    return under not in ("7", "9", "11") and (tokens.low(index + 3).isalpha() or under in ("2", "3", "4"))


def _is_no_range(tokens: Tokens, index: int) -> bool:
    """Whether "6-4" from token `index` on is a score, vote, season or telephone number."""
    first, second = tokens.words[index], tokens.words[index + 2]
    if not (first.isdecimal() and second.isdecimal()):
        return False
    follows = tokens.low(index + 3)
    season = _recent(first) and (len(second) == 2 or _recent(second))
    telephone = len(first) == 3 and len(second) == 4 and follows in ("", ".", ",", "or")
    if season or telephone or second[0] == "0" or max(len(first), len(second)) > 9 or int(first) >= int(second):
        return True
    if follows in DASHES:
        follows = tokens.low(index + 4)
    return follows in _VOTES or tokens.low(index - 1) in _CONTESTS


def _recent(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2050


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1100 <= int(word) <= 2100


def _date(tokens: Tokens, index: int) -> int:
    """Past the numbers of "April 5-7, 2018" or "5 and 6 April"."""
    word = tokens.words[index]
    if not (len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31):
        return index
    before = tokens.word(index - 2) if tokens.word(index - 1) in (".", ",") else tokens.word(index - 1)
    if tokens.word(index - 1) == "," and not _year(tokens.word(index + 2)):
        before = ","
    at = index + 1
    if tokens.word(at) in DASHES or tokens.low(at) in ("and", "to", "or", "through"):
        second = tokens.word(at + 1)
        if len(second) <= 2 and second.isdecimal() and tokens.low(at + 2) not in lexicon.unit_names():
            at += 2
    may = before in ("may", "march") and tokens.low(index - 2) in _BEFORE_MAY
    may = may or (tokens.low(at) in ("may", "march") and before in _BEFORE_MAY)
    if may or _month(before) or _month(tokens.word(at)):
        if tokens.word(at) == "," and _year(tokens.word(at + 1)):
            at += 2
        return at
    if _month(tokens.word(index + 1)) or (tokens.low(index + 1) == "of" and _month(tokens.word(index + 2))):
        return index + 1
    return index


def _month(word: str) -> bool:
    return word.lower() in lexicon.MONTHS and (word[:1].isupper() or word not in ("may", "march", "mar"))


def _ordinal_words(tokens: Tokens, index: int) -> int:
    """Past "twenty-first" and past years in words ("nineteen eighty-four")."""
    if (
        tokens.lower[index] in lexicon.TENS
        and tokens.low(index + 1) in DASHES
        and tokens.low(index + 2) in _ORDINAL_WORDS
    ):
        return index + 3
    if tokens.lower[index] in ("eighteen", "nineteen") and tokens.low(index + 1) in lexicon.TENS:
        at = index + 2 + (tokens.low(index + 2) in DASHES)
        return at + 1 if 0 < lexicon.SMALL.get(tokens.low(at), 0) < 10 else index + 2
    return index


def is_year(tokens: Tokens, number: Number, noun: str) -> bool:
    """Whether a four-digit literal is a year. `noun`: the plural noun that follows directly, if any."""
    if not number.digits or number.grouped or number.scale != 1 or number.end - number.start != 1:
        return False
    word = tokens.words[number.start]
    if not _year(word):
        return False
    recent = _recent(word)
    if tokens.low(number.end) in ("x", "×"):
        return False  # "1170 x 2532 pixels"
    if noun.lower() in _PEOPLE:
        return tokens.low(number.start - 1) in _IN_YEAR
    if noun:
        return recent and (tokens.low(number.start - 1) in _IN_YEAR or word[2:] != "00")
    before = tokens.word(number.start - 1)
    return recent or before.lower() in _IN_YEAR or _month(before)


def is_year_range(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a range without unit or noun runs between two years ("from 2007 to 2013")."""
    years = [word for word in tokens.words[start:end] if word[0].isdecimal()]
    return len(years) == 2 and all(_year(word) and int(word) >= 1700 for word in years)


def is_pronoun(tokens: Tokens, number: Number, noun: str) -> bool:
    """Whether "one" is a pronoun or part of an idiom rather than a count."""
    follows = tokens.low(number.end)
    if not noun and tokens.lower[number.start] == "two" and tokens.low(number.start - 1) == "or":
        return True  # "a stumble or two"
    if number.end - number.start != 1 or tokens.lower[number.start] not in ("one", "zero"):
        return False
    before = tokens.low(number.start - 1)
    if follows == "of":
        return not noun or before in ("no", "any", "every", "each", "the")
    if before in _PRONOUN_BEFORE or follows in _IDIOMS or follows in DASHES or follows == "tolerance":
        return True
    return not noun


def is_contest(tokens: Tokens, first: Number, second: Number) -> bool:
    """Whether "54 to 46" is the count of a vote or a score."""
    if first.value is None or second.value is None or first.value < second.value or first.value >= 1000:
        return False
    if tokens.low(second.end) in _VOTES:
        return True  # "a 54 to 46 win"
    return any(word in _CONTESTS for word in tokens.lower[max(0, first.start - 5) : first.start])


def is_vote(tokens: Tokens, start: int, end: int) -> bool:
    """Whether "2 to 11" from token `start` to `end` ended a vote or match: right after "voted", without a noun."""
    counted = tokens.low(end).isalpha() and tokens.low(end) not in lexicon.STOP
    return tokens.low(start - 1) in _CONTESTS and not counted
