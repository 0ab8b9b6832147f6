"""Numbers inside time expressions."""

from decimal import Decimal

from provenance.values.dates.lexicon import VALUES

FRACTIONS = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_WORDS = VALUES["NUMW"] | {"a": "1", "an": "1", "dozen": "12", "million": "1000000", "billion": "1000000000"}


def number(words: list[str]) -> Decimal | None:
    """Value of "24", "1,300", "2.5", "twenty", "-", "one" or "a hundred"; None without words or beyond nine digits."""
    total = current = Decimal(0)
    for word in words:
        if word in ("-", "–", "‐", "‑", "and"):
            continue
        if word in FRACTIONS or "/" in word:
            current += _fraction(word)
            continue
        if word[0].isdigit():
            if len(word) > 11:
                return None
            current = Decimal(word.replace(",", ""))
            continue
        factor = Decimal(_WORDS[word])
        if factor >= 100 or word == "dozen":
            current = (current or 1) * factor
        else:
            current += factor
    total += current
    return total if words else None


def _fraction(word: str) -> Decimal:
    above, _, below = FRACTIONS.get(word, word).partition("/")
    return Decimal(above) / Decimal(below)


def ordinal(word: str) -> int:
    """Number of "21st", "third" or "4"; ValueError when it is none."""
    digits = word.rstrip("stndrh")
    if digits.isdigit() and len(digits) < 4:
        return int(digits)
    for name in ("ORD", "QNAME"):
        if word in VALUES[name]:
            return int(VALUES[name][word])
    raise ValueError(f"not an ordinal: {word!r}")


def spelled_year(words: list[str]) -> int | None:
    """Year of "2018", "nineteen ninety-seven" or "two thousand four"; None when it is none."""
    words = [word for word in words if word not in ("-", "–", "‐", "‑", "and")]
    if not words:
        return None
    if words[0].isdigit():
        return int(words[0])
    tail = sum(int(_WORDS[word]) for word in words[1:] if word != "thousand")
    if words[:2] == ["two", "thousand"]:
        return 2000 + tail
    return int(VALUES["CENT"][words[0]]) * 100 + tail
