"""One number as written: digits, words, scales, fractions, vague counts."""

from dataclasses import replace
from decimal import Decimal

from provenance.values.quantities import context, lexicon, number_words, numerals
from provenance.values.quantities.number import DASHES, Number
from provenance.values.quantities.tokens import Tokens

LARGEST = Decimal(10) ** 20
"""Larger numbers are identifiers; below it, arithmetic with 28 digits stays exact to the unit, scales included."""


def read(tokens: Tokens, index: int) -> Number | None:
    """The number that starts at, or has its trigger word at, token `index`; None where there is none."""
    word = tokens.lower[index]
    if word[0].isdecimal():
        number = _digits(tokens, index)
    elif word in lexicon.SMALL or word in lexicon.TENS:
        number = number_words.spelled(tokens, index)
    elif word in lexicon.SCALES:
        number = number_words.bare_scale(tokens, index)
    elif word in lexicon.VAGUE:
        return number_words.vague(tokens, index)
    elif word in lexicon.PARTS:
        return number_words.part(tokens, index)
    else:
        value = numerals.vulgar(word)
        number = None if value is None else Number(index, index + 1, value, digits=True, fraction=True)
    if number is None:
        return None
    number = _parts_of_one(tokens, _scaled(tokens, number))
    if number.value is not None and number.value >= LARGEST:
        return None
    return _spread(number) if number.spread else _sign(tokens, number)


def _spread(number: Number) -> Number:
    """ "several hundred thousand": vague between the two ends of "several"."""
    assert number.value is not None
    low, high = (factor * number.value for factor in number.spread)
    return replace(number, value=None, low=low, high=high.to_integral_value())


def _digits(tokens: Tokens, index: int) -> Number | None:
    word = tokens.words[index]
    if context.behind_point(tokens, index) and len(word) <= numerals.MAX_DIGITS:
        return Number(index - 1, index + 1, Decimal(f"0.{word}"), digits=True)
    literal = numerals.read(word)
    if literal is None:
        value = numerals.decimal_comma(word)
        follows = tokens.low(index + 1)
        if value is None or not (
            follows in lexicon.SCALES or follows in lexicon.SUFFIXES or follows in ("%", "percent", "€")
        ):
            return None
        return Number(index, index + 1, value, digits=True)
    end = index + 1
    value, grouped = literal
    if tokens.word(end) == "," and tokens.word(end + 1) == "000" and len(word) <= 3 and word.isdecimal():
        value, grouped, end = value * 1000, True, end + 2  # text with spaces around every mark
    elif _space_group(tokens, end):
        joined = word
        while _group_of_three(tokens, end) and len(joined) < numerals.MAX_DIGITS:
            joined += tokens.words[end]
            end += 1
        if len(joined) <= numerals.MAX_DIGITS:
            value, grouped = Decimal(joined), True
    number = Number(index, end, value, digits=True, grouped=grouped)
    return _with_fraction(tokens, number)


def _group_of_three(tokens: Tokens, end: int) -> bool:
    """Whether token `end` is three digits after one plain space, and no range begins with them."""
    word = tokens.word(end)
    spaced = len(word) == 3 and word.isdecimal() and tokens.text[tokens.ends[end - 1] : tokens.starts[end]] == " "
    return spaced and tokens.low(end + 1) not in DASHES


def _space_group(tokens: Tokens, end: int) -> bool:
    """Whether token `end` is the first group of three digits of a number with more before it ("10 000")."""
    word, before = tokens.word(end), tokens.word(end - 1)
    return (
        _group_of_three(tokens, end)
        and before.isdecimal()
        and len(before) <= 3
        and before[0] != "0"
        and tokens.low(end - 2).rstrip(".") not in lexicon.MONTHS
        and (word.startswith("0") or word.endswith("0") or len(before) < 3)
    )


def _with_fraction(tokens: Tokens, number: Number) -> Number:
    """Adds "½" or " 1/2"; reads "1/40" itself as a fraction."""
    end = number.end
    extra = numerals.vulgar(tokens.word(end))
    if extra is not None and number.value is not None:
        return replace(number, end=end + 1, value=number.value + extra)
    if tokens.word(end) == "/" and tokens.joined(end):
        value = _slash(tokens, number.start)
        if value is not None:
            return replace(number, end=end + 2, value=value, fraction=True)
    elif tokens.word(end).isdecimal() and tokens.word(end + 1) == "/" and number.value is not None:
        value = _slash(tokens, end)
        if value is not None and value < 1:
            return replace(number, end=end + 3, value=number.value + value)
    return number


def _slash(tokens: Tokens, index: int) -> Decimal | None:
    over, under = tokens.word(index), tokens.word(index + 2)
    if not (over.isdecimal() and under.isdecimal() and tokens.joined(index + 1) and tokens.joined(index + 2)):
        return None
    if tokens.word(index + 3) == "/" or len(under) > 4 or len(over) > 4 or int(under) <= int(over) or int(over) == 0:
        return None
    return Decimal(int(over)) / int(under)


