"""Sentences of two documents of one story that part in one word: one denies it, or has its opposite.

Of all the contrasts of `contrasts` only these two are asked of sentences that nobody laid side by side: they want most
of the shorter sentence in the longer one, and rarely err.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from provenance.extraction import opposites
from provenance.extraction.tokens import tokenize
from provenance.matching.comparison.link import Link
from provenance.matching.contrasts import denials, lists, refusals, sentence, wording
from provenance.matching.contrasts.matters import apart
from provenance.matching.contrasts.sides import Sides
from provenance.matching.relations import happenings, model, signals
from provenance.matching.relations.match import Match, with_slot
from provenance.matching.relations.relation import slots_of
from provenance.matching.signature import namekeys, subjects
from provenance.matching.signature.signatures import Signature
from provenance.model import Comparison, SlotComparison

_RULES = (wording.denied, wording.opposed)
_LEAST = 0.05
"""Score of two sentences of one story that share more than the word in which they part."""
_DEGREES = frozenset({"more", "most", "less", "least", "few", "fewer"})
"""Words that count rather than tell what is: two of them are compared as figures."""


def contradicted(
    found: Sequence[Match],
    listed: Sequence[tuple[Signature, Signature]],
    link: Link,
) -> list[Match]:
    """The matches of two documents with those of claims that part in one word, in place of agreements of the same."""
    told = {m.claims for m in found if m.relation in ("conflicts", "supersedes")}
    signed = {id(s): s for pair in listed for s in pair}
    at_most = {key: _at_most(s.claim.sentence.quote) for key, s in signed.items()}
    near = [(a, b) for a, b in listed if _may_oppose(at_most[id(a)], at_most[id(b)])]
    clashes = {
        (a.claim.id, b.claim.id): m
        for a, b in near
        if (a.claim.id, b.claim.id) not in told and _may_part(a, b, link)
        for m in _parted(a, b, link)
    }
    kept = [m for m in found if m.x is not None or m.claims not in clashes]
    kept = [refusals.refused(m) for m in kept]
    return [*(m.with_relation("related") if _is_reversed(m) else m for m in kept), *clashes.values()]


def _is_reversed(m: Match) -> bool:
    """Whether two claims would agree though each says what undoes the other's: "was suspended", "is running"."""
    if m.x is not None or m.relation != "corroborates":
        return False
    p, q = (sentence.read(s.claim.span.quote) for s in (m.a, m.b))
    x, y = _said(p.text), _said(q.text)
    if not x.opposes(y) or p.keys_of(p.subject).isdisjoint(q.keys_of(q.subject)):
        return False  # who won and who lost are told of one match
    return _all(p).isdisjoint(y.own) and _all(q).isdisjoint(x.own)


def _all(s: sentence.Sentence) -> frozenset[object]:
    """What all the words of a claim stand for: "was closed and reopens" tells of opening too."""
    return frozenset().union(*(opposites.keys(s.tokens[i].base)[0] for i in s.content))


def _may_part(a: Signature, b: Signature, link: Link) -> bool:
    """What is cheap to know: a word in common, one story or names, a word that one denies or an opposite of it."""
    if a.sentence_words.isdisjoint(b.sentence_words):
        return False
    if not link.is_one_story and not namekeys.shared_names(a.names, b.names):
        return False
    x, y = (_said(s.claim.sentence.quote) for s in (a, b))
    return (x.denies != y.denies and not x.words.isdisjoint(y.words)) or x.opposes(y)


def _may_oppose(x: "_Said | None", y: "_Said | None") -> bool:
    """Whether any word of two sentences is denied by one of them, or has an opposite in the other, as all words go."""
    return x is None or y is None or x.denies != y.denies or x.opposes(y)


class _Said(NamedTuple):
    """What a sentence says in its predicates."""

    denies: bool
    words: frozenset[str]
    own: frozenset[object]
    against: frozenset[object]
    """What stands against the words: see `opposites.keys`."""

    def opposes(self, other: "_Said") -> bool:
        """Whether what one says stands against what the other says."""
        return not (self.own.isdisjoint(other.against) and other.own.isdisjoint(self.against))


@lru_cache(maxsize=16384)
def _at_most(text: str) -> _Said | None:
    """What `_said` can find in a sentence, read off all its words; None where a verb may go with its particle.

    Telling predicates from other words takes many times as long.
    """
    tokens = tokenize(text)
    if any((token.base, particle.lower) in lists.phrasal() for token, particle in pairwise(tokens)):
        return None
    own, against = _opposing({token.base for token in tokens})
    return _Said(any(map(denials.is_cue, tokens)), frozenset(), own, against)


def _opposing(bases: Iterable[str]) -> tuple[frozenset[object], frozenset[object]]:
    """What words stand for, and what stands against them."""
    held = [opposites.keys(base) for base in bases]
    return frozenset().union(*(own for own, _ in held)), frozenset().union(*(against for _, against in held))


@lru_cache(maxsize=16384)
def _said(text: str) -> _Said:
    s = sentence.read(text)
    said = [i for i in s.content if _is_predicated(s, i)]
    own, against = _opposing(s.tokens[i].base for i in said)
    return _Said(s.has_cue, frozenset().union(*map(s.word_keys, said)), own, against)


def _is_predicated(s: sentence.Sentence, i: int) -> bool:
    """Whether a word is what a sentence says, or says of that, not something that it only mentions."""
    return i in s.stated or (s.tags[i] == "J" and s.head(i) in s.stated)


def _parted(a: Signature, b: Signature, link: Link) -> Iterator[Match]:
    """The match of two claims that part in one word, if they do and neither time nor place sets them apart."""
    if not happenings.OPEN.isdisjoint((a.claim.modality, b.claim.modality)):
        return
    if a.figures and b.figures and not signals.near_number(a, b):
        return  # two counts that do not meet are of two matters
    if subjects.of_two_minds(a.claim, b.claim):
        return
    slot = _slot(a, b)
    if slot is None:
        return
    found = slots_of(a, b, link)
    if any(s.verdict == "different" for s in found if s.slot in ("time", "place")):
        return
    score = happenings.relate(a, b, link, found).score
    if score < (_LEAST if link.is_one_story else model.decided("event")):
        return
    yield Match(a, b, Comparison(relation="conflicts", score=score, slots=with_slot(found, slot)), link=link)


def _slot(a: Signature, b: Signature) -> SlotComparison | None:
    p, q = (sentence.read(s.claim.sentence.quote) for s in (a, b))
    for rule in _RULES:
        for s, x, y in ((Sides(p, q, [q]), a, b), (Sides(q, p, [p]), b, a)):
            for f in rule(s):
                if _is_said(s.x, f.x, x) and _is_said(s.y, f.y, y) and not apart(s, f.x, f.y):
                    here, there = (s.x.cut(f.x), s.y.cut(f.y))[:: 1 if x is a else -1]
                    return SlotComparison(slot="action", verdict="different", a=here, b=there, reason=f.reason)
    return None


def _is_said(s: sentence.Sentence, run: sentence.Run, of: Signature) -> bool:
    """Whether a word is said in a claim of a sentence, and tells what is rather than how much."""
    at = of.claim.sentence.start + s.tokens[run[0]].start
    inside = of.claim.span.start <= at < of.claim.span.end
    return inside and _is_predicated(s, run[0]) and s.tokens[run[0]].lower not in _DEGREES
