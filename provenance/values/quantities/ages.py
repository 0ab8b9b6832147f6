"""Ages: "aged 5", "at the age of 17", "turned 18", "Maria Lopez, 62, said"."""

from provenance.values.quantities import lexicon
from provenance.values.quantities.number import Number
from provenance.values.quantities.tokens import Tokens

OLDEST = 120
_TURNS = frozenset({"turn", "turns", "turned", "turning"})
_AGED = lexicon.cues("of people")
_SOMEONE = lexicon.cues("of one person")
_LIMITS = frozenset({"under", "over", "above", "below"})
_ALSO = frozenset({"both", "now", "then", "also", "barely"})
_IS = frozenset({"is", "was"})
_SOMEBODY = frozenset({"he", "she", "who"})
_OF_LIFE = frozenset({"born", "birthday", "dead", "death", "die", "died", "dies"})
"""What is told of people beside their age."""
_TOLLS = frozenset({"count", "figure", "number", "rate", "score", "tally", "toll", "total"})
_REACH = 12
"""Tokens before an age in which its sentence tells of whom it is."""
_NO_AGE = frozenset({"%", "percent", "degree", "degrees", "to", "times"})


def is_age(tokens: Tokens, number: Number, start: int) -> bool:
    """Whether a number without unit or noun is an age; `start` is the token where its approximator starts."""
    if number.value is None or not 0 < number.value <= OLDEST or number.value % 1:
        return False
    before = tokens.low(start - 1)
    if before in ("aged", "ages") or before == "age" or (before == "of" and tokens.low(start - 2) == "age"):
        return True
    if before in _AGED and tokens.low(start) in _LIMITS:
        return True  # "voters under 30"
    if before == "of" and tokens.low(start - 2) in _SOMEONE:
        return True  # "a man of 78"
    if before in _TURNS and tokens.low(number.end) not in _NO_AGE and start == number.start:
        return True
    if before in ("between", "from") and tokens.low(start - 2) in ("aged", "ages"):
        return True
    if not number.digits or start != number.start:
        return False
    return _apposition(tokens, number) or (before in _IS and _is_said_of_somebody(tokens, number))


def _apposition(tokens: Tokens, number: Number) -> bool:
    follows = tokens.word(number.end)
    pair = follows == "and" and tokens.word(number.end + 1).isdecimal() and tokens.word(number.end + 2) == ","
    comma = number.start - 1 - (tokens.low(number.start - 1) in _ALSO)
    if tokens.word(comma) != "," or not (pair or follows in (",", ".", ";", ")") or _ends_line(tokens, number.end)):
        return False
    name = tokens.word(comma - 1)
    if name.islower() and (follows == "," or comma < number.start - 1):  # "the mayor, 54, said", "the twins, both 16"
        return number.value is not None and number.value > 9 and name not in lexicon.STOP | lexicon.COUNTS.keys()
    return name[:1].isupper() and name[1:].islower() and name.lower() not in lexicon.MONTHS | lexicon.STOP


def _is_said_of_somebody(tokens: Tokens, number: Number) -> bool:
    """ "She was 61.", "who is 61,", "Lena Dahl, who died on Monday, was 61."."""
    if tokens.word(number.end) not in (",", ".", ";", ")", "") and tokens.low(number.end) not in ("when", "at"):
        return False
    subject = tokens.low(number.start - 2)
    if subject in _SOMEBODY:
        return True
    around = {tokens.low(i) for i in range(max(0, number.start - _REACH), number.end + 4)}
    named = subject == "," or tokens.word(number.start - 2)[:1].isupper()
    return named and not around.isdisjoint(_OF_LIFE) and around.isdisjoint(_TOLLS)


def _ends_line(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and "\n" in tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
