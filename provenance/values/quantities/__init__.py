"""Numbers with what they count: found, compared, written."""

from provenance.values.quantities.bounds import leading
from provenance.values.quantities.compare import QuantityComparison, compare
from provenance.values.quantities.finder import find
from provenance.values.quantities.number import plain
from provenance.values.quantities.render import render

__all__ = ["QuantityComparison", "compare", "find", "leading", "plain", "render"]
