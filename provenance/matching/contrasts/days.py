"""The times of a statement; "three days ago" as counted from one day for all that stand side by side."""

from datetime import date

from provenance.model import TimeRef
from provenance.values import dates

_BACK = " ago"
_TODAY = date(2000, 6, 15)
"""The day that stands for the one on which both statements are made."""


def find(text: str) -> list[TimeRef]:
    """The times that a text tells, in order."""
    told = dates.find(text)
    if not any(map(is_counted_back, told)):
        return told
    counted = {t.span: t for t in dates.find(text, reference=_TODAY) if is_counted_back(t)}
    return [counted.get(t.span, t) for t in told]


def is_counted_back(t: TimeRef) -> bool:
    """Whether a time is so long ago."""
    return t.text.lower().endswith(_BACK)
