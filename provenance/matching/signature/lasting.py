"""Durations as figures in days: "almost three weeks" and "19 days" are compared like counts."""

import re
from decimal import Decimal

from provenance.matching.signature.figures import Figure
from provenance.model import Claim, Quantity, TimeRef
from provenance.values import quantities

UNIT = "day"
_VALUE = re.compile(
    "P{}(?:T{})?".format(*("".join(rf"(?:(\d[\d.]*){unit})?" for unit in units) for units in ("YMWD", "HM")))
)
_DAYS = (Decimal(365), Decimal("30.4"), Decimal(7), Decimal(1), 1 / Decimal(24), 1 / Decimal(1440))
_PLACES = Decimal("0.001")
_LONG = re.compile(r"[^\W\d]-(?:hour|day|week|month|year)$", re.I)
"""A duration that describes what lasts: "six-week" (trial)."""
_NEXT = re.compile(r"(?:-long)?\s+([a-z]{3,})\b")
_LASTED = re.compile(r"\b([a-z]{3,})\s+(?:had\s+|has\s+|will\s+|would\s+)?last(?:s|ed|ing)?\s+(?:for\s+)?$")
_UNTOLD = frozenset(["high", "low", "old", "period", "run", "spell", "stretch", "term", "that", "time", "which"])
"""Words that do not say what it is that lasts."""


def read(claim: Claim) -> tuple[Figure, ...]:
    """The durations that a claim states, in days; vague ones ("for years") are none."""
    found = ((t, _quantity(t)) for t in claim.times if t.kind == "duration")
    return tuple(
        Figure(
            quantity=q,
            compared=q,
            measures=frozenset(),
            noun=_noun(claim, t) or UNIT,
            noun_class="",
            side="",
            scope="total",
            expected=False,
            lasts=True,
        )
        for t, q in found
        if q
    )


def _noun(claim: Claim, time: TimeRef) -> str:
    """What lasts: "six-week trial", "the trial lasted six weeks"; empty where the words right beside do not say."""
    before, after = claim.sentence.before(time.span, 60), claim.sentence.after(time.span)
    found = _NEXT.match(after) if _LONG.search(time.text) else _LASTED.search(before)
    return found[1] if found and found[1] not in _UNTOLD else ""


def _quantity(time: TimeRef) -> Quantity | None:
    """A duration with the bounds that its words put on it."""
    match = _VALUE.fullmatch(time.value or "")
    if match is None or not any(match.groups()):
        return None
    days = sum((Decimal(part) * unit for part, unit in zip(match.groups(), _DAYS, strict=True) if part), Decimal(0))
    number = days.quantize(_PLACES).normalize()
    words = re.split(r"\d", time.text, maxsplit=1)[0].split()
    # The words before the number bound it as they would bound any other: read them before a length of one unit.
    options = (" ".join([*words[:n], f"{number:f} km"]) for n in range(len(words), -1, -1))
    bounded = (quantities.find(text) for text in options)
    q = next((found[0] for found in bounded if len(found) == 1 and not found[0].span.start), None)
    if q is None:
        return None
    return q.model_copy(update={"unit": UNIT, "unit_text": "days", "text": time.text, "span": time.span})
