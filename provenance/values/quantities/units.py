"""Units and currencies around a number."""

from decimal import Decimal
from typing import NamedTuple

from provenance.values.quantities import lexicon
from provenance.values.quantities.number import DASHES, Number
from provenance.values.quantities.numbers import read
from provenance.values.quantities.tokens import Tokens

_MONEY_WORDS = lexicon.cues("money words")
_WEIGHT_WORDS = lexicon.cues("weight words")
_TALL = lexicon.cues("metre follows")
_LENGTH_CUES = lexicon.cues("metre before")
_WARMTH = lexicon.cues("warmth")
_TEMPERATURES = frozenset({"°C", "°F"})
_HEADLESS = frozenset({"barrel", "degree", "bit", "byte", "mark", "yard", "stone", "pixel"})
_PREFIXES = {"K": Decimal(1000), "k": Decimal(1000), "M": Decimal(1000000), "m": Decimal(1000000)}
_AFTER_CENTS = frozenset({"", ".", ",", ";", "!", "?", "more", "less", "each"})
_DISTANCE = frozenset({"earlier", "ago", "later", "before", "after"})
_ENDS = frozenset(".;!?")
_INCHES = frozenset({"inch", "inches", "in"})
_CENTS = frozenset({"cents", "cent", "pence", "pennies", "kopecks", "paise"})


class Unit(NamedTuple):
    """A unit, and the token where it ends."""

    unit: str
    end: int


def before(tokens: Tokens, start: int) -> tuple[str, int] | None:
    """The currency whose symbol ends right before token `start`, and where the symbol starts."""
    at = start - 1
    options = lexicon.currency_symbols().get(tokens.word(at))
    if options is None or at < 0:
        return None
    for symbol, code in options:
        first = start - len(symbol)
        if first < 0 or any(tokens.words[first + k] != word for k, word in enumerate(symbol)):
            continue
        if any(not tokens.joined(first + k) for k in range(1, len(symbol))):
            continue
        written = tokens.word(first - 1).upper()
        if tokens.joined(first) and written in lexicon.currencies() and len(written) == 3:
            return written, first - 1  # "MXN$15"
        return code, first
    return None


def after(tokens: Tokens, number: Number) -> Unit | None:
    """The unit right after a number, hyphenated ("45-acre") or not."""
    at, hyphen = _unit_start(tokens, number)
    if at >= len(tokens):
        return None
    for names, (unit, cased) in lexicon.unit_names().get(tokens.lower[at], ()):
        end = at + len(names)
        if tuple(tokens.lower[at:end]) != names or (cased and "".join(tokens.words[at:end]) != cased):
            continue
        if _fits(tokens, number, at, end, unit, hyphen):
            return Unit(unit, end)
    return None


def scaled_currency(tokens: Tokens, number: Number) -> Unit | None:
    """A currency code with its scale in front, as balance sheets write it: "30 MUSD"."""
    word = tokens.word(number.end)
    known = len(word) == 4 and word[0] in _PREFIXES and word[1:] in lexicon.currencies()
    return Unit(word[1:], number.end + 1) if known else None


def scale_behind(tokens: Tokens, number: Number, unit: Unit) -> Decimal:
    """The factor that stands at the currency instead of the number ("75 USD million", "30 MUSD"); 1 without one."""
    if unit.unit not in lexicon.currencies() or number.scale != 1:
        return Decimal(1)
    code = tokens.word(unit.end - 1)
    if len(code) == 4 and code[1:] == unit.unit:
        return _PREFIXES[code[0]]
    return lexicon.SCALES.get(tokens.low(unit.end), Decimal(1)) if code == unit.unit else Decimal(1)


def _unit_start(tokens: Tokens, number: Number) -> tuple[int, bool]:
    at = number.end
    if tokens.word(at) in DASHES and tokens.joined(at + 1) and tokens.joined(at):
        return at + 1, True
    if tokens.word(at) in DASHES and tokens.low(at + 1) in (
        "year",
        "mile",
        "foot",
        "inch",
        "month",
        "week",
        "cent",
        "acre",
    ):
        return at + 1, False  # text with spaces around every mark
    if tokens.low(at) == "of" and (number.value is None or number.fraction):
        at += 1  # "thousands of kilometres", "three quarters of a mile"
    if tokens.low(at) == "more" and tokens.low(at + 1) in lexicon.unit_names() and tokens.low(at + 1) != "than":
        at += 1  # "12 more miles"
    if number.fraction and tokens.low(at) in ("a", "an", "1", "one"):
        at += 1
    return at, False


