"""Whether a quantity is a change: "rose by 5 %", "down 49", "a 5 % increase"."""

from provenance.model import Change
from provenance.text.closed_classes import ARTICLES
from provenance.values.quantities import lexicon
from provenance.values.quantities.number import DASHES
from provenance.values.quantities.tokens import Tokens

_POINTS = frozenset({"points", "point", "seats", "places", "pips", "cents"})
_SHARES = frozenset({"%", "pp", "basis point", "fraction", "°C", "°F", "degree"})
_SIZES = frozenset({"mass", "oil"})
"""Kinds of units in which a size can change: "lost 20 pounds"; a length is as often a way ("sank 3 miles off")."""
# Money is raised, lost or spent without any measure changing.
_FILLERS = lexicon.cues("change filler")
_LEVEL = lexicon.cues("level")
_OPEN = lexicon.cues("open comparison")
_SETTLES = frozenset({"settle", "close", "end", "finish", "trade"})
_REACH = 8
"""Tokens before "by" in which the verb of a change is looked for."""
_NOT_OF_MONEY = lexicon.cues("no change of money")
_RESULTS = lexicon.cues("result in money")
"""Nouns of money earned or lost ("a loss of $8 million"), which is a level, not a change."""
_IN_REACH = 6
"""Tokens before "of" in which the noun of a change is looked for ("an increase in oil prices of 5 %")."""


def find(tokens: Tokens, start: int, end: int, unit: str, noun: str) -> Change | None:
    """The direction of a quantity between tokens `start` and `end` (approximator and unit inside); None for a level."""
    measured = unit in _SHARES or noun in _POINTS or (not noun and _measures(unit))
    direction = (
        None
        if tokens.low(start) in _LEVEL and tokens.low(start - 1) != "by"
        else _before(tokens, start, measured, "points" if noun == "points" else unit, end)
    )
    if direction is None and unit and (measured or tokens.low(end) in ("higher", "lower")):
        direction = _after(tokens, end, unit)
    if direction is None and noun in _POINTS:
        direction = _after_points(tokens, end + 1 + (tokens.low(end) in DASHES))
    if direction is None and not noun and _than_once(tokens, end):
        direction = lexicon.changes("after").get(tokens.low(end))
    return None if direction is None else ("up" if direction == "up" else "down")


def _measures(unit: str) -> bool:
    factor = lexicon.factors().get(unit)
    return unit in lexicon.currencies() or unit == "" or "/" in unit or (factor is not None and factor.kind in _SIZES)


def _after_points(tokens: Tokens, at: int) -> str | None:
    """The direction told behind "points": "20 points higher", "a five-point drop"."""
    word = tokens.low(at)
    if word in ("higher", "lower", "up", "down"):
        return "up" if word in ("higher", "up") else "down"
    return lexicon.changes("noun").get(word)


def _than_once(tokens: Tokens, end: int) -> bool:
    """Whether "more than a year ago", "less than in 2012" follows: more of one thing at another time."""
    if tokens.low(end) not in _OPEN or tokens.low(end + 1) != "than":
        return False
    word, follows = tokens.low(end + 2), tokens.low(end + 3)
    return word in ("last", "in") or (word in ARTICLES and follows in lexicon.TIME_UNITS)


def _to_level(tokens: Tokens, end: int) -> bool:
    """Whether what a price came to follows: "added $12 to settle at", "lost 5 cents to $3"."""
    follows = tokens.low(end + 1)
    return tokens.low(end) == "to" and (follows in _SETTLES or follows in lexicon.currency_symbols())


def _is_result(word: str, unit: str) -> bool:
    return word in _RESULTS and (unit in lexicon.currencies() or unit.endswith("/share"))


def _before(tokens: Tokens, start: int, measured: bool, unit: str, end: int) -> str | None:
    at = start - 1
    while at > 0 and tokens.lower[at] in _FILLERS:
        at -= 1
    word = tokens.low(at)
    if word == "by":
        return _before_by(tokens, at - 1)
    if word == "of" and tokens.low(at - 1) in ("rate", "pace"):
        for back in range(at - 2, max(-1, at - 6), -1):
            if tokens.low(back) == "at":
                return lexicon.changes("before").get(tokens.low(back - 1))
        return None
    if word == "of" and measured:
        return None if _is_result(tokens.low(at - 1), unit) else _before_of(tokens, at - 1)
    if not measured:
        return None
    if word.endswith("ly"):
        at -= 1
        word = tokens.low(at)
    if word in ("up", "down") and tokens.low(at - 1) in lexicon.PHRASAL:
        return None
    if word in _NOT_OF_MONEY and (unit in lexicon.currencies() or not unit) and not _to_level(tokens, end):
        return None
    return lexicon.changes("before").get(word)


def _before_of(tokens: Tokens, at: int) -> str | None:
    """The direction of the noun before "of": "a rise of 5 %", "a rise in food prices of 5 %"."""
    nouns = lexicon.changes("noun")
    if tokens.low(at) in nouns:
        return nouns[tokens.low(at)]
    for back in range(at - 1, max(-1, at - _IN_REACH), -1):
        if tokens.low(back) == "in" and tokens.low(back - 1) in nouns:
            return nouns[tokens.low(back - 1)]
        if not tokens.low(back).isalpha():
            return None
    return None


def _before_by(tokens: Tokens, at: int) -> str | None:
    """The direction told before "by": "rose sharply by", "cut its forecast for the year by"; within one clause."""
    for back in range(at, max(-1, at - _REACH), -1):
        word = tokens.low(back)
        found = lexicon.changes("before").get(word) or lexicon.changes("noun").get(word)
        if back == at:
            found = found or lexicon.changes("after").get(word)  # "higher by 3 %"
        if found:
            return None if word.startswith("los") else found
        if not word[:1].isalnum() and word not in DASHES:
            return None
    return None


def _after(tokens: Tokens, end: int, unit: str) -> str | None:
    word = tokens.low(end)
    if word in lexicon.changes("after") and (unit in _SHARES or word not in _OPEN):
        return lexicon.changes("after")[word]
    for at in (end, end + 1):
        word = tokens.low(at)
        if word in lexicon.changes("noun"):
            return None if _is_result(word, unit) else lexicon.changes("noun")[word]
        if not word.isalpha() or word in lexicon.STOP:
            return None
    return None
