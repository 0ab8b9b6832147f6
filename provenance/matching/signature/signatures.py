"""What matching needs to know of a claim: its slots, said in it or inherited from the text around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from provenance.extraction import senses
from provenance.extraction.claims import events as events_in
from provenance.extraction.lexicon import implied, kind, noun_class
from provenance.extraction.tokens import Token, tokenize
from provenance.matching.signature import clauses, dated, figures, lasting, namekeys, words
from provenance.matching.signature.clauses import Content
from provenance.matching.signature.cues import pattern
from provenance.matching.signature.dated import Days
from provenance.matching.signature.figures import Figure
from provenance.matching.signature.namekeys import NameKey
from provenance.matching.signature.places import Containment, containment
from provenance.model import Claim, Document, Quantity, Span
from provenance.readers import dateline
from provenance.values import names

_AT_HOME = pattern("at_home")
_SHIFT = pattern("shift", before=r"^\W*")


LEAD = 3
"""Sentences that open the first frame of a text: headline, standfirst, lead."""
_SPEAKER_WORDS = 4
"""Words of the longest source that is taken to be no more than who speaks."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The slots of one claim; `said_*` stand in the clause, the others in its sentence or are inherited."""

    claim: Claim
    order: int
    """Number of the sentence in its document, from 0."""
    words: frozenset[str]
    sentence_words: frozenset[str]
    concepts: dict[str, float]
    """What the clause speaks of, whatever its words; see `words.concepts`."""
    concepts_around: dict[str, float]
    """The same of its sentence."""
    notions: dict[str, float]
    """The notions of news that the clause tells of; see `words.notions`."""
    notions_around: dict[str, float]
    said_families: frozenset[str]
    families: frozenset[str]
    """Those said and those they imply."""
    families_around: frozenset[str]
    """Those said in the whole sentence."""
    denied: frozenset[str]
    """Of these, the ones that the claim denies: "was barred from leaving" denies the leaving, not the ban."""
    denied_words: frozenset[str]
    """Telling words right after what denies them: "was not insured"."""
    events: frozenset[str]
    figures: tuple[figures.Figure, ...]
    lengths: tuple[Figure, ...]
    """How long what it tells lasts, as figures in days."""
    said_names: tuple[NameKey, ...]
    names: tuple[NameKey, ...]
    """Names of the whole sentence."""
    said_places: tuple[NameKey, ...]
    places: tuple[NameKey, ...]
    said_days: tuple[Days, ...]
    begun: tuple[Days, ...]
    """When what it tells began, long ago."""
    days: tuple[Days, ...]
    stated: dated.Stated
    """The times that the claim states."""
    sides: frozenset[str]
    main: bool
    """In the frame that headline and lead open: what the text is about."""
    context: dict[str, float]
    """What the sentence and the opening of its frame speak of."""
    published: date | None


@dataclass(slots=True)
class _Frame:
    """What a text is about at one point; later sentences inherit it."""

    places: tuple[NameKey, ...] = ()
    """Of the last sentence that named any."""
    home: tuple[NameKey, ...] = ()
    """Of headline and lead: what "the region", "the town" further down can mean."""
    days: tuple[Days, ...] = ()
    events: frozenset[str] = frozenset()
    main: bool = True
    opening: dict[str, float] = field(default_factory=dict)
    """What the sentences that opened it speak of."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of a document with what its claims share."""

    order: int
    claims: Sequence[Claim]
    tokens: Sequence[Token]
    context: senses.Context
    named: frozenset[tuple[int, int]]
    """Where its names stand."""
    keys: Sequence[NameKey]
    days: tuple[Days, ...]
    events: frozenset[str]
    content: Content
    filed: tuple[NameKey, ...]
    """The place of the dateline right before it."""

    @property
    def places(self) -> tuple[NameKey, ...]:
        return tuple(k for k in self.keys if k.place) or self.filed


