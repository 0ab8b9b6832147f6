"""Dates, times, durations and sets in text: found, resolved to TIMEX3 values, compared by their precision."""

from provenance.values.dates.compare import TimeComparison, compare
from provenance.values.dates.finder import find

__all__ = ["TimeComparison", "compare", "find"]
