"""Numbers in words: "one hundred and five", "half a million", "several thousand", "dozens", "a third"."""

from decimal import Decimal

from provenance.values.quantities import lexicon
from provenance.values.quantities.number import DASHES, Number
from provenance.values.quantities.tokens import Tokens

_HALF = Decimal("0.5")
_HALF_OF = lexicon.cues("half of")
_WHICH_HALF = lexicon.cues("which half")
_BEFORE_PART = lexicon.cues("before part")
_AFTER_COMPARED = frozenset(("than", "in", "at", ".", ",", ";", ""))
"""What follows "a third more", "a fifth longer", where a noun would make it an ordinal ("a third lower court")."""


def spelled(tokens: Tokens, index: int, article: int | None = None) -> Number | None:
    """Number words up to the first that no longer adds up ("one hundred and twenty-five").

    `article`: the token of an "a" that stands for one ("a hundred and two").
    """
    total = Decimal(0)
    current = Decimal(0 if article is None else 1)
    scale = Decimal(1)
    largest: Decimal | None = None
    end = index
    while True:
        at = _next_word(tokens, index, end)
        word = tokens.low(at)
        if word in lexicon.SMALL and (end == index or _room(current, lexicon.SMALL[word])):
            current += lexicon.SMALL[word]
        elif word in lexicon.TENS and (end == index or (current % 100 == 0 and current)):
            current += lexicon.TENS[word]
        elif word == "hundred" and 0 < current < 100:
            current *= 100
            scale = Decimal(100)
        elif (
            word in lexicon.SCALES
            and word != "hundred"
            and current
            and (largest is None or lexicon.SCALES[word] < largest)
        ):
            largest = scale = lexicon.SCALES[word]
            total, current = total + current * largest, Decimal(0)
        elif end != index and word in lexicon.COUNTS and largest is not None and not current:
            current = lexicon.COUNTS[word]
        else:
            break
        end = at + 1
    if end == index:
        return None
    end, decimals = _decimals(tokens, end)
    current += decimals
    return Number(index if article is None else article, end, total + current, scale=scale)


def _decimals(tokens: Tokens, end: int) -> tuple[int, Decimal]:
    """The decimals of "two point five" from token `end` on, and where they end."""
    digits = ""
    at = end + 1
    while tokens.low(end) == "point" and len(digits) < 9 and lexicon.SMALL.get(tokens.low(at), 10) < 10:
        digits += str(lexicon.SMALL[tokens.low(at)])
        at += 1
    return (at, Decimal("0." + digits)) if digits else (end, Decimal(0))


def _room(current: Decimal, small: Decimal) -> bool:
    """Whether a word below twenty can follow: after a full hundred, or below ten after a full ten from twenty on."""
    return current != 0 and (
        current % 100 == 0 or (small < 10 and small != 0 and current % 10 == 0 and current % 100 >= 20)
    )


def _next_word(tokens: Tokens, start: int, end: int) -> int:
    """Index of the next number word: right away, after a hyphen, or after "and" that follows hundred or a scale."""
    if end == start:
        return end
    if tokens.low(end) in ("-", "‐", "‑") and tokens.joined(end) == tokens.joined(end + 1):
        apart = not tokens.joined(end)  # "fifty - two" is no range: the second is the smaller
        if not apart or (tokens.low(end - 1) in lexicon.TENS and lexicon.SMALL.get(tokens.low(end + 1), 10) < 10):
            return end + 1
    if tokens.low(end) == "and" and tokens.low(end - 1) in lexicon.SCALES and tokens.low(end - 1) != "dozen":
        return end + 1
    return end


def bare_scale(tokens: Tokens, index: int) -> Number | None:
    """ "a hundred", "half a million", "several thousand", "hundred thousand", "95 in every hundred"."""
    scale = lexicon.SCALES[tokens.lower[index]]
    before = tokens.low(index - 1)
    if before == "every" and tokens.low(index - 2) in ("in", "of") and _is_number(tokens.low(index - 3)):
        return Number(index, index + 1, scale, scale=scale)
    if before in ("a", "an") or (before == "the" and scale == 12 and tokens.low(index - 2) != "by"):
        return _after_article(tokens, index, scale)
    if before == "half" or (before in DASHES and tokens.low(index - 2) == "half"):
        return Number(index - 1 if before == "half" else index - 2, index + 1, scale * _HALF, scale=scale)
    if before == "quarter":
        start = index - 2 if tokens.low(index - 2) == "a" else index - 1
        return Number(start, index + 1, scale / 4, scale=scale)
    few = _few(tokens, index)
    if few is not None:
        return Number(few[0], index + 1, scale, scale=scale, spread=few[1])
    if tokens.low(index + 1) in lexicon.SCALES and scale < lexicon.SCALES[tokens.low(index + 1)]:
        return Number(index, index + 1, scale, scale=scale)
    return None


