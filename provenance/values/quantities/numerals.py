"""Number literals: separators of several locales, digits of any script."""

import unicodedata
from decimal import Decimal
from typing import NamedTuple

MAX_DIGITS = 48
"""Longer runs of digits are identifiers."""


class Literal(NamedTuple):
    """A number in digits."""

    value: Decimal
    grouped: bool
    """Written with thousands separators."""


_VULGAR = {char: Decimal(str(unicodedata.numeric(char))) for char in "½¼¾⅛⅜⅝⅞⅕⅖⅗⅘"} | {
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
    "⅙": Decimal(1) / 6,
    "⅚": Decimal(5) / 6,
}
_MARKS = str.maketrans({"٬": ",", "٫": ".", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "’": "'"})


def vulgar(char: str) -> Decimal | None:
    """The value of a fraction character such as "½"."""
    return _VULGAR.get(char)


def read(token: str) -> Literal | None:
    """The number that a literal stands for; None where its separators fit no locale ("2.3.1", "1,5")."""
    if token.isascii() and token.isdigit():
        return Literal(Decimal(token), False) if len(token) <= MAX_DIGITS else None
    token = token.translate(_MARKS)
    if not token.isascii():
        token = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in token)
    digits = sum(char.isdigit() for char in token)
    if digits > MAX_DIGITS:
        return None
    marks = [char for char in token if not char.isdigit()]
    if not marks:
        return Literal(Decimal(token), False)
    return _separated(token, marks)


def _separated(token: str, marks: list[str]) -> Literal | None:
    kinds = sorted(set(marks), key=token.index)
    if len(kinds) > 2:
        return None
    group, decimal = kinds[0], kinds[1] if len(kinds) == 2 else ""
    if decimal:
        if marks.count(decimal) != 1 or decimal not in ".,":
            return None
        whole, fraction = token.rsplit(decimal, 1)
        return (
            Literal(Decimal(whole.replace(group, "") + "." + fraction), True) if _groups(whole.split(group)) else None
        )
    if group == "." and len(marks) == 1:
        return Literal(Decimal(token), False)
    parts = token.split(group)
    return Literal(Decimal("".join(parts)), True) if _groups(parts) else None


def _groups(parts: list[str]) -> bool:
    """Groups of three, or of two before the last three (lakh and crore)."""
    if not 1 <= len(parts[0]) <= 3 or len(parts[-1]) != 3 or (parts[0] == "0" and len(parts) > 1):
        return False
    inner = {len(part) for part in parts[1:-1]}
    return inner <= {3} or (inner == {2} and len(parts[0]) <= 2)


def decimal_comma(token: str) -> Decimal | None:
    """ "3,5" read as three and a half, for places where a unit or scale follows; None for anything else."""
    whole, comma, fraction = token.partition(",")
    if comma and whole.isdigit() and fraction.isdigit() and len(fraction) in (1, 2) and token.isascii():
        return Decimal(f"{whole}.{fraction}")
    return None
