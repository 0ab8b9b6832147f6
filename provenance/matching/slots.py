"""One comparison per slot of two claims: verdict, both values, reason. Facts only; `relation` draws the conclusion."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from provenance.extraction import thesaurus
from provenance.extraction.lexicon import ancestors, base, implied, kind, label
from provenance.extraction.opposites import opposition
from provenance.extraction.thesaurus import synonym
from provenance.extraction.tokens import tokenize
from provenance.matching import dimensions, words
from provenance.matching.figures import Figure
from provenance.matching.places import Containment
from provenance.matching.signatures import NameKey, Signature
from provenance.model import NameMatch, Quantity, SlotComparison, Verdict
from provenance.values import names, quantities
from provenance.values.quantities import lexicon

_SIDES = {"A": "the state or its forces", "B": "forces against the state"}
_PHASES = frozenset({"BEGIN", "END"})
"""Families that say how far something is: "launched", "concluded"."""
_RARE = 2
"""Digits from which an equal number is evidence of one thing, whatever the words for it."""
MEASURELESS = frozenset({"SAY_NO", "CONFIRM"})
"""Families that speak about reports, never about what is counted."""


@lru_cache(maxsize=262144)
def _alike(a: str, b: str) -> NameMatch:
    return names.compare(a, b)


def alike(a: NameKey, b: NameKey) -> NameMatch:
    """Comparison of two names, remembered; the order of the two does not matter."""
    return _alike(*sorted((a.text, b.text)))


def shared_names(a: Sequence[NameKey], b: Sequence[NameKey]) -> list[tuple[NameKey, NameKey, str]]:
    """Names of `a` that have a counterpart in `b`, with the rule that says so; each name is used once."""
    if not a or not b:
        return []
    left = list(dict.fromkeys(b))
    pairs = []
    for x in dict.fromkeys(a):
        for y in left:
            match = alike(x, y)
            if match.same:
                pairs.append((x, y, _one_name(x, y, match)))
                left.remove(y)
                break
    return pairs


def _one_name(x: NameKey, y: NameKey, match: NameMatch) -> str:
    if x.text == y.text:
        return f"{x.text!r} on both sides"
    return match.reasons[0] if match.reasons else "one name"


def lacking(what: str, a: object, b: object) -> str:
    """That a slot is open: on one side, or on both."""
    return f"a {what} on one side only" if a or b else f"no {what} on either side"


def _listed(keys: Sequence[NameKey]) -> str:
    return ", ".join(dict.fromkeys(k.text for k in keys))


def measure(a: Figure, b: Figure) -> SlotComparison:
    """Whether two figures count the same thing: unit, outcome, counted noun, side."""
    verdict, reason = measured(a, b)
    return SlotComparison(slot="measure", verdict=verdict, a=a.label, b=b.label, reason=reason)


_UNCOUNTING = MEASURELESS | {"RISE", "FALL", "STAY", "ARRIVE"}
"""Families that never say what is counted: those, and how a count moves ("stays at two", "reached two")."""


def measured(a: Figure, b: Figure) -> tuple[Verdict, str]:
    """Verdict and reason of `measure`."""
    verdict, reason = _measured(a, b)
    if verdict == "different" and one_number(a, b):
        return "unknown", f"one number, told of things in other words: {reason}"
    return verdict, reason


def one_number(a: Figure, b: Figure) -> bool:
    """Whether two figures are one number that is hardly so by chance, and nothing known of them excludes one thing."""
    if min(_telling_digits(a), _telling_digits(b)) < _RARE or a.side != b.side:
        return False
    if bool(a.quantity.unit) != bool(b.quantity.unit):
        return False
    if a.noun_class and b.noun_class and _noun(a, b)[0] == "different":
        return False
    fates = [{f for f in x.measures if kind(f) == "outcome"} for x in (a, b)]
    if all(fates) and not fates[0] & fates[1]:
        return False
    verdict = quantified(a, b).verdict
    return verdict == "same" or (verdict == "compatible" and a.quantity.value == b.quantity.value)


def near_number(a: Figure, b: Figure) -> bool:
    """Whether two figures may be one count, exact or rounded, and nothing known of what they count excludes it."""
    apart = a.noun_class and b.noun_class and _noun(a, b)[0] == "different"
    if apart or bool(a.quantity.unit) != bool(b.quantity.unit):
        return False
    return quantified(a, b).verdict in ("same", "compatible")


def _telling_digits(figure: Figure) -> int:
    """Digits, and one more for an amount of money: few are named twice in one story."""
    return figure.digits + (figure.quantity.unit in lexicon.currencies())


def _measured(a: Figure, b: Figure) -> tuple[Verdict, str]:
    if bool(a.quantity.unit) != bool(b.quantity.unit):
        return "different", "one is a count, the other has a unit"
    measures_a, measures_b = a.measures - _UNCOUNTING, b.measures - _UNCOUNTING
    if measures_a and measures_b and not measures_a & measures_b:
        return "different", f"{_told(measures_a)} is not {_told(measures_b)}"
    if len(measures_a) != len(measures_b) and {"DIE", "HURT"} in (measures_a, measures_b):
        return "different", "dead and injured together are not one of them"
    verdict, reason = _noun(a, b)
    if verdict == "same" and not (measures_a and measures_b):
        return "compatible", f"{reason}; what happened to them is said on one side only"
    return verdict, reason


def _noun(a: Figure, b: Figure) -> tuple[Verdict, str]:
    if a.side and b.side and a.side != b.side:
        return "different", "they belong to opposed sides"
    if dimensions.apart(a.dimension, b.dimension):
        return "different", f"{a.dimension!r} is not {b.dimension!r}"
    if a.quantity.unit and b.quantity.unit and a.noun != b.noun:
        return "compatible", "shares or measures, of what is not said in one word"
    if a.noun == b.noun and a.noun:
        return "same", f"both in {a.quantity.unit}" if a.quantity.unit else f"both count {a.noun!r}"
    if a.noun_class and a.noun_class == b.noun_class:
        return "same", _one_kind(a, b)
    classed = bool(a.noun_class and b.noun_class)
    if classed and (a.noun_class in ancestors(b.noun_class) or b.noun_class in ancestors(a.noun_class)):
        return "compatible", f"{a.noun!r} and {b.noun!r}: one kind holds the other"
    if classed:
        return "different", f"{a.noun!r} is not {b.noun!r}"
    if notion := _notion(a.noun, b.noun):
        return "compatible", f"{a.noun!r} and {b.noun!r} both tell of {notion}"
    if a.noun and b.noun:
        return "different", f"{a.noun!r} is not known to be {b.noun!r}"
    return "unknown", "what is counted is not said on both sides"


@lru_cache(maxsize=65536)
def _notion(a: str, b: str) -> str:
    """The notion that two counted nouns share, in words; empty when there is none."""
    x, y = (base(noun.split()[-1]) if noun else "" for noun in (a, b))
    return (thesaurus.shared(x, y) or "").lower().replace("_", " ")


def _one_kind(a: Figure, b: Figure) -> str:
    kind = a.noun_class.lower().replace("_", " ")
    if not a.noun or not b.noun:
        return f"both count {a.noun or b.noun!r}, one without saying so" if a.noun or b.noun else f"both count {kind}s"
    return f"{a.noun!r} and {b.noun!r} name one kind: {kind}"


@lru_cache(maxsize=4096)
def _told(families: frozenset[str]) -> str:
    """The families in words; what is only implied by another is left out."""
    said = [f for f in sorted(families) if not any(f in implied(frozenset({g})) for g in families - {f})]
    return ", ".join(label(f) for f in said)


@dataclass(frozen=True, slots=True)
class _Worded:
    """A quantity as comparison sees it, wherever it stands."""

    text: str
    value: Decimal | None
    bounds: tuple[Decimal | None, Decimal | None]
    wording: tuple[str, str | None, str]
    quantity: Quantity = field(compare=False)


def _worded(q: Quantity) -> _Worded:
    return _Worded(q.text, q.value, (q.low, q.high), (q.approximation, q.change, q.unit), q)


@lru_cache(maxsize=65536)
def _quantified(a: _Worded, b: _Worded) -> quantities.QuantityComparison:
    return quantities.compare(a.quantity, b.quantity)


def quantified(a: Figure, b: Figure) -> quantities.QuantityComparison:
    """Verdict and reason of `quantity`, remembered."""
    return _quantified(_worded(a.compared), _worded(b.compared))


def quantity(a: Figure, b: Figure) -> SlotComparison:
    """Whether two figures agree, by interval and approximation."""
    found = quantified(a, b)
    return SlotComparison(
        slot="quantity", verdict=found.verdict, a=a.quantity.text, b=b.quantity.text, reason=found.reason
    )


def place(a: Signature, b: Signature, containment: Containment = frozenset()) -> SlotComparison:
    """Whether two claims speak of one place, said or inherited, or of a place and a part of it.

    Two small places in one large one are different places: "X in Aleppo" and "Y in Aleppo".
    """
    listed = {"a": _listed(a.said_places), "b": _listed(b.said_places)}
    inner_a, inner_b = _innermost(a, containment), _innermost(b, containment)
    inside = _inside(a.places, b.places, containment)
    shared = shared_names(a.places, b.places)
    apart = inner_a and inner_b and not shared_names(inner_a, inner_b) and not _inside(inner_a, inner_b, containment)
    if shared and apart:
        reason = f"{_listed(inner_a)!r} and {_listed(inner_b)!r} both lie in {shared[0][0].text!r}"
        return SlotComparison(slot="place", verdict="different", **listed, reason=reason)
    if shared:
        said = bool(a.said_places and b.said_places)
        x, y, why = shared[0]
        reason = why if said else f"{why}; taken from the text around at least one of them"
        return SlotComparison(slot="place", verdict="same" if said else "compatible", a=x.text, b=y.text, reason=reason)
    if inside:
        return SlotComparison(
            slot="place", verdict="compatible", **listed, reason=f"{inside[0]!r} lies in {inside[1]!r}"
        )
    if not a.places or not b.places:
        return SlotComparison(slot="place", verdict="unknown", **listed, reason=lacking("place", a.places, b.places))
    if a.said_places and b.said_places and not any(k.wide for k in (*a.said_places, *b.said_places)):
        return SlotComparison(slot="place", verdict="different", **listed, reason="two places")
    return SlotComparison(
        slot="place", verdict="unknown", **listed, reason="no place in common, but one may lie in the other"
    )


def _innermost(s: Signature, containment: Containment) -> tuple[NameKey, ...]:
    """The places that the sentence of a claim puts inside another place of it."""
    named = [k for k in s.names if k.place]
    outer = {k.text for k in named}
    return tuple(k for k in named if any(k.text == x and y in outer for x, y in containment))


def _inside(a: Sequence[NameKey], b: Sequence[NameKey], containment: Containment) -> tuple[str, str] | None:
    """The first place of one side that lies in a place of the other, as the documents say."""
    for inner, outer in sorted(containment):
        for x, y in ((a, b), (b, a)):
            if any(_same(k.text, inner) for k in x) and any(_same(k.text, outer) for k in y):
                return inner, outer
    return None


def _same(a: str, b: str) -> bool:
    return _alike(*sorted((a, b))).same


def action(a: Signature, b: Signature) -> SlotComparison:
    """What is said to happen: one family, opposed families, denied or affirmed."""
    listed = {"a": _told(a.families), "b": _told(b.families)}
    shared = a.families & b.families
    clash = clashing(a, b)
    if clash:
        x, y, strength = clash
        reason = f"{label(x)} against {label(y)}"
        verdict: Verdict = "different" if strength == "strict" else "unknown"
        return SlotComparison(slot="action", verdict=verdict, **listed, reason=reason)
    if apart := denied_once(a, b):
        here, there = ("denied", "stated") if apart & a.denied else ("stated", "denied")
        reason = f"{_told(apart)}: {here} here, {there} there"
        return SlotComparison(slot="action", verdict="different", **listed, reason=reason)
    if worded := denied_words(a, b):
        reason = f"{min(worded)!r}: denied on one side, stated on the other"
        return SlotComparison(slot="action", verdict="different", **listed, reason=reason)
    if shared:
        return SlotComparison(slot="action", verdict="same", **listed, reason=f"both speak of {_told(shared)}")
    return SlotComparison(slot="action", verdict="unknown", **listed, reason=_unlike(listed["a"], listed["b"]))


def denied_once(a: Signature, b: Signature) -> frozenset[str]:
    """The families of both claims that one of them denies and the other states."""
    if a.claim.polarity == b.claim.polarity:
        return frozenset()
    return a.families & b.families & (a.denied | b.denied)


def denied_words(a: Signature, b: Signature) -> frozenset[str]:
    """The words of both claims that one of them denies: "is insured" and "was not insured"."""
    if a.claim.polarity == b.claim.polarity:
        return frozenset()
    return (a.denied_words & b.words) | (b.denied_words & a.words)


def _unlike(a: str, b: str) -> str:
    return (
        "two different happenings"
        if a and b
        else "what happens is known on one side only"
        if a or b
        else "no known verb"
    )


def clashing(a: Signature, b: Signature) -> tuple[str, str, str] | None:
    """The opposed families of two claims, neither shared: what happens before how far it is, strict ones first."""
    found = [
        (bool({x, y} <= _PHASES), strength != "strict", x, y, strength)
        for x in sorted(a.families - b.families)
        for y in sorted(b.families - a.families)
        if (strength := opposition(x, y)) is not None
    ]
    return min(found)[2:] if found else None


def actor(a: Signature, b: Signature) -> SlotComparison:
    """Who acts: the sides and names in both claims."""
    shared = shared_names([n for n in a.said_names if not n.place], [n for n in b.said_names if not n.place])
    listed = {"a": _acting(a), "b": _acting(b)}
    if shared:
        why = shared[0][2]
        return SlotComparison(slot="actor", verdict="same", **listed, reason=why)
    if a.sides and b.sides:
        both = sorted(a.sides & b.sides)
        if both:
            told = " and ".join(_SIDES[side] for side in both)
            return SlotComparison(slot="actor", verdict="compatible", **listed, reason=f"{told} on both sides")
        reason = f"{_SIDES[min(a.sides)]} here, {_SIDES[min(b.sides)]} there"
        return SlotComparison(slot="actor", verdict="different", **listed, reason=reason)
    return SlotComparison(slot="actor", verdict="unknown", **listed, reason=_unnamed(listed["a"], listed["b"]))


def _unnamed(a: str, b: str) -> str:
    if not a or not b:
        return lacking("name", a, b)
    return "the same words, but no name" if a.lower() == b.lower() else "no name in common"


def _acting(s: Signature) -> str:
    return _listed([n for n in s.said_names if not n.place]) or s.claim.frame.actor


def attribution(a: Signature, b: Signature) -> SlotComparison:
    """Who says so on each side."""
    x, y = _speaker(a), _speaker(b)
    if not x or not y:
        return SlotComparison(slot="attribution", verdict="unknown", a=x, b=y, reason=lacking("speaker", x, y))
    match = _alike(*sorted((x, y)))
    verdict: Verdict = "same" if match.same else "different"
    reason = "one speaker" if match.same else "two speakers"
    return SlotComparison(slot="attribution", verdict=verdict, a=x, b=y, reason=reason)


def one_speaker(a: Signature, b: Signature) -> bool:
    """Whether both claims name their speakers, and these are one."""
    x, y = _speaker(a), _speaker(b)
    return bool(x and y) and same_name(x, y)


def same_name(a: str, b: str) -> bool:
    """Whether two names are one."""
    return _alike(*sorted((a, b))).same


def unnamed_words(s: Signature) -> frozenset[str]:
    """The telling words of a claim that stand in none of its names."""
    return s.words - {synonym(base(word)) for name in s.names for word in name.text.split()}


def is_name_only(s: Signature) -> bool:
    """Whether a claim is made of names and nothing else."""
    rest = s.claim.span.quote
    for name in s.claim.names:
        rest = rest.replace(name.text, "")
    return not any(mark.isalnum() for mark in rest)


def _speaker(s: Signature) -> str:
    return (s.claim.attribution.speaker or "") if s.claim.attribution else ""


@lru_cache(maxsize=4096)
def _written(text: str) -> dict[str, str]:
    """Base form → the word as it stands in a text."""
    return {synonym(t.base): t.text for t in reversed(tokenize(text))}


def wording(a: Signature, b: Signature) -> SlotComparison:
    """How much of the telling words both claims share."""
    shared = sorted(a.words & b.words, key=lambda w: (-words.weight(w), w))[:5]
    share = words.overlap(a.words, b.words)
    verdict: Verdict = "same" if share >= 0.85 else "compatible" if share >= 0.3 else "unknown"
    written = _written(a.claim.span.quote)
    reason = f"{share:.0%} of the telling words" + (
        f": {', '.join(written.get(w, w) for w in shared)}" if shared else ""
    )
    return SlotComparison(slot="wording", verdict=verdict, a="", b="", reason=reason)
