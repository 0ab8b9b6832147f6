"""Values found in text: quantities, times, names."""

from datetime import date
from decimal import Decimal
from typing import Literal

from provenance.model.base import Model
from provenance.model.span import Span

Approximation = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "between", "vague"]
Change = Literal["up", "down"]
TimeKind = Literal["date", "time", "duration", "set", "range"]
NameKind = Literal["person", "group", "place", "other"]


class Quantity(Model):
    """A number with what it counts: "about 350 thousand civilians"."""

    span: Span
    """The whole expression, approximator and unit included, the counted noun not."""
    text: str
    value: Decimal | None
    """The stated number; None for a range or a vague count."""
    low: Decimal | None
    high: Decimal | None
    """Bounds of what the words allow; None = unbounded."""
    approximation: Approximation = "exact"
    change: Change | None = None
    """"rose by 5 %" is up, "down 49" is down."""
    unit: str = ""
    """Canonical unit ("USD", "%", "km", "month"); empty for a plain count."""
    unit_text: str = ""
    """The unit as written."""
    noun: str = ""
    """The counted noun as written ("civilians"), without modifiers."""
    modifier: str = ""
    """The words between number and noun ("Syrian army")."""


class TimeRef(Model):
    """A date, time, duration, set or range, with its TIMEX3 value (Pustejovsky et al. 2003, ISO 24617-1)."""

    span: Span
    text: str
    kind: TimeKind
    value: str | None
    """TIMEX3 value ("2018-02", "P2M", "2012-SU"); None where the text does not say."""
    start: date | None = None
    end: date | None = None
    """Half-open range of days where resolvable."""
    relative_to: str | None = None
    """What a relative expression was resolved against ("publication", "context"), or needs ("unresolved")."""


class Name(Model):
    """A name as written."""

    span: Span
    text: str
    kind: NameKind = "other"


class NameMatch(Model):
    """Whether two names can be one, how sure, and by which rules."""

    score: float
    """0 (different) to 1 (same)."""
    same: bool
    reasons: tuple[str, ...]
