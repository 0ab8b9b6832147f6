"""Whether two names as written can be one name, by which rules."""

from math import exp
from typing import NamedTuple

from rapidfuzz.distance import Indel, LCSseq

from provenance.model import NameMatch
from provenance.values.names.alignment import align
from provenance.values.names.evidence import bits, own_bits
from provenance.values.names.profile import Profile, profile
from provenance.values.names.weights import weights

SAME = 0.5
"""Names with at least this score are taken for one."""
VETOED = 0.25
"""A vetoed pair keeps this part of its score at most."""
_ratio = Indel.normalized_similarity


class Verdict(NamedTuple):
    """A score and the rules behind it: (rule, what the first name has, what the second has)."""

    score: float
    rules: tuple[tuple[str, str, str], ...]


def compare(a: str, b: str) -> NameMatch:
    """Whether `a` and `b` can be one name.

    Symmetric; a name is the same as itself with score 1. Each reason names its rule and the two values.
    """
    if a == b:
        return NameMatch.model_construct(score=1.0, same=True, reasons=(f"identical: {a!r} = {b!r}",))
    first, second = profile(a), profile(b)
    if a < b:
        score, rules = judge(first, second)
        reasons = tuple(f"{rule}: {x!r} / {y!r}" for rule, x, y in rules)
    else:
        score, rules = judge(second, first)
        reasons = tuple(f"{rule}: {y!r} / {x!r}" for rule, x, y in rules)
    return NameMatch.model_construct(score=score, same=score >= SAME, reasons=reasons)


def judge(a: Profile, b: Profile) -> Verdict:
    """The verdict on two profiles: vetoes first, then knowledge, then spelling."""
    veto = _veto(a, b)
    if veto is None and _other_bodies(a, b):
        veto = ("different kinds of body", _listed(a.bodies), _listed(b.bodies))
    if veto is None:
        known = _known(a, b)
        if known is not None:
            return known
        conflict = align(a, b).conflict
        if conflict is None:
            return _spelling(a, b)
        veto = ("words known to be different", *conflict)
    return Verdict(VETOED * _spelling(a, b).score, (veto,))


def _veto(a: Profile, b: Profile) -> tuple[str, str, str] | None:
    if a.numbers and b.numbers and a.numbers != b.numbers:
        return "different numbers", _listed(a.numbers), _listed(b.numbers)
    if a.poles and b.poles and a.poles != b.poles:
        for axis in sorted({axis for axis, _ in a.poles} & {axis for axis, _ in b.poles}):
            ours = {letter for x, pole in a.poles if x == axis for letter in _parts(axis, pole)}
            theirs = {letter for x, pole in b.poles if x == axis for letter in _parts(axis, pole)}
            if not (ours <= theirs or theirs <= ours):
                return f"opposite {axis}", _listed(ours), _listed(theirs)
    if a.entity and b.entity and a.entity != b.entity:
        return "known to be different", a.entity[1], b.entity[1]
    return None


def _parts(axis: str, pole: str) -> tuple[str, ...]:
    return tuple(pole) if axis == "compass" else (pole,)


def _listed(values: frozenset[int] | set[str]) -> str:
    return " ".join(sorted(map(str, values)))


def _known(a: Profile, b: Profile) -> Verdict | None:
    if a.folded and a.folded == b.folded:
        return Verdict(0.99, (("same letters", a.written, b.written),))
    if a.entity and a.entity == b.entity:
        return Verdict(0.97, ((f"alias of {a.entity[1]}", a.written, b.written),))
    if (len(a.acronym) > 2 and a.acronym == b.initials) or (len(b.acronym) > 2 and b.acronym == a.initials):
        return Verdict(0.85, (("acronym of the long form", a.written, b.written),))
    if a.skeletons and a.skeletons == b.skeletons and not _other_types(a, b):
        close = _ratio(a.letters, b.letters)
        return Verdict(0.9 + 0.08 * close, (("same skeleton", a.written, b.written),))
    return None


def _other_types(a: Profile, b: Profile) -> bool:
    """Whether both names say what kind of thing they name, and say it differently ("Bank of X", "Government of X")."""
    return bool(a.types and b.types and a.types.isdisjoint(b.types))


def _other_bodies(a: Profile, b: Profile) -> bool:
    return bool(a.bodies and b.bodies and a.bodies.isdisjoint(b.bodies))


def signals(a: Profile, b: Profile) -> tuple[float, ...]:
    """The signals that the learned weights combine, in the order of weights.tsv after its constant."""
    pairing = align(a, b)
    over, under = sorted((pairing.left_over, pairing.right_over), reverse=True)
    several = min(len(a.tokens), len(b.tokens)) > 1 and pairing.matched > 0
    relative, evidence = _evidence(a, b)
    return (
        relative,
        max(0.0, relative - 0.5),
        max(-1.0, min(2.0, evidence / 20)),
        _ratio(a.letters, b.letters),
        _ratio(a.skeleton, b.skeleton),
        _ratio(a.classes, b.classes),
        2 * pairing.matched / (a.weight + b.weight or 1.0),
        pairing.matched / (min(a.weight, b.weight) or 1.0),
        min(2.0, pairing.evidence / 20),
        pairing.best,
        1.0 - pairing.weakest if several else 0.0,
        0.0 if several else min(under, 2.0),
        min(under, 2.0) if several else 0.0,
        min(over, 3.0),
        min(8.0, min(a.own_bits, b.own_bits) / 4) / 8,
        1.0 if a.classes[:1] == b.classes[:1] else 0.0,
        _kept(a, b),
        1.0 if bool(a.numbers) != bool(b.numbers) else 0.0,
        1.0 if bool(a.poles) != bool(b.poles) else 0.0,
        1.0 if _other_types(a, b) else 0.0,
    )


def _evidence(a: Profile, b: Profile) -> tuple[float, float]:
    """Evidence of the letters of both names, relative to their own, and in bits; of the whole names or of their cores."""
    whole = bits(a.graphemes, b.graphemes)
    relative = 2 * whole / (a.own_bits + b.own_bits or 1.0)
    if a.core is not a.graphemes or b.core is not b.graphemes:
        core = bits(a.core, b.core)
        other = 2 * core / (own_bits(a.core) + own_bits(b.core) or 1.0)
        if other > relative:
            return max(-1.0, other), core
    return max(-1.0, relative), whole


def _kept(a: Profile, b: Profile) -> float:
    """Where one name is spelled without vowels: the part of its skeleton found in order in the other; otherwise 1."""
    if a.vowel_poor == b.vowel_poor:
        return 1.0
    poor, rich = (a.skeleton, b.skeleton) if a.vowel_poor else (b.skeleton, a.skeleton)
    return LCSseq.similarity(poor, rich) / max(1, len(poor))


def _spelling(a: Profile, b: Profile) -> Verdict:
    if not a.tokens or not b.tokens:
        return Verdict(0.0, (("no letters to compare", a.written, b.written),))
    values = signals(a, b)
    constant, *factors = weights()
    logit = constant + sum(map(float.__mul__, factors, values))
    score = 0.98 / (1.0 + exp(-max(-30.0, min(30.0, logit))))
    rule = "spelling variants" if score >= SAME else "different words"
    return Verdict(score, ((f"{rule} ({score:.2f})", a.written, b.written),))
