"""Days of part of a period: "early 2018", "late July", "earlier this month". Its value is the whole period's."""

from datetime import date, timedelta

_SHARES = {
    "early": (0, 2),
    "beginning": (0, 2),
    "start": (0, 2),
    "late": (2, 4),
    "end": (2, 4),
    "mid": (1, 3),
    "middle": (1, 3),
}
"""Quarters of the period that a word covers: generous, so that only clear contradictions show."""
_SHORTEST = 28
"""Days: weeks and days are not cut."""


def narrow(words: list[str], start: date, end: date, reference: date | None) -> tuple[date, date]:
    """The days that `words`, which may begin with a part word, leave of start to end (half-open)."""
    days = (end - start).days
    if days < _SHORTEST:
        return start, end
    for word in words[:3]:
        if word in _SHARES:
            low, high = _SHARES[word]
            return start + timedelta(days * low // 4), start + timedelta(days * high // 4)
    if reference is not None and start < reference < end:
        if words[0] == "earlier":
            return start, reference
        if words[0] == "later":
            return reference, end
    return start, end