def sign(document: Document, claims: Sequence[Claim]) -> list[Signature]:
    """Signatures of the claims of one document, in their order; slots that a claim leaves open are inherited."""
    found: list[Signature] = []
    published = document.published
    sentences = [_sentence(order, group, published, document.text) for order, group in enumerate(_by_sentence(claims))]
    nested = containment(claims, [frozenset(k.text for k in s.places) for s in sentences for _ in s.claims])
    filed = _filed_at(document.text)
    frame = _Frame(places=filed, home=filed, days=dated.news(published))
    for sentence in sentences:
        lead = sentence.order < LEAD
        if not lead:
            frame = _turned(frame, sentence, nested)
        here = _opened(frame, sentence, lead, published)
        found += [_signature(c, sentence, here, frame, published) for c in sentence.claims]
        frame = here
    return _bounded(found)


def _filed_at(text: str) -> tuple[NameKey, ...]:
    """The place of the dateline in the first lines of a text."""
    place = dateline.place(text)
    return (namekeys.place(place),) if place else ()


def _bounded(found: list[Signature]) -> list[Signature]:
    """Headlines leave bounds out: their figures are compared as the sentences after them say, "at least 18" for 18."""
    said = [f for s in found if 0 < s.order <= LEAD for f in s.figures]
    bounds: dict[tuple[object, ...], Quantity] = {
        (f.quantity.value, f.measures): f.quantity
        for f in said
        if f.quantity.value is not None and f.quantity.approximation != "exact"
    }
    return [
        replace(s, figures=tuple(_with_bounds(f, bounds) for f in s.figures)) if s.order < LEAD and bounds else s
        for s in found
    ]


def _with_bounds(figure: Figure, bounds: Mapping[tuple[object, ...], Quantity]) -> Figure:
    said = bounds.get((figure.quantity.value, figure.measures))
    return figure if said is None or figure.quantity.approximation != "exact" else replace(figure, compared=said)


def _sentence(order: int, group: Sequence[Claim], published: date | None, text: str) -> _Sentence:
    whole = group[0].sentence
    before = text[max(0, whole.start - dateline.LONGEST) : whole.start].rpartition("\n")[2].strip()
    tokens = tokenize(whole.quote)
    named = names.find(whole.quote)  # those of the source too: "the mayor of Velis said" places what he says
    keys = [namekeys.key(n, whole.quote, 0) for n in named]
    context = senses.Context(tokens, text)
    mentioned = events_in(tokens, Span(start=0, end=len(whole.quote), quote=whole.quote), named, context)
    content = clauses.content(tokens, mentioned, keys)
    return _Sentence(
        order=order,
        claims=group,
        tokens=tokens,
        context=context,
        named=frozenset((n.span.start, n.span.end) for n in named),
        keys=keys,
        days=dated.days(group, published if order < LEAD else None),
        events=frozenset(f for f in content.families if kind(f) == "event"),
        content=content,
        filed=_filed_at(f"{before} A") if dateline.is_dateline(before) else (),
    )


def _turned(frame: _Frame, sentence: _Sentence, nested: Containment) -> _Frame:
    """The frame that a sentence below the lead stands in: another one after a cue or at another place."""
    shifted = _SHIFT.match(sentence.claims[0].sentence.quote) is not None
    if shifted:
        return _Frame(days=sentence.days, home=frame.home, main=False)
    local = [k for k in sentence.places if not k.wide]
    if not local or not frame.home:
        return frame
    at_home = any(namekeys.meet(k, h, nested) for k in sentence.keys for h in frame.home)
    if at_home == frame.main:
        return frame
    return replace(frame, main=at_home, places=(), opening={})


def _opened(frame: _Frame, sentence: _Sentence, lead: bool, published: date | None) -> _Frame:
    """The frame after a sentence."""
    opening = {**frame.opening, **sentence.content.concepts} if lead or not frame.opening else frame.opening
    return _Frame(
        places=sentence.places or frame.places,
        home=namekeys.merged(frame.home, sentence.places) if lead else frame.home,
        days=dated.recent(sentence.days, published) or frame.days,
        events=sentence.events or frame.events,
        main=frame.main,
        opening=opening,
    )


