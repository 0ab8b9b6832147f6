"""Documents made ready to be compared, and what two of them share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz

from provenance.extraction.tokens import tokenize
from provenance.matching.across import hours, moments, particulars, tallies
from provenance.matching.across.answers import Answer
from provenance.matching.across.causes import Account, account
from provenance.matching.across.lives import Milestone, milestones
from provenance.matching.across.moments import Moment
from provenance.matching.across.offices import Person, people
from provenance.matching.across.once import filed
from provenance.matching.across.succession import Telling, telling
from provenance.matching.blocking import candidates
from provenance.matching.blocking.keys import hashed
from provenance.matching.blocking.outline import Outline, outlines
from provenance.matching.comparison import counting, kinds, rarity
from provenance.matching.comparison.link import ONE_STORY, Link, days_apart, stories_apart
from provenance.matching.relations.signals import SMALL
from provenance.matching.signature import words
from provenance.matching.signature.namekeys import NameKey, shared_names
from provenance.matching.signature.places import Containment, containment
from provenance.matching.signature.signatures import LEAD, Signature, sign
from provenance.model import Claim, Document

_FIGURES, _NAMES = 2, 2
"""Equal figures, and names that are of no place, from which two documents tell one story, however they open."""
COPY = 85
"""token_set_ratio from which two sentences are near copies of one another."""
Candidate = tuple[Signature, Signature]


@dataclass(frozen=True)
class Signed:
    """One document ready to be compared with others, whichever they are."""

    document: Document
    signatures: Sequence[Signature]
    outlines: Mapping[int, Outline]
    """By the `id` of the signature."""
    side: candidates.Side
    title: str
    published: date | None
    story: Mapping[str, float]
    counts: rarity.Counts
    values: kinds.Kinds
    precedence: tuple[str, ...]
    """Which of two documents comes first, by what they are and not by what they are called: the older one."""

    def beside(self, other: "Signed", what: str) -> tuple[Any, Any]:
        """What both tell of one matter; where one tells nothing, the other need not be read for it."""
        for one in sorted((self, other), key=lambda one: what not in vars(one)):  # what is known already comes first
            if not getattr(one, what):
                return (), ()
        return getattr(self, what), getattr(other, what)

    @cached_property
    def telling(self) -> Telling:
        """What it says of its counts; like what follows, needed with few other documents."""
        return telling(self.document, self.signatures)

    @cached_property
    def people(self) -> Sequence[Person]:
        """The people whom it names, with offices and ages, if it gives any."""
        return people(self.signatures)

    @cached_property
    def answers(self) -> Sequence[Answer]:
        """What it answers to questions that a document of one story answers once."""
        return [*tallies.answers(self.signatures), *particulars.answers(self.signatures)]

    @cached_property
    def timed(self) -> list[hours.Timed]:
        """The hours of the day at which something happened."""
        return hours.timed(self.signatures)

    @cached_property
    def named(self) -> list[NameKey]:
        """All the names in it, each once."""
        return list({k.text: k for s in self.signatures for k in s.names}.values())

    @cached_property
    def people_named(self) -> list[NameKey]:
        """The names in it that are of no place, each once."""
        return list({k.text: k for s in self.signatures for k in s.names if not k.place}.values())

    @cached_property
    def causes(self) -> Account:
        """What it says caused something."""
        return account(self.signatures, self.document.text)

    @cached_property
    def milestones(self) -> Sequence[Milestone]:
        """What it tells of lives."""
        return milestones(self.signatures, self.title)

    @cached_property
    def moments(self) -> Sequence[Moment]:
        """When and for how long it says that something happens but once."""
        return moments.moments(self.signatures)

    @property
    def keys(self) -> list[tuple[int, ...]]:
        """The keys of each claim."""
        return [hashed(s) for s in self.signatures]


def signed_documents(documents: Sequence[Document], claims: Iterable[Claim]) -> dict[str, Signed]:
    """The documents that hold claims, by id, ready to be compared."""
    held = _by_document(claims)
    return {d.id: signed_document(d, held[d.id]) for d in by_id(documents) if d.id in held}


def signed_document(document: Document, claims: Sequence[Claim]) -> Signed:
    """A document with its claims, at least one, in any order."""
    return assembled(document, sign(document, in_order(claims)))


def assembled(document: Document, group: Sequence[Signature]) -> Signed:
    """A document with the signatures of its claims, at least one."""
    counts = rarity.tally(group)
    return Signed(
        document=document,
        signatures=group,
        outlines=outlines(group, counts),
        side=candidates.side(group),
        title=document.title or "",
        published=document.published,
        story=story(group),
        counts=counts,
        values=kinds.tally(group),
        precedence=_precedence(document),
    )


def _precedence(document: Document) -> tuple[str, ...]:
    told = (document.text_sha256, document.publisher or "", document.title or "", document.url or "", document.sha256)
    return filed(document.published), *told


def signatures(documents: Sequence[Document], claims: Iterable[Claim]) -> list[list[Signature]]:
    """The signatures of each document's claims, documents by id."""
    held = _by_document(claims)
    return [sign(d, in_order(held.get(d.id, ()))) for d in by_id(documents)]


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.span.document].append(claim)
    return held


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """The claims of one document in the order in which their signatures and keys stand."""
    return sorted(claims, key=lambda c: (c.span.start, c.span.end))


