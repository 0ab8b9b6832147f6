"""Values of a claim as a person reads them: the words, and beside them what they were read as."""

from decimal import Decimal

from provenance.model import Claim, Quantity, TimeRef
from provenance.reports.visible import one_line
from provenance.values import quantities

_SIGNS = {"exact": "", "about": "≈ ", "more_than": "> ", "at_least": "≥ ", "less_than": "< ", "at_most": "≤ "}
_THOUSAND = 1000
_WHOLE = 27
"""Digits that a Decimal holds exactly, less one."""


def values(claim: Claim) -> list[str]:
    """Each quantity and time of the claim, in the order of the text: "About 350 thousand civilians = ≈ 350,000"."""
    found = [(q.span.start, quantity(q)) for q in claim.quantities] + [(t.span.start, time(t)) for t in claim.times]
    return [text for _, text in sorted(found)]


def quantity(value: Quantity) -> str:
    """The words with the counted noun, and the number where the words do not show it in full."""
    words = " ".join(part for part in (one_line(value.text), one_line(value.noun)) if part)
    unit = "" if value.unit == "fraction" else value.unit
    read = " ".join(part for part in (number(value), unit) if part)
    return words if _is_plain(value) or not read else f"{words} = {read}"


def time(value: TimeRef) -> str:
    """The words, and their TIMEX3 value where it says more than they do: not for "XXXX-WXX-7" or "PRESENT_REF"."""
    words, read = one_line(value.text), value.value or ""
    is_open = "X" in read or read.endswith("_REF")
    return words if is_open or read in ("", words) else f"{words} = {read}"


def _is_plain(value: Quantity) -> bool:
    return (
        value.approximation == "exact"
        and not value.unit
        and value.value is not None
        and (value.text.replace(",", "") == str(value.value))
    )


def number(value: Quantity) -> str:
    """The number with a sign for what the words allow: "350,000", "≥ 42", "5–10"; empty where there is none."""
    if value.value is not None:
        return f"{_SIGNS.get(value.approximation, '')}{_plain(value.value)}"
    if value.low is not None and value.high is not None:
        return f"{_plain(value.low)}–{_plain(value.high)}"
    if value.low is not None:
        return f"≥ {_plain(value.low)}"
    return "" if value.high is None else f"≤ {_plain(value.high)}"


def _plain(number: Decimal) -> str:
    """With thousands set off, without an exponent; very large or small numbers in scientific notation.

    "9.1 billion" is 9,100,000,000: nothing is written after the point of a whole number of thousands.
    """
    if number == number.to_integral_value() and abs(number) >= _THOUSAND:
        number = number.quantize(Decimal(1)) if number.adjusted() < _WHOLE else number
    if not -20 < number.adjusted() < 30:
        return str(number)
    shown = quantities.plain(number)
    return shown if "/" in shown else f"{Decimal(shown):,f}"
