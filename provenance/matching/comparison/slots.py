"""One comparison per slot of two claims: verdict, both values, reason. Facts only; `relation` draws the conclusion."""

from collections.abc import Sequence
from functools import lru_cache

from provenance.extraction.lexicon import base, implied, label
from provenance.extraction.opposites import opposition
from provenance.extraction.thesaurus import synonym
from provenance.extraction.tokens import tokenize
from provenance.matching.signature import namekeys, words
from provenance.matching.signature.cues import pattern
from provenance.matching.signature.namekeys import NameKey
from provenance.matching.signature.places import Containment
from provenance.matching.signature.signatures import Signature
from provenance.model import SlotComparison, Verdict
from provenance.text.quoting import quoted

_SIDES = {"A": "the state or its forces", "B": "forces against the state"}
_PHASES = frozenset({"BEGIN", "END"})
"""Families that say how far something is: "launched", "concluded"."""
_UNSAID = pattern("unsaid")

AROUND = "at least one is taken from the text around the passage"
"""Of a place or a date that a claim does not say itself."""


def lacking(what: str, a: object, b: object) -> str:
    """That a slot is open: on one side, or on both."""
    return f"a {what} on one side only" if a or b else f"no {what} on either side"


def _listed(keys: Sequence[NameKey]) -> str:
    return ", ".join(dict.fromkeys(k.text for k in keys))


@lru_cache(maxsize=4096)
def labels(families: frozenset[str]) -> str:
    """The families in words; what is only implied by another is left out."""
    said = [f for f in sorted(families) if not any(f in implied(frozenset({g})) for g in families - {f})]
    return ", ".join(label(f) for f in said)


def place(a: Signature, b: Signature, containment: Containment = frozenset()) -> SlotComparison:
    """Whether two claims speak of one place, said or inherited, or of a place and a part of it.

    Two small places in one large one are different places: "X in Aleppo" and "Y in Aleppo".
    """
    listed = {"a": _listed(a.said_places), "b": _listed(b.said_places)}
    inner_a, inner_b = _innermost(a, containment), _innermost(b, containment)
    inside = _inside(a.places, b.places, containment)
    shared = namekeys.shared_names(a.places, b.places)
    apart = (
        inner_a
        and inner_b
        and not namekeys.shared_names(inner_a, inner_b)
        and not _inside(inner_a, inner_b, containment)
    )
    if shared and apart:
        reason = f"{quoted(_listed(inner_a))} and {quoted(_listed(inner_b))} both lie in {quoted(shared[0][0].text)}"
        return SlotComparison(slot="place", verdict="different", **listed, reason=reason)
    if shared:
        said = bool(a.said_places and b.said_places)
        x, y, why = shared[0]
        reason = why if said else f"{why}; {AROUND}"
        return SlotComparison(slot="place", verdict="same" if said else "compatible", a=x.text, b=y.text, reason=reason)
    if inside:
        return SlotComparison(
            slot="place", verdict="compatible", **listed, reason=f"{quoted(inside[0])} lies in {quoted(inside[1])}"
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
            if any(namekeys.same_name(k.text, inner) for k in x) and any(namekeys.same_name(k.text, outer) for k in y):
                return inner, outer
    return None


def action(a: Signature, b: Signature) -> SlotComparison:
    """What is said to happen: one family, opposed families, denied or affirmed."""
    listed = {"a": labels(a.families), "b": labels(b.families)}
    shared = a.families & b.families
    clash = clashing(a, b)
    if clash:
        x, y, strength = clash
        reason = f"{label(x)} against {label(y)}"
        verdict: Verdict = "different" if strength == "strict" else "unknown"
        return SlotComparison(slot="action", verdict=verdict, **listed, reason=reason)
    if apart := denied_once(a, b):
        here, there = ("denied", "stated") if apart & a.denied else ("stated", "denied")
        reason = f"{labels(apart)}: {here} here, {there} there"
        return SlotComparison(slot="action", verdict="different", **listed, reason=reason)
    if worded := denied_words(a, b):
        reason = f"{quoted(min(worded))}: denied on one side, stated on the other"
        return SlotComparison(slot="action", verdict="different", **listed, reason=reason)
    if shared:
        return SlotComparison(slot="action", verdict="same", **listed, reason=f"both speak of {_and(labels(shared))}")
    return SlotComparison(slot="action", verdict="unknown", **listed, reason=_unlike(listed["a"], listed["b"]))


def denied_once(a: Signature, b: Signature) -> frozenset[str]:
    """The families of both claims that one of them denies and the other states."""
    if a.claim.polarity == b.claim.polarity:
        return frozenset()
    return a.families & b.families & (a.denied | b.denied)


def denied_words(a: Signature, b: Signature) -> frozenset[str]:
    """The words of both claims that one of them denies, but for names: "is insured" and "was not insured"."""
    if a.claim.polarity == b.claim.polarity or any(f.quantity.value == 0 for f in (*a.figures, *b.figures)):
        return frozenset()  # "no goals" and "zero goals" are one
    named = words.telling(t for claim in (a.claim, b.claim) for name in claim.names for t in tokenize(name.text))
    return ((a.denied_words & b.words) | (b.denied_words & a.words)) - named


def denied_aside(a: Signature, b: Signature) -> bool:
    """Whether one of two claims that state something denies, beside it, all that the other tells: "but never paid"."""
    if not a.claim.polarity == b.claim.polarity == "affirmed":
        return False
    families = a.families & b.families
    denied = (a.denied ^ b.denied) & families, (a.denied_words ^ b.denied_words) & a.words & b.words
    return any(denied) and denied[0] == families


def leaves_unsaid(a: Signature, b: Signature) -> bool:
    """Whether one of two claims denies only that it is said: "we cannot say that the bridge is safe"."""
    if a.claim.polarity == b.claim.polarity:
        return False
    denying = a if b.claim.polarity == "affirmed" else b
    return not denying.denied and _UNSAID.search(denying.claim.sentence.quote) is not None


def _and(listed: str) -> str:
    """ "a fire, injuries" as part of a sentence: "a fire and injuries"."""
    first, comma, last = listed.rpartition(", ")
    return f"{first} and {last}" if comma else listed


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


def mains_opposed(a: Signature, b: Signature) -> bool:
    """Whether the main predicates rule each other out; not where one sentence tells both, of 14 counts and of three."""
    x, y = a.claim.frame.family, b.claim.frame.family
    return opposition(x, y) == "strict" and x not in b.families_around and y not in a.families_around


def actor(a: Signature, b: Signature) -> SlotComparison:
    """Who acts: the sides and names in both claims."""
    shared = namekeys.shared_names([n for n in a.said_names if not n.place], [n for n in b.said_names if not n.place])
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
    match = namekeys.compared(x, y)
    verdict: Verdict = "same" if match.same else "different"
    reason = "one speaker" if match.same else "two speakers"
    return SlotComparison(slot="attribution", verdict=verdict, a=x, b=y, reason=reason)


def one_speaker(a: Signature, b: Signature) -> bool:
    """Whether both claims name their speakers, and these are one."""
    x, y = _speaker(a), _speaker(b)
    return bool(x and y) and namekeys.same_name(x, y)


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
