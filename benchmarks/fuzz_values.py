"""Coverage-guided fuzzing of the finders and comparers of values (needs atheris: pip install atheris).

    python benchmarks/fuzz_values.py -atheris_runs=20000

Stops at the first exception, span that does not slice, or comparison that is not symmetric.
"""

import itertools
import sys

import atheris

with atheris.instrument_imports():
    from provenance.values import dates, names, quantities


def one_input(data: bytes) -> None:
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(400)
    amounts, times, called = quantities.find(text), dates.find(text), names.find(text)
    for found in (*amounts, *times, *called):
        assert text[found.span.start : found.span.end] == found.span.quote == found.text
    for compare, values in ((quantities.compare, amounts), (dates.compare, times)):
        for a, b in itertools.pairwise(values):
            assert compare(a, b) == compare(b, a)  # type: ignore[operator]
    for a, b in itertools.pairwise(called):
        assert names.compare(a.text, b.text).score == names.compare(b.text, a.text).score


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
