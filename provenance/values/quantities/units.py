"""Units and currencies around a number."""

from typing import NamedTuple

from provenance.values.quantities import lexicon
from provenance.values.quantities.numbers import DASHES, Number
from provenance.values.quantities.tokens import Tokens

_MONEY_WORDS = frozenset(
    "cost costs paid pay worth price priced fined fine spent spend raised sterling salary fee budget debt bill tax".split()
)
_TALL = frozenset(
    "tall high long wide deep away thick above below from apart race sprint hurdles freestyle butterfly backstroke x by across".split()
)
_LENGTH_CUES = frozenset("height depth length width distance altitude jumped threw leapt radius diameter".split())
_HEADLESS = frozenset({"barrel", "degree", "bit", "byte", "mark", "yard", "stone", "pixel"})


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
        return code, first
    return None


def after(tokens: Tokens, number: Number) -> Unit | None:
    """The unit right after a number, hyphenated ("45-acre") or not."""
    at = number.end
    hyphen = tokens.word(at) in DASHES and tokens.joined(at + 1) and tokens.joined(at)
    if hyphen:
        at += 1
    elif tokens.word(at) in DASHES and tokens.low(at + 1) in ("year", "mile", "foot", "inch", "month", "week"):
        at += 1
    if at >= len(tokens):
        return None
    if tokens.low(at) == "of" and number.scale > 1 and number.value is None:
        at += 1  # "thousands of kilometres"
    elif tokens.low(at) in ("a", "of") and number.fraction and tokens.low(at + 1) in ("a", "mile", "acre"):
        at += 1
    if number.fraction and tokens.low(at) in ("a", "an"):
        at += 1
    for names, (unit, cased) in lexicon.unit_names().get(tokens.lower[at], ()):
        end = at + len(names)
        if end > len(tokens) or tuple(tokens.lower[at:end]) != names:
            continue
        if cased and "".join(tokens.words[at:end]) != cased:
            continue
        if len(names[0]) == 1 and len(names) == 1 and names[0].isalpha() and not _letter_fits(tokens, at, number):
            continue
        if (
            tokens.word(at).istitle()
            and len(names) == 1
            and not hyphen
            and tokens.word(end).istitle()
            and not tokens.joined(at)
        ):
            continue
        if (
            names[-1] in _HEADLESS
            and not hyphen
            and number.value != 1
            and tokens.word(end).isalpha()
            and tokens.low(end).endswith("s")
        ):
            continue
        if unit == "KRW" and names == ("won",) and (number.value is None or number.value < 100):
            continue
        return Unit(unit, end)
    if number.million_or_metre:
        return None
    if tokens.low(at) in ("pound", "pounds"):
        return Unit("GBP", at + 1)
    return None


def _letter_fits(tokens: Tokens, at: int, number: Number) -> bool:
    return number.digits and tokens.joined(at) and not (tokens.joined(at + 1) and tokens.word(at + 1)[0].isalnum())


def pounds(tokens: Tokens, number: Number, at: int) -> str:
    """Whether "pounds" at token `at` are money or weight: money with a million or a money word before, else weight."""
    if number.scale >= 1000000 or tokens.low(at + 1) == "sterling":
        return "GBP"
    context = tokens.lower[max(0, number.start - 6) : number.start]
    return "GBP" if any(word in _MONEY_WORDS for word in context) else "lb"


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


def rate(tokens: Tokens, unit: str, end: int) -> tuple[str, int]:
    """ "USD" + "a share" → "USD/share"; the unit itself where no rate follows."""
    if not unit or unit in ("%", "pp", "bp", "fraction", "°C", "°F", "km/h", "mph", "m/s"):
        return unit, end
    at = end
    if tokens.word(at) in DASHES and tokens.joined(at):
        at += 1
    if tokens.low(at) not in ("a", "an", "per", "each", "every", "/"):
        return unit, end
    at += 1
    if tokens.word(at) in DASHES and tokens.joined(at):
        at += 1
    if tokens.low(at) not in lexicon.RATES:
        return unit, end
    return f"{unit}/{tokens.low(at)}", at + 1