def _is_number(word: str) -> bool:
    return word.isdecimal() or word in lexicon.SMALL or word in lexicon.TENS


def _after_article(tokens: Tokens, index: int, scale: Decimal) -> Number | None:
    """ "a hundred and two", "half a million", "a quarter of a million"."""
    before = tokens.low(index - 2)
    if before == "half":
        return Number(index - 2, index + 1, scale * _HALF, scale=scale)
    quarters = {"a": 1, "three": 3}.get(tokens.low(index - 4)) if tokens.low(index - 3) == "quarter" else None
    if before == "of" and quarters:
        return Number(index - 4, index + 1, scale * quarters / 4, scale=scale)
    return spelled(tokens, index, index - 1) if scale >= 100 else Number(index - 1, index + 1, scale, scale=scale)


def _few(tokens: Tokens, index: int) -> tuple[int, tuple[Decimal, ...]] | None:
    """Where "several", "a few", "a couple of" before token `index` start, and the factors they stand for."""
    at = index - 1
    if tokens.low(at) == "of" and tokens.low(at - 1) == "couple":
        at -= 1
    factors = lexicon.FEW.get(tokens.low(at))
    if factors is None:
        return None
    return (at - 1 if tokens.low(at - 1) in ("a", "the") else at), factors


def vague(tokens: Tokens, index: int) -> Number | None:
    """Plural scales on their own: "dozens", "tens of thousands", "many thousands"."""
    word = tokens.lower[index]
    follows = tokens.low(index + 1)
    if word == "tens" and not tokens.low(index + 2)[:1].isalpha():
        return None
    if (
        word in ("tens", "scores")
        and follows != "of"
        and not (word == "scores" and follows in lexicon.PLURALS | {"killed", "more", "arrested"})
    ):
        return None
    low, end = lexicon.VAGUE[word], index + 1
    while tokens.low(end) == "of" and tokens.low(end + 1) in lexicon.PLURAL_SCALES and tokens.low(end + 1) != "dozens":
        low *= lexicon.PLURAL_SCALES[tokens.low(end + 1)]
        end += 2
        if end > index + 4:  # "tens of thousands of millions" is the longest that anyone says
            break
    factors = lexicon.FEW.get(tokens.low(index - 1))
    if factors is not None and word in lexicon.PLURAL_SCALES:
        plain = low / 2
        return Number(index - 1, end, None, factors[0] * plain, (factors[1] * plain).to_integral_value(), scale=plain)
    return Number(index, end, None, low, None, scale=low)


def part(tokens: Tokens, index: int) -> Number | None:
    """Parts of one that start without a number: "half of", "half the", "a third", "a quarter of"."""
    word, before, follows = tokens.lower[index], tokens.low(index - 1), tokens.low(index + 1)
    if follows in lexicon.SCALES:
        return None  # read from its scale: "half million"
    if word == "half":
        return Number(index, index + 1, _HALF, fraction=True) if _is_half(tokens, index) else None
    if before != "a" or word[-1] not in "hdr":
        return None
    if follows == "of" and tokens.low(index + 2) == "a" and tokens.low(index + 3) in lexicon.SCALES:
        return None
    compared = follows in lexicon.changes("after") and tokens.low(index + 2) in _AFTER_COMPARED
    if compared or follows in ("of", ",", ".", "") or tokens.low(index - 2) in _BEFORE_PART:
        return Number(index - 1, index + 1, 1 / lexicon.PARTS[word], fraction=True)
    return None


def _is_half(tokens: Tokens, index: int) -> bool:
    """Whether "half" is a share: not "the second half", "half-hour" or "half a million"."""
    before, follows = tokens.low(index - 1), tokens.low(index + 1)
    if follows in ("a", "an") and tokens.low(index + 2) in lexicon.SCALES:
        return False
    if before in DASHES or before in _WHICH_HALF or before.endswith("ern"):
        return False
    return follows in _HALF_OF or (before in _BEFORE_PART and not (follows in DASHES and tokens.joined(index + 1)))
