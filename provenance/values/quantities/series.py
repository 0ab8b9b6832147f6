"""Numbers that name one of a series: "Route 66", "page 3", a rank in a list, an address."""

from provenance.values.quantities import lexicon
from provenance.values.quantities.number import Number
from provenance.values.quantities.tokens import Tokens

_STREETS = lexicon.cues("street")


def is_name(tokens: Tokens, number: Number, unit: str, counted: bool, bounded: bool) -> bool:
    """Whether a bare number belongs to a name, series, address or list ("Route 66", "page 3", "1.").

    `counted`: a unit or noun follows; `bounded`: an approximator precedes.
    """
    if _named_group(tokens, number) or (not number.digits and not counted and _spelled_name(tokens, number.start)):
        return True
    before, follows = tokens.word(number.start - 1), tokens.word(number.end)
    if not number.digits:
        return before[:1].isupper() and before.lower() in lexicon.DESIGNATORS and not counted and number.start > 0
    if before == ".":
        before = (
            tokens.word(number.start - 2)
            if tokens.low(number.start - 2) in ("no", "art", "sec", "fig", "vol", "ch")
            else before
        )
    low = before.lower()
    if _is_emergency_number(tokens, number, counted):
        return True
    if low in ("no", "nos", "#", "№", "§"):
        return True
    if (
        not unit
        and low in lexicon.DESIGNATORS
        and (not counted or (before[:1].isupper() and not number.grouped))
        and number.start > 1 - (not counted)
    ):
        return True
    if _address(tokens, number.end):
        return True
    if _marker(tokens, number):
        return True
    if not unit and number.scale == 1 and tokens.joined(number.end) and (follows.isalpha() or follows in "_/@^%"):
        return True
    if (low in ("'", '"', "=") and tokens.word(number.start - 2) == "=") or (not counted and _long(tokens, number)):
        return True
    if (not counted or number.value == 1) and not bounded and _is_rank(tokens, number):
        return True
    if counted or bounded or number.scale > 1 or number.grouped:
        return False
    if len(tokens.words[number.start]) > 4 and number.end - number.start == 1 and _is_common(follows):
        return True  # "the 80486 chip"
    return _capital_name(tokens, number.start - 1)


def _is_emergency_number(tokens: Tokens, number: Number, counted: bool) -> bool:
    """ "Dialed 911", "a 999 call"."""
    if tokens.slice(number.start, number.end) not in lexicon.cues("emergency number"):
        return False
    called = not counted and tokens.low(number.start - 1) in lexicon.cues("before emergency number")
    return called or tokens.low(number.end) in lexicon.cues("after emergency number")


def _is_rank(tokens: Tokens, number: Number) -> bool:
    """A number at the start of a line before a name: "3 Maria Lopez" in a list."""
    if number.start and "\n" not in tokens.text[tokens.ends[number.start - 1] : tokens.starts[number.start]]:
        return False
    names = tokens.words[number.end : number.end + 2]
    plain = [word.istitle() and word.lower() not in lexicon.STOP and not word.endswith("ed") for word in names]
    return len(plain) == 2 and all(plain) and len(tokens.words[number.start]) < 3


def _is_common(word: str) -> bool:
    return word.islower() and word.isalpha() and word not in lexicon.STOP


def _named_group(tokens: Tokens, number: Number) -> bool:
    """ "Group of 20", "Committee of 100"."""
    return tokens.low(number.start - 1) == "of" and tokens.word(number.start - 2) in (
        "Group",
        "Gang",
        "Committee",
        "Council",
    )


def _spelled_name(tokens: Tokens, start: int) -> bool:
    """ "Air Force One", "the Final Four"."""
    return tokens.words[start].istitle() and _capital_name(tokens, start - 1)


def _long(tokens: Tokens, number: Number) -> bool:
    """Nine digits or more without separators: an identifier."""
    return not number.grouped and len(tokens.words[number.end - 1]) > 8 and tokens.words[number.end - 1].isdecimal()


def _capital_name(tokens: Tokens, at: int) -> bool:
    word, low = tokens.word(at), tokens.low(at)
    if not word[:1].isupper() or low in lexicon.approximators() or low in lexicon.cues("bound filler"):
        return False
    return not (low in lexicon.STOP or low.endswith(("ed", "s")) or low in lexicon.changes("before"))


def _address(tokens: Tokens, at: int) -> bool:
    for offset in range(4):
        word = tokens.word(at + offset)
        if not word[:1].isupper():
            return False
        if offset and word.lower() in _STREETS:
            return True
    return False


def _marker(tokens: Tokens, number: Number) -> bool:
    """A list marker or footnote: "1." or "(2)" at the start of a line, "[5]", "3)" without its bracket."""
    before, follows = tokens.word(number.start - 1), tokens.word(number.end)
    if before == "[" and follows == "]":
        return True
    line_start = number.start == 0 or "\n" in tokens.text[tokens.ends[number.start - 1] : tokens.starts[number.start]]
    if before == "(" and follows == "." and tokens.word(number.end + 1) == ")":
        return True  # a rank: "(3.)"
    if follows == "(" and tokens.joined(number.end) and len(tokens.word(number.end + 1)) == 1:
        return True  # "401(k)"
    if line_start and follows in (".", ")") and number.end - number.start == 1:
        return tokens.word(number.end + 1)[:1].isupper() or follows == ")"
    return follows == ")" and "(" not in tokens.words[max(0, number.start - 12) : number.start]
