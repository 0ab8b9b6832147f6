"""What matching needs to know of a claim: its slots, said in it or inherited from the text around it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from provenance.extraction.claims import events as events_in
from provenance.extraction.lexicon import implied, kind, noun_class
from provenance.extraction.tokens import Token, tokenize
from provenance.matching import figures, words
from provenance.matching.cues import pattern
from provenance.model import Claim, Document, Name
from provenance.values import names

Days = tuple[date, date]
"""Half-open range of days."""

_LOCAL = pattern("local", after=r"(?:\s+the)?(?:\s+[a-z-]+){0,2}\s+$")
_ORIGIN = re.compile(r"\bfrom\s+(?:the\s+)?$")
"""Where people come from is not where things happen."""
_AREA = pattern("area", before=r"^\s+")
_WIDE = pattern("wide", before=r"^\s+")
_SHIFT = pattern("shift", before=r"^\W*")
_LEAD = 3
"""Sentences that open the first frame of a text: headline, standfirst, lead."""


@dataclass(frozen=True, slots=True)
class NameKey:
    """A name with what comparing it needs."""

    text: str
    parts: tuple[str, ...]
    """Skeletons of its words, titles and type words left out."""
    place: bool
    wide: bool
    """A country, province or region: naming another place inside it is no difference."""


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
    said_families: frozenset[str]
    families: frozenset[str]
    """Those said and those they imply."""
    events: frozenset[str]
    figures: tuple[figures.Figure, ...]
    said_names: tuple[NameKey, ...]
    names: tuple[NameKey, ...]
    """Names of the whole sentence."""
    said_places: tuple[NameKey, ...]
    places: tuple[NameKey, ...]
    said_days: tuple[Days, ...]
    days: tuple[Days, ...]
    sides: frozenset[str]
    main: bool
    """In the frame that headline and lead open: what the text is about."""
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


def sign(document: Document, claims: Sequence[Claim]) -> list[Signature]:
    """Signatures of the claims of one document, in their order; slots that a claim leaves open are inherited."""
    found: list[Signature] = []
    published = document.published
    frame = _Frame(days=((published - timedelta(days=1), published + timedelta(days=1)),) if published else ())
    lead = True
    for order, group in enumerate(_by_sentence(claims)):
        sentence = group[0].sentence.quote
        tokens = tokenize(sentence)
        keys = [_key(n, sentence, group[0].sentence.start) for c in group for n in c.names]
        days = _days(group)
        if order >= _LEAD:
            lead = False
        if not lead and _SHIFT.match(sentence):
            frame = _Frame(days=days, home=frame.home, main=False)
        named = [n for c in group for n in c.names]
        mentioned = events_in(tokens, group[0].sentence, named)
        events = frozenset(m.family for m in mentioned if kind(m.family) == "event")
        around = words.concepts(tokens, mentioned, _parts(keys))
        places = tuple(k for k in keys if k.place)
        found += [_signature(c, order, tokens, keys, frame, days, events, around, published) for c in group]
        frame = _Frame(
            places=places or frame.places,
            home=_merged(frame.home, places) if lead else frame.home,
            days=days or frame.days,
            events=events or frame.events,
            main=frame.main,
        )
    return found


def _by_sentence(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    groups: dict[int, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.sentence.start, []).append(claim)
    return [groups[start] for start in sorted(groups)]


def _signature(
    claim: Claim,
    order: int,
    tokens: Sequence[Token],
    keys: Sequence[NameKey],
    frame: _Frame,
    days: tuple[Days, ...],
    events: frozenset[str],
    around: dict[str, float],
    published: date | None,
) -> Signature:
    offset = claim.sentence.start
    inside = [t for t in tokens if claim.span.start - offset <= t.start < claim.span.end - offset]
    own = {n.text for n in claim.names}
    said = tuple(k for k in keys if k.text in own)
    said_places = tuple(k for k in said if k.place)
    places = tuple(k for k in keys if k.place)
    found = events_in(inside, claim.sentence, claim.names)
    said_families = frozenset(m.family for m in found)
    families = implied(said_families)
    return Signature(
        claim=claim,
        order=order,
        words=words.telling(inside),
        sentence_words=words.telling(tokens),
        concepts=words.concepts(inside, found, _parts(said)),
        concepts_around=around,
        said_families=said_families,
        families=families,
        events=frozenset(f for f in families if kind(f) == "event") or events or frame.events,
        figures=figures.read(claim, tokens),
        said_names=said,
        names=tuple(keys),
        said_places=said_places,
        places=said_places or places or _merged(frame.places, frame.home),
        said_days=_days([claim]),
        days=_days([claim]) or days or frame.days,
        sides=frozenset(c.side for t in inside if (c := noun_class(t.text)) and c.side),
        main=frame.main,
        published=published,
    )


def _key(name: Name, sentence: str, offset: int) -> NameKey:
    start, end = name.span.start - offset, name.span.end - offset
    before = sentence[max(0, start - 40) : start]
    local = _LOCAL.search(before) or _AREA.match(sentence[end : end + 20])
    place = (name.kind == "place" or (name.kind == "other" and local is not None)) and not _ORIGIN.search(before)
    wide = name.text.lower() in words.countries() or _WIDE.match(sentence[end : end + 20]) is not None
    return NameKey(name.text, _skeletons(name.text), place, wide)


def _parts(keys: Iterable[NameKey]) -> frozenset[str]:
    return frozenset(part for key in keys for part in key.parts)


@lru_cache(maxsize=65536)
def _skeletons(name: str) -> tuple[str, ...]:
    return names.token_skeletons(name)


def _days(claims: Sequence[Claim]) -> tuple[Days, ...]:
    return tuple(
        (t.start, t.end) for c in claims for t in c.times if t.start and t.end and t.kind in ("date", "time", "range")
    )


def _merged(a: tuple[NameKey, ...], b: tuple[NameKey, ...]) -> tuple[NameKey, ...]:
    return tuple(dict.fromkeys((*a, *b)))
