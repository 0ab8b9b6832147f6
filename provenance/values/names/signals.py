"""The signals of spelling that two names give, and the score that the fitted weights make of them."""

from functools import cache
from math import exp

from rapidfuzz.distance import Indel

from provenance.values.names.alignment import Alignment
from provenance.values.names.evidence import bits, own_bits
from provenance.values.names.lexicon import lines
from provenance.values.names.profile import Profile

HIGHEST = 0.98
"""Spelling alone never says more than this; only the same letters do."""
UNLIKE = 0.42
"""Names whose consonants are less alike than this, and that share no word, are not looked at more closely."""
_ratio = Indel.normalized_similarity


@cache
def weights() -> tuple[float, ...]:
    """The constant, then one weight for each signal in the order of `signals`; fitted by benchmarks/names_fit.py."""
    return tuple(float(line.split("\t")[0]) for line in lines("weights.tsv"))


def score(values: tuple[float, ...]) -> float:
    """The chance that two names with these signals are one, 0 to `HIGHEST`."""
    constant, *factors = weights()
    logit = constant + sum(map(float.__mul__, factors, values))
    return HIGHEST / (1.0 + exp(-max(-30.0, min(30.0, logit))))


def unlike(a: Profile, b: Profile) -> bool:
    """Whether two names have so little in common that no signal can make them one."""
    return _ratio(a.classes, b.classes) < UNLIKE and a.words.isdisjoint(b.words)


def signals(a: Profile, b: Profile, pairing: Alignment) -> tuple[float, ...]:
    """The signals that the weights combine, in the order of weights.tsv after its constant."""
    over, under = pairing.left_over, pairing.right_over
    if over < under:
        over, under = under, over
    several = len(a.tokens) > 1 and len(b.tokens) > 1 and pairing.matched > 0
    relative, evidence = _evidence(a, b)
    return (
        relative,
        max(0.0, relative - 0.5),
        max(-1.0, min(2.0, evidence / 20)),
        _ratio(a.skeleton, b.skeleton),
        _ratio(a.classes, b.classes),
        pairing.matched / (min(a.weight, b.weight) or 1.0),
        min(2.0, pairing.evidence / 20),
        pairing.best,
        1.0 - pairing.weakest if several else 0.0,
        0.0 if several else min(under, 2.0),
        min(under, 2.0) if several else 0.0,
        min(over, 3.0),
        min(32.0, a.own_bits, b.own_bits) / 32,
        1.0 if bool(a.numbers) != bool(b.numbers) else 0.0,
        1.0 if a.types and b.types and a.types.isdisjoint(b.types) else 0.0,
    )


def _evidence(a: Profile, b: Profile) -> tuple[float, float]:
    """Evidence of letters, relative to that of each name for itself, and in bits; of whole names or of their cores."""
    whole = bits(a.graphemes, b.graphemes)
    relative = 2 * whole / (a.own_bits + b.own_bits or 1.0)
    if a.core is not a.graphemes or b.core is not b.graphemes:
        core = bits(a.core, b.core)
        other = 2 * core / (own_bits(a.core) + own_bits(b.core) or 1.0)
        if other > relative:
            return max(-1.0, other), core
    return max(-1.0, relative), whole