def _by_sentence(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    groups: dict[int, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.sentence.start, []).append(claim)
    return [groups[start] for start in sorted(groups)]


def _signature(claim: Claim, sentence: _Sentence, here: _Frame, frame: _Frame, published: date | None) -> Signature:
    """The signature of one claim; `here` is the frame with its sentence, `frame` the one before it."""
    first, last = claim.sentence.where(claim.span)
    inside = [t for t in sentence.tokens if first <= t.start < last]
    own = {n.text for n in claim.names}
    said = tuple(k for k in sentence.keys if k.text in own)
    said_places = tuple(k for k in said if k.place) or (() if _names_somebody(claim) else sentence.filed)
    content = _content_of(claim, sentence, inside, said)
    families = implied(content.families)
    said_days = dated.days([claim], published if sentence.order < LEAD else None) or dated.when(claim, sentence.claims)
    at_home = frame.main or _AT_HOME.search(claim.sentence.quote) is not None
    inherited = namekeys.merged(frame.places, frame.home) if at_home else frame.places or frame.home
    return Signature(
        claim=claim,
        order=sentence.order,
        words=content.words,
        sentence_words=sentence.content.words,
        concepts=content.concepts,
        concepts_around=sentence.content.concepts,
        notions=content.notions,
        notions_around=sentence.content.notions,
        said_families=content.families,
        families=families,
        families_around=sentence.content.families,
        denied=clauses.denied(claim, inside, content.mentions),
        denied_words=clauses.denied_words(claim, inside),
        events=frozenset(f for f in families if kind(f) == "event") or sentence.events or frame.events,
        figures=() if _only_speaks(claim, sentence.claims) else figures.read(claim, sentence.tokens, sentence.context),
        lengths=lasting.read(claim),
        said_names=said,
        names=tuple(sentence.keys),
        said_places=said_places,
        places=said_places or sentence.places or inherited,
        said_days=said_days,
        begun=dated.begun(claim, published),
        days=said_days or _shared_days(sentence, claim, published) or frame.days,
        stated=dated.stated(claim.times),
        sides=frozenset(c.side for t in inside if (c := noun_class(t.text)) and c.side),
        main=frame.main,
        context=words.Bag({**here.opening, **sentence.content.concepts}),
        published=published,
    )


def _names_somebody(claim: Claim) -> bool:
    """Whether a claim names anybody: else it is of the place that it was filed from, and not only its writer is.

    One capitalised word that opens a sentence may be no name: "Flames destroyed".
    """
    return any(n.span.start > claim.sentence.start or " " in n.text for n in claim.names)


def _only_speaks(claim: Claim, group: Sequence[Claim]) -> bool:
    """Whether a claim is who says another one of its sentence: "two survivors said" counts speakers, not survivors.

    A longer source may hold more than who speaks.
    """
    speakers = {c.attribution.source for c in group if c.attribution}
    return claim.span in speakers and len(claim.span.quote.split()) <= _SPEAKER_WORDS


def _content_of(claim: Claim, sentence: _Sentence, inside: Sequence[Token], said: Iterable[NameKey]) -> Content:
    """What a claim tells of: most are whole sentences, but for the stop."""
    named = {claim.sentence.where(n.span) for n in claim.names}
    is_whole = inside[:1] == sentence.tokens[:1] and not any(t.is_word for t in sentence.tokens[len(inside) :])
    if is_whole and named == sentence.named:
        return sentence.content
    return clauses.content(inside, events_in(inside, claim.sentence, claim.names, sentence.context), said)


def _shared_days(sentence: _Sentence, claim: Claim, published: date | None) -> tuple[Days, ...]:
    """The days of a sentence that hold for one of its clauses: said before it, or news.

    In "Turnout was 61 per cent, down from 68 per cent five years ago" the first is news, whenever the second was.
    """
    before = [c for c in sentence.claims if c.span.start <= claim.span.start]
    return dated.days(before, published if sentence.order < LEAD else None) or dated.recent(sentence.days, published)
