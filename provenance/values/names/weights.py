"""The learned weights of the spelling signals; fitted by benchmarks/names_fit.py."""

from functools import cache

from provenance.values.names.lexicon import lines


@cache
def weights() -> tuple[float, ...]:
    """The constant, then one weight for each signal in the order of `comparison.signals`."""
    return tuple(float(line.split("\t")[0]) for line in lines("weights.tsv"))