def by_id(documents: Iterable[Document]) -> list[Document]:
    """The documents in the order in which they are matched."""
    return sorted(documents, key=lambda d: d.id)


def story(group: Sequence[Signature]) -> dict[str, float]:
    """What headline and lead of one document speak of: concepts with weights."""
    held: dict[str, float] = {}
    for s in group:
        if s.order < LEAD:
            held.update(s.concepts)
    return held


def link_of(pairs: Sequence[Candidate], left: Signed, right: Signed) -> Link:
    """What two documents share, read off their candidate pairs, titles and leads."""
    both = [(a.claim.sentence, b.claim.sentence) for a, b in pairs]
    values = [{f.quantity.value for s in one.signatures for f in s.figures} for one in (left, right)]
    common = values[0] & values[1]
    copies = {
        starts
        for starts, (x, y) in {(x.start, y.start): (x, y) for x, y in both}.items()
        if fuzz.token_set_ratio(x.quote, y.quote, score_cutoff=COPY) >= COPY
    }
    equal = {
        (x.quantity.value, min(x.noun_class or x.quantity.unit, y.noun_class or y.quantity.unit))
        for a, b in (pairs if common else ())
        for x in a.figures
        if x.quantity.value in common
        for y in b.figures
        if x.quantity.value == y.quantity.value
        and ((x.measures & y.measures and (x.quantity.value or 0) > SMALL) or counting.one_number(x, y))
    }
    story = words.likeness(left.story, right.story)
    apart = stories_apart(story, bool(shared_names(*map(_named_first, (left, right)))))
    if apart and len(equal) >= _FIGURES and len(shared_names(left.people_named, right.people_named)) >= _NAMES:
        apart = 0.0
    return Link(
        right=right.signatures[0].claim.span.document,
        copies=len(copies),
        twins=(frozenset(a for a, _ in copies), frozenset(b for _, b in copies)),
        figures=len(equal),
        title=words.overlap(*(words.telling(tokenize(one.title)) for one in (left, right))),
        containment=_containment(pairs),
        story=story,
        stories_apart=apart,
        named_apart=story >= ONE_STORY and _are_named_apart(left, right),
        days_apart=days_apart(left.published, right.published),
        counts=(left.counts, right.counts),
        values=(left.values, right.values),
    )


def _are_named_apart(left: Signed, right: Signed) -> bool:
    """Whether both open with names, and neither text holds a name that the other opens with."""
    x, y = _named_first(left), _named_first(right)
    return bool(x and y) and not shared_names(x, right.named) and not shared_names(y, left.named)


def _named_first(one: Signed) -> list[NameKey]:
    """The names in headline and lead of a document."""
    return [name for s in one.signatures if s.order < LEAD for name in s.names]


def _containment(pairs: Sequence[tuple[Signature, Signature]]) -> Containment:
    signed = {id(s): s for pair in pairs for s in pair}.values()
    return containment([s.claim for s in signed], [frozenset(k.text for k in s.names if k.place) for s in signed])