def _fits(tokens: Tokens, number: Number, at: int, end: int, unit: str, hyphen: bool) -> bool:
    """Whether the words that spell a unit are meant as one here."""
    last = tokens.lower[end - 1]
    follows = tokens.word(end)
    if last == "in" and unit == "in":
        return tokens.joined(at) and not tokens.joined(end) and not hyphen
    if any(tokens.words[k] in "/²2" and not tokens.joined(k) for k in range(at + 1, end)):
        return False
    if end - at == 1 and not last.isalpha() and last in lexicon.currency_symbols():
        return not (tokens.joined(end) and follows[0].isdecimal()) and not (
            follows[:1].isdecimal() and not tokens.joined(at)
        )
    if end - at == 1 and len(last) == 1 and last.isalpha() and last.isascii():
        if tokens.joined(end) and follows[0].isalnum():
            return False
        return number.digits and (tokens.joined(at) or (unit in _TEMPERATURES and _warmth(tokens, number)))
    if hyphen or tokens.joined(at):
        return True
    if end - at == 1 and tokens.word(at).istitle() and follows.istitle():
        return False
    if last in _HEADLESS and number.value != 1 and follows.isalpha() and follows.endswith("s"):
        return False
    return last != "won" or (number.value is not None and number.value >= 100)


def _warmth(tokens: Tokens, number: Number) -> bool:
    """Whether the text around a number speaks of temperature, so that "38.7 C" is one."""
    return any(word in _WARMTH for word in tokens.lower[max(0, number.start - 10) : number.end + 6])


def pounds(tokens: Tokens, number: Number, at: int) -> str:
    """Whether "pounds" at token `at` are money or weight: money with a million or a nearer money word, else weight."""
    if number.scale >= 1000000 or tokens.low(at + 1) == "sterling":
        return "GBP"
    for back in range(number.start - 1, max(0, number.start - 10) - 1, -1):
        if tokens.lower[back] in _ENDS or tokens.lower[back] in _WEIGHT_WORDS:
            break
        if tokens.lower[back] in _MONEY_WORDS:
            return "GBP"
    return "pound-mass"


def metres(tokens: Tokens, number: Number) -> bool:
    """Whether the "m" after a number means metres rather than million."""
    end = number.end + 1
    follows = tokens.low(end)
    if follows in DASHES:
        follows = tokens.low(end + 1)
    if follows in _TALL or any(word in _LENGTH_CUES for word in tokens.lower[max(0, number.start - 4) : number.start]):
        return True
    return (
        not (follows.isalpha() and (follows not in lexicon.STOP or follows in ("of", "in")))
        and not (number.value or 0) % 1
    )


def feet_and_inches(tokens: Tokens, end: int) -> tuple[Decimal, int] | None:
    """The inches of "5-foot-11" or "5-foot-11-inch" from token `end` on, and where they end."""
    word = tokens.word(end + 1)
    dash = tokens.word(end) in DASHES and tokens.joined(end) and tokens.joined(end + 1)
    if not (dash and word.isdecimal() and len(word) < 3 and int(word) < 12):
        return None
    behind = end + 2 + (tokens.word(end + 2) in DASHES)
    return Decimal(word), behind + 1 if tokens.low(behind) in _INCHES else end + 2


def cents(tokens: Tokens, end: int) -> tuple[Decimal, int] | None:
    """The cents of "3 dollars [and] 50 cents" or "15 dollars 50." from token `end` on, as parts of one; their end."""
    at = end + (tokens.low(end) == "and")
    if at >= len(tokens) or not (tokens.lower[at] in lexicon.COUNTS or tokens.lower[at][0].isdecimal()):
        return None
    number = read(tokens, at)
    if number is None or number.value is None or not 0 < number.value < 100:
        return None
    if tokens.low(number.end) in _CENTS:
        return number.value / 100, number.end + 1
    whole = number.value >= 10 and not number.value % 1 and tokens.low(number.end) in _AFTER_CENTS
    return (number.value / 100, number.end) if whole else None


def rate(tokens: Tokens, unit: str, end: int) -> tuple[str, int]:
    """ "USD" + "a share" → "USD/share"; the unit itself where no rate follows."""
    if not unit or unit in ("%", "pp", "basis point", "fraction", "°C", "°F", "km/h", "mph", "m/s"):
        return unit, end
    hyphens = tokens.word(end) in DASHES and tokens.word(end + 2) in DASHES  # "$70-a-share", set apart or not
    at = end + hyphens
    if tokens.low(at) not in ("a", "an", "per", "each", "every", "/"):
        return unit, end
    at += 1 + hyphens
    ago = tokens.low(at) in lexicon.TIME_UNITS and tokens.low(at + 1) in _DISTANCE
    if tokens.low(at) not in lexicon.RATES or ago:
        return unit, end
    return f"{unit}/{tokens.low(at)}", at + 1