def _scaled(tokens: Tokens, number: Number) -> Number:
    """Scale words and suffixes after a number: "350 thousand", "two and a half million", "3 dozens", "1.2bn"."""
    if number.value is None:
        return number
    number = _and_a_part(tokens, number)
    assert number.value is not None
    while True:
        at = number.end
        if tokens.low(at) in ("-", "‑") and tokens.joined(at) and tokens.joined(at + 1):
            at += 1
        word = tokens.low(at)
        scale = lexicon.SCALES.get(word) or lexicon.PLURAL_SCALES.get(word)
        if scale is not None and (number.scale < scale or (scale == 12 and number.scale in (1, 100, 1000))):
            number = replace(number, end=at + 1, value=number.value * scale, scale=scale)
            continue
        break
    if number.scale == 1 and (number.digits or tokens.low(number.end) in lexicon.SUFFIXES):
        return _suffix(tokens, number)
    if number.scale > 1:
        return _and_a_part(tokens, number)
    return number


_LETTERS = {"k": Decimal(1000), "m": Decimal(10**6), "b": Decimal(10**9), "t": Decimal(10**12)}


def _suffix(tokens: Tokens, number: Number) -> Number:
    """ "1.2bn", "50k"; "m" and "b" only after a currency (the caller settles "1.2m people")."""
    at = number.end
    assert number.value is not None
    word = tokens.low(at)
    if tokens.joined(at + 1) and tokens.word(at + 1)[0].isalnum():
        return number
    scale = lexicon.SUFFIXES.get(word)
    if (
        scale is None
        and word in _LETTERS
        and (tokens.joined(at) or _money_before(tokens, number.start) or (word == "m" and _metres_follow(tokens, at)))
    ):
        money = _money_before(tokens, number.start)
        if word == "m" and not money and tokens.word(at) == "m":
            return replace(number, million_or_metre=True)
        if money or word == "k" or tokens.word(at) == "M":
            scale = _LETTERS[word]
    if scale is None:
        return number
    return replace(number, end=at + 1, value=number.value * scale, scale=scale)


def _money_before(tokens: Tokens, index: int) -> bool:
    """Whether a currency symbol stands right before token `index`."""
    return tokens.word(index - 1) in lexicon.currency_symbols()


def _metres_follow(tokens: Tokens, at: int) -> bool:
    """Whether an "m" set off from its number ends a measure ("1 m x 1 m")."""
    follows = tokens.low(at + 1)
    return not follows[:1].isalnum() or follows in ("x", "by", "tall", "high", "long", "wide", "deep")


def _and_a_part(tokens: Tokens, number: Number) -> Number:
    """ "two and a half", "a million and a half", "three and three quarters"."""
    at = _past_hyphen(tokens, number.end)
    if tokens.low(at) != "and" or number.value is None:
        return number
    at = _past_hyphen(tokens, at + 1)
    times = {"a": 1, "one": 1, "two": 2, "three": 3}.get(tokens.low(at))
    end = _past_hyphen(tokens, at + 1)
    part = lexicon.PARTS.get(tokens.low(end))
    if times is None or part is None:
        return number
    return replace(number, end=end + 1, value=number.value + number.scale * times / part)


def _past_hyphen(tokens: Tokens, at: int) -> int:
    return at + 1 if tokens.low(at) in DASHES and tokens.joined(at) and tokens.joined(at + 1) else at


def _parts_of_one(tokens: Tokens, number: Number) -> Number:
    """ "two thirds", "one-fifth", "three quarters of a million"."""
    at = number.end
    if number.value is None or number.scale != 1 or not 1 <= number.value < 20 or number.digits:
        return number
    hyphen = tokens.low(at) in ("-", "‑") and tokens.joined(at) == tokens.joined(at + 1)  # also "one - third"
    at += hyphen
    word = tokens.low(at)
    part = lexicon.PARTS.get(word)
    plural = word.endswith("s") or word == "halves"
    if part is None or plural != (number.value > 1) or number.value % 1:
        return number
    follows = tokens.low(at + 1)
    if part == 4 and not hyphen and follows != "of" and number.value != 3:
        return number
    if (
        not hyphen
        and part in (4, 5, 6, 7, 8, 9, 10)
        and follows[:1].isalpha()
        and follows not in ("of", "the")
        and number.value == 1
    ):
        return number
    value = number.value / part
    if follows == "of" and tokens.low(at + 2) == "a" and tokens.low(at + 3) in lexicon.SCALES:
        return replace(number, end=at + 4, value=value * lexicon.SCALES[tokens.low(at + 3)])
    if follows in lexicon.SCALES:
        scale = lexicon.SCALES[follows]
        return replace(number, end=at + 2, value=value * scale, scale=scale)
    return replace(number, end=at + 1, value=value, fraction=True)


def _sign(tokens: Tokens, number: Number) -> Number:
    """A minus that belongs to the number: "-5", "minus 5"; not the hyphen of "F-16" or of a range."""
    before = tokens.low(number.start - 1)
    if number.value is None:
        return number
    alone = not tokens.joined(number.start - 1) or _money_before(tokens, number.start - 1)
    sign = before in ("-", "−") and tokens.joined(number.start) and alone
    if before == "minus" and tokens.low(number.start - 2) == "or":
        return number  # "plus or minus 3"
    if (sign and number.digits) or before in ("minus", "negative"):
        return replace(number, start=number.start - 1, value=-number.value)
    return number
